import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { partnerId } from '../../seed/cast.ts'
import { nameBasedId } from '../../seed/ids.ts'
import { organisations } from '../../src/accounts/schema.ts'
import { recount } from '../../src/cli/recount.ts'
import { countedReport } from '../../src/fiscal/routes/counted.ts'
import type { Report } from '../../src/fiscal/rules/report.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { type Partner, partners } from '../../src/partners/schema.ts'
import { projects } from '../../src/projects/schema.ts'
import { fieldsOf } from '../fixtures/contracts.ts'
import { type Firm, writeYear } from '../fixtures/fiscal.ts'
import { programmeOf } from '../fixtures/programmes.ts'
import { openHouse } from '../house.ts'
import { cellsOf } from '../office.ts'

/**
 * Whoever reads what offices tell, side by side and again and again, tries to learn what fewer than five companies did: of two
 * programmes, of two areas, of two days, of two files.
 */
const house = await openHouse()
const visitor = house.visitor()
const koga = await house.as('koga')

/** A firm with two contracts of this year in a town; those that consented let the town see them. */
const firm = (name: string, municipality: string, consented: string | null): Firm => ({
  ...{ name, municipality, consented, industry: 'crafts', code: '10043', published: '2026-04-10' },
  ...{ applied: ['2026-04-20', '2026-04-21'], sealed: ['2026-05-01', '2026-06-01'], worked: ['2026-06-01'] },
  ...{ fee: ['monthly', 1000], visited: [] },
})
const IN_TOWN = [0, 1, 2, 3, 4, 5, 6].map((n) => firm(`町${n}`, '40210', '2026-04-05'))
const BESIDE = [0, 1, 2, 3, 4].map((n) => firm(`となり${n}`, '40210', null))
/** In the prefecture, but not in the town. */
const ALONE = firm('ひとり', '40203', null)
const project = ({ name }: Firm) => nameBasedId(`fiscal:project:${name}:0`)
let [one, two] = ['', '']

beforeAll(async () => {
  await writeYear(house.db, [...IN_TOWN, ...BESIDE, ALONE])
  one = await programmeOf(house, 'town', 'attack-one', { firstDay: '2026-04-01', lastDay: '2027-03-31' })
  two = await programmeOf(house, 'town', 'attack-two', { firstDay: '2026-04-01', lastDay: '2027-03-31' })
  for (const each of IN_TOWN.slice(0, 6)) await move(project(each), one, '2026-04-15T00:00:00Z')
})

const move = (id: string, programmeId: string | null, at: string) =>
  asOwner(house.db, async (tx) => {
    const [was] = await tx.select().from(projects).where(eq(projects.id, id))
    await tx.update(projects).set({ programmeId }).where(eq(projects.id, id))
    const act = programmeId ? 'project.programme-joined' : 'project.programme-left'
    const data = { programme: programmeId ?? was!.programmeId! }
    await tx.insert(history).values({ at: new Date(at), act, subjectKind: 'project', subjectId: id, data })
  })

/** What the page of a programme says besides what everybody can count. */
async function toldOf(slug: string) {
  const { text } = await visitor.get(`/programmes/${slug}`)
  const figure = (name: string) =>
    new RegExp(`${name} (\\d+)[件回人]`).exec(text)?.[1] ?? (text.includes(name) ? 'X' : null)
  return Object.fromEntries(
    ['結んだ契約', '現地への訪問', '催しに来た方', '終わったあとも続いた契約', 'そのあとに結んだ契約'].map((name) => [
      name,
      figure(name),
    ]),
  )
}

test('a programme tells in fives what stood when the month began, whoever joins, leaves or withdraws since, and wherever its end is moved', async () => {
  const before = await toldOf('attack-one')
  expect(before.結んだ契約).toBe('10')
  expect((await toldOf('attack-two')).結んだ契約).toBe('X')
  // One comes in with its contracts, one goes to the other programme, two leave, one withdraws: on the day everybody sees who.
  await move(project(IN_TOWN[6]!), one, '2026-11-20T00:00:00Z')
  await move(project(IN_TOWN[0]!), two, '2026-11-21T00:00:00Z')
  await move(project(IN_TOWN[1]!), null, '2026-11-21T00:00:00Z')
  await move(project(IN_TOWN[3]!), null, '2026-11-21T00:00:00Z')
  await asOwner(house.db, (tx) =>
    tx
      .update(projects)
      .set({ withdrawnAt: new Date('2026-11-22T00:00:00Z') })
      .where(eq(projects.id, project(IN_TOWN[2]!))),
  )
  expect(await toldOf('attack-one')).toEqual(before)
  expect((await toldOf('attack-two')).結んだ契約).toBe('X')
  // The office moves the last day over every day that it may, and reads each time.
  const details = `/partners/${partnerId('town')}/programmes/${one}/details`
  for (const [month, day] of [
    ['11', '23'],
    ['12', '31'],
  ] as const) {
    const given = fieldsOf((await koga.get(details)).html, details)
    delete given._once
    await koga.act(details, { ...given, 'lastDay.year': '2026', 'lastDay.month': month, 'lastDay.day': day })
    expect(await toldOf('attack-one')).toEqual(before)
  }
  const given = fieldsOf((await koga.get(details)).html, details)
  delete given._once
  const behind = await koga.post(details, {
    ...given,
    'lastDay.year': '2026',
    'lastDay.month': '5',
    'lastDay.day': '15',
  })
  expect(behind.status).toBe(422)
  expect((await recount(house.db, house.now())).wrong).toEqual([])
  // In the new month three firms are left in the first, and one is in the second: nothing is told of either.
  house.setTime(new Date('2026-12-02T01:00:00Z'))
  expect([await toldOf('attack-one'), await toldOf('attack-two')].map((told) => told.結んだ契約)).toEqual(['X', 'X'])
  expect((await recount(house.db, house.now())).wrong).toEqual([])
})

