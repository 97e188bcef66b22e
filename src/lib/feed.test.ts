import { expect, test } from 'vitest'
import { type FeedOf, feedText } from './feed.ts'

const LIST: FeedOf = {
  title: '募集中の案件',
  description: '新しい案件から順に',
  page: 'https://meguri.example/projects?code=10035&remote=yes',
  self: 'https://meguri.example/projects.atom?code=10035&remote=yes',
  entries: [
    {
      url: 'https://meguri.example/projects/1',
      title: '原価を<出して>ほしい & 値決め',
      summary: '月4万円\u0000]]>',
      published: new Date('2026-11-02T03:04:05Z'),
    },
  ],
}

test('Atom says where it stands, what is new and since when, with every sign of XML made harmless', () => {
  const atom = feedText('atom', LIST)
  expect(atom).toContain('<id>https://meguri.example/projects?code=10035&amp;remote=yes</id>')
  expect(atom).toContain('rel="self" href="https://meguri.example/projects.atom?code=10035&amp;remote=yes"')
  expect(atom).toContain('<updated>2026-11-02T03:04:05.000Z</updated>')
  // The title is HTML within CDATA: the signs of HTML are made harmless, too.
  expect(atom).toContain('<![CDATA[原価を&lt;出して&gt;ほしい &amp; 値決め]]>')
  expect(atom.match(/]]>/g)?.length).toBe(atom.match(/<!\[CDATA\[/g)?.length)
  expect(atom).not.toContain('\u0000')
})

test('JSON Feed says the same', () => {
  const json = JSON.parse(feedText('json', { ...LIST, self: 'https://meguri.example/projects.feed.json' }))
  expect(json).toMatchObject({
    version: 'https://jsonfeed.org/version/1',
    title: LIST.title,
    home_page_url: LIST.page,
    feed_url: 'https://meguri.example/projects.feed.json',
  })
  expect(json.items).toMatchObject([{ id: LIST.entries[0]!.url, title: LIST.entries[0]!.title }])
})

test('an empty list is a feed too', () => {
  expect(feedText('atom', { ...LIST, entries: [] })).toContain('<updated>1970-01-01T00:00:00.000Z</updated>')
  expect(JSON.parse(feedText('json', { ...LIST, entries: [] })).items).toEqual([])
})
