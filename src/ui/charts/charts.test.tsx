import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { chartExamples } from '../examples/charts.tsx'
import { BarChart } from './bar-chart.tsx'
import { WITHHELD } from './chart.tsx'
import { Flow } from './flow.tsx'
import { LineChart } from './line-chart.tsx'
import { MapOfJapan } from './map-of-japan.tsx'
import { PREFECTURES } from './prefectures.ts'
import { RouteMap } from './route-map.tsx'

const words = { id: 'c', title: '題', description: '説明の文', unit: '件' }

describe('every chart that draws', () => {
  const drawn = chartExamples.map((example) => ({ ...example, html: renderToString(example.node as never) }))
  it.each(drawn)('$part / $state has a table with the figures', ({ html }) => {
    expect(html).toContain('<table')
    expect(html).not.toMatch(/NaN|undefined/)
  })
  it.each(drawn.filter(({ html }) => html.includes('<svg')))('$part / $state has title and desc', ({ html }) => {
    const [, ids = ''] = /aria-labelledby="([^"]+)"/.exec(html) ?? []
    expect(ids.split(' ')).toHaveLength(2)
    for (const id of ids.split(' ')) expect(html).toMatch(new RegExp(`<(title|desc) id="${id}">[^<]+`))
  })
})

it('draws the largest bar over the whole width and withholds small ones', () => {
  const html = renderToString(
    <BarChart
      {...words}
      of="仕事"
      bars={[
        { label: '販路', value: 8 },
        { label: '原価', value: 2 },
        { label: '証明書', value: null },
      ]}
    />,
  )
  expect([...html.matchAll(/class="chart-bar"[^>]*width="([^"]+)"/g)].map((found) => found[1])).toEqual([
    '100.00%',
    '25.00%',
  ])
  expect(html.match(new RegExp(WITHHELD, 'g'))).toHaveLength(2)
  // On a phone there is no room for it beside a long name: it stands where the bar would.
  expect(html).toMatch(new RegExp(`x="0"[^>]*>${WITHHELD}</text>`))
  expect(html.match(/class="chart-rail"/g)).toHaveLength(2)
})

it('leaves a gap in the line where a figure is withheld', () => {
  const points = [1, 2, null, 3, 4].map((value, index) => ({ label: `${index + 1}月`, value }))
  const html = renderToString(<LineChart {...words} of="月" points={points} />)
  const [, path = ''] = /class="chart-line" d="([^"]+)"/.exec(html) ?? []
  expect(path.match(/M/g)).toHaveLength(2)
})

it('draws a line chart without any point', () => {
  expect(renderToString(<LineChart {...words} of="月" points={[]} />)).not.toMatch(/NaN|Infinity/)
})

it('lets flow come back to where it began and keeps withheld links out of the picture', () => {
  const html = renderToString(
    <Flow
      {...words}
      fromHead="から"
      toHead="へ"
      links={[
        { from: '九州', to: '九州', value: 5 },
        { from: '関東', to: '九州', value: 10 },
        { from: '関東', to: '四国', value: null },
      ]}
    />,
  )
  expect(html.match(/class="flow-band"/g)).toHaveLength(2)
  expect(html.match(/class="flow-place"/g)).toHaveLength(3)
  expect(html).toContain(WITHHELD)
})

describe('the map', () => {
  it.each(['shapes', 'tiles'] as const)('draws 47 prefectures as %s', (form) => {
    const html = renderToString(<MapOfJapan {...words} form={form} values={{ '06': 41, '13': null }} />)
    const places = html.match(/class="map-place" data-level="[^"]+"/g) ?? []
    // With the five steps and the withheld one of the legend.
    expect(places).toHaveLength(47 + 5 + 1)
    expect(html.match(/<td/g)).toHaveLength(47)
    expect(html).toContain('山形県 41件')
    expect(html).toContain(`東京都 ${WITHHELD}`)
    expect(html.includes('CC BY 4.0')).toBe(form === 'shapes')
  })
  it('has a shape and a tile of its own for each prefecture', () => {
    const html = renderToString(<MapOfJapan {...words} values={{}} />)
    expect(html.match(/<path class="map-place"[^>]* d="m/gi)).toHaveLength(47)
    expect(new Set(PREFECTURES.map((place) => place.tile.join())).size).toBe(47)
    expect(PREFECTURES.map((place) => Number(place.code))).toEqual(Array.from({ length: 47 }, (_, i) => i + 1))
  })
})

it('keeps a way that comes back to one prefecture in its picture', () => {
  const html = renderToString(<RouteMap id="w" title="t" description="d" stops={['12', '12', '46', '12']} />)
  const at = [...html.matchAll(/<circle cx="([\d.]+)"/g)].map(([, x]) => Number(x))
  expect(at).toHaveLength(4)
  expect(new Set(at).size).toBe(4)
  expect(at.every((x) => x >= 20 && x <= 500)).toBe(true)
})
