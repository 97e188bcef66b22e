import type { ComponentChildren } from 'preact'
import { toChildArray } from 'preact'

/** Cards under each other; side by side where there is room. */
export function CardList({ children, columns }: { children: ComponentChildren; columns?: 2 | 3 }) {
  return (
    <ul class="card-list" data-columns={columns}>
      {toChildArray(children).map((card, index) => (
        <li key={typeof card === 'object' ? (card.key ?? index) : index}>{card}</li>
      ))}
    </ul>
  )
}
