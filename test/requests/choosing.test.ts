import { eq, inArray } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { accountId, companyId } from '../../seed/cast.ts'
import { selections } from '../../src/applications/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { applicationRow, apply, forCompany, step, writeApplication } from '../fixtures/applications.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
const NAMES = ['suzuki', 'tanaka', 'ito', 'takahashi', 'watanabe'] as const
let nakamura: Browser
let chiyo: Browser
let project: string
let list: string
const ids = new Map<string, string>()
const idOf = (name: (typeof NAMES)[number]) => ids.get(name)!

beforeAll(async () => {
  nakamura = await house.as('nakamura')
  chiyo = await house.as('chiyo')
  project = await publishedProjectOf(house, 'craft')
  list = `/companies/${companyId('craft')}/projects/${project}/applications`
  for (const name of NAMES) ids.set(name, await writeApplication(house, 'sent', { name, project }))
})

const placeOf = (html: string, name: (typeof NAMES)[number]) => html.indexOf(`/applications/${idOf(name)}`)
const actsOn = (id: string) =>
  asOwner(house.db, async (tx) => {
    const rows = await tx.select().from(history).where(eq(history.subjectId, id))
    return rows.map(({ act }) => act)
  })

test('the list stands by stage, whoever fits best first and with the reason, nobody by name', async () => {
  const board = await nakamura.get(list)
  expect(board.text).toContain('すべて5')
  for (const name of NAMES) expect(placeOf(board.html, name)).toBeGreaterThan(0)
  // Of all of them she alone has made costs of handmade things visible.
  for (const name of NAMES.slice(2)) expect(placeOf(board.html, 'tanaka')).toBeLessThan(placeOf(board.html, name))
  expect(board.text).toContain('お待ちです')
  expect(board.text).not.toContain('田中')
  const stage = await nakamura.get(`${list}?stage=new&order=sent`)
  expect(stage.text).toContain('確かめたいこと')
  expect(stage.html).toContain('?stage=shortlisted&amp;order=sent')
  expect((await nakamura.get(`${list}?stage=offered`)).text).toContain('いま応募はありません')
  for (const page of ['0', 'x', '99'])
    expect((await nakamura.get(`${list}?stage=new&page=${page}`)).text).toContain('確かめ')
  const file = await nakamura.get(`${list}?format=csv`)
  expect(file.html.split('\r\n')).toHaveLength(1 + NAMES.length + 1)
  expect(file.html).toContain('応募,いま,届いた日,返事の約束の日,ひとこと,')
  expect(file.html).toContain(',新しい応募,2026-10-20,,織物メーカーで経営管理と生産管理を三十五年,京都府,')
  expect(file.html).not.toMatch(/田中|@/)
  expect((await (await house.as('sato')).get(list)).status).toBe(404)
  expect((await (await house.as('sato')).get(`${list}?format=xlsx`)).status).toBe(404)
})

test('a name is opened by an act of its own, which history keeps', async () => {
  const id = await apply(await house.as('kobayashi'), await publishedProjectOf(house, 'craft'))
  const first = await nakamura.get(forCompany(id))
  expect(first.text).toContain('名前を見る')
  expect(first.text).not.toContain('小林')
  expect((await chiyo.get(forCompany(id))).text).not.toContain('名前を見る')
  const named = await step(house, nakamura, `${forCompany(id)}/name`)
  expect(named.text).toContain('小林 恵さん')
  expect(named.text).not.toContain('名前を見る')
  expect((await chiyo.get(forCompany(id))).text).toContain('小林 恵さん')
  expect((await actsOn(id)).at(-1)).toBe('application.named')
  const [noted] = await asOwner(house.db, (tx) => tx.select().from(selections).where(eq(selections.applicationId, id)))
  expect(noted).toMatchObject({ namedBy: accountId('nakamura'), namedAt: house.now() })
})

test('three at a time, each decided by one tap that can be taken back', async () => {
  const three = await nakamura.get(`${list}?view=three`)
  const shown = NAMES.filter((name) => placeOf(three.html, name) > 0)
  expect(shown).toHaveLength(3)
  expect(three.text).toContain('まだ決めていない方が5人')
  expect(three.text).toContain('次の3人')
  expect(three.text).not.toContain('前の3人')
  const next = await nakamura.get(`${list}?view=three&at=3`)
  expect(next.text).toContain('前の3人')
  expect(NAMES.filter((name) => placeOf(next.html, name) > 0 && !shown.includes(name))).toHaveLength(2)

  const from = { from: 'three', at: '0' }
  const [first, second, third] = shown.map(idOf) as [string, string, string]
  const liked = await step(house, nakamura, `${forCompany(first)}/shortlisting`, from)
  expect(liked.location).toContain(`view=three&at=0&done=${first}`)
  expect(liked.text).toContain('「話してみたい」にしました')
  expect(liked.text).toContain('まだ決めていない方が4人')
  expect((await step(house, nakamura, `${forCompany(second)}/deferral`, from)).text).toContain('「あとで考える」に')
  const passed = await step(house, nakamura, `${forCompany(third)}/passing`, from)
  expect(passed.text).toContain('「今回は見送る」にしました')
  expect(passed.text).toContain('まだ決めていない方が2人')
  // Nothing of it is an answer: the promise goes on, the person reads only that the words were read.
  expect((await applicationRow(house, third)).declinedAt).toBe(null)
  expect(await actsOn(third)).toEqual(['application.passed-over'])
  await house.drain()
  expect(house.mails.filter(({ text }) => text.includes('見送り'))).toEqual([])

  expect((await nakamura.get(`${list}?stage=new`)).text).toContain('見送るつもりの方')
  const back = await step(house, nakamura, `${forCompany(third)}/reconsideration`, from)
  expect(back.text).toContain('まだ決めていない方が3人')
  await step(house, nakamura, `${forCompany(first)}/cancellation`, from)
  expect((await applicationRow(house, first)).shortlistedAt).toBe(null)
  const viewed = await chiyo.get(`${list}?view=three`)
  expect(viewed.text).not.toContain('話してみたい')
  for (const id of ids.values()) {
    if (!(await nakamura.get(`${list}?view=three`)).html.includes(id)) continue
    await step(house, nakamura, `${forCompany(id)}/passing`, from)
  }
  expect((await nakamura.get(`${list}?view=three`)).text).toContain('ひととおり読み終わりました')
})

