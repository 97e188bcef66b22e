import { Notice } from '../../ui/notice.tsx'
import { crisisLines } from '../rules/crisis.ts'

/** The numbers for whoever speaks of dying, or sits beside somebody who does: before anything else. */
export function Lifelines({ title }: { title: string }) {
  return (
    <Notice kind="warning" title={title}>
      <ul>
        {crisisLines().map(({ name, phone, hours }) => (
          <li key={phone}>
            {name}（{hours}）<a href={`tel:${phone}`}>{phone}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
