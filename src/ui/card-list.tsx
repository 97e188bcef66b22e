import type { ComponentChildren } from 'preact'
import { toChildArray } from 'preact'

/** Cards under each other; side by side where there is room, and a lone one over all of it. */
export function CardList({ children, columns }: { children: ComponentChildren; columns?: 2 | 3 }) {
  const cards = toChildArray(children)
  return (
    <ul class="card-list" data-columns={cards.length > 1 ? columns : undefined}>
      {cards.map((card, index) => (
        <li key={typeof card === 'object' ? (card.key ?? index) : index}>{card}</li>
      ))}
    </ul>
  )
}
