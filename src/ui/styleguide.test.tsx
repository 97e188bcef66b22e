import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { framed } from './examples/framed.tsx'
import { Styleguide } from './styleguide.tsx'

const page = () => renderToString(framed(<Styleguide />, { reference: '案件 1042-7' }))

it('renders every example, twice the same', () => {
  expect(page()).toBe(page())
})

it('keeps what every page promises', () => {
  const html = page()
  expect(html.match(/<h1/g)).toHaveLength(1)
  expect(html).toContain('<html lang="ja"')
  expect(html).toContain('href="tel:0120000742"')
  expect(html).toContain('案件 1042-7')
  expect(html).toContain('人に相談する')
  expect(html).toContain('文字を大きく')
  expect(html).not.toMatch(/<[^>]+\s(style|on\w+)=/)
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((found) => found[1])
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
})

it('asks for large text on the root element', () => {
  expect(renderToString(framed(<Styleguide />, { largeText: true }))).toContain('<html lang="ja" data-text="large">')
})
