import { and, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId, companyId, PARTNERS, partnerId } from '../../seed/cast.ts'
import { challengeNodes, worries, worryAnswers, worryPhotos } from '../../src/challenges/schema.ts'
import { asActor, asOwner } from '../../src/lib/db.ts'
import { entries, entryCopies } from '../../src/mandates/schema.ts'
import { craft, drafting, WORRY } from '../drafting.ts'
import { assisting, HELP } from '../fixtures/assistance.ts'
import { staff } from '../fixtures/contracts.ts'
import { DOT } from '../fixtures/pictures.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const { owner, later, codeFor, koga, sheetOf } = await assisting(house)
// Reading the first words of all takes its time.
await drafting(house).drafted(owner)
const KOGA = `古賀さん（${PARTNERS.town.name}）`
const WORRIES = `${craft}/worries`

const rowOf = async (id: string) =>
  (await asOwner(house.db, (tx) => tx.select().from(worries).where(eq(worries.id, id))))[0]
const nodesOf = (id: string) =>
  asOwner(house.db, (tx) => tx.select().from(challengeNodes).where(eq(challengeNodes.worryId, id)))
const fieldsOf = async (id: string) =>
  (await asOwner(house.db, (tx) => tx.select().from(entries).where(eq(entries.subjectId, id)))).map(
    ({ field }) => field,
  )
const idIn = (location: string | null) => /\/worries\/([0-9a-f-]{36})/.exec(location ?? '')![1]!
/** A worry of the owner's own that was brought into the company. */
async function ownWorry(text = WORRY): Promise<string> {
  const id = idIn((await owner.post('/worries', { text })).location)
  await owner.post(`/worries/${id}/company`, { company: companyId('craft') })
  return id
}

test('a worry is told, answered and corrected for the owner, who reads all of it back and confirms it', async () => {
  const helping = await koga('draft')
  expect((await helping.get(HELP)).html).toContain(`${WORRIES}/new`)
  const form = await helping.get(`${WORRIES}/new`)
  // Nobody agrees in the owner's place that a tool outside reads along.
  expect([form.status, form.html.includes('name="model"'), form.text.includes('あと30分')]).toEqual([200, false, true])
  expect((await helping.post(WORRIES, { text: '' })).status).toBe(422)
  const told = await helping.post(WORRIES, { text: WORRY })
  const id = idIn(told.location)
  expect(told.location).toBe(`${WORRIES}/${id}`)
  expect(await rowOf(id)).toMatchObject({ text: WORRY, companyId: companyId('craft'), accountId: null })
  expect((await helping.get(HELP)).html).toContain(`${WORRIES}/${id}`)

  const page = await helping.get(`${WORRIES}/${id}`)
  expect(page.text).toContain('手作業・工芸の原価管理')
  const question = (await helping.get(`${WORRIES}/${id}/questions`)).location!
  expect(question).toMatch(new RegExp(`^${WORRIES}/${id}/questions/`))
  expect((await helping.get(question)).text).toContain('会社')
  const key = question.split('/').at(-1)!
  expect((await helping.post(question, { text: '三人でやっています。' })).status).toBe(303)
  const [symptom] = (await nodesOf(id)).filter(({ kind, reading }) => kind === 'symptom' && reading === 0)
  const node = `${WORRIES}/${id}/nodes/${symptom!.id}`
  expect((await helping.get(node)).html).toContain(`action="${node}/words"`)
  await helping.post(`${node}/words`, { text: '値段が昔のままです' })
  const added = await helping.post(`${WORRIES}/${id}/lines`, { kind: 'scope', text: '帳面を見せてもらう' })
  expect(added.location).toContain(`${WORRIES}/${id}#node-`)
  expect((await helping.get(`${WORRIES}/${id}`)).text).toContain('あなたが直しました')

  // Never what it says; and what of it.
  const fields = await fieldsOf(id)
  expect(fields).toContain('_begun')
  expect(fields).toContain(`answer:${key}`)
  expect(fields).toContain(`line:${symptom!.id}`)
  const read = await helping.get(await sheetOf(helping))
  for (const words of [
    '困りごと「',
    '新しく書きました',
    '三人でやっています。',
    '直した行 値段が昔のままです',
    '足した行',
  ])
    expect(read.text).toContain(words)

  const seen = await owner.get(`/worries/${id}`)
  for (const words of ['代わりに入力したところがあります', `${KOGA}が入力`]) expect(seen.text).toContain(words)
  expect((await owner.get(craft)).text).toContain('代わりに入力してもらったところがあります')
  expect((await owner.get(`/worries/${id}/words`)).text).not.toContain('さんが入力')
  // Not theirs, and nobody's who holds a browser: not there.
  for (const [who, path] of [
    [await house.as('sato'), `/worries/${id}`],
    [await house.as('koga'), `/worries/${id}`],
    [house.visitor(), `/worries/${id}`],
    [owner, `${WORRIES}/${id}`],
    [await house.as('chiyo'), `${WORRIES}/new`],
  ] as const)
    expect([path, [303, 404].includes((await who.get(path)).status)]).toEqual([path, true])

  await helping.post(`${await sheetOf(helping)}/ending`)
  await house.drain()
  const mail = house.mails.find(({ subject }) => subject.includes('代わりに入力した内容'))!
  expect(mail.text).toContain('三人でやっています。')
  expect((await helping.get(`${WORRIES}/${id}`)).status).toBe(409)
  expect((await owner.act(`${await sheetOf()}/confirmation`)).text).toContain('確かめました')
  expect((await owner.get(`/worries/${id}`)).text).not.toContain('さんが入力')
  expect((await owner.get(HELP)).text).toContain('困りごとを書きました')
})

