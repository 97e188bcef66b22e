import { scaleLinear } from 'd3-scale'
import { Chart, ChartPicture, said } from './chart.tsx'
import { FigureTable } from './figure-table.tsx'

export interface Bar {
  label: string
  /** null: withheld because it is small. */
  value: number | null
}

export interface BarChartProps {
  id: string
  title: string
  description: string
  bars: readonly Bar[]
  unit: string
  /** Head of the first column of the table. */
  of: string
  /** What a whole bar is; the largest figure when not said. */
  whole?: number
}

/** Height of one row and its parts in rem, so that the picture grows with the text. */
const ROW = 3.25
const TEXT = 1.15
const BAR_TOP = 1.6
const BAR_HEIGHT = 0.9

/** Lying bars, each with its name above and its figure, longest scale = 100 %. */
export function BarChart({ bars, unit, of, whole, ...chart }: BarChartProps) {
  const largest = whole ?? Math.max(1, ...bars.map((bar) => bar.value ?? 0))
  const width = scaleLinear([0, largest], [0, 100])
  return (
    <Chart {...chart} table={<FigureTable title={chart.title} figures={bars} {...{ unit, of }} />}>
      <ChartPicture chart={chart} kind="bars" height={`${bars.length * ROW}rem`}>
        {bars.map((bar, index) => (
          <g key={bar.label}>
            <text x="0" y={`${index * ROW + TEXT}rem`}>
              {bar.label}
            </text>
            {bar.value === null ? (
              // In the place of its bar: beside a long name there is no room on a phone.
              <text class="chart-figure" x="0" y={`${index * ROW + BAR_TOP + BAR_HEIGHT}rem`}>
                {said(bar.value, unit)}
              </text>
            ) : (
              <>
                <text class="chart-figure" x="100%" y={`${index * ROW + TEXT}rem`} text-anchor="end">
                  {said(bar.value, unit)}
                </text>
                <rect
                  class="chart-rail"
                  x="0"
                  y={`${index * ROW + BAR_TOP}rem`}
                  width="100%"
                  height={`${BAR_HEIGHT}rem`}
                  rx="6"
                />
              </>
            )}
            {bar.value !== null && bar.value > 0 && (
              <rect
                class="chart-bar"
                x="0"
                y={`${index * ROW + BAR_TOP}rem`}
                width={`${width(bar.value).toFixed(2)}%`}
                height={`${BAR_HEIGHT}rem`}
                rx="6"
              />
            )}
          </g>
        ))}
      </ChartPicture>
    </Chart>
  )
}
