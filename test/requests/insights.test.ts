import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { nameBasedId } from '../../seed/ids.ts'
import { cases } from '../../src/cases/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { toldFactors, untoldFactors } from '../../src/matching/rules/factor-words.ts'
import { type Batch, release, writeMatches } from '../fixtures/insights.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const visitor = house.visitor()

test('with nothing to count the page says so', async () => {
  const page = await visitor.get('/insights')
  expect(page.status).toBe(200)
  expect(page.text).toContain('まだ数えられる契約がありません')
})

/** The clock stands at 23 November 2026: October 2026 is the last month that is over, November 2024 the first. */
const BATCHES: readonly Batch[] = [
  { companies: 9, prefecture: 6, from: 13, sealedAt: '2026-10-15T03:00:00Z' },
  { companies: 6, prefecture: 40, from: 13, sealedAt: '2026-10-20T03:00:00Z' },
  { companies: 8, prefecture: 6, from: 27, sealedAt: '2026-09-30T14:59:59Z' },
  // Two in 秋田県 are too few, and 宮城県 is the smallest that can go with them.
  { companies: 2, prefecture: 5, from: 13, sealedAt: '2026-09-01T03:00:00Z' },
  { companies: 7, prefecture: 4, from: 13, sealedAt: '2026-09-02T03:00:00Z' },
  // Somebody who has not said where they live.
  { companies: 6, prefecture: 40, from: null, sealedAt: '2024-10-31T15:00:00Z' },
]
const OUTSIDE: readonly Batch[] = [
  { companies: 5, prefecture: 1, from: 1, sealedAt: '2024-10-31T14:59:59Z' },
  { companies: 5, prefecture: 1, from: 1, sealedAt: '2026-10-31T15:00:00Z' },
]

test('the files hold what can be counted from the contracts, and X for what is withheld', async () => {
  await writeMatches(house.db, [...BATCHES, ...OUTSIDE])
  await release(house)
  const months = await table('matches')
  expect(months.get('2026-10')).toBe('15')
  expect(months.get('2026-09')).toBe('17')
  expect(months.get('2024-11')).toBe('6')
  expect(months.get('合計')).toBe('38')
  expect(months.get('会社の数（5社ごと）')).toBe('35')
  expect(months.size).toBe(1 + 24 + 2)

  const prefectures = await table('prefectures', 1)
  expect(prefectures.get('山形県')).toBe('17')
  expect(prefectures.get('福岡県')).toBe('12')
  expect(prefectures.get('北海道')).toBe('0')
  expect(prefectures.get('秋田県')).toBe('X')
  expect(prefectures.get('宮城県')).toBe('X')

  const flows = await table('flows', 0, 1)
  expect(flows.get('関東→東北')).toBe('18')
  expect(flows.get('近畿→東北')).toBe('8')
  expect(flows.get('関東→九州・沖縄')).toBe('6')
  expect(flows.get('地域を書いていない人→九州・沖縄')).toBe('6')
  expect(flows.get('関東→合計')).toBe('24')
  expect(flows.get('合計→東北')).toBe('26')
})

