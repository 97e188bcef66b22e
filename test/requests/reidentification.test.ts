import { beforeAll, expect, test } from 'vitest'
import { nameBasedId } from '../../seed/ids.ts'
import { cases } from '../../src/cases/schema.ts'
import { recount } from '../../src/cli/recount.ts'
import { INDUSTRIES, INDUSTRY_GROUPS } from '../../src/companies/rules/industries.ts'
import { type Counted, cellsOf, places } from '../../src/insights/rules/cells.ts'
import { type Flow, flows } from '../../src/insights/schema.ts'
import { jobCodes } from '../../src/jobcodes/rules/standard.ts'
import { asOwner } from '../../src/lib/db.ts'
import type { LegalDate } from '../../src/lib/time.ts'
import { isEnough, reachable, readEverything } from '../fixtures/attack.ts'
import { type Batch, release, writeMatches } from '../fixtures/insights.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { type Published, workedOut } from '../fixtures/worked-out.ts'
import { openHouse } from '../house.ts'

/**
 * A stranger with every public address, patience and paper tries to learn what fewer than five companies did: by small places, rare
 * work, sums, two filters, two releases, two moments. The number five stands in this file and in `isEnough`, not in a rule.
 */
const house = await openHouse()
const visitor = house.visitor()

const RARE = '74095'
/** What four companies of a rare kind of work paid, worked and had: nowhere else are there such numbers. */
const ODD = { fee: 98_765, hours: 377, applicants: 4321 }
const [COST, PLAN] = ['10035', '12074']

const TOWN: readonly Batch[] = [
  { companies: 30, prefecture: 6, from: 13, sealedAt: '2026-06-10T03:00:00Z', codes: [COST] },
  { companies: 14, prefecture: 40, from: 13, sealedAt: '2026-07-10T03:00:00Z', codes: [PLAN], industry: 'food' },
  { companies: 12, prefecture: 4, from: 27, sealedAt: '2026-08-10T03:00:00Z', codes: [PLAN] },
  { companies: 9, prefecture: 27, from: 27, sealedAt: '2026-08-12T03:00:00Z', codes: [COST], industry: 'food' },
  // One company alone in its prefecture, with many contracts; two in a small region; four of rare work; one person of no place.
  { companies: 1, prefecture: 47, from: 13, sealedAt: '2026-08-20T03:00:00Z', each: 23, codes: [COST] },
  { companies: 2, prefecture: 37, from: 40, sealedAt: '2026-09-01T03:00:00Z', codes: [COST] },
  { companies: 4, prefecture: 6, from: 13, sealedAt: '2026-07-02T03:00:00Z', codes: [RARE], industry: 'energy' },
  { companies: 1, prefecture: 4, from: null, sealedAt: '2026-08-21T03:00:00Z' },
]
/** The month after: in each of these one company or two come to what was known of enough of them. */
const LATER: readonly Batch[] = [
  { companies: 8, prefecture: 6, from: 13, sealedAt: '2026-11-10T03:00:00Z', codes: [COST] },
  { companies: 1, prefecture: 27, from: 27, sealedAt: '2026-11-11T03:00:00Z', codes: [COST], industry: 'food' },
  { companies: 2, prefecture: 4, from: 27, sealedAt: '2026-11-12T03:00:00Z', codes: [PLAN] },
  { companies: 1, prefecture: 47, from: 13, sealedAt: '2026-11-13T03:00:00Z', codes: [COST] },
  // Of a month that was told already: it came to be known too late.
  { companies: 2, prefecture: 40, from: 13, sealedAt: '2026-07-20T03:00:00Z', codes: [PLAN], industry: 'food' },
]
const GUESSED = [
  ...['1', '4', '6', '27', '37', '40', '47', '47201', '37201'].map((place) => `/regions/${place}`),
  ...['', '?prefecture=47', '?prefecture=37', `?words=${RARE}`, '?prefecture=47&over=yes'].map(
    (query) => `/projects${query}`,
  ),
  ...['', '?prefecture=47', '?prefecture=37', '?prefecture=47&outcome=reached'].map((query) => `/cases${query}`),
  ...[RARE, COST, PLAN].flatMap((code) => jobCodes().ancestors(code)).map((group) => `/job-codes/${group}`),
  ...[`/job-codes/${RARE}`, `/job-codes/${COST}`, '/projects.atom?prefecture=47', '/projects.feed.json?prefecture=37'],
  ...['all', 'hokkaido', 'tohoku', 'kanto', 'chubu', 'kinki', 'chugoku', 'shikoku', 'kyushu'].map(
    (area) => `/insights?map=tiles&area=${area}`,
  ),
  ...[0, 4, 5].map((batch) => `/companies/${nameBasedId(`match:company:${batch}:0`)}/record`),
]

let before: ReadonlyMap<string, string>

beforeAll(async () => {
  await publishedProjectOf(house, 'craft', { codes: [RARE], prefecture: 47 })
  await writeMatches(house.db, TOWN)
  await writeCases()
  await release(house)
  before = await readEverything(visitor, GUESSED)
}, 120_000)

