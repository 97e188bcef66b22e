import { expect, test } from 'vitest'
import { openHouse } from '../house.ts'

const house = await openHouse()
const RUBY = /<ruby>(.*?)<rt>.*?<\/rt><\/ruby>/g
/** What is new in each answer, or follows from the switch itself. */
const steady = (html: string) =>
  html
    .replaceAll(/name="_once" value="[^"]*"/g, '')
    .replaceAll(/<form method="post" action="\/furigana">.*?<\/form>/g, '')
    .replaceAll(RUBY, '$1')
const kanji = (html: string) =>
  html
    .slice(html.indexOf('<main'))
    .replaceAll(/<(select|svg)\b.*?<\/\1>|<[^>]*>/g, '')
    .match(/\p{Script=Han}/gu)!.length

test('furigana stand over the known words of every page once they are asked for, and nothing else changes', async () => {
  const reader = house.visitor()
  const pages = ['/', '/about', '/projects', '/sign-in', '/regions/40']
  const before = await Promise.all(pages.map((page) => reader.get(page)))
  expect((await reader.post('/furigana', { furigana: 'on', back: '/about' })).location).toBe('/about')
  for (const [nth, page] of pages.entries()) {
    const { html } = await reader.get(page)
    expect(steady(html) === steady(before[nth]!.html), page).toBe(true)
    const covered = kanji(html.replaceAll(RUBY, '')) / kanji(before[nth]!.html)
    expect(1 - covered, page).toBeGreaterThan(0.7)
  }
  expect((await reader.get('/regions/40')).html).toContain('<ruby>福岡県<rt>ふくおかけん</rt></ruby>')
  await reader.post('/furigana', { furigana: 'off', back: 'https://elsewhere.example' })
  expect((await reader.get('/about')).html).not.toContain('<ruby>')
})
