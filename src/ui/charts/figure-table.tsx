import { Table } from '../table.tsx'
import { said } from './chart.tsx'

type Figure = {
  readonly label: string
  /** null: withheld because it is small; undefined: not counted yet. */
  readonly value: number | null | undefined
}

type Props = {
  title: string
  figures: readonly Figure[]
  unit: string
  /** Head of the first column. */
  of: string
}

/** What a chart of single figures shows, as a table. */
export function FigureTable({ title, figures, unit, of }: Props) {
  return (
    <Table
      caption={title}
      captionHidden
      columns={[
        { head: of, cell: ({ label }: Figure) => label },
        { head: '数', cell: ({ value }) => (value === undefined ? '' : said(value, unit)), figure: true },
      ]}
      rows={figures}
      rowKey={({ label }) => label}
    />
  )
}
