import { scaleLinear } from 'd3-scale'
import { Table } from '../table.tsx'
import { Chart, ChartPicture, said } from './chart.tsx'

export interface Pair {
  label: string
  /** null: withheld because it is small. */
  first: number | null
  second: number | null
}

export interface PairChartProps {
  id: string
  title: string
  description: string
  pairs: readonly Pair[]
  /** What the two bars are, each with its unit. */
  firstHead: string
  secondHead: string
  units: readonly [string, string]
  /** Head of the first column of the table. */
  of: string
}

/** Heights in rem, so that the picture grows with the text. */
const ROW = 4.4
const TEXT = 1.15
const BAR_TOP = 1.6
const BAR_HEIGHT = 0.7
const BETWEEN = 1.25

/** Two lying bars for each name, each kind on its own scale: who asks, and who offers. */
export function PairChart({ pairs, firstHead, secondHead, units, of, ...chart }: PairChartProps) {
  const kinds = [
    { key: 'first', figures: pairs.map(({ first }) => first) },
    { key: 'second', figures: pairs.map(({ second }) => second) },
  ].map(({ key, figures }) => ({
    key,
    figures,
    width: scaleLinear([0, Math.max(1, ...figures.map((n) => n ?? 0))], [0, 100]),
  }))
  return (
    <Chart {...chart} table={<PairTable {...{ pairs, firstHead, secondHead, units, of }} title={chart.title} />}>
      <p class="map-legend">
        {[firstHead, secondHead].map((head, index) => (
          <span key={head} class="map-legend-withheld">
            <svg viewBox="0 0 20 14" aria-hidden="true">
              <rect class="pair-bar" data-kind={kinds[index]!.key} x="1" y="1" width="18" height="12" rx="3" />
            </svg>
            {head}
          </span>
        ))}
      </p>
      <ChartPicture chart={chart} kind="pairs" height={`${pairs.length * ROW}rem`}>
        {pairs.map((pair, row) => (
          <g key={pair.label}>
            <text x="0" y={`${row * ROW + TEXT}rem`}>
              {pair.label}
            </text>
            {kinds.map(({ key, figures, width }, index) => {
              const y = row * ROW + BAR_TOP + index * BETWEEN
              const value = figures[row] ?? null
              return (
                <g key={key}>
                  <rect class="chart-rail" x="0" y={`${y}rem`} width="70%" height={`${BAR_HEIGHT}rem`} rx="5" />
                  {value !== null && value > 0 && (
                    <rect
                      class="pair-bar"
                      data-kind={key}
                      x="0"
                      y={`${y}rem`}
                      width={`${(width(value) * 0.7).toFixed(2)}%`}
                      height={`${BAR_HEIGHT}rem`}
                      rx="5"
                    />
                  )}
                  <text class="chart-tick" x="100%" y={`${y + BAR_HEIGHT}rem`} text-anchor="end">
                    {value === null ? `5${units[index]}未満` : said(value, units[index]!)}
                  </text>
                </g>
              )
            })}
          </g>
        ))}
      </ChartPicture>
    </Chart>
  )
}

function PairTable({ title, pairs, firstHead, secondHead, units, of }: Omit<PairChartProps, 'id' | 'description'>) {
  return (
    <Table
      caption={title}
      captionHidden
      columns={[
        { head: of, cell: (pair: Pair) => pair.label },
        { head: firstHead, cell: ({ first }: Pair) => said(first, units[0]), figure: true },
        { head: secondHead, cell: ({ second }: Pair) => said(second, units[1]), figure: true },
      ]}
      rows={pairs}
      rowKey={(pair) => pair.label}
    />
  )
}
