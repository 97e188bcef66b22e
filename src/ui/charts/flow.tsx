import { sankey } from 'd3-sankey'
import { Table } from '../table.tsx'
import { Chart, ChartPicture, said } from './chart.tsx'

export interface FlowLink {
  from: string
  to: string
  /** null: withheld because it is small; stands in the table only. */
  value: number | null
}

export interface FlowProps {
  id: string
  title: string
  description: string
  links: readonly FlowLink[]
  unit: string
  fromHead: string
  toHead: string
}

interface Place {
  id: string
  label: string
  side: 'from' | 'to'
}

const HEIGHT_PER_PLACE = 12

/** What goes from where to where: places left and right, bands as thick as their figure. */
export function Flow({ links, unit, fromHead, toHead, ...chart }: FlowProps) {
  const shown = links.filter((link): link is FlowLink & { value: number } => link.value !== null && link.value > 0)
  const table = (
    <Table
      caption={chart.title}
      captionHidden
      columns={[
        { head: fromHead, cell: (link: FlowLink) => link.from },
        { head: toHead, cell: (link: FlowLink) => link.to },
        { head: '数', cell: (link: FlowLink) => said(link.value, unit), figure: true },
      ]}
      rows={links}
      rowKey={(link) => `${link.from}→${link.to}`}
    />
  )
  if (shown.length === 0) {
    return (
      <Chart {...chart} table={table}>
        <p>まだ出せる数字がありません。</p>
      </Chart>
    )
  }
  // Every place in the order in which it first begins a link, so that both sides have the same.
  const drawn = lay(shown, [...new Set([...links.map((link) => link.from), ...links.map((link) => link.to)])])
  return (
    <Chart {...chart} table={table}>
      <p class="flow-heads">
        <span>{fromHead}</span>
        <span>{toHead}</span>
      </p>
      <ChartPicture chart={chart} kind="flow" height={`${(drawn.height / HEIGHT_PER_PLACE) * 3.4}rem`}>
        <svg
          viewBox={`0 0 100 ${drawn.height}`}
          preserveAspectRatio="none"
          width="100%"
          height="100%"
          aria-hidden="true"
        >
          {drawn.bands.map((band) => (
            <path key={band.key} class="flow-band" data-turn={band.turn} d={band.path} />
          ))}
          {drawn.places.map((place) => (
            <rect
              key={place.id}
              class="flow-place"
              data-side={place.side}
              x={place.x}
              y={place.y}
              width="2"
              height={place.height}
            />
          ))}
        </svg>
        {drawn.places.map((place) => (
          <text
            key={place.id}
            class="flow-label"
            x={place.side === 'from' ? '4%' : '96%'}
            y={`${(((place.y + place.height / 2) / drawn.height) * 100).toFixed(2)}%`}
            text-anchor={place.side === 'from' ? 'start' : 'end'}
            dominant-baseline="central"
          >
            {place.label}
          </text>
        ))}
      </ChartPicture>
    </Chart>
  )
}

/** Positions on a sheet 100 wide; a place is told apart by its side, since flow may come back to where it began. */
function lay(links: readonly (FlowLink & { value: number })[], order: readonly string[]) {
  const placed = (side: 'from' | 'to'): Place[] =>
    [...new Set(links.map((link) => link[side]))]
      .sort((a, b) => order.indexOf(a) - order.indexOf(b))
      .map((label) => ({ id: `${side} ${label}`, label, side }))
  const [left, right] = [placed('from'), placed('to')]
  const places = [...left, ...right]
  const sides = Math.max(left.length, right.length)
  const height = sides * HEIGHT_PER_PLACE
  const graph = sankey<Place, { source: string; target: string; value: number }>()
    .nodeId((place) => place.id)
    .nodeWidth(2)
    .nodePadding(HEIGHT_PER_PLACE / 3)
    // As they came: places have an order of their own, such as from north to south.
    .nodeSort(null)
    .extent([
      [0, 1],
      [100, height - 1],
    ])({
    nodes: places.map((place) => ({ ...place })),
    links: links.map((link) => ({ source: `from ${link.from}`, target: `to ${link.to}`, value: link.value })),
  })
  const turns = new Map<unknown, number>(graph.nodes.map((node, index) => [node, index % 3]))
  return {
    height,
    places: graph.nodes.map((node) => ({
      id: node.id,
      label: node.label,
      side: node.side,
      x: node.x0 ?? 0,
      y: node.y0 ?? 0,
      height: Math.max(0.5, (node.y1 ?? 0) - (node.y0 ?? 0)),
    })),
    bands: graph.links.map((link, index) => ({
      key: `${index}`,
      turn: String(turns.get(link.source) ?? 0),
      path: ribbon(link.y0 ?? 0, link.y1 ?? 0, Math.max(0.4, link.width ?? 0)),
    })),
  }
}

/** A filled band, so that its thickness survives the stretching of the sheet. */
function ribbon(from: number, to: number, thick: number): string {
  const half = thick / 2
  const n = (value: number) => value.toFixed(2)
  return [
    `M2 ${n(from - half)}C50 ${n(from - half)} 50 ${n(to - half)} 98 ${n(to - half)}`,
    `V${n(to + half)}C50 ${n(to + half)} 50 ${n(from + half)} 2 ${n(from + half)}Z`,
  ].join('')
}