test('taken back, a worry stands as before; what the owner wrote over stays, and one that was only just told is gone', async () => {
  const id = await ownWorry()
  const [before, lines] = [await rowOf(id), await nodesOf(id)]
  const helping = await koga('draft')
  const [symptom, work] = [
    lines.find(({ kind, reading }) => kind === 'symptom' && reading === 0)!,
    lines.find(({ kind, reading }) => kind === 'work' && reading === 0)!,
  ]
  await helping.post(`${WORRIES}/${id}/nodes/${symptom.id}/confirmation`)
  await helping.post(`${WORRIES}/${id}/nodes/${work.id}/removal`)
  await helping.post(`${WORRIES}/${id}/lines`, { kind: 'cause', text: '帳面がない' })
  const question = (await helping.get(`${WORRIES}/${id}/questions`)).location!
  await helping.post(question, { text: '二人です。' })
  const version = before!.version
  const words = { version, text: `${WORRY}\n冬は仕事がありません。` }
  expect((await helping.post(`${WORRIES}/${id}/words`, words)).location).toBe(`${WORRIES}/${id}`)
  // A line is the same line after the words are put anew.
  expect((await nodesOf(id)).find((node) => node.id === work.id)?.removedAt).not.toBeNull()
  expect((await helping.post(`${WORRIES}/${id}/words`, words)).status).toBe(409)
  // The owner says the symptom in other words meanwhile: that is theirs.
  await owner.post(`/worries/${id}/nodes/${symptom.id}/words`, { text: '昼も夜も、手が足りない' })
  expect((await owner.get(`/worries/${id}/words`)).text).toContain(`${KOGA}が入力`)

  await owner.act(`${await sheetOf()}/undoing`)
  const after = await nodesOf(id)
  expect((await rowOf(id))!.text).toBe(WORRY)
  expect(after.find((node) => node.id === symptom.id)).toMatchObject({ text: '昼も夜も、手が足りない' })
  expect(after.find((node) => node.id === work.id)).toMatchObject({ removedAt: null, text: work.text })
  expect(after.some(({ text }) => text === '帳面がない')).toBe(false)
  const answers = asOwner(house.db, (tx) => tx.select().from(worryAnswers).where(eq(worryAnswers.worryId, id)))
  expect(await answers).toEqual([])
  expect(await asOwner(house.db, (tx) => tx.select().from(entryCopies).where(eq(entryCopies.subjectId, id)))).toEqual(
    [],
  )

  const again = await koga('draft')
  const fresh = idIn((await again.post(WORRIES, { text: WORRY })).location)
  const draft = (await again.post(`${craft}/projects`, { worry: fresh })).location!
  expect(draft).toContain('/draft/background')
  await owner.act(`${await sheetOf()}/undoing`)
  expect(await rowOf(fresh)).toBeUndefined()
  expect((await owner.get(`/worries/${fresh}`)).status).toBe(404)

  // What the owner made something of is the owner's.
  const third = idIn((await (await koga('draft')).post(WORRIES, { text: WORRY })).location)
  await owner.post(`${craft}/projects`, { worry: third })
  await owner.act(`${await sheetOf()}/undoing`)
  expect((await rowOf(third))!.text).toBe(WORRY)
})

