import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { companyId, partnerId } from '../../seed/cast.ts'
import { asOwner } from '../../src/lib/db.ts'
import { programmes } from '../../src/partners/schema.ts'
import { type Firm, letBeCounted, writeGrants, writeYear } from '../fixtures/fiscal.ts'
import { expectRecounted, expectStaying } from '../fixtures/recounted.ts'
import { openHouse } from '../house.ts'
import { cellsOf } from '../office.ts'

const house = await openHouse()
/** Six firms of the town in two trades, one that left, one that came too late, and six that never let it see them. */
const FIRMS: readonly Firm[] = [
  ...[0, 1, 2, 3, 4, 5].map(
    (n): Firm => ({
      ...{ name: `ほたる${n}`, industry: n < 5 ? 'crafts' : 'food', municipality: '40210', code: '10043' },
      ...{ consented: '2025-04-10', published: n < 5 ? '2025-05-10' : '2025-06-10' },
      ...{ applied: ['2025-05-20', '2025-06-20'], sealed: n < 5 ? ['2025-06-01', '2026-02-01'] : ['2025-07-01'] },
      ...{ worked: ['2025-07-01', '2025-08-01'], fee: [n === 0 ? 'hourly' : n === 1 ? 'total' : 'monthly', 3000] },
      visited: ['2025-07-05', '2025-07-06'],
    }),
  ),
  {
    ...{ name: 'やめた会社', industry: 'crafts', municipality: '40203', code: '10043', consented: '2025-04-10' },
    ...{
      revoked: '2025-06-15',
      published: '2025-05-11',
      applied: ['2025-05-21', '2025-06-21'],
      sealed: ['2025-07-01'],
    },
    ...{ worked: [], fee: ['monthly', 1], visited: [] },
  },
  ...[0, 1, 2, 3, 4, 5].map(
    (n): Firm => ({
      ...{ name: `ほかの会社${n}`, industry: 'food', municipality: '40210', code: '10043', consented: null },
      ...{ published: '2025-09-10', applied: ['2025-09-20'], sealed: ['2025-10-01'], worked: [] },
      ...{ fee: ['monthly', 1], visited: [] },
    }),
  ),
]
await writeYear(house.db, FIRMS)
await writeGrants(
  house.db,
  FIRMS.filter(({ name }) => name.startsWith('ほかの')),
)
await letBeCounted(
  house.db,
  FIRMS.filter(({ name }) => !name.startsWith('ほかの')),
  '2025-12-01',
)
await asOwner(house.db, (tx) =>
  tx.insert(programmes).values(
    [8, 12].map((goalContracts, n) => ({
      ...{ id: crypto.randomUUID(), partnerId: partnerId('town'), slug: `goal-${n}`, title: '事業', about: '事業' },
      ...{ firstDay: '2025-04-01', lastDay: n === 0 ? '2025-07-31' : '2026-03-31', goalContracts },
      ...{ createdAt: house.now(), updatedAt: house.now(), publishedAt: house.now() },
    })),
  ),
)
const address = `/partners/${partnerId('town')}/fiscal-years`
const [koga, abe] = await Promise.all([house.as('koga'), house.as('abe')])
const table = async (path: string) => {
  const rows = cellsOf((await koga.get(path)).html)
  const heads = rows[0]!
  const row = (name: string) => rows.find((cells) => cells[1] === name)!
  /** The cell of the whole year under a head. */
  const year = (head: string) => row('2025年度（令和7年度）')[heads.indexOf(head)]
  return { heads, row, year }
}

/** As somebody would count by hand: one plain question for each figure, of the firms that the town saw at the time. */
async function byHand(): Promise<Record<string, number>> {
  const one = (counted: string, from: string, at: string) => `(select ${counted} from ${from}
    join partner_companies b using (company_id) where b.partner_id = '${partnerId('town')}'
    and ${at} >= '2025-04-01T00:00:00+09:00' and ${at} < '2026-04-01T00:00:00+09:00'
    and ${at} >= b.consented_at and (b.revoked_at is null or ${at} < b.revoked_at))`
  const { rows } = await asOwner(house.db, (tx) =>
    tx.execute<Record<string, string>>(
      sql.raw(`select ${one('count(*)', '(select company_id, created_at as at from worries) w', 'at')} as worries,
      ${one('count(*)', 'projects', 'published_at')} as projects, ${one('count(*)', 'applications', 'sent_at')} as applications,
      ${one('count(*)', 'contracts', 'sealed_at')} as contracts,
      ${one('count(*)', "(select company_id, (visited_on || 'T12:00:00+09:00')::timestamptz as at from visits) v", 'at')} as visits`),
    ),
  )
  return Object.fromEntries(Object.entries(rows[0]!).map(([name, value]) => [name, Number(value)]))
}

