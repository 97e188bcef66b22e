import { ChartPicture } from './chart.tsx'
import { PREFECTURES } from './prefectures.ts'

export interface RouteMapProps {
  id: string
  title: string
  description: string
  /** JIS codes of the prefectures in the order in which they were reached. */
  stops: readonly string[]
}

const TILE = 40
const SIZE = 13 * TILE
/** From one stop in a prefecture to the next one there. */
const BESIDE = 30
/** How far a way swings out, as a share of its length. */
const SWING = 0.22

type Point = { x: number; y: number }

/** A way through the prefectures, each of one size: where it began, where it went on, how many times. */
export function RouteMap({ stops, ...chart }: RouteMapProps) {
  const points = stops.map(pointOf)
  const visited = new Set(stops)
  return (
    <figure class="chart">
      <ChartPicture chart={chart} kind="tiles" viewBox={`0 0 ${SIZE} ${SIZE}`}>
        {PREFECTURES.map(({ code, short, tile: [column, row] }) => (
          <g key={code} class="map-tile" data-level={visited.has(code) ? '1' : '0'}>
            <rect
              class="map-place"
              data-level={visited.has(code) ? '2' : '0'}
              x={column * TILE + 1}
              y={row * TILE + 1}
              width={TILE - 2}
              height={TILE - 2}
              rx="7"
            />
            {!visited.has(code) && (
              <text
                class="map-name"
                data-long={short.length > 2 ? '' : undefined}
                x={column * TILE + TILE / 2}
                y={row * TILE + TILE / 2}
                text-anchor="middle"
                dominant-baseline="central"
              >
                {short}
              </text>
            )}
          </g>
        ))}
        {points.slice(1).map((to, index) => (
          <Way key={`${index}`} from={points[index]!} to={to} />
        ))}
        {points.map(({ x, y }, index) => (
          <g key={`${index}`} class="route-stop">
            <circle cx={x} cy={y} r="19" />
            <text x={x} y={y + 1} text-anchor="middle" dominant-baseline="central">
              {index + 1}
            </text>
          </g>
        ))}
      </ChartPicture>
    </figure>
  )
}

/** Stops in one prefecture stand close beside each other around it, and never out of the picture. */
function pointOf(code: string, index: number, all: readonly string[]): Point {
  const { tile } = PREFECTURES.find((place) => place.code === code)!
  const before = all.slice(0, index).filter((other) => other === code).length
  const half = ((all.filter((other) => other === code).length - 1) * BESIDE) / 2
  const edge = TILE / 2 + half
  const middle = Math.min(Math.max(tile[0] * TILE + TILE / 2, edge), SIZE - edge)
  return { x: middle - half + before * BESIDE, y: tile[1] * TILE + TILE / 2 }
}

function Way({ from, to }: { from: Point; to: Point }) {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const bend = { x: (from.x + to.x) / 2 - dy * SWING, y: (from.y + to.y) / 2 + dx * SWING }
  // The middle of the curve lies half way to where it is drawn to.
  const middle = { x: (from.x + 2 * bend.x + to.x) / 4, y: (from.y + 2 * bend.y + to.y) / 4 }
  const degrees = (Math.atan2(dy, dx) * 180) / Math.PI
  const n = (value: number) => value.toFixed(1)
  return (
    <>
      <path class="route-way" d={`M${n(from.x)} ${n(from.y)}Q${n(bend.x)} ${n(bend.y)} ${n(to.x)} ${n(to.y)}`} />
      <path
        class="route-arrow"
        d="M-7-9L9 0L-7 9Z"
        transform={`translate(${n(middle.x)} ${n(middle.y)}) rotate(${n(degrees)})`}
      />
    </>
  )
}
