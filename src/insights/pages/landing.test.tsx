import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { framed } from '../../ui/examples/framed.tsx'
import { Landing } from './landing.tsx'

const counts = { openProjects: 1280, companies: 900, talents: 2003, prefectures: 47 }

it('offers the three ways in, the first as the main action', () => {
  const html = renderToString(framed(<Landing counts={counts} cost="" cases={[]} />))
  expect(html.match(/data-kind="main"[^>]*href="([^"]+)"/)?.[1]).toBe('/worries/new')
  for (const href of ['/worries/new', '/projects', '/about/partners']) expect(html).toContain(`href="${href}"`)
  expect(html).toContain('1,280')
  expect(html).toMatch(/約<strong>2,000<\/strong>人/)
  expect(html.match(/<h1/g)).toHaveLength(1)
})

it('shows cases, or says that the first is to come', () => {
  const one = { href: '/cases/1', title: '値段が言えた', from: '福岡県', outcome: '三か月で原価表ができました。' }
  expect(renderToString(framed(<Landing counts={counts} cost="" cases={[one]} />))).toContain('href="/cases/1"')
  expect(renderToString(framed(<Landing counts={counts} cost="" cases={[]} />))).toContain('終わった案件から、順に')
})
