import type { ComponentChildren } from 'preact'
import { Phrase } from './phrase.tsx'

export interface Column {
  id: string
  title: string
  count: number
  children: ComponentChildren
}

/** Stages of a way beside each other where there is room, under each other on a phone: the same list. */
export function Board({ columns }: { columns: readonly Column[] }) {
  return (
    <div class="board">
      {columns.map(({ id, title, count, children }) => (
        <section key={id} class="board-column" data-empty={count === 0 ? '' : undefined}>
          <h2>
            <Phrase>{title}</Phrase>
            <span class="board-count">{count}</span>
          </h2>
          {children}
        </section>
      ))}
    </div>
  )
}
