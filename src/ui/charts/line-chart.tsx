import { scaleLinear } from 'd3-scale'
import { area, curveMonotoneX, line } from 'd3-shape'
import { Chart, ChartPicture, said } from './chart.tsx'
import { FigureTable } from './figure-table.tsx'

export interface Point {
  label: string
  /** null: withheld or unknown; the line has a gap there. */
  value: number | null
}

export interface LineChartProps {
  id: string
  title: string
  description: string
  points: readonly Point[]
  unit: string
  /** Head of the first column of the table. */
  of: string
  /** Which point carries its figure; the last one when not said. */
  marked?: number
}

/** Share of the height, in percent, between the top line and the ground line. */
const TOP = 12
const GROUND = 86
/** Of the width: the words of the lines stand before it. */
const LEFT = 14

/** One line over equal steps, usually months; the last point carries its figure. */
export function LineChart({ points, unit, of, marked, ...chart }: LineChartProps) {
  const scale = scaleLinear([0, Math.max(1, ...points.map((point) => point.value ?? 0))], [GROUND, TOP]).nice(3)
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [LEFT, 97])
  const known = (point: Point) => point.value !== null
  const across = (_: Point, index: number) => x(index)
  const up = (point: Point) => scale(point.value ?? 0)
  const stroke = line<Point>(across, up).defined(known).curve(curveMonotoneX)([...points])
  const fill = area<Point>(across, GROUND, up).defined(known).curve(curveMonotoneX)([...points])
  const lastIndex = marked ?? points.findLastIndex(known)
  const last = points[lastIndex]
  // Above the line that it stands over, which may come down from a higher point.
  const figureAt = Math.min(...points.slice(Math.max(0, lastIndex - 2), lastIndex + 2).map(up)) - 5
  const atEnd = lastIndex === points.length - 1
  return (
    <Chart {...chart} table={<FigureTable title={chart.title} figures={points} {...{ unit, of }} />}>
      <ChartPicture chart={chart} kind="line" height="17rem">
        {scale.ticks(3).map((tick) => (
          <line key={tick} class="chart-grid" x1="0" x2="100%" y1={`${scale(tick)}%`} y2={`${scale(tick)}%`} />
        ))}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%" aria-hidden="true">
          <path class="chart-area" d={fill ?? ''} />
          <path class="chart-line" d={stroke ?? ''} vector-effect="non-scaling-stroke" />
        </svg>
        {/* After the area, which would lie over them. */}
        {scale
          .ticks(3)
          .filter((tick) => tick > 0)
          .map((tick) => (
            <text key={tick} class="chart-tick" x="0" y={`${scale(tick) - 1.5}%`}>
              {said(tick, unit)}
            </text>
          ))}
        {last && (
          <g>
            <circle class="chart-dot" cx={`${x(lastIndex)}%`} cy={`${up(last)}%`} r="6" />
            <text
              class="chart-figure"
              x={atEnd ? '99%' : `${x(lastIndex)}%`}
              y={`${figureAt}%`}
              text-anchor={atEnd ? 'end' : 'middle'}
            >
              {said(last.value, unit)}
            </text>
          </g>
        )}
        <Ends points={points} />
      </ChartPicture>
    </Chart>
  )
}

/** Only the first and the last step are written under the line: more would not fit a phone. */
function Ends({ points }: { points: readonly Point[] }) {
  return (
    <>
      <text class="chart-tick" x="0" y="97%">
        {points[0]?.label}
      </text>
      <text class="chart-tick" x="99%" y="97%" text-anchor="end">
        {points.at(-1)?.label}
      </text>
    </>
  )
}
