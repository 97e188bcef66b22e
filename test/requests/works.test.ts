import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId, companyId } from '../../seed/cast.ts'
import { contracts } from '../../src/contracts/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { reviews } from '../../src/works/schema.ts'
import { fieldsOf, fillIn, REVIEW, sealedContract } from '../fixtures/contracts.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const owner = await house.as('nakamura')
const person = await house.as('tanaka')
const lastMail = (name: string) => house.mails.filter(({ to }) => to === `${name}@cast.example`).at(-1)!
const at = (day: string) => house.setTime(new Date(`${day}T10:00:00+09:00`))

test('a month is reported in one minute, mended, and confirmed', async () => {
  at('2026-11-23')
  const contract = await sealedContract(house, owner, person)
  expect((await person.get(`${contract.talent}/months/new`)).status).toBe(409)
  at('2026-12-28')
  const page = await person.get(`${contract.talent}/months/new`)
  expect(page.text).toContain('2026年12月')
  expect(page.html).toMatch(/<optgroup label="福岡県">/)
  const empty = await fillIn(person, `${contract.talent}/months/new`, `${contract.talent}/months`, { hours: '9' })
  expect([empty.status, empty.text.includes('したことを、ひとこと')]).toEqual([422, true])
  const answers = {
    month: '2026-12-01',
    hours: '９',
    done: '工房で手の時間を測った',
    visit1Day: '10',
    visit1Town: '40210',
  }
  const slips = { ...answers, hours: '2.5', done: '', visit1Day: '30', visit2Day: '3' }
  const all = await person.post(`${contract.talent}/months`, slips)
  for (const sentence of ['1時間単位で入れてください（例：3）', 'したことを、ひとこと', '2回目の市町村を選んで']) {
    expect(all.text).toContain(sentence)
  }
  expect(all.text).toContain('1回目の日は、12月1日から今日までの日を選んでください')
  const wrong = await person.post(`${contract.talent}/months`, { ...answers, visit1Day: '30' })
  expect([wrong.status, fieldsOf(wrong.html, `${contract.talent}/months`).done]).toEqual([422, answers.done])
  expect((await person.post(`${contract.talent}/months`, answers)).status).toBe(303)
  await house.drain()
  expect(lastMail('nakamura').text).toContain(`${contract.company}/months`)

  for (const page of [`/companies/${companyId('craft')}`, contract.company]) {
    const { text, html } = await owner.get(page)
    expect(text).toMatch(/「確かめました」(を待って|を押して)/)
    expect(html).toContain(`href="${contract.company}/months"`)
  }
  const seen = await owner.get(`${contract.company}/months`)
  const thread = /href="([^"]+\/messages)"/.exec(seen.html)![1]!
  expect((await owner.post(thread, { body: '12月は8時間だったと思います。' })).status).toBe(303)
  expect(seen.text).toContain('2026年12月10日（木） 福岡県八女市')
  const action = /action="([^"]+\/confirmation)"/.exec(seen.html)![1]!
  await person.post(`${contract.talent}/months`, { ...answers, hours: 8 })
  // What the owner had read is no longer what stands there.
  expect((await owner.post(action, { version: fieldsOf(seen.html, action).version! })).status).toBe(409)
  expect((await (await house.as('chiyo')).post(action, { version: 2 })).status).toBe(404)
  expect((await (await house.as('sato')).post(action, { version: 2 })).status).toBe(404)
  expect((await fillIn(owner, `${contract.company}/months`, action)).status).toBe(303)
  await house.drain()
  expect(lastMail('tanaka').text).toContain('確かめました')
  expect((await person.post(`${contract.talent}/months`, answers)).status).toBe(409)
  expect((await person.get(`${contract.talent}/months`)).text).toContain('8時間')

  at('2027-01-15')
  const zero = await person.post(`${contract.talent}/months`, { month: '2027-01-01', hours: 0, done: '' })
  expect(zero.status).toBe(303)
})

test('before its last day a contract ends when both say so, after it when one does', async () => {
  at('2026-11-23')
  const contract = await sealedContract(house, owner, person)
  expect((await person.get(`${contract.talent}/review`)).status).toBe(409)
  const told = await fillIn(person, `${contract.talent}/finish`, `${contract.talent}/finish`)
  expect(told.location).toBe(contract.talent)
  await house.drain()
  expect(lastMail('nakamura').text).toContain(`${contract.company}/finish`)
  expect((await person.get(`${contract.talent}/finish`)).text).toContain('返事を待っています')
  const ended = await fillIn(owner, `${contract.company}/finish`, `${contract.company}/finish`)
  expect(ended.location).toBe(`${contract.company}/review`)
  await house.drain()
  for (const name of ['nakamura', 'tanaka']) expect(lastMail(name).text).toContain('契約が終わりました')

  const alone = await sealedContract(house, owner, person)
  at('2027-03-15')
  // A session lasts ninety days.
  const over = await fillIn(await house.as('nakamura'), `${alone.company}/finish`, `${alone.company}/finish`)
  expect(over.location).toBe(`${alone.company}/review`)
  const rows = await asOwner(house.db, (tx) => tx.select().from(contracts).where(eq(contracts.id, alone.contractId)))
  expect(rows[0]!.endedAt).not.toBeNull()
})