test('the stranger gets to every kind of address there is to read', () => {
  const seen = [...before.keys()].map((address) => address.split('?')[0]!)
  for (const path of [
    '/insights',
    '/insights/data',
    '/regions',
    '/projects',
    '/cases',
    '/sitemap.xml',
    '/job-codes.csv',
    '/projects.atom',
  ]) {
    expect([path, reachable.includes(path), seen.includes(path)]).toEqual([path, true, true])
  }
  expect(seen.filter((path) => path.startsWith('/insights/data/')).length).toBeGreaterThanOrEqual(6)
  expect(before.size).toBeGreaterThan(60)
})

test('two moments: what is agreed in between changes no answer to anybody, byte for byte', async () => {
  await writeMatches(
    house.db,
    [
      { companies: 1, prefecture: 47, from: 13, sealedAt: '2026-11-20T03:00:00Z', codes: [RARE] },
      { companies: 6, prefecture: 37, from: 27, sealedAt: '2026-11-21T03:00:00Z', codes: [COST] },
    ],
    'between',
  )
  await release(house)
  const after = await readEverything(visitor, GUESSED)
  for (const [address, answer] of before) {
    // How many companies there are is told on the first page; a workbook holds the minute at which it was packed.
    if (address === '/' || address.endsWith('format=xlsx')) continue
    expect([address, after.get(address) === answer]).toEqual([address, true])
  }
}, 120_000)

test('no page, feed, file or list says what only few of a kind paid, worked or had', () => {
  for (const [address, answer] of before) {
    const told = Object.values(ODD)
      .flatMap((n) => [String(n), n.toLocaleString('ja-JP')])
      .filter((n) => new RegExp(`(?<![\\d,.a-f-])${n}(?![\\d,a-f-])`).test(answer.replace(/<svg[\s\S]*?<\/svg>/g, '')))
    expect([address, told]).toEqual([address, []])
  }
})

test('sums: nothing that is not said follows from what is, and nothing is said of one to four companies', async () => {
  const arcs = await published('2026-10')
  const truth = members(await allFlows(), '2026-11-01' as LegalDate)
  expect(arcs.filter(({ said }) => said === null).length).toBeGreaterThan(10)
  for (const { key, said } of arcs) {
    if (said === null) continue
    expect([key, said]).toEqual([key, truth.get(key)?.size ?? 0])
    expect([key, isEnough(companiesOf(truth.get(key)?.values()))]).toEqual([key, true])
  }
  expect(workedOut(arcs)).toEqual([])
})

test('two releases: neither a figure nor what is left of a sum tells what one to four companies did in between', async () => {
  const known = await allFlows()
  await writeMatches(house.db, LATER, 'after')
  house.setTime(new Date('2026-12-02T01:00:00Z'))
  await release(house)
  const [old, fresh] = [await published('2026-10'), await published('2026-11')]
  const all = await allFlows()
  const [was, is] = [members(known, '2026-11-01' as LegalDate), members(all, '2026-12-01' as LegalDate)]
  const changed = (key: string) =>
    [...(was.get(key) ?? new Map()), ...(is.get(key) ?? new Map())].flatMap(([id, flow]: [string, Counted]) =>
      was.get(key)?.has(id) && is.get(key)?.has(id) ? [] : [flow],
    )
  const both = (key: string) => [old, fresh].every((arcs) => arcs.some((arc) => arc.key === key && arc.said !== null))
  const said = fresh.filter(({ key }) => both(key))
  expect(said.length).toBeGreaterThan(50)
  for (const { key } of said) expect([key, isEnough(companiesOf(changed(key)))]).toEqual([key, true])
  expect(workedOut(fresh)).toEqual([])
  expect(await recount(house.db, house.now())).toMatchObject({ wrong: [], compared: expect.any(Number) })
  for (const node of new Set(fresh.map(({ from }) => from))) {
    const [out, into] = [fresh.filter(({ from }) => from === node), fresh.filter(({ to }) => to === node)]
    for (const [side, other] of [
      [out, into],
      [into, out],
    ] as const) {
      if (!other.every(({ key }) => both(key))) continue
      const left = side.filter(({ key }) => !both(key)).flatMap(({ key }) => [...changed(key)])
      expect([node, isEnough(companiesOf(left))]).toEqual([node, true])
    }
  }
})

test('the page of a group of work says a number of contracts where the release of the month does, the same, and nowhere else', async () => {
  const figures = new Map((await published('2026-10')).map(({ key, said }) => [key, said]))
  const groups = [RARE, COST, PLAN].map((code) => jobCodes().ancestors(code)[1]!)
  expect(groups.some((group) => figures.get(`middle ${group}`) === null)).toBe(true)
  for (const group of groups) {
    const told = /契約（24か月）<\/dt><dd[^>]*>(\d+)件/.exec(
      before.get(`/job-codes/${group}`)!.replaceAll(/<\/?(?:wbr|span)[^>]*>/g, ''),
    )
    expect([group, told ? Number(told[1]) : null]).toEqual([group, figures.get(`middle ${group}`)])
  }
})

