import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Table } from '../../ui/table.tsx'
import { SIZE_WORDS } from '../rules/draft.ts'
import { spotInWords } from '../rules/figures.ts'
import { CauseTags, OutcomeTag } from './body.tsx'
import type { ShownCase } from './card.tsx'

/** Two or three cases side by side, line by line: what differs is what is to be learned. */
export function CaseComparison({ rows }: { rows: readonly ShownCase[] }) {
  return (
    <Layout
      title="事例をくらべる"
      back={{ href: '/cases', label: '事例をさがす' }}
      width="page"
      description="二つか三つの事例を、同じ項目でならべます。"
    >
      {rows.length < 2 ? (
        <EmptyState title="くらべられる事例がありません" action={<ButtonLink href="/cases">事例をさがす</ButtonLink>}>
          取り下げられたか、一つだけしかありません。
        </EmptyState>
      ) : (
        <Table
          caption={`${rows.length}つの事例`}
          captionHidden
          stack
          rowKey={({ term }) => term}
          columns={[
            { head: '項目', cell: ({ term }) => term },
            ...rows.map((row, at) => ({ head: `事例 ${row.number}`, cell: (line: Line) => line.cells[at] ?? '—' })),
          ]}
          rows={LINES.map(([term, cell]) => ({ term, cells: rows.map(cell) }))}
        />
      )}
    </Layout>
  )
}

type Cell = ReturnType<typeof OutcomeTag> | string | null
type Line = { term: string; cells: readonly Cell[] }

const LINES: readonly (readonly [string, (row: ShownCase) => Cell])[] = [
  ['題', (row) => <a href={`/cases/${row.id}`}>{row.title}</a>],
  ['会社', (row) => row.companyName ?? spotInWords(row)],
  ['会社の大きさ', (row) => (row.shownSize ? (SIZE_WORDS[row.shownSize] ?? null) : null)],
  ['仕事', (row) => row.shownCodes.flatMap((code) => jobCodes().node(code)?.name ?? []).join('、') || null],
  ['結果', (row) => <OutcomeTag outcome={row.outcome} />],
  ['そのわけ', (row) => (row.causes.length > 0 ? <CauseTags causes={row.causes} /> : null)],
  ['時間', (row) => row.figures.hours],
  ['期間', (row) => row.figures.months],
  ['報酬', (row) => row.figures.fee],
  ['応募した人', (row) => row.figures.applicants],
  ['決まるまで', (row) => row.figures.days],
  ['困りごと', (row) => row.problem],
  ['何が変わったか', (row) => row.result],
  ['学んだこと', (row) => row.learned || null],
]
