import japan from '@svg-maps/japan'
import { scaleQuantize } from 'd3-scale'
import { Chart, ChartPicture, type ChartProps, said } from './chart.tsx'
import { FigureTable } from './figure-table.tsx'
import { PREFECTURES, type PrefectureShape } from './prefectures.ts'

export interface MapOfJapanProps {
  id: string
  title: string
  description: string
  /** By JIS code of the prefecture; a missing one counts as 0, null is withheld because it is small. */
  values: Readonly<Record<string, number | null>>
  unit: string
  /** tiles: every prefecture the same size, with its name. */
  form?: 'shapes' | 'tiles'
}

/** Steps of colour from the palest to the deepest. */
const LEVELS = ['1', '2', '3', '4', '5'] as const
const shapes: { viewBox: string; locations: { id: string; path: string }[] } = japan
const pathOf = new Map(shapes.locations.map((location) => [location.id, location.path]))

/** Figures by prefecture as a map, with credit and table. */
export function MapOfJapan({ values, unit, form = 'shapes', ...chart }: MapOfJapanProps) {
  const figureOf = (place: PrefectureShape) => (place.code in values ? (values[place.code] ?? null) : 0)
  const largest = Math.max(1, ...PREFECTURES.map((place) => figureOf(place) ?? 0))
  const step = scaleQuantize([0, largest], LEVELS)
  const levelOf = (value: number | null) => (value === null ? 'withheld' : value === 0 ? '0' : step(value))
  const figures = PREFECTURES.map((place) => ({ label: place.name, value: figureOf(place) }))
  const inside = { figureOf, levelOf, unit, chart }
  return (
    <Chart
      {...chart}
      credit={form === 'shapes' ? CREDIT : undefined}
      table={<FigureTable title={chart.title} of="都道府県" {...{ figures, unit }} />}
    >
      {form === 'shapes' ? <Shapes {...inside} /> : <Tiles {...inside} />}
      <Legend largest={largest} unit={unit} withheld={Object.values(values).includes(null)} />
    </Chart>
  )
}

interface Inside {
  chart: Pick<ChartProps, 'id' | 'title' | 'description'>
  figureOf: (place: PrefectureShape) => number | null
  levelOf: (value: number | null) => string
  unit: string
}

function Shapes({ chart, figureOf, levelOf, unit }: Inside) {
  return (
    <ChartPicture chart={chart} kind="map" viewBox={shapes.viewBox}>
      {PREFECTURES.map((place) => (
        <path key={place.code} class="map-place" data-level={levelOf(figureOf(place))} d={pathOf.get(place.shape)}>
          <title>{`${place.name} ${said(figureOf(place), unit)}`}</title>
        </path>
      ))}
    </ChartPicture>
  )
}

const TILE = 40
/** Size of one of two characters that stand under each other in a tile. */
const LETTER = 18

function Tiles({ chart, figureOf, levelOf, unit }: Inside) {
  return (
    <ChartPicture chart={chart} kind="tiles" viewBox={`0 0 ${13 * TILE} ${13 * TILE}`}>
      {PREFECTURES.map((place) => {
        const [column, row] = place.tile
        const level = levelOf(figureOf(place))
        return (
          <g key={place.code} class="map-tile" data-level={level}>
            <title>{`${place.name} ${said(figureOf(place), unit)}`}</title>
            <rect
              class="map-place"
              data-level={level}
              x={column * TILE + 1}
              y={row * TILE + 1}
              width={TILE - 2}
              height={TILE - 2}
              rx="7"
            />
            <TileName place={place} x={column * TILE + TILE / 2} y={row * TILE + TILE / 2} />
          </g>
        )
      })}
    </ChartPicture>
  )
}

/** In one line; on a phone two characters under each other, which are as large as the tile allows. */
function TileName({ place, x, y }: { place: PrefectureShape; x: number; y: number }) {
  const inside = { 'text-anchor': 'middle', 'dominant-baseline': 'central' } as const
  return (
    <>
      <text class="map-name" data-long={place.short.length > 2 ? '' : undefined} {...{ x, y }} {...inside}>
        {place.short}
      </text>
      {[...place.short].slice(0, 2).map((letter, index) => (
        <text key={letter} class="map-letter" x={x} y={y + (index - 0.5) * LETTER} {...inside}>
          {letter}
        </text>
      ))}
    </>
  )
}

function Legend({ largest, unit, withheld }: { largest: number; unit: string; withheld: boolean }) {
  return (
    <p class="map-legend">
      <span>少ない</span>
      <svg viewBox="0 0 100 14" aria-hidden="true">
        {LEVELS.map((level, index) => (
          <rect
            key={level}
            class="map-place"
            data-level={level}
            x={index * 20 + 1}
            y="1"
            width="18"
            height="12"
            rx="3"
          />
        ))}
      </svg>
      <span>多い（{said(largest, unit)}）</span>
      {withheld && (
        <span class="map-legend-withheld">
          <svg viewBox="0 0 20 14" aria-hidden="true">
            <rect class="map-place" data-level="withheld" x="1" y="1" width="18" height="12" rx="3" />
          </svg>
          出していない県
        </span>
      )}
    </p>
  )
}

const CREDIT = (
  <>
    地図の形：
    <a href="https://github.com/VictorCazanave/svg-maps">Victor Cazanave「svg-maps」</a>
    <span class="figure">
      （<a href="https://creativecommons.org/licenses/by/4.0/deed.ja">CC BY 4.0</a>）
    </span>
    をもとに色をつけました
  </>
)
