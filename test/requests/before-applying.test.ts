import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { accountId, type CastName, companyId, talentId } from '../../seed/cast.ts'
import { interestCount } from '../../src/applications/queries/interests.ts'
import { interests } from '../../src/applications/schema.ts'
import { companyKeys } from '../../src/companies/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { askings, projects, questions } from '../../src/projects/schema.ts'
import { employerBlocks } from '../../src/talents/schema.ts'
import { lettersTo, versionIn } from '../fixtures/applications.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
const PEOPLE = ['tanaka', 'kobayashi', 'suzuki', 'takahashi', 'ito', 'watanabe'] as const satisfies readonly CastName[]
const browsers = new Map<string, Browser>()
const as = (name: CastName) => browsers.get(name)!
const owned = (project: string) => `/companies/${companyId('craft')}/projects/${project}`
const marksOf = (project: string) =>
  asOwner(house.db, (tx) => tx.select().from(interests).where(eq(interests.projectId, project)))

beforeAll(async () => {
  for (const name of [...PEOPLE, 'nakamura', 'mori'] as const) browsers.set(name, await house.as(name))
})

test('a mark is the person’s own, and its company learns a round number from five people on', async () => {
  const project = await publishedProjectOf(house, 'craft')
  const page = `/projects/${project}`
  const mark = (name: CastName) => as(name).post(`${page}/interest`)
  expect((await house.visitor().get(page)).text).toContain('気になる')
  const visitor = await house.visitor().post(`${page}/interest`, {}, { referer: `http://localhost:3000${page}` })
  expect(visitor.location).toBe(`/sign-in?next=${encodeURIComponent(page)}`)

  for (const name of PEOPLE.slice(0, 4)) expect((await mark(name)).location).toBe(page)
  await mark('tanaka')
  expect(await marksOf(project)).toHaveLength(4)
  expect((await as('tanaka').get(page)).text).toContain('「気になる」を外す')
  expect((await as('suzuki').get('/me')).text).toContain('気になる案件')
  expect((await as('nakamura').get(owned(project))).text).not.toContain('気になる')
  await mark('ito')
  expect((await as('nakamura').get(owned(project))).text).toContain('5人以上が「気になる」')
  await mark('watanabe')
  expect((await as('nakamura').get(owned(project))).text).toContain('5人以上が「気になる」')

  // Nobody else reads the marks or the number: another company, the desk, everybody.
  const asked = (organisation: string | null, power: 'person' | 'operator') =>
    readAs(house.db, { id: accountId('mori'), power }, organisation, async (tx) => ({
      number: await interestCount(tx, project),
      rows: (await tx.select().from(interests)).length,
    }))
  for (const organisation of [null, companyId('fertiliser')]) {
    expect(await asked(organisation, 'operator')).toEqual({ number: null, rows: 0 })
  }
  expect(await asked(companyId('craft'), 'person')).toEqual({ number: 5, rows: 0 })
  const told = await asOwner(house.db, (tx) => tx.select().from(history).where(eq(history.act, 'interest.marked')))
  expect(told).toHaveLength(6)
  expect(JSON.stringify(told)).not.toContain(project)

  await as('ito').post(`${page}/interest/cancellation`)
  await as('watanabe').post(`${page}/interest/cancellation`)
  expect(await marksOf(project)).toHaveLength(4)
  expect((await as('nakamura').get(owned(project))).text).not.toContain('気になる')
  expect((await as('ito').get(page)).text).not.toContain('「気になる」を外す')

  await asOwner(house.db, (tx) => tx.update(projects).set({ closedAt: house.now() }).where(eq(projects.id, project)))
  expect((await mark('ito')).status).toBe(409)
  expect((await as('suzuki').get('/me')).text).toContain('この募集は、もう終わりました。')
  expect((await as('suzuki').get(page)).text).toContain('「気になる」を外す')
  expect((await as('ito').get(page)).text).not.toContain('気になる')
})