test('the figures are those that somebody counts by hand, and small ones are kept back with what would give them away', async () => {
  const { heads, row } = await table(`${address}/2025?format=csv`)
  expect(heads).toEqual([
    ...[
      'くくり',
      '項目',
      'はじめて同意した企業（社）',
      '聞いた困りごと（件）',
      '公開した案件（件）',
      '届いた応募（件）',
    ],
    ...['結んだ契約（件）', '訪問の日数（日）', 'お礼の合計（円）', '同意が続いている企業（社）'],
    ...[
      '二度目からの契約（件）',
      '公開から契約まで（日）',
      '事業のあとも続いた企業（社）',
      '補助なしで続けた企業（社）',
    ],
    ...[
      '開いた催し（回）',
      '催しに来た人（人）',
      '申し込む予定にした補助（件）',
      '予定の額（円）',
      '申し込まれた補助（件）',
    ],
    ...[
      '申し込みの額（円）',
      '交付を決めた補助（件）',
      '交付を決めた額（円）',
      '支払われた補助（件）',
      '支払われた額（円）',
    ],
    ...['残りの予算（円）', '関係人口：知っている（人）', '関係人口：催しに来た（人）', '関係人口：応募した（人）'],
    ...[
      '関係人口：働いた（人）',
      '関係人口：訪れた（人）',
      '関係人口：もどって来た（人）',
      '関係人口：人を連れて来た（人）',
    ],
  ])
  const counted = await byHand()
  expect(counted).toEqual({ worries: 7, projects: 7, applications: 13, contracts: 11, visits: 12 })
  const { worries, projects, applications, contracts, visits } = counted
  // 3,000 yen an hour for ten hours twice, 3,000 yen in all, 3,000 yen a month for two months four times.
  const fees = 60_000 + 3_000 + 4 * 6_000
  expect(row('2025年度（令和7年度）').slice(2, 9).map(Number)).toEqual([
    ...[7, worries, projects, applications, contracts, visits, fees],
  ])
  expect(row('2025年度（令和7年度）').slice(9, 16)).toEqual([
    // Six of the seven consent yet.
    '5以上',
    // First contracts are of six, further ones of five.
    ...['5', '22'],
    // Of six that had a contract when the short programme ended, all had work done or came again, without a subsidy.
    ...['6', '6', '0', '0'],
  ])
  // In May six and one, in June one alone: it is kept back, and the smallest that would give it away with it.
  expect(row('2025年5月').slice(3, 5)).toEqual(['X', 'X'])
  expect(row('2025年6月').slice(3, 5)).toEqual(['X', 'X'])
  expect(row('2025年12月').slice(3, 7)).toEqual(['0', '0', '0', '0'])
  for (const part of ['食品', '久留米市']) expect([part, (row(part) ?? [])[4]]).not.toEqual([part, '1'])
  expect(row('2024年度（令和6年度）').slice(2, 5)).toEqual(['0', '0', '0'])
})