/** Four companies let their finished work be counted, and nothing be read. */
async function writeCases(): Promise<void> {
  const at = new Date('2026-10-05T00:00:00Z')
  const rows = Array.from({ length: 4 }, (_, n) => {
    const of = (kind: string) => nameBasedId(`match:${kind}:6:${n}`)
    return {
      ...{ id: of('case'), contractId: of('contract'), projectId: of('project'), companyId: of('company') },
      ...{
        accountId: of('account'),
        title: '題',
        problem: '困りごと',
        done: 'したこと',
        result: '結果',
        learned: '学び',
      },
      ...{
        outcome: 'reached' as const,
        codes: [RARE],
        industry: 'energy',
        prefecture: 6,
        talentPrefecture: 13,
        months: 3,
      },
      ...{ ...ODD, companyOpenness: 'statistics' as const, talentOpenness: 'statistics' as const },
      ...{ companyConsentAt: at, talentConsentAt: at, createdAt: at, updatedAt: at },
    }
  })
  await asOwner(house.db, (tx) => tx.insert(cases).values(rows))
}

/** What a release says in its files, put together again as a stranger would. */
async function published(month: string): Promise<Published[]> {
  const read = async (name: string, keyOf: (row: string[]) => string | null) => {
    const { html } = await visitor.get(`/insights/data/${month}/${name}.csv`)
    const rows = html
      .replace('\ufeff', '')
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(','))
    return rows.flatMap((row) => {
      const [key, value, until] = [keyOf(row), row.at(-2)!, row.at(-1)!]
      return key === null ? [] : [[key, value === 'X' || until !== '' ? null : Number(value)] as const]
    })
  }
  const regions: Record<string, string> = {
    ...{
      北海道: 'hokkaido',
      東北: 'tohoku',
      関東: 'kanto',
      中部: 'chubu',
      近畿: 'kinki',
      中国: 'chugoku',
      四国: 'shikoku',
    },
    ...{ '九州・沖縄': 'kyushu', 地域を書いていない人: 'unknown' },
  }
  const levels: Record<string, string> = { 大分類: 'major', 中分類: 'middle', 仕事: 'leaf' }
  const parts: Record<string, string> = {
    ...{ 一社目: 'order first', 二社目から: 'order later', 同じ: 'distance same', ちがう: 'distance other' },
    ...{
      人が書いていない: 'distance unknown',
      ある: 'stay left',
      '終わったが、まだない': 'stay nothing',
      続いている: 'stay going',
    },
    ...{ あった: 'introduced yes', なかった: 'introduced no', である: 'returned yes', ではない: 'returned no' },
  }
  const said = new Map<string, number | null>([
    ...(await read('matches', ([day]) => (day === '合計' ? 'all' : /^\d/.test(day!) ? `month ${day}` : null))),
    ...(await read('prefectures', ([id]) => (id ? `prefecture ${id}` : null))),
    ...(await read('flows', ([from, to]) => {
      if (from === '合計') return to === '合計' ? null : `destination ${regions[to!]}`
      return to === '合計' ? `origin ${regions[from!]}` : `flow ${regions[from!]} ${regions[to!]}`
    })),
    ...(await read('works', ([level, id]) => `${levels[level!]} ${id}`)),
    ...(await read('needs', ([region, major]) => `need ${regions[region!]} ${major}`)),
    ...(await read('indices', ([, part]) => parts[part!]!)),
    ...(await read('trades', ([from, to]) => {
      if (from === '合計') return to === '合計' ? null : `group ${groupIn(to!)}`
      return to === '合計' ? `group-origin ${groupIn(from!)}` : `group-flow ${groupIn(from!)} ${groupIn(to!)}`
    })),
    ...(await read(
      'industries',
      ([name]) => `industry ${INDUSTRIES.find((one) => one.name === name)?.id ?? 'unknown'}`,
    )),
  ])
  const until = month === '2026-10' ? '2026-11-01' : '2026-12-01'
  return [...places(until as LegalDate)].map(([key, [from, to]]) => ({ key, from, to, said: said.get(key) ?? null }))
}

const allFlows = (): Promise<Flow[]> => asOwner(house.db, (tx) => tx.select().from(flows))

type Members = Map<string, Map<string, Counted>>

function members(rows: readonly Flow[], until: LegalDate): Members {
  const found: Members = new Map()
  for (const row of rows) {
    for (const key of cellsOf(row, until)) found.set(key, (found.get(key) ?? new Map()).set(row.contractId, row))
  }
  return found
}

const groupIn = (name: string) => INDUSTRY_GROUPS.find((group) => group.name === name)?.id ?? 'unknown'

const companiesOf = (which: Iterable<Counted> = []) => new Set([...which].map(({ companyId }) => companyId)).size