test('nobody marks the own employer’s project, and who hides later is counted no more', async () => {
  const own = await publishedProjectOf(house, 'employer')
  const before = await as('kobayashi').get(`/projects/${own}`)
  expect(before.text).not.toContain('気になる')
  expect((await as('kobayashi').post(`/projects/${own}/interest`)).status).toBe(404)
  const craft = await publishedProjectOf(house, 'craft')
  expect((await as('nakamura').post(`/projects/${craft}/interest`)).status).toBe(404)

  for (const name of PEOPLE.slice(0, 5)) await as(name).post(`/projects/${craft}/interest`)
  expect((await as('nakamura').get(owned(craft))).text).toContain('5人以上が「気になる」')
  const [key] = await asOwner(house.db, (tx) =>
    tx
      .select()
      .from(companyKeys)
      .where(eq(companyKeys.companyId, companyId('craft'))),
  )
  const block = { talentId: talentId('tanaka'), keyHash: key!.keyHash }
  await asOwner(house.db, (tx) => tx.insert(employerBlocks).values(block))
  expect((await as('nakamura').get(owned(craft))).text).not.toContain('気になる')
  // Their own mark is still theirs to see and to take back.
  expect((await as('tanaka').get('/me')).text).toContain('気になる案件')
  await as('tanaka').post(`/projects/${craft}/interest/cancellation`)
  expect((await as('tanaka').post(`/projects/${craft}/interest`)).status).toBe(404)
  expect(await marksOf(craft)).toHaveLength(4)
  await asOwner(house.db, (tx) => tx.delete(employerBlocks).where(eq(employerBlocks.keyHash, key!.keyHash)))
})

test('a question is asked in nobody’s name, and everybody reads it with its answer', async () => {
  const project = await publishedProjectOf(house, 'craft', { answerDays: 5 })
  const [page, ask] = [`/projects/${project}`, `/projects/${project}/questions`]
  const own = `${owned(project)}/questions`
  const desk = as('mori')
  expect((await house.visitor().get(page)).text).toContain('めぐりに入って質問する')
  const body = '工房には、何人の職人さんがいますか。'
  const rowOf = async (words: string) =>
    (await asOwner(house.db, (tx) => tx.select().from(questions).where(eq(questions.body, words))))[0]!

  // What would tell who asks, or how to reach them, is not taken; nothing typed is lost.
  for (const [name, words, why] of [
    ['tanaka', '電話は090-1234-5678です。お返事をください。', '連絡先'],
    ['tanaka', 'https://blog.example.com を読んでいただけますか。', '連絡先'],
    ['tanaka', 'なぜ？', '10字より長く'],
    ['kobayashi', '大東ケミカルでしたような仕事でも、お役に立てますか。', '勤め先の名前'],
  ] as const) {
    const refused = await as(name).post(ask, { body: words })
    expect([words, refused.status]).toEqual([words, 422])
    expect(refused.text).toContain(why)
    expect(refused.text).toContain(words)
  }

  const mine = await as('tanaka').act(ask, { body })
  expect(mine.location).toBe(`${page}#questions`)
  expect(mine.text).toContain('あなたの質問')
  await as('suzuki').act(ask, { body: '道具は、何を使っていますか。' })
  await house.drain()
  for (const reader of [house.visitor(), as('suzuki'), as('mori')]) {
    expect((await reader.get(page)).text).not.toContain(body)
  }
  const letter = lettersTo(house, 'nakamura').at(-1)!
  expect(letter.text).toContain('2026年11月28日')
  expect(letter.text).toContain(own)
  expect((await as('nakamura').get(`/companies/${companyId('craft')}`)).text).toContain('質問が届いています')

  // Neither the company nor the desk can learn who it was, also not from history.
  for (const [power, organisation] of [
    ['operator', null],
    ['person', companyId('craft')],
  ] as const) {
    const seen = await readAs(house.db, { id: accountId('mori'), power }, organisation, async (tx) => ({
      askings: await tx.select().from(askings),
      told: await tx.select().from(history).where(eq(history.act, 'question.asked')),
      bodies: (await tx.select().from(questions)).map((one) => one.body),
    }))
    expect(seen.askings).toEqual([])
    expect(seen.bodies).toContain(body)
    expect(JSON.stringify(seen.told)).not.toContain((await rowOf(body)).id)
  }

  // Three at a time, and one taken back makes room.
  await as('tanaka').act(ask, { body: '来月から始めることはできますか。' })
  await as('tanaka').act(ask, { body: '打ち合わせは、夜でもできますか。' })
  expect((await as('tanaka').post(ask, { body: 'ほかにも聞きたいことがあります。' })).status).toBe(409)
  const late = await rowOf('打ち合わせは、夜でもできますか。')
  expect((await as('suzuki').post(`${ask}/${late.id}/withdrawal`)).status).toBe(404)
  await as('tanaka').act(`${ask}/${late.id}/withdrawal`)
  await as('tanaka').act(ask, { body: 'ほかにも聞きたいことがあります。' })

  // The company answers the most urgent one first, without telling how to reach it by another way.
  const list = await as('nakamura').get(own)
  expect(list.text).not.toContain('打ち合わせは、夜')
  const answer = { answer: '四人です。いちばん若い者で、五十二になります。', version: versionIn(list) }
  const first = `${own}/${(await rowOf(body)).id}`
  expect((await as('nakamura').post(`${first}/answer`, { ...answer, answer: '0943-00-0202へ' })).status).toBe(422)
  expect((await desk.post(`${first}/answer`, answer)).status).toBe(404)
  expect((await as('nakamura').post(`${first}/answer`, { ...answer, version: 9 })).status).toBe(409)
  expect((await as('nakamura').act(`${first}/answer`, answer)).text).toContain('伝えました')
  await house.drain()
  expect(lettersTo(house, 'tanaka').at(-1)!.subject).toBe('めぐりからのお知らせ')
  for (const reader of [house.visitor(), as('suzuki')]) expect((await reader.get(page)).text).toContain('四人です。')
  expect((await as('tanaka').post(`${ask}/${(await rowOf(body)).id}/withdrawal`)).status).toBe(409)
  expect((await as('tanaka').get('/me')).text).toContain('質問と、15分の話')

  // A no has its reason, and an answer may still follow; a wording is mended without another letter.
  const tools = await rowOf('道具は、何を使っていますか。')
  await as('nakamura').act(`${own}/${tools.id}/decline`, { reason: 'secret', version: tools.version })
  expect((await as('suzuki').get(page)).text).toContain('社外に出せないことです')
  expect((await house.visitor().get(page)).text).not.toContain('道具は')
  await as('nakamura').act(`${own}/${tools.id}/answer`, { answer: '竹を割る小刀です。', version: tools.version + 1 })
  await house.drain()
  const letters = lettersTo(house, 'suzuki').length
  await as('nakamura').act(`${own}/${tools.id}/answer`, { answer: '竹割り包丁です。', version: tools.version + 2 })
  await house.drain()
  expect(lettersTo(house, 'suzuki')).toHaveLength(letters)
  expect((await house.visitor().get(page)).text).toContain('竹割り包丁です。')
})

