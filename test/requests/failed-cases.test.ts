import { randomUUID } from 'node:crypto'
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { settleShown } from '../../src/cases/actions/cases.ts'
import { type Case, cases } from '../../src/cases/schema.ts'
import { actOf } from '../../src/lib/act.ts'
import { asOwner } from '../../src/lib/db.ts'
import { projects } from '../../src/projects/schema.ts'
import { fieldsOf, fillIn, REVIEW, sealedContract, staff } from '../fixtures/contracts.ts'
import { writePaying } from '../fixtures/insights.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const owner = await house.as('nakamura')
const person = await house.as('tanaka')
const desk = await staff(house, 'mori')
const visitor = house.visitor()
const DAY = 86_400_000
const craft = `/companies/${companyId('craft')}`
const caseOf = (which: { contractId?: string; projectId?: string }) =>
  asOwner(house.db, async (tx) => {
    const [row] = await tx
      .select()
      .from(cases)
      .where(
        which.contractId
          ? eq(cases.contractId, which.contractId)
          : and(eq(cases.projectId, which.projectId!), isNull(cases.withdrawnAt)),
      )
    return row ?? null
  })
const lastMail = (name: string) => house.mails.filter(({ to }) => to === `${name}@cast.example`).at(-1)!

test('a posting that nobody applied to leaves a case: the company says why, and decides alone', async () => {
  const at = house.now()
  for (let n = 0; n < 10; n++) await publishedProjectOf(house, 'fertiliser', { fee: 50_000 + n * 1000 })
  // What only one firm pays is nothing to compare with.
  await writePaying(house, 4, 55_500)
  const published = new Date(at.getTime() - 20 * DAY)
  const id = await publishedProjectOf(house, 'craft', { publishedAt: published, closedAt: at, fee: 15_000 })
  const base = `${craft}/projects/${id}`
  expect((await owner.get(`${base}/case`)).status).toBe(404)
  await owner.act(`${base}/ending`)
  await house.drain()
  const row = (await caseOf({ projectId: id }))!
  expect(row).toMatchObject({
    ...{ outcome: 'unfilled', contractId: null, accountId: null, applicants: 0, fee: 15_000, days: null },
    suspected: ['noapplicants', 'lowfee'],
    result: 'だれからも応募がありませんでした。人は決まりませんでした。',
  })
  expect(lastMail('nakamura').text).toContain(`${base}/case`)

  expect((await owner.get(base)).html).toContain(`href="${base}/case"`)
  const asked = await owner.get(`${base}/case`)
  expect(asked.html).toMatch(/value="lowfee"[^>]*checked/)
  expect(asked.html).not.toMatch(/value="budget"[^>]*checked/)
  for (const stranger of ['sato', 'tanaka', 'kobayashi'] as const)
    expect((await (await house.as(stranger)).get(`${base}/case`)).status).toBe(404)
  const odd = await fillIn(owner, `${base}/case`, `${base}/case`, { causes: 'ghosts', openness: 'anonymous' })
  expect(odd.status).toBe(422)
  await owner.post(`${base}/case`, {
    ...{ ...fieldsOf(asked.html, `${base}/case`), openness: 'anonymous' },
    causes: ['noapplicants', 'widescope'],
  })
  await house.drain()
  expect((await caseOf({ projectId: id }))!.causes).toEqual(['noapplicants', 'widescope'])
  expect(lastMail('mori').text).toContain(`/desk/cases/${row.id}`)

  const read = await desk.get(`/desk/cases/${row.id}`)
  expect(read.text).toContain('募集のページと同じ文')
  expect(read.html).not.toContain('/publication')
  await fillIn(desk, `/desk/cases/${row.id}`, `/desk/cases/${row.id}`, {
    ...{ title: '値段の決め方を頼みたかったが、だれも来なかった', problem: '品ごとの費用が見えないまま。' },
    ...{ done: '', result: '応募がないまま、募集を終えました。' },
  })
  expect((await visitor.get(`/cases/${row.id}`)).status).toBe(404)
  const empty = await desk.get(`/desk/cases/${row.id}`)
  expect(empty.text).toContain('募集のページと同じ文')
  await fillIn(desk, `/desk/cases/${row.id}`, `/desk/cases/${row.id}`, {
    ...{ title: '値段の決め方を頼みたかったが、だれも来なかった', problem: '品ごとの費用が見えないまま。' },
    ...{ done: '測り方を教わるつもりでした。', result: '応募がないまま、募集を終えました。' },
  })
  await fillIn(owner, `${base}/case`, `${base}/case`, { openness: 'anonymous' })
  await fillIn(desk, `/desk/cases/${row.id}`, `/desk/cases/${row.id}/publication`)
  await house.drain()
  const page = await visitor.get(`/cases/${row.id}`)
  expect(page.text).toContain('人が決まらなかった')
  expect(page.text).toContain('ほかの会社で役に立ったこと')
  expect(page.html).not.toMatch(/なかむら|福岡|15,000|伝統工芸/)
  for (const query of ['outcome=failed', 'outcome=unfilled', 'cause=widescope'])
    expect((await visitor.get(`/cases?${query}`)).html, query).toContain(`/cases/${row.id}`)
  for (const query of ['outcome=reached', 'cause=budget'])
    expect((await visitor.get(`/cases?${query}`)).html, query).not.toContain(`/cases/${row.id}`)

  await fillIn(owner, `${base}/case/withdrawal`, `${base}/case/withdrawal`)
  expect((await visitor.get(`/cases/${row.id}`)).status).toBe(404)
})