test('several are declined together with a reason they can use, told after half an hour', async () => {
  const project = await publishedProjectOf(house, 'craft')
  const here = `/companies/${companyId('craft')}/projects/${project}`
  await publishedProjectOf(house, 'craft', { title: '盆飾りの原価も見てほしい', codes: ['10035'] })
  const three = ['tanaka', 'suzuki', 'ito'] as const
  const people: string[] = []
  for (const name of three) people.push(await writeApplication(house, 'sent', { name, project }))
  await step(house, nakamura, `${forCompany(people[1]!)}/passing`)
  expect((await chiyo.get(`${here}/declines`)).status).toBe(404)
  const form = await nakamura.get(`${here}/declines`)
  expect(form.text).toContain('「手作業・工芸の原価管理」の経験が、今回ほしいものと少し違いました')
  const seen = [...form.html.matchAll(/value="([0-9a-f-]{36}\.\d+)"( checked)?/g)]
  expect(seen.filter(([, , checked]) => checked).map(([, value]) => value!.split('.')[0])).toEqual([people[1]])
  const chosen = seen.map(([, value]) => value!)
  expect(chosen).toHaveLength(3)

  expect((await nakamura.post(`${here}/declines/letter`, { people: chosen })).status).toBe(422)
  const reason = 'experience:10035'
  const letter = await nakamura.post(`${here}/declines/letter`, { people: chosen, reason })
  expect(letter.status).toBe(200)
  expect(letter.text).toContain('感心しながら読みました')
  const words = 'またぜひ。電話は090-1234-5678です。'
  const mended = await nakamura.post(`${here}/declines/letter`, { people: chosen, reason, words })
  expect(mended.text).toContain('またぜひ。電話は［連絡先］です。')
  const long = await nakamura.post(`${here}/declines`, { people: chosen, reason, words: 'あ'.repeat(401) })
  expect([long.status, long.html.includes('あ'.repeat(401))]).toEqual([422, true])

  const before = house.now()
  const told = await nakamura.act(`${here}/declines`, { people: chosen, reason, words })
  expect(told.text).toContain('3人への返事をうけたまわりました')
  const batch = /batch=([0-9a-f-]{36})/.exec(told.location)![1]!
  const rows = await asOwner(house.db, (tx) => tx.select().from(history).where(eq(history.batch, batch)))
  expect(rows.map(({ subjectId, act, data }) => [subjectId, act, data]).toSorted()).toEqual(
    people.map((id) => [id, 'application.declined', { reason: 'experience', code: '10035' }]).toSorted(),
  )
  const undone = await nakamura.act(`${here}/declines/${batch}/cancellation`)
  expect(undone.location).toBe(`${here}/applications`)
  for (const id of people) expect((await applicationRow(house, id)).declinedAt).toBe(null)
  expect((await nakamura.post(`${here}/declines/${batch}/cancellation`)).status).toBe(409)
  expect((await nakamura.post(`${here}/declines`, { people: chosen, reason, words })).status).toBe(422)

  house.setTime(new Date(before.getTime() + 60_000))
  const now = await Promise.all(people.map(async (id) => `${id}.${(await applicationRow(house, id)).version}`))
  await nakamura.act(`${here}/declines`, { people: now.slice(0, 2), reason, words })
  await house.drain()
  expect(house.mails.filter(({ text }) => text.includes('今回は見送り'))).toEqual([])
  house.setTime(new Date(before.getTime() + 40 * 60_000))
  await house.drain()
  expect(house.mails.filter(({ text }) => text.includes('今回は見送り'))).toHaveLength(2)
  const read = await (await house.as('tanaka')).get(`/me/applications/${people[0]}`)
  for (const said of ['「手作業・工芸の原価管理」の経験が', 'またぜひ。電話は［連絡先］です。', '盆飾りの原価も']) {
    expect(read.text).toContain(said)
  }
  house.setTime(before)
})

test('what a company notes for itself nobody else reads, the person least of all', async () => {
  const noted = (
    name: 'tanaka' | 'sato' | 'nakamura' | 'mori',
    organisation: string | null,
    power: 'person' | 'operator',
  ) =>
    readAs(house.db, { id: accountId(name), power }, organisation, (tx) =>
      tx
        .select()
        .from(selections)
        .where(inArray(selections.applicationId, [...ids.values()])),
    )
  expect(await noted('nakamura', companyId('craft'), 'person')).toHaveLength(5)
  expect(await noted('tanaka', null, 'person')).toEqual([])
  expect(await noted('sato', companyId('fertiliser'), 'person')).toEqual([])
  expect(await noted('mori', null, 'operator')).toEqual([])
})
