import { Village } from './village.tsx'

export interface LoopProps {
  id: string
  title: string
  description: string
  /** Names of the stations, clockwise from the top; the first and the last stand out. Up to five characters each. */
  stations: readonly string[]
}

const CENTRE = { x: 180, y: 186 }
const RADIUS = { x: 124, y: 148 }
const PILL_HEIGHT = 38
const CHARACTER = 16

/** The large sister of the mark: one path with stations around a village and a town. */
export function Loop({ id, title, description, stations }: LoopProps) {
  const step = (2 * Math.PI) / Math.max(1, stations.length)
  return (
    <svg class="loop" viewBox="0 0 360 372" role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <Village />
      <path class="loop-out" d={arc(1)} />
      <path class="loop-back" d={arc(0)} />
      {stations.map((name, index) => (
        <Direction key={name} angle={(index + 0.5) * step} />
      ))}
      {stations.map((name, index) => (
        <Station key={name} name={name} angle={index * step} kind={kindOf(index, stations.length)} />
      ))}
    </svg>
  )
}

type Kind = 'first' | 'last' | 'between'

function kindOf(index: number, length: number): Kind {
  return index === 0 ? 'first' : index === length - 1 ? 'last' : 'between'
}

function Station({ name, angle, kind }: { name: string; angle: number; kind: Kind }) {
  const { x, y } = at(angle)
  const width = name.length * CHARACTER + 24
  return (
    <g class="loop-station" data-kind={kind}>
      <rect x={x - width / 2} y={y - PILL_HEIGHT / 2} width={width} height={PILL_HEIGHT} rx={PILL_HEIGHT / 2} />
      <text x={x} y={y + 1} text-anchor="middle" dominant-baseline="central">
        {name}
      </text>
    </g>
  )
}

/** A small arrow on the path. */
function Direction({ angle }: { angle: number }) {
  const { x, y } = at(angle)
  const degrees = (Math.atan2(Math.sin(angle) * RADIUS.y, Math.cos(angle) * RADIUS.x) * 180) / Math.PI
  return (
    <path
      class="loop-arrow"
      d="M-2.5-3.5L1.5 0L-2.5 3.5"
      transform={`translate(${x} ${y}) rotate(${degrees.toFixed(1)})`}
    />
  )
}

/** Clockwise from the top. */
function at(angle: number): { x: number; y: number } {
  return { x: round(CENTRE.x + Math.sin(angle) * RADIUS.x), y: round(CENTRE.y - Math.cos(angle) * RADIUS.y) }
}

/** The right half (1) or the left half (0) of the path. */
function arc(side: 0 | 1): string {
  const top = CENTRE.y - RADIUS.y
  const bottom = CENTRE.y + RADIUS.y
  const [from, to] = side === 1 ? [top, bottom] : [bottom, top]
  return `M${CENTRE.x} ${from}A${RADIUS.x} ${RADIUS.y} 0 0 1 ${CENTRE.x} ${to}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