test('a project that goes on after all has not failed; it may fail again', async () => {
  const id = await publishedProjectOf(house, 'craft')
  const base = `${craft}/projects/${id}`
  await owner.act(`${base}/withdrawal`)
  await house.drain()
  expect(await caseOf({ projectId: id })).toMatchObject({ outcome: 'withdrawn' })
  await owner.act(`${base}/restoration`)
  await house.drain()
  expect(await caseOf({ projectId: id })).toBeNull()
  await owner.act(`${base}/withdrawal`)
  await house.drain()
  expect(await caseOf({ projectId: id })).toMatchObject({ outcome: 'withdrawn' })
  expect((await owner.get(base)).html).toContain(`href="${base}/case"`)
  const draft = await publishedProjectOf(house, 'craft', { publishedAt: null })
  await owner.act(`${craft}/projects/${draft}/withdrawal`)
  await house.drain()
  expect(await caseOf({ projectId: draft })).toBeNull()
})

test('what an older draft told to the day and the head is said roughly, also where the desk mended it, once', async () => {
  const rows = () =>
    asOwner(house.db, (tx) => tx.select().from(cases).where(isNull(cases.contractId)).orderBy(cases.number))
  const [first, second] = (await rows()) as [Case, Case]
  const counted = '43日のあいだ募集し、7人の応募がありました。人は決まりませんでした。'
  const rough = '応募は、6〜10人でした。人は決まりませんでした。'
  const write = (id: string, change: Partial<Case>) =>
    asOwner(house.db, (tx) =>
      tx
        .update(cases)
        .set({ ...change, applicants: 7 })
        .where(eq(cases.id, id)),
    )
  await write(first.id, { result: counted, earlier: null })
  await write(second.id, { result: '直した言葉。', earlier: { title: '前の題', result: counted } })
  await asOwner(house.db, (tx) => house.jobs.enqueue(tx, 'cases.settle', {}))
  await house.drain()
  const after = await rows()
  expect(after[0]).toMatchObject({ result: rough, earlier: null, version: first.version + 1 })
  expect(after[1]).toMatchObject({ result: '直した言葉。', earlier: { title: '前の題', result: rough } })
  await asOwner(house.db, (tx) => house.jobs.enqueue(tx, 'cases.settle', {}))
  await house.drain()
  expect(await rows()).toEqual(after)
})

