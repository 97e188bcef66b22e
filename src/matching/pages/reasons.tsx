import { Icon } from '../../ui/icon.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import type { Told } from '../rules/sentences.ts'

/** Three reasons and the one doubt. */
export function Reasons({ told, doubtTitle }: { told: Told; doubtTitle: string }) {
  return (
    <div class="reasons">
      <ul>
        {told.reasons.map((reason) => (
          <li key={reason}>
            <Icon name="success" />
            <span>
              <Phrase>{reason}</Phrase>
            </span>
          </li>
        ))}
      </ul>
      {told.doubt && (
        <p class="reasons-doubt">
          <strong>{doubtTitle}</strong>
          <span>
            <Phrase>{told.doubt}</Phrase>
          </span>
        </p>
      )}
    </div>
  )
}
