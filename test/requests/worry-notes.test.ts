import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { challengeNodes, worries } from '../../src/challenges/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { projects } from '../../src/projects/schema.ts'
import { projectIn } from '../drafting.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const idIn = (location: string) => /\/worries\/([0-9a-f-]{36})/.exec(location)![1]!
const symptomsOf = async (id: string) =>
  (await asOwner(house.db, (tx) => tx.select().from(challengeNodes).where(eq(challengeNodes.worryId, id)))).filter(
    ({ kind, reading }) => kind === 'symptom' && reading === 0,
  )

/** Notes of a talk, typed out: who spoke, fillers, half sentences. */
const TALK = [
  '聞き手：きょうはありがとうございます。',
  '社長：いえいえ。うちは三代続く提灯の工房です。',
  '社長：えーと、職人の手作業ばかりで、ひとつ作るのに本当はいくら掛かっとるのか誰も分からんのです😓',
  '聞き手：ほかにはありますか。',
  '社長：ホームページが古いままで、問い合わせが来ん。',
  '社長：ﾜｶｲ人が続かんのよ。教え方が悪いんじゃろか。',
].join('\n')
const LONG = `${TALK}\n${'聞き手：なるほど。社長：そうなんです。\n'.repeat(2000)}`.slice(0, 20_000).trimEnd()

describe('notes of a talk', () => {
  test('twenty thousand letters are kept while they are pasted, told, folded on the page, and made into a draft', async () => {
    const owner = await house.as('nakamura')
    expect((await owner.post('/worries/draft', { text: LONG, model: 'yes' })).status).toBe(204)
    expect((await owner.get('/worries/new')).html).toContain(`>${LONG}</textarea>`)
    const told = await owner.act('/worries', { text: LONG })
    const id = idIn(told.location)
    expect(told.text).toContain('こう受けとめました')
    expect(told.text).toMatch(/全部を読む（(19,\d{3}|20,000)字）/)
    expect(told.html).toMatch(/<details class="more"[^>]*><summary>[\s\S]*全部を/)
    const [row] = await asOwner(house.db, (tx) => tx.select().from(worries).where(eq(worries.id, id)))
    expect(row!.text).toBe(LONG)
    const begun = await owner.act(`/worries/${id}/company`, { company: companyId('craft') })
    const [project] = await asOwner(house.db, (tx) =>
      tx
        .select()
        .from(projects)
        .where(eq(projects.id, projectIn(begun.location))),
    )
    // What everybody will read is what the talk is about, not the talk.
    expect(project!.background!.length).toBeLessThan(1000)
    expect(project!.background).toContain('いくら掛かっとるのか')
    const next = await owner.post(begun.location, { version: project!.version, background: project!.background! })
    expect(next.location).toMatch(/\/draft\/work$/)
  })

  test('more comes back with a sentence, and nothing is lost', async () => {
    const owner = await house.as('nakamura')
    const id = idIn((await owner.post('/worries', { text: TALK })).location)
    const longer = 'あ'.repeat(20_001)
    for (const [path, fields] of [
      ['/worries', {}],
      [`/worries/${id}/words`, { version: 1 }],
    ] as const) {
      const answer = await owner.post(path, { ...fields, text: longer })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('お困りのことは、20000字以内にしてください（いま20001字）')
      expect(answer.html).toContain(`>${longer}</textarea>`)
    }
  })

  test('several worries in one text become several symptoms, three at most', async () => {
    const owner = house.visitor()
    const two = '職人の手作業ばかりで、ひとつ作るのにいくら掛かるか分からんし、ホームページが古いままで問い合わせが来ん'
    const many = `${TALK}\n社長：電話の予約の聞きまちがいが多い。\n社長：トラックの帰りがいつも空で油代がもったいない。`
    for (const [text, least] of [
      [two, 2],
      [TALK, 2],
      [many, 2],
    ] as const) {
      const symptoms = await symptomsOf(idIn((await owner.post('/worries', { text })).location))
      expect(symptoms.length).toBeGreaterThanOrEqual(least)
      expect(symptoms.length).toBeLessThanOrEqual(3)
      for (const symptom of symptoms) expect(text).toContain(symptom.text)
    }
  })
})

test('the first screen and the words anew have a place for a button to speak, which only scripts fill', async () => {
  const owner = house.visitor()
  const first = await owner.get('/worries/new')
  expect(first.html).toMatch(/<voice-input class="voice" data-for="form-text" data-label="声で入れる"><\/voice-input>/)
  const id = idIn((await owner.post('/worries', { text: TALK })).location)
  expect((await owner.get(`/worries/${id}/words`)).html).toContain('<voice-input')
  expect(first.headers.get('permissions-policy')).toContain('microphone=(self)')
})