test('a contract that ended early: each says why in its way, and the other agrees to it anew', async () => {
  const contract = await sealedContract(house, owner, person)
  const { company, talent, contractId } = contract
  const { contracts } = await import('../../src/contracts/schema.ts')
  await asOwner(house.db, (tx) =>
    tx
      .update(contracts)
      .set({ endNoticeAt: house.now(), endNoticeBy: 'talent', endedEarlyAt: house.now() })
      .where(eq(contracts.id, contractId)),
  )
  await owner.post(`${company}/review`, { ...REVIEW, outcome: 'missed' })
  const before = house.now()
  house.setTime(new Date(before.getTime() + 15 * DAY))
  await asOwner(house.db, (tx) => house.jobs.enqueue(tx, 'works.openReviews', {}))
  await house.drain()
  const row = (await caseOf({ contractId }))!
  expect(row).toMatchObject({ outcome: 'early', suspected: ['lowfee', 'expectations', 'busy'] })
  expect(row.surprised).toContain('約束の日より前に')

  expect((await person.get(`${talent}/case`)).html).toContain('name="told"')
  expect((await owner.get(`${company}/case`)).html).toContain('name="causes"')
  await fillIn(owner, `${company}/case`, `${company}/case`, { causes: 'busy', openness: 'named' })
  await fillIn(person, `${talent}/case`, `${talent}/case`, { told: '本業の年度末と重なりました。', openness: 'named' })
  await house.drain()
  expect(lastMail('nakamura').text).toContain('うまくいかなかったわけを書きました')
  expect(await caseOf({ contractId })).toMatchObject({ companyConsentAt: null, told: '本業の年度末と重なりました。' })
  await fillIn(owner, `${company}/case`, `${company}/case`, { causes: 'busy', openness: 'named' })
  expect(await caseOf({ contractId })).toMatchObject({ talentOpenness: 'named' })
  house.setTime(before)
  const published = await fillIn(desk, `/desk/cases/${row.id}`, `/desk/cases/${row.id}/publication`)
  expect(published.status).toBe(303)
  const page = await visitor.get(`/cases/${row.id}`)
  for (const words of [
    '途中で終わった',
    '本業の年度末と重なりました。',
    '手伝う方の本業が忙しくなった',
    '福岡県・伝統工芸',
  ])
    expect(page.text).toContain(words)
})

test('cases are found by the same words as projects, compared side by side, and their causes counted from five companies on', async () => {
  const [row] = await asOwner(house.db, (tx) => tx.select().from(cases).where(eq(cases.outcome, 'early')))
  for (const query of [
    'words=げんか',
    'words=原価&region=kyushu&industry=crafters',
    'code=10019&size=6-20',
    'industry=crafts',
  ])
    expect((await visitor.get(`/cases?${query}`)).html, query).toContain(`/cases/${row!.id}`)
  for (const query of ['words=ぬぬぬ', 'words=原価&region=tohoku', 'industry=makers', 'code=56016'])
    expect((await visitor.get(`/cases?${query}`)).html, query).not.toContain(`/cases/${row!.id}`)
  expect((await visitor.get('/cases?words=原科管理')).text).toContain('「原価管理」でさがしました')
  expect(JSON.parse((await visitor.get('/cases.feed.json?words=げんか')).html).items).toHaveLength(1)

  const other = randomUUID()
  const projectId = await publishedProjectOf(house, 'craft')
  await asOwner(house.db, (tx) => {
    const { number: _, ...copy } = row!
    return tx.insert(cases).values({ ...copy, id: other, contractId: null, accountId: null, projectId, fee: 90_000 })
  })
  const both = await visitor.get(`/cases/comparison?ids=${row!.id},${other},${row!.id},nonsense`)
  for (const words of ['月40,000円', '月90,000円', '途中で終わった']) expect(both.text).toContain(words)
  expect((await visitor.get(`/cases/comparison?ids=${row!.id},${randomUUID()}`)).text).toContain(
    'くらべられる事例がありません',
  )

  const library = () => visitor.get('/cases?outcome=failed').then(({ text }) => text)
  expect(await library()).not.toContain('社以上')
  // The craft firm itself is the fifth.
  for (const left of [3, 2, 1, 0]) {
    const { number: _, ...copy } = row!
    const unread = { contractId: null, accountId: null, publishedAt: null, companyOpenness: 'statistics' } as const
    const firm = { id: randomUUID(), projectId: randomUUID(), companyId: randomUUID() }
    await asOwner(house.db, (tx) => tx.insert(cases).values({ ...copy, ...unread, ...firm }))
    if (left > 0) expect(await library()).not.toContain('社以上')
  }
  expect(await library()).toContain('手伝う方の本業が忙しくなった 5社以上')
})