test('subsidies of the office are summed in number and yen, steps towards the place in fives', async () => {
  const { year } = await table(`${address}/2025?format=csv`)
  const { rows } = await asOwner(house.db, (tx) =>
    tx.execute<
      Record<string, string>
    >(sql`select count(*) as n, sum(expected_yen) as expected, sum(granted_yen) as granted,
      sum(paid_yen) as paid from grants where partner_id = ${partnerId('town')} and fiscal_year = 2025`),
  )
  const { n, expected, granted, paid } = rows[0]!
  for (const head of ['申し込む予定にした補助', '申し込まれた補助', '交付を決めた補助', '支払われた補助']) {
    expect([head, year(`${head}（件）`)]).toEqual([head, String(n)])
  }
  expect(
    ['予定', '申し込み', '交付を決めた', '支払われた'].map((head) =>
      year(`${head}${head.endsWith('た') ? '額' : 'の額'}（円）`),
    ),
  ).toEqual([expected, expected, granted, paid].map(String))
  expect(year('残りの予算（円）')).toBe(String(3_000_000 - Number(granted)))
  const steps = await asOwner(house.db, (tx) =>
    tx.execute<{ applied: number }>(sql`select count(distinct a.account_id)::int as applied from applications a
      join consents using (account_id) join companies c on c.id = a.company_id
      where purpose = 'ladder' and c.municipality = '40210' and sent_at < '2026-04-01T00:00:00+09:00'`),
  )
  expect(steps.rows[0]).toEqual({ applied: 6 })
  expect(['応募した', '働いた', '訪れた', '催しに来た'].map((step) => year(`関係人口：${step}（人）`))).toEqual([
    ...['5以上', '5以上', '5以上', 'X'],
  ])
  const page = await koga.get(`${address}/2025`)
  expect(page.text).toMatch(/同意が続いている企業 5社以上 .*補助なしで続けた企業 6社/)
  expect(page.text).toContain('5人ごとに数え、5人より少ないときは伏せます')
  expect((await abe.get(`/partners/${partnerId('bank')}/fiscal-years/2025`)).text).not.toContain('残りの予算')
})

test('the page tells the same with how it is counted, and what of the area may be told', async () => {
  const page = await koga.get(`${address}/2025`)
  expect(page.status).toBe(200)
  expect(page.text).toContain('2025年度（令和7年度）の報告書')
  expect(page.text).toContain('封をした契約。封をした日の月で数えます。')
  expect(page.text).toContain('5社に満たない企業の数')
  expect(page.text).toMatch(/結んだ契約 11件 20件 0件 17件/)
  expect((await koga.get(`/partners/${partnerId('town')}`)).text).toContain('いま同意している企業')
  expect(page.html).not.toMatch(/ほたる\d|ないしょ|やめた会社/)
  expect(page.html.match(/<h1/g)).toHaveLength(1)
  const running = await koga.get(`${address}/now`)
  expect(running.text).toContain('2026年度（令和8年度）の報告書')
  expect(running.text).toContain('2026年10月31日（土）まで')
  expect((await koga.get(`/partners/${partnerId('town')}`)).html).toContain('/fiscal-years/now"')
})

test('it is for its partner alone; a year to come is not there', async () => {
  expect((await abe.get(`${address}/2025`)).status).toBe(404)
  expect((await (await house.as('nakamura')).get(`${address}/2025?format=xlsx`)).status).toBe(404)
  expect((await house.visitor().get(`${address}/2025`)).location).toContain('/sign-in')
  for (const year of ['2027', '2019', 'x']) expect((await koga.get(`${address}/${year}`)).status).toBe(404)
})

test('it leaves as a workbook and as a PDF of A4', async () => {
  const pdf = await koga.get(`${address}/2025?format=pdf`)
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  expect(pdf.bytes.toString('latin1', 0, 5)).toBe('%PDF-')
  const book = await koga.get(`${address}/2025?format=xlsx`)
  expect(book.headers.get('content-disposition')).toContain(encodeURIComponent('2025年度の報告書'))
})