test('who may look reads it and writes nothing, by the door and in the database; another company’s is not there', async () => {
  const id = await ownWorry()
  const looking = await koga('look')
  const page = await looking.get(`${WORRIES}/${id}`)
  expect([page.status, page.html.includes(`${WORRIES}/${id}/`)]).toEqual([200, false])
  const [node] = await nodesOf(id)
  for (const path of [
    `${WORRIES}/${id}/nodes/${node!.id}/confirmation`,
    `${WORRIES}/${id}/lines`,
    `${WORRIES}/${id}/words`,
    WORRIES,
  ])
    expect([path, (await looking.post(path, { text: 'だめ', kind: 'cause', version: 1 })).status]).toEqual([path, 404])
  const actor = (writes: boolean) =>
    ({ id: accountId('koga'), power: 'person', assisted: { company: companyId('craft'), writes } }) as const
  const write = (writes: boolean, statement: ReturnType<typeof sql>) =>
    asActor(house.db, actor(writes), null, async (tx) => (await tx.execute(statement)).rowCount).catch(() => 'refused')
  const line = sql`update challenge_nodes set text = 'だめ' where worry_id = ${id}`
  expect(await write(false, line)).toBe(0)
  expect(await write(false, sql`update worries set text = 'だめ' where id = ${id}`)).toBe(0)
  expect(
    await write(false, sql`insert into worry_answers (worry_id, question, answered_at) values (${id}, 'x', now())`),
  ).toBe('refused')
  const theirs = sql`insert into worries (id, text, browser_hash, company_id, created_at, updated_at)
    values (gen_random_uuid(), 'x', 'x', ${companyId('fertiliser')}, now(), now())`
  expect(await write(true, theirs)).toBe('refused')
  const sato = idIn((await (await house.as('sato')).post('/worries', { text: WORRY })).location)
  expect((await (await koga('draft')).get(`${WORRIES}/${sato}`)).status).toBe(404)
})

test('signed out, too late, of another house, or beside another: it holds for worries as for drafts', async () => {
  const id = await ownWorry()
  const out = await koga('draft')
  await out.post('/sign-out')
  await out.post('/demo/sign-in', { account: accountId('koga') })
  expect((await out.get(`${WORRIES}/${id}`)).status).toBe(404)

  const late = await koga('draft')
  const before = await nodesOf(id)
  later(30)
  const kept = await late.post(WORRIES, { text: '遅れて書いた、長い困りごと' })
  expect([kept.status, kept.text.includes('遅れて書いた、長い困りごと')]).toEqual([409, true])
  expect((await late.post(`${WORRIES}/${id}/nodes/${before[0]!.id}/removal`)).status).toBe(409)
  expect(await nodesOf(id)).toEqual(before)

  const abe = await house.as('abe')
  const code = await codeFor(partnerId('town'))
  expect((await abe.post(`/partners/${partnerId('bank')}/assistance`, { code })).status).toBe(422)
  expect((await abe.get(`${WORRIES}/${id}`)).status).toBe(404)

  const [helping, mori] = [await koga('draft'), await staff(house, 'mori')]
  expect((await mori.post('/desk/assistance', { code: await codeFor('desk') })).location).toBe(HELP)
  const { version } = (await rowOf(id))!
  expect((await mori.post(`${WORRIES}/${id}/words`, { version, text: '値段が昔のままです。' })).status).toBe(303)
  expect((await helping.post(`${WORRIES}/${id}/words`, { version, text: '人がいません。' })).status).toBe(409)
  expect((await rowOf(id))!.text).toBe('値段が昔のままです。')
  const [symptom] = (await nodesOf(id)).filter(({ kind, reading }) => kind === 'symptom' && reading === 0)
  await helping.post(`${WORRIES}/${id}/nodes/${symptom!.id}/words`, { text: '古い値段' })
  const seen = await owner.get(`/worries/${id}`)
  expect(seen.text).toContain('森さん（めぐりの事務局）が入力')
  expect(seen.text).toContain(`${KOGA}が入力`)
})

test('a photo of a filled sheet is put to the worry, read beside the words, and asks nobody else to type it', async () => {
  const helping = await koga('draft')
  const files = { photo: DOT }
  const only = await helping.upload(WORRIES, { text: '' }, files)
  const id = idIn(only.location)
  const [photo] = await asOwner(house.db, (tx) => tx.select().from(worryPhotos).where(eq(worryPhotos.worryId, id)))
  const page = await helping.get(`${WORRIES}/${id}`)
  expect(page.html).toContain(`${WORRIES}/${id}/photos/${photo!.id}`)
  expect((await helping.get(`${WORRIES}/${id}/photos/${photo!.id}`)).status).toBe(200)
  expect(page.html).not.toContain('/removal')
  expect((await (await staff(house, 'mori')).get('/desk')).html).toContain(`/desk/worries/${id}/typing`)
  await helping.post(`${WORRIES}/${id}/words`, { version: 1, text: '紙に書いてもらった困りごとです。' })
  const [typed] = await asOwner(house.db, (tx) =>
    tx
      .select()
      .from(worryPhotos)
      .where(and(eq(worryPhotos.worryId, id))),
  )
  expect(typed).toMatchObject({ typedBy: accountId('koga') })
  expect((await (await staff(house, 'mori')).get('/desk')).html).not.toContain(`/desk/worries/${id}/typing`)
  expect((await helping.upload(`${WORRIES}/${id}/photos`, {}, {})).status).toBe(422)
  expect((await helping.upload(`${WORRIES}/${id}/photos`, {}, files)).status).toBe(303)
  // A worry that nobody wrote themselves is told to the owners, not to nobody.
  await house.drain()
})