test('what was learned goes on: the next project of the same company, the first of another one', async () => {
  const [row] = await asOwner(house.db, (tx) =>
    tx
      .select()
      .from(cases)
      .where(and(eq(cases.outcome, 'early'), isNotNull(cases.publishedAt), isNotNull(cases.contractId))),
  )
  const contract = `${craft}/contracts/${row!.contractId}`
  expect((await owner.get(`${contract}/case`)).html).toContain(`action="${contract}/continuation"`)
  expect((await (await house.as('sato')).post(`${contract}/continuation`)).status).toBe(404)
  const next = await owner.act(`${contract}/continuation`)
  expect(next.location).toMatch(/\/draft\/background$/)
  const [, draftId] = /projects\/([0-9a-f-]{36})/.exec(next.location)!
  const draftOf = (id: string) =>
    asOwner(house.db, async (tx) => (await tx.select().from(projects).where(eq(projects.id, id)))[0]!)
  const draft = await draftOf(draftId!)
  expect(draft).toMatchObject({
    title: '提灯ごとの原価を、手の時間から出したいの続き',
    hours: 12,
    fee: 40_000,
    publishedAt: null,
  })
  expect(draft.background).toContain(REVIEW.gained)
  // What whoever helped said is theirs to tell.
  expect(draft.background).not.toContain(row!.told)
  expect((await owner.get(`${craft}/projects/${draftId}/draft`)).html).toContain('10035')

  expect((await visitor.get(`/cases/${row!.id}`)).html).toContain(`href="/cases/${row!.id}/project"`)
  const sato = await house.as('sato')
  expect((await sato.post(`/cases/${row!.id}/project`, { company: companyId('craft') })).status).toBe(422)
  const begun = await sato.act(`/cases/${row!.id}/project`, { company: companyId('fertiliser') })
  const other = await draftOf(/projects\/([0-9a-f-]{36})/.exec(begun.location)![1]!)
  expect(other.companyId).toBe(companyId('fertiliser'))
  expect(other.background).toContain(`事例 ${row!.number}`)
  expect(other.background).toContain('月の時間を少なくするか')
  expect((await (await house.as('tanaka')).get(`/cases/${row!.id}/project`)).location).toBe('/companies/new')
})

test('what was published before anybody looked who shares its place is shown at its roughest until it is settled', async () => {
  // The other firms that pay for the same work would be enough to name it.
  const paying = sql`delete from project_codes using projects where projects.id = project_id and fee = 55500`
  await asOwner(house.db, (tx) => tx.execute(paying))
  const [row] = await asOwner(house.db, (tx) =>
    tx
      .update(cases)
      .set({ shownCodes: null, talentOpenness: 'anonymous' })
      .where(and(eq(cases.outcome, 'early'), isNotNull(cases.publishedAt), isNull(cases.withdrawnAt)))
      .returning(),
  )
  const before = await visitor.get(`/cases/${row!.id}`)
  expect(before.text).toContain('ある会社')
  expect(before.html).not.toMatch(/10035|福岡|なかむら提灯工房/)
  await asOwner(house.db, (tx) => settleShown(actOf(house.deps, tx, null, null, house.now())))
  const [after] = await asOwner(house.db, (tx) => tx.select().from(cases).where(eq(cases.id, row!.id)))
  expect(after).toMatchObject({ shownPrefecture: null, shownIndustry: null })
  expect((await visitor.get(`/cases/${row!.id}`)).html).not.toMatch(/福岡|なかむら提灯工房/)
})