const year = (partner: Partner, at: Date): Promise<Report> =>
  readAs(house.db, { id: null, power: 'system' }, null, (tx) => countedReport(tx, partner, 2026, at))

test('two areas of which one lies in the other leave nothing of the one company beside them', async () => {
  const id = crypto.randomUUID()
  const createdAt = house.now()
  const [town] = await asOwner(house.db, async (tx) => {
    await tx.insert(organisations).values({ id, kind: 'partner', createdAt })
    await tx.insert(partners).values({
      ...{
        id,
        slug: 'attack-prefecture',
        name: '県',
        kind: 'prefecture',
        prefecture: 40,
        about: '県',
        phone: '0',
        createdAt,
      },
    })
    return tx
      .select()
      .from(partners)
      .where(eq(partners.id, partnerId('town')))
  })
  const [whole] = await asOwner(house.db, (tx) => tx.select().from(partners).where(eq(partners.id, id)))
  const [ofTown, ofPrefecture] = [await year(town!, house.now()), await year(whole!, house.now())]
  // Seven firms of the town and five of others are told, and not that the prefecture has one more.
  for (const figure of ['projects', 'applications', 'contracts'] as const) {
    expect([figure, ofTown.area[figure], ofPrefecture.area[figure]]).toEqual([
      figure,
      figure === 'projects' ? 12 : 24,
      null,
    ])
  }
  expect((await recount(house.db, house.now())).wrong).toEqual([])
})

test('what one company confirms late shows in no two looks at the fees of a year', async () => {
  const [town] = await asOwner(house.db, (tx) =>
    tx
      .select()
      .from(partners)
      .where(eq(partners.id, partnerId('town'))),
  )
  const fees = async (at: string) => {
    const { totals, parts } = await year(town!, new Date(`${at}T00:00:00Z`))
    return [totals.fees, parts.find(({ key }) => key === '2026-06')?.values.fees]
  }
  expect([await fees('2027-03-02'), await fees('2027-04-29')]).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ])
  expect(await fees('2027-05-01')).toEqual([7000, 7000])
  await asOwner(house.db, (tx) =>
    tx.execute(sql`insert into work_months (id, contract_id, company_id, account_id, month, hours, done, reported_at, confirmed_at)
      select gen_random_uuid(), contract_id, company_id, account_id, '2027-03-01', 9, 'x', '2027-04-05', '2027-05-03'
      from work_months where company_id = ${nameBasedId('fiscal:company:町0:0')}`),
  )
  expect(await fees('2027-06-01')).toEqual([7000, 7000])
})

test('page, files and every column of an own layout say the same, and nothing that another keeps back', async () => {
  const year = `/partners/${partnerId('town')}/fiscal-years/2026`
  const rows = cellsOf((await koga.get(`${year}?format=csv`)).html)
  const layouts = `/partners/${partnerId('town')}/fiscal-layouts`
  const what = {
    what1: 'item',
    what2: 'projects',
    what3: 'applications',
    what4: 'contracts',
    what5: 'visits',
    what6: 'fees',
  }
  const at = (name: string) => rows[0]!.findIndex((head) => head.startsWith(name))
  const columns = ['公開した案件', '届いた応募', '結んだ契約', '訪問の日数', 'お礼の合計'].map(at)
  for (const [cut, title] of [
    ['month', '月ごと'],
    ['industry', '業種ごと'],
    ['major', '仕事の大分類ごと'],
    ['municipality', '会社のある市区町村ごと'],
  ] as const) {
    const made = await koga.act(layouts, { name: `表 ${cut}`, cut, ...what })
    const [, id] = /layout=([0-9a-f-]{36})/.exec(made.html)!
    const own = cellsOf((await koga.get(`${year}?layout=${id}&format=csv`)).html)
      .slice(1)
      .filter((row) => row.length > 1 && row[1] !== '')
    const same = rows
      .filter((row) => row[0] === title)
      .map((row) => [row[1]!, ...columns.map((column) => row[column]!)])
    expect([cut, own.filter((row) => row.length === 6)]).toEqual([cut, same])
  }
  const { text } = await koga.get(year)
  const figures = (row: readonly string[]) =>
    row.slice(2, 9).map((cell) => (/^\d+$/.test(cell) ? Number(cell).toLocaleString('ja-JP') : cell || '—'))
  for (const row of rows.filter(([title]) => title === '月ごと'))
    expect(text).toContain([row[1], ...figures(row)].join(' '))
})
