import { eq, inArray } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { recount } from '../../src/cli/recount.ts'
import { industryName } from '../../src/companies/rules/industries.ts'
import { releaseFiles } from '../../src/insights/schema.ts'
import { jobCodes } from '../../src/jobcodes/rules/standard.ts'
import { asOwner } from '../../src/lib/db.ts'
import { projects } from '../../src/projects/schema.ts'
import { type Batch, release, writeMatches } from '../fixtures/insights.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const visitor = house.visitor()
const [nakamura, sato] = [await house.as('nakamura'), await house.as('sato')]

const tree = jobCodes()
const COST = '10035'
const [MAJOR, MIDDLE] = tree.ancestors(COST) as [string, string]
const RARE = tree.leavesOf(MIDDLE).find(({ id }) => id !== COST)!.id
const COUSIN = tree.leavesOf(MAJOR).find(({ id }) => !tree.ancestors(id).includes(MIDDLE))!.id
const BESIDE = 'ほかの会社とくらべると'

const on = (day: string) => new Date(`${day}T03:00:00Z`)
/** Projects that were published, applied to once and decided by these days. */
function batch(companies: number, code: string, fee: number, published: string, decided: string | null): Batch {
  return {
    ...{ companies, prefecture: 6, from: 13, sealedAt: `${decided ?? published}T05:00:00Z`, codes: [code] },
    posted: { fee, hours: 10, publishedAt: on(published), closedAt: on(published) },
    applied: { sentAt: on(published), acceptedAt: decided ? on(decided) : null },
  }
}

beforeAll(async () => {
  await writeMatches(house.db, [
    { ...batch(6, COST, 30_000, '2026-06-01', '2026-06-13'), each: 2 },
    batch(5, COST, 50_000, '2026-06-02', '2026-06-22'),
    // Four of rare work: neither it nor what is left of the group around it is told of, only the widest.
    batch(4, RARE, 98_765, '2026-06-03', '2026-06-04'),
    batch(2, COUSIN, 40_000, '2026-06-04', '2026-06-14'),
  ])
  const own = { publishedAt: on('2026-06-05'), closedAt: on('2026-06-20'), fee: 42_000, codes: [] }
  for (let n = 0; n < 3; n++) await publishedProjectOf(house, 'craft', own)
})

const rows = async (month: string) => {
  const { html } = await visitor.get(`/insights/data/${month}/usual.csv`)
  return html.replace('\ufeff', '').trim().split('\r\n')
}
const nameOf = (id: string) => tree.node(id)!.name

test('before the first release nothing is told', async () => {
  expect((await visitor.get(`/job-codes/${COST}`)).text).toContain('まだ少ないので、数は出していません')
  expect((await nakamura.get(`/companies/${companyId('craft')}`)).text).not.toContain(BESIDE)
})

test('a kind of work says what others pay, until when they decide and how many apply, of how many and how it is counted', async () => {
  await release(house)
  const page = await visitor.get(`/job-codes/${COST}`)
  for (const words of [
    'お礼（ひと月） まん中が30,000円、半分が30,000円から50,000円です',
    'お礼（1時間） まん中が3,000円、半分が3,000円から5,000円です',
    '交通費がお礼に入っている案件は入れていません',
    '決まるまで まん中が12日、半分が12日から20日です',
    '応募 ふつう1人です',
    '案件15件以上から。',
    '公開から60日のうちに届いた数',
    '2026年10月までの24か月',
  ])
    expect(page.text).toContain(words)
  const said = await rows('2026-10')
  expect(said[0]).toBe('段,番号,名前,見るもの,件数,下から四分の一,まん中,上から四分の一,時点')
  expect(said).toContain(`仕事,${COST},${nameOf(COST)},ひと月のお礼（円）,15,30000,30000,50000,`)
  expect(said.filter((row) => row.startsWith(`大分類,${MAJOR}`))).toHaveLength(4)
  for (const id of [RARE, COUSIN, MIDDLE]) expect([id, said.filter((row) => row.includes(`,${id},`))]).toEqual([id, []])
  expect(said.join()).not.toMatch(/98765|99000/)
  expect((await visitor.get('/insights/data')).text).toContain('仕事・地域・業種ごとの、お礼と応募（CSV）')
  expect((await visitor.get('/insights/data/2026-10/usual.csv?format=xlsx')).status).toBe(200)
  // A release from before there was this table names no file that it does not have.
  const files = await asOwner(house.db, (tx) =>
    tx.delete(releaseFiles).where(eq(releaseFiles.name, 'usual.csv')).returning(),
  )
  expect((await visitor.get('/insights/data')).text).not.toContain('お礼と応募（CSV）')
  await asOwner(house.db, (tx) => tx.insert(releaseFiles).values(files))
})