test('nobody asks the own employer', async () => {
  const project = await publishedProjectOf(house, 'employer')
  expect((await as('kobayashi').get(`/projects/${project}`)).text).not.toContain('この案件について質問する')
  const asked = await as('kobayashi').post(`/projects/${project}/questions`, { body: 'どんな一日を過ごしますか。' })
  expect(asked.status).toBe(404)
})

test('an answer that was promised and did not come reaches the company, the asker and the desk', async () => {
  const project = await publishedProjectOf(house, 'fertiliser', { answerDays: 4 })
  await as('ito').act(`/projects/${project}/questions`, { body: '肥料の袋は、何種類ありますか。' })
  const start = house.now()
  const days = async (count: number) => {
    house.setTime(new Date(start.getTime() + count * 86_400_000))
    await asOwner(house.db, (tx) => house.jobs.enqueue(tx, 'projects.remindOfQuestions', {}))
    await house.drain()
    return lettersTo(house, 'sato').at(-1)?.subject
  }
  expect(await days(1)).not.toContain('待っています')
  expect(await days(3)).toContain('質問が答えを待っています')
  expect(await days(4)).toContain('もうすぐ')
  expect(await days(6)).toContain('過ぎました')
  const told = lettersTo(house, 'sato').length
  await days(6.1)
  expect(lettersTo(house, 'sato')).toHaveLength(told)
  expect(lettersTo(house, 'ito').at(-1)!.text).toContain('約束の日までに答えがありませんでした')
  const desk = await house.as('mori')
  expect((await desk.get('/desk')).text).toContain('質問1件が、答えを待っています')
  await desk.act(`/desk/companies/${companyId('fertiliser')}/promise-call`)
  expect((await desk.get('/desk')).text).not.toContain('質問1件')
  house.setTime(start)
})
