import type { ComponentChildren } from 'preact'
import { Phrase } from './phrase.tsx'

export interface Column<Row> {
  head: string
  cell: (row: Row) => ComponentChildren
  /** Figures stand right. */
  figure?: boolean
  /** Names of companies: wide enough for nearly all of them in one line. */
  name?: boolean
}

export interface TableProps<Row> {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** On a phone each row becomes a small block with its heads; else the table scrolls in its own frame. */
  stack?: boolean
  /** The heading above says the same already. */
  captionHidden?: boolean
}

/** The first column is the head of its row. */
export function Table<Row>({ caption, columns, rows, rowKey, stack, captionHidden }: TableProps<Row>) {
  const [first, ...others] = columns
  if (!first) return null
  const table = (
    <table class="table" data-stack={stack ? '' : undefined}>
      <caption data-hidden={captionHidden ? '' : undefined}>
        <Phrase>{caption}</Phrase>
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.head} scope="col" data-figure={column.figure ? '' : undefined}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            <th scope="row" data-name={first.name ? '' : undefined}>
              {first.cell(row)}
            </th>
            {others.map((column) => (
              <td
                key={column.head}
                data-head={column.head}
                data-figure={column.figure ? '' : undefined}
                data-name={column.name ? '' : undefined}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (stack) return table
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section class="table-frame" aria-label={caption} tabIndex={0}>
      {table}
    </section>
  )
}