test('whoever reads a posting sees its hour beside those of others, or what work for nothing means', async () => {
  const posted = (given: Parameters<typeof publishedProjectOf>[2]) =>
    publishedProjectOf(house, 'craft', { codes: [COST], prefecture: 6, ...given })
  const [less, inIt, free] = [
    await posted({ fee: 24_000, hours: 10 }),
    await posted({ fee: 24_000, hours: 10, travelPaid: false }),
    await posted({ fee: 0, contractKind: 'probono' }),
  ]
  const text = async (id: string) => (await visitor.get(`/projects/${id}`)).text
  expect(await text(less)).toContain(
    `「${nameOf(COST)}」の案件（15件以上から）では、1時間あたりまん中が3,000円、半分が3,000円から5,000円です。`,
  )
  expect(await text(less)).toMatch(/「東北」の案件（20件以上から）では.*この案件は、ほかより少なめです。/)
  expect(await text(inIt)).not.toContain('1時間あたりまん中が')
  expect(await text(free)).toMatch(
    /お礼なしの手伝い ?雇用ではありません。.*指図すると、雇用とみられ、賃金を払うことになります/,
  )
  expect(await text(free)).not.toContain('1時間あたりまん中が')
  await asOwner(house.db, (tx) =>
    tx
      .update(projects)
      .set({ withdrawnAt: house.now() })
      .where(inArray(projects.id, [less, inIt, free])),
  )
})

test('rare work is told of by what lies around it, and what is in nothing that can be told, by nothing', async () => {
  const rare = await visitor.get(`/job-codes/${RARE}`)
  expect(rare.text).toContain(`この仕事だけではまだ少ないので、「${nameOf(MAJOR)}」全体の案件20件以上から。`)
  expect(rare.text).not.toMatch(/98,765|99,000/)
  expect((await visitor.get('/job-codes/56075')).text).toContain('まだ少ないので、数は出していません')
})

test('a company sees its own beside its industry, and nothing where it has too little', async () => {
  const home = await nakamura.get(`/companies/${companyId('craft')}`)
  expect(home.text).toContain(BESIDE)
  expect(home.text).toContain('自社のお礼（ひと月） まん中が42,000円（3件）')
  expect(home.text).toContain(`${industryName('crafts')}の案件は、まん中が`)
  expect(home.text).toContain('自社の応募 まん中が0人（3件）')
  // Three of one company are no region.
  expect(home.text).not.toContain('九州・沖縄の案件')
  expect((await sato.get(`/companies/${companyId('fertiliser')}`)).text).not.toContain(BESIDE)
})

test('what one company comes to stays as it was; with five more it is told anew, and all of it comes out a second time', async () => {
  await writeMatches(house.db, [{ ...batch(1, COST, 500_000, '2026-11-10', null), each: 3 }], 'alone')
  house.setTime(new Date('2026-12-02T01:00:00Z'))
  await release(house)
  const cost = `仕事,${COST},${nameOf(COST)},ひと月のお礼（円）`
  expect(await rows('2026-11')).toContain(`${cost},15,30000,30000,50000,2026-10`)
  expect((await visitor.get(`/job-codes/${COST}`)).text).toContain('案件15件以上から（2026年10月まで）。')
  await writeMatches(house.db, [batch(5, COST, 60_000, '2026-12-05', null)], 'more')
  house.setTime(new Date('2027-01-05T01:00:00Z'))
  await release(house)
  expect(await rows('2026-12')).toContain(`${cost},25,30000,50000,60000,`)
  const { compared, wrong } = await recount(house.db, house.now())
  expect([wrong, compared > 1000]).toEqual([[], true])
})