test('neither side reads the other’s review before its own is written, not even past the pages', async () => {
  at('2026-11-23')
  const contract = await sealedContract(house, owner, person)
  await fillIn(owner, `${contract.company}/finish`, `${contract.company}/finish`)
  await fillIn(person, `${contract.talent}/finish`, `${contract.talent}/finish`)
  expect((await owner.get(`/companies/${companyId('craft')}`)).html).toContain(`href="${contract.company}/review"`)
  expect((await person.get('/me')).html).toContain(`href="${contract.talent}/review"`)
  expect((await owner.get(contract.company)).text).toContain('5分ほどのふりかえりをお願いします')
  expect((await owner.get(`${contract.company}/review`)).text).toContain('事例の文章のもとになります')
  const bare = await owner.post(`${contract.company}/review`, { ...REVIEW, outcome: '' })
  expect([bare.status, fieldsOf(bare.html, `${contract.company}/review`).result]).toEqual([422, REVIEW.result])
  expect((await owner.post(`${contract.company}/review`, REVIEW)).status).toBe(303)
  expect((await owner.get(`${contract.company}/review`)).text).toContain('相手が書くと、おたがいに読めます')
  expect((await owner.get(`/companies/${companyId('craft')}`)).html).not.toContain(`href="${contract.company}/review"`)
  expect((await person.get(`${contract.talent}/review`)).text).not.toContain(REVIEW.result)
  const seenBy = (actor: 'tanaka' | 'nakamura', organisation: string | null) =>
    readAs(house.db, { id: accountId(actor), power: 'person' }, organisation, (tx) =>
      tx
        .select({ side: reviews.side })
        .from(reviews)
        .where(and(eq(reviews.contractId, contract.contractId)))
        .orderBy(reviews.side),
    )
  expect(await seenBy('tanaka', null)).toEqual([])
  await house.drain()
  expect(lastMail('tanaka').text).toContain('あなたが2週間のうちに書くと、おたがいに読めます')
  await person.post(`${contract.talent}/review`, { ...REVIEW, feedback: '現場の話が宝でした。' })
  await house.drain()
  expect(await seenBy('tanaka', null)).toEqual([{ side: 'company' }, { side: 'talent' }])
  expect(await seenBy('nakamura', companyId('craft'))).toHaveLength(2)
  const both = (await owner.get(`${contract.company}/review`)).text
  expect(both).toContain('現場の話が宝でした。')
  expect(both).toContain('田中 正雄さんのふりかえり')
  // Told to everybody only where the person says so, and no longer once it is taken back. No name with it.
  const record = async () => (await house.visitor().get(`/companies/${companyId('craft')}/record`)).text
  expect(await record()).not.toContain('現場の話が宝でした。')
  expect((await owner.post(`${contract.talent}/review/sharing`, { on: 'yes' })).status).toBe(404)
  const shared = await person.act(`${contract.talent}/review/sharing`, { on: 'yes' })
  expect(shared.text).toContain('会社の「これまで」に出ています')
  expect(await record()).toMatch(/手伝った人のひとこと.*現場の話が宝でした。/)
  expect(await record()).not.toMatch(/田中|正雄/)
  await person.act(`${contract.talent}/review/sharing`, { on: 'no' })
  expect(await record()).not.toContain('現場の話が宝でした。')
  const twice = await person.post(`${contract.talent}/review`, REVIEW)
  expect(twice.status).toBe(409)
  expect((await (await house.as('kobayashi')).get(`${contract.talent}/review`)).status).toBe(404)
})

test('who wrote and waited two weeks is read all the same; who then writes says nothing of the other any more', async () => {
  at('2026-11-23')
  const contract = await sealedContract(house, owner, person)
  await fillIn(owner, `${contract.company}/finish`, `${contract.company}/finish`)
  await fillIn(person, `${contract.talent}/finish`, `${contract.talent}/finish`)
  const own = { ...REVIEW, result: '原価の表が三つできた。', feedback: '約束を守る方でした。' }
  expect((await owner.post(`${contract.company}/review`, own)).status).toBe(303)
  const morning = async (day: string) => {
    at(day)
    await asOwner(house.db, (tx) => house.jobs.enqueue(tx, 'works.openReviews', {}))
    await house.drain()
  }
  await morning('2026-12-07')
  expect((await person.get(`${contract.talent}/review`)).text).not.toContain(own.result)
  await morning('2026-12-08')
  expect(lastMail('tanaka').text).toContain('2週間がたったので、相手のふりかえりを読めます')
  const page = await person.get(`${contract.talent}/review`)
  for (const words of [own.result, own.feedback, 'ふりかえりを送る']) expect(page.text).toContain(words)
  expect(page.html).not.toContain('name="feedback"')
  const bare = await person.post(`${contract.talent}/review`, { ...REVIEW, outcome: '' })
  expect([bare.status, fieldsOf(bare.html, `${contract.talent}/review`).result]).toEqual([422, REVIEW.result])
  // Written on a screen that was opened before.
  const { feedback: _, ...late } = REVIEW
  expect((await person.post(`${contract.talent}/review`, { ...late, feedback: '仕返しのひとこと' })).status).toBe(422)
  expect((await person.post(`${contract.talent}/review`, late)).status).toBe(303)
  const both = (await owner.get(`${contract.company}/review`)).text
  expect(both).toContain(REVIEW.result)
  expect(both).not.toContain('仕返しのひとこと')
  await morning('2026-12-30')
  expect(house.mails.filter(({ text }) => text.includes('2週間がたったので'))).toHaveLength(1)
})
