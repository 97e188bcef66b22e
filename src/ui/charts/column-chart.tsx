import { scaleLinear } from 'd3-scale'
import { Chart, ChartPicture } from './chart.tsx'
import { FigureTable } from './figure-table.tsx'

export interface ChartColumn {
  /** In the table. */
  label: string
  /** Under its column, where a phone has room for three signs. */
  short: string
  /** null: withheld because it is small; undefined: not counted yet. */
  value: number | null | undefined
}

export interface ColumnChartProps {
  id: string
  title: string
  description: string
  columns: readonly ChartColumn[]
  unit: string
  /** Head of the first column of the table. */
  of: string
  /** Stands in the place of a withheld column. */
  mark: string
}

/** Heights in rem, so that the picture grows with the text. */
const TOP = 1.6
const GROUND = 9
const HEIGHT = 10.6
/** Share of a step that its column takes. */
const FILLED = 0.62

/** Standing columns over equal steps, each with its figure: usually the months of a year, of which some are not told. */
export function ColumnChart({ columns, unit, of, mark, ...chart }: ColumnChartProps) {
  const tall = scaleLinear([0, Math.max(1, ...columns.map(({ value }) => value ?? 0))], [0, GROUND - TOP])
  const step = 100 / Math.max(1, columns.length)
  const middle = (at: number) => `${(step * (at + 0.5)).toFixed(2)}%`
  return (
    <Chart {...chart} table={<FigureTable title={chart.title} figures={columns} {...{ unit, of }} />}>
      <ChartPicture chart={chart} kind="columns" height={`${HEIGHT}rem`}>
        <line class="chart-grid" x1="0" x2="100%" y1={`${GROUND}rem`} y2={`${GROUND}rem`} />
        {columns.map(({ label, short, value }, at) => (
          <g key={label}>
            {value !== null && value !== undefined && value > 0 && (
              <rect
                class="chart-bar"
                x={`${(step * (at + (1 - FILLED) / 2)).toFixed(2)}%`}
                y={`${(GROUND - tall(value)).toFixed(2)}rem`}
                width={`${(step * FILLED).toFixed(2)}%`}
                height={`${tall(value).toFixed(2)}rem`}
              />
            )}
            {value !== undefined && (
              <text
                class={value === null ? 'chart-tick' : 'chart-figure'}
                x={middle(at)}
                y={`${(GROUND - tall(value ?? 0) - 0.35).toFixed(2)}rem`}
                text-anchor="middle"
              >
                {value ?? mark}
              </text>
            )}
            <text class="chart-tick" x={middle(at)} y={`${HEIGHT - 0.3}rem`} text-anchor="middle">
              {short}
            </text>
          </g>
        ))}
      </ChartPicture>
    </Chart>
  )
}
