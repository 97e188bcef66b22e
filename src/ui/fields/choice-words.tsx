import { Phrase } from '../phrase.tsx'

/** What stands beside a box or a circle. */
export function ChoiceWords({ label, note }: { label: string; note?: string | undefined }) {
  return (
    <span class="choice-words">
      <span class="choice-label">
        <Phrase>{label}</Phrase>
      </span>
      {note && (
        <span class="choice-note">
          <Phrase>{note}</Phrase>
        </span>
      )}
    </span>
  )
}