test('a file opens in Excel as it is', async () => {
  const file = await visitor.get('/insights/data/2026-10/flows.csv')
  expect([...file.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(file.headers.get('content-disposition')).toContain('attachment')
  const sheet = await visitor.get('/insights/data/2026-10/flows.csv?format=xlsx')
  expect([...sheet.bytes.subarray(0, 2)]).toEqual([0x50, 0x4b])
  expect((await visitor.get('/insights/flows.csv')).location).toBe('/insights/data/2026-10/flows.csv')
})

test('the page says the same, what it counts, of how many, and when', async () => {
  const page = await visitor.get('/insights')
  expect(page.text).toContain('山形県 17件')
  expect(page.text).toContain('秋田県 少数のため出しません')
  expect(page.text).toContain('対象：2024年11月から2026年10月まで 38件（35社以上）。計算した日：2026年11月23日（月）')
  expect(page.text).not.toMatch(/秋田県 2|宮城県 7/)
  expect(page.html.match(/<h1/g)).toHaveLength(1)
})

test('a release has a manifest with the sum of each file, and nothing changes in it afterwards', async () => {
  const before = await visitor.get('/insights/data/2026-10/manifest.json')
  const manifest = JSON.parse(before.html)
  expect(manifest).toMatchObject({ release: '2026-10', counting: 2, licence: { name: 'CC BY 4.0' }, leastCompanies: 5 })
  for (const { name, sha256, bytes } of manifest.files) {
    const file = await visitor.get(`/insights/data/2026-10/${name}`)
    expect([name, createHash('sha256').update(file.bytes).digest('hex')]).toEqual([name, sha256])
    expect(file.bytes.length).toBe(bytes)
  }
  expect(manifest.files.map(({ name }: { name: string }) => name)).toContain('market.csv')
  const shown = await visitor.get('/insights')
  await writeMatches(house.db, [{ companies: 9, prefecture: 1, from: 13, sealedAt: '2026-10-03T03:00:00Z' }], 'later')
  await release(house)
  expect((await visitor.get('/insights/data/2026-10/manifest.json')).html).toBe(before.html)
  expect((await visitor.get('/insights')).text).toBe(shown.text)
  for (const nothing of ['2026-10/secret.csv', '2026-11/manifest.json', '2026-1/matches.csv', 'x/y']) {
    expect([nothing, (await visitor.get(`/insights/data/${nothing}`)).status]).toEqual([nothing, 404])
  }
  expect((await visitor.get('/insights/data')).text).toContain('いちばん新しい公表（2026年10月まで）')
})

test('the market of a region has an address of its own, and small numbers no figure', async () => {
  const page = await visitor.get('/insights?area=tohoku')
  expect(page.text).toContain('東北の会社が求める仕事と、東北の人が出せる仕事')
  expect(page.html).toMatch(/aria-current="page"[^>]*>東北/)
})

test('the map of equal tiles has an address of its own', async () => {
  const page = await visitor.get('/insights?map=tiles')
  expect(page.html).toContain('data-kind="tiles"')
  expect(page.html).toMatch(/aria-current="page"[^>]*>同じ大きさ/)
})

test('one person’s way is told where both sides let themselves be named, and nameless cases are never put together', async () => {
  const at = new Date('2026-10-05T00:00:00Z')
  const caseOf = (n: number, openness: 'named' | 'anonymous', account: string) => {
    const of = (kind: string) => nameBasedId(`match:${kind}:${n}:0`)
    return {
      ...{ id: of('case'), contractId: of('contract'), projectId: of('project'), companyId: of('company') },
      ...{
        accountId: nameBasedId(account),
        title: `困りごと${n}`,
        problem: '',
        done: '',
        result: '',
        learned: `学び${n}`,
      },
      ...{ outcome: 'reached' as const, codes: [], industry: 'crafts', prefecture: BATCHES[n]!.prefecture, hours: 5 },
      ...{ months: 3, fee: 30_000, applicants: 3, companyOpenness: openness, talentOpenness: openness },
      ...{ talentName: openness === 'named' ? '道 行子' : null, companyConsentAt: at, talentConsentAt: at },
      ...{ createdAt: at, updatedAt: at, publishedAt: at },
    }
  }
  const look = async () => (await visitor.get('/circulation')).text
  await asOwner(house.db, (tx) => tx.insert(cases).values([caseOf(2, 'anonymous', 'a'), caseOf(3, 'anonymous', 'a')]))
  expect(await look()).toContain('こんなふうに、ひと回りします')
  const named = [caseOf(0, 'named', 'b'), caseOf(1, 'named', 'b')]
  await asOwner(house.db, (tx) => tx.insert(cases).values(named))
  const told = await look()
  expect(told).toContain('道 行子さんの知恵が、二つの会社をめぐりました')
  expect(told).toContain('1 山形県→ 2 福岡県')
  expect(told).toMatch(/見本の会社 0-0.*困りごと0.*学び0.*見本の会社 1-0/)
  expect(told).not.toMatch(/困りごと[23]/)
  await asOwner(house.db, (tx) => tx.update(cases).set({ withdrawnAt: at }).where(eq(cases.id, named[1]!.id)))
  expect(await look()).not.toContain('道 行子')
})

test('the first page counts what is there', async () => {
  const page = await visitor.get('/')
  const { length } = BATCHES.flatMap(({ companies }) => Array.from({ length: companies }))
  expect(page.text).toContain(`参加している会社 ${length + 10 + 9 + 3}社`)
  expect(page.text).toContain('困りごと0')
  expect(page.text).toMatch(/いくらくらいかかりますか (このごろの案件\d+件では、月|たとえば月10時間)/)
})

test.each(['/about', '/about/partners', '/about/ranking'])('%s can be read by everybody', async (path) => {
  const page = await visitor.get(path)
  expect(page.status).toBe(200)
  expect(page.html.match(/<h1/g)).toHaveLength(1)
})

test('the page about proposals tells every factor, what never counts, and whom to talk to when it looks wrong', async () => {
  const page = await visitor.get('/about/ranking')
  expect(page.html).toContain('<h1>')
  const { heavy, middle, light } = toldFactors()
  for (const { name, words } of [...heavy, ...middle, ...light, ...untoldFactors()]) {
    expect(page.text).toContain(name)
    expect(page.text).toContain(words)
  }
  for (const never of ['年齢・性別・国籍', '写真・名前・学校の名前', 'つながりの数', '順番は買えません']) {
    expect(page.text).toContain(never)
  }
  const objection = await visitor.get('/calls/new?from=%2Fabout%2Franking')
  expect([page.html.includes('href="/calls/new?from=%2Fabout%2Franking"'), objection.status]).toEqual([true, 200])
  expect((await visitor.get('/projects')).html).toContain('<a href="/about/ranking">おすすめの仕組み</a>')
})

test('the parts of the screens are shown in the demo, and nowhere else', async () => {
  const page = await visitor.get('/styleguide')
  expect([page.status, page.text]).toEqual([200, expect.stringContaining('部品の見本')])
  for (const part of ['More', 'Prose', 'PasskeyForm']) expect(page.text).toContain(part)
  const real = await openHouse({ cast: false, config: { mode: 'real' } })
  expect((await real.visitor().get('/styleguide')).status).toBe(404)
})

test('what robots are told', async () => {
  const page = await visitor.get('/robots.txt')
  expect(page.headers.get('content-type')).toContain('text/plain')
  expect(page.html).toContain('Disallow: /desk')
})

/** A file as the figure of each row by the cells named. */
async function table(name: string, ...by: number[]): Promise<Map<string, string>> {
  const { html } = await visitor.get(`/insights/data/2026-10/${name}.csv`)
  const rows = html
    .replace('\ufeff', '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(','))
  return new Map(rows.map((row) => [(by.length > 0 ? by : [0]).map((at) => row[at]).join('→'), row.at(-2)!]))
}