test('an office has the figures in its own columns, under its own heads', async () => {
  const layouts = `/partners/${partnerId('town')}/fiscal-layouts`
  expect((await koga.get(layouts)).text).toContain('新しい様式を作る')
  const empty = await koga.post(layouts, { name: '議会の表', cut: 'month' })
  expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('列を一つ以上選んでください。')])
  const columns = {
    ...{ what1: 'contracts', head1: '=契約', order1: 3, what2: 'item', head2: '月', order2: 1 },
    ...{ what3: 'words', head3: '課', words3: '商工振興課', order3: 2, what5: 'empty', head5: '備考', order5: 9 },
  }
  const made = await koga.act(layouts, { name: '議会の表', cut: 'month', ...columns })
  expect(made.text).toContain('2025年度の数で見ると')
  const [, id] = /layout=([0-9a-f-]{36})/.exec(made.html)!
  const file = async () => cellsOf((await koga.get(`${address}/2025?layout=${id}&format=csv`)).html)
  const [heads, april, may] = await file()
  expect([heads, april, may]).toEqual([
    ['月', '課', "'=契約", '備考'],
    ['2025年4月', '商工振興課', '0', ''],
    ['2025年5月', '商工振興課', '0', ''],
  ])
  const saved = await koga.act(`${layouts}/${id}`, { version: 1, name: '合計の表', cut: 'total', what1: 'days' })
  expect(saved.html).toContain('合計の表')
  expect((await file()).slice(0, 2)).toEqual([['公開から契約まで'], ['22']])
  expect((await koga.post(`${layouts}/${id}`, { version: 1, name: 'x', cut: 'total', what1: 'days' })).status).toBe(409)
  expect((await abe.get(`${layouts}?layout=${id}`)).status).toBe(404)
  expect((await abe.post(`/partners/${partnerId('bank')}/fiscal-layouts/${id}/removal`, { version: 2 })).status).toBe(
    404,
  )
  expect((await koga.get(`${address}/2025`)).html).toContain(`layout=${id}&amp;format=xlsx`)
  await koga.act(`${layouts}/${id}/removal`, { version: 2 })
  expect((await koga.get(`${layouts}?layout=${id}`)).status).toBe(404)
})

test('a consent that ended and was given again leaves all months as they were told, and is no new company', async () => {
  const rows = async () => cellsOf((await koga.get(`${address}/2025?format=csv`)).html).slice(0, 40)
  const before = await rows()
  await asOwner(house.db, (tx) =>
    tx.execute(sql`update partner_companies set consented_at = '2026-09-01T03:00:00Z',
      earlier = '[["2025-04-10T03:00:00+00:00", "2026-03-10T12:00:00+09:00"]]'
      where company_id = (select id from companies where name = 'ほたる0')`),
  )
  expect(await rows()).toEqual(before)
  expect((await table(`${address}/2026?format=csv`)).row('2026年9月')[2]).toBe('0')
})

test('a year that was closed never changes; a correction is a further version with its reason', async () => {
  expect((await koga.post(`${address}/2026/closing`, { version: 0 })).status).toBe(409)
  expect((await abe.post(`${address}/2025/closing`, { version: 0 })).status).toBe(404)
  const closed = await koga.act(`${address}/2025/closing`, { version: 0 })
  expect(closed.text).toContain('2026年11月23日（月）に確定した第1版です。')
  expect((await koga.post(`${address}/2025/closing`, { version: 0, reason: 'もう一度' })).status).toBe(409)
  await expectRecounted(house)
  // Contracts come to light that nobody had written down.
  await asOwner(house.db, (tx) =>
    tx.execute(sql`update contracts set sealed_at = '2025-07-02T03:00:00Z' where company_id in
      (select company_id from partner_companies where partner_id = ${partnerId('town')} and revoked_at is null)
      and sealed_at >= '2026-01-01'`),
  )
  const july = async (version = '') => (await table(`${address}/2025?format=csv${version}`)).row('2025年7月')[6]
  expect(await july()).toBe('X')
  expect((await koga.post(`${address}/2025/closing`, { version: 1, reason: '' })).status).toBe(422)
  await koga.act(`${address}/2025/closing`, { version: 1, reason: '記録の漏れを足しました' })
  expect([await july(), await july('&version=1')]).toEqual(['6', 'X'])
  expect((await koga.get(`${address}/2025`)).text).toContain('直したわけ：記録の漏れを足しました')
  await expectStaying(house, koga, `${address}/2025`)
  expect((await koga.get(`${address}/2025?version=4`)).status).toBe(404)
  await expect(
    asOwner(house.db, (tx) => tx.execute(sql`set local role meguri_app; update fiscal_closings set n = 9`)),
  ).rejects.toThrow()
})

test('a company that lets the partner see it now changes no month that is over', async () => {
  const row = async () => (await table(`${address}/2026?format=csv`)).row('2026年度（令和8年度）')
  const before = await row()
  await asOwner(house.db, (tx) =>
    tx.execute(sql`insert into partner_companies (partner_id, company_id, consented_at)
      values (${partnerId('town')}, ${companyId('fertiliser')}, ${house.now()})`),
  )
  expect(await row()).toEqual(before)
})
