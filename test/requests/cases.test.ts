import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId } from '../../seed/cast.ts'
import { consents } from '../../src/accounts/schema.ts'
import { similarCases } from '../../src/cases/queries/published.ts'
import { cases } from '../../src/cases/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { fieldsOf, fillIn, reviewedContract, staff } from '../fixtures/contracts.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const owner = await house.as('nakamura')
const person = await house.as('tanaka')
const desk = await staff(house, 'mori')
const visitor = house.visitor()
const lastMail = (name: string) => house.mails.filter(({ to }) => to === `${name}@cast.example`).at(-1)!

async function finished() {
  const contract = await reviewedContract(house, owner, person)
  const [row] = await asOwner(house.db, (tx) =>
    tx.select().from(cases).where(eq(cases.contractId, contract.contractId)),
  )
  return { ...contract, id: row!.id, row: row! }
}
const choose = (browser: typeof owner, base: string, openness: string) =>
  fillIn(browser, `${base}/case`, `${base}/case`, { openness })
/** The desk says it in words that do not stand in the posting. */
const mend = (id: string, words: Record<string, string> = {}) =>
  fillIn(desk, `/desk/cases/${id}`, `/desk/cases/${id}`, {
    ...{ title: '手仕事の値段を決めなおした', problem: '品ごとの費用が見えないままでした。' },
    ...{ done: '工房で手の時間を測りました。', ...words },
  })
const consentsOf = (id: string) =>
  asOwner(house.db, (tx) => tx.select().from(consents).where(eq(consents.subjectId, id)))

test('two reviews become a draft without names, which nobody else reads', async () => {
  const { id, row, talent, company } = await finished()
  expect(row).toMatchObject({
    outcome: 'partly',
    fee: 40_000,
    size: '6-20',
    prefecture: 40,
    talentPrefecture: 26,
    codes: ['10035'],
    applicants: 1,
  })
  expect(JSON.stringify(row)).not.toMatch(/なかむら提灯工房|田中/)
  for (const name of ['nakamura', 'tanaka']) expect(lastMail(name).text).toContain('事例の文章の案')
  expect((await visitor.get(`/cases/${id}`)).status).toBe(404)
  const own = await person.get(`${talent}/case`)
  expect(own.text).toContain('手の時間を測る紙と')
  expect(own.text).not.toContain('ていねいに聞いてくださり')
  for (const stranger of ['kobayashi', 'sato'] as const) {
    const browser = await house.as(stranger)
    for (const path of [`${talent}/case`, `${company}/case`, `/desk/cases/${id}`, `/cases/${id}`]) {
      expect((await browser.get(path)).status).toBe(404)
    }
  }
})

test('both choose to be named, the desk reads and publishes, and either side takes it back', async () => {
  const { id, company, talent } = await finished()
  expect((await desk.post(`/desk/cases/${id}/publication`, { version: 1 })).status).toBe(409)
  await choose(owner, company, 'named')
  expect((await desk.get('/desk/cases')).text).toContain('返事を待っています')
  await choose(person, talent, 'named')
  await house.drain()
  expect(lastMail('mori').text).toContain(`/desk/cases/${id}`)
  const waiting = await desk.get('/desk')
  expect(waiting.html).toContain(`href="/desk/cases/${id}"`)
  expect(waiting.html).toContain('href="/desk/cases"')
  expect((await visitor.get(`/cases/${id}`)).status).toBe(404)
  expect((await consentsOf(id)).map(({ purpose, fields, revokedAt }) => [purpose, fields, revokedAt])).toEqual([
    ['case', ['named'], null],
    ['case', ['named'], null],
  ])
  const published = await fillIn(desk, `/desk/cases/${id}`, `/desk/cases/${id}/publication`)
  expect(published.status).toBe(303)
  await house.drain()
  expect(lastMail('tanaka').text).toContain(`/cases/${id}`)
  const page = await visitor.get(`/cases/${id}`)
  expect(page.text).toContain('有限会社なかむら提灯工房と、田中 正雄さん')
  expect(page.html).toContain('/job-codes/10035')
  expect((await visitor.get('/cases?words=手の時間&prefecture=40&outcome=partly')).html).toContain(`/cases/${id}`)
  expect((await visitor.get('/cases?words=手の時間&prefecture=6')).html).not.toContain(`/cases/${id}`)
  expect((await visitor.get('/cases?outcome=missed')).html).not.toContain(`/cases/${id}`)
  expect((await visitor.get(`/cases/${id}`)).html).not.toContain('>わけ<')
  expect((await visitor.get('/cases?words=%25')).html).not.toContain(`/cases/${id}`)

  const asked = await person.get(`${talent}/case`)
  expect(asked.html).not.toContain(`action="${talent}/case/withdrawal"`)
  expect((await person.get(`${talent}/case/withdrawal`)).text).toContain('元にもどせません')
  const taken = await fillIn(person, `${talent}/case/withdrawal`, `${talent}/case/withdrawal`)
  expect(taken.status).toBe(303)
  await house.drain()
  expect((await visitor.get(`/cases/${id}`)).status).toBe(404)
  expect(lastMail('nakamura').text).toContain('取り下げました')
  expect((await consentsOf(id)).every(({ revokedAt }) => revokedAt !== null)).toBe(true)
  const [row] = await asOwner(house.db, (tx) => tx.select().from(cases).where(eq(cases.id, id)))
  expect(row!.talentName).toBeNull()
  expect((await choose(owner, company, 'named').catch(() => ({ status: 0 }))).status).not.toBe(303)
})

test('the closer of two wishes counts', async () => {
  const { id, company, talent } = await finished()
  await mend(id)
  await choose(owner, company, 'anonymous')
  await choose(person, talent, 'named')
  // What can be read now stands before what is older and still waits.
  expect(/\/desk\/cases\/[0-9a-f-]{36}/.exec((await desk.get('/desk/cases')).html)![0]).toBe(`/desk/cases/${id}`)
  await fillIn(desk, `/desk/cases/${id}`, `/desk/cases/${id}/publication`)
  const page = await visitor.get(`/cases/${id}`)
  // Nobody else here makes anything of paper and wood: the place, the trade and the numbers would name the firm.
  expect(page.text).toContain('ある会社')
  expect(page.html).not.toMatch(/なかむら提灯工房|田中|福岡|伝統工芸|40,000|10035/)
  expect(page.text).toContain('月3万〜5万円')
  for (const query of [
    'prefecture=40',
    'region=kyushu',
    'industry=crafts',
    'industry=crafters',
    'code=10035',
    'size=6-20',
  ]) {
    expect((await visitor.get(`/cases?${query}`)).html, query).not.toContain(`/cases/${id}`)
  }

  const other = await finished()
  await choose(owner, other.company, 'named')
  await choose(person, other.talent, 'statistics')
  const read = await desk.get(`/desk/cases/${other.id}`)
  expect(read.html).not.toContain('/publication')
  expect((await desk.post(`/desk/cases/${other.id}/publication`, { version: 1 })).status).toBe(409)
})

test('a mended text is a new text: both are asked again', async () => {
  const { id, company, talent } = await finished()
  await choose(owner, company, 'anonymous')
  const old = await person.get(`${talent}/case`)
  const edited = await fillIn(desk, `/desk/cases/${id}`, `/desk/cases/${id}`, {
    title: '手仕事の原価を、紙と鉛筆で',
    problem: '費用が見えません。',
    done: '測りました。',
  })
  expect(edited.status).toBe(303)
  await house.drain()
  expect(lastMail('nakamura').text).toContain('もう一度読んで')
  const stale = await person.post(`${talent}/case`, {
    version: fieldsOf(old.html, `${talent}/case`).version!,
    openness: 'named',
  })
  expect(stale.status).toBe(409)
  const diff = await person.get(`${talent}/case`)
  expect(diff.html).toContain('<del>提灯ごとの原価を、手の時間から出したい</del>')
  expect(diff.html).toContain('<ins>手仕事の原価を、紙と鉛筆で</ins>')
  await choose(person, talent, 'anonymous')
  expect((await desk.get(`/desk/cases/${id}`)).text).toContain('まだ返事がありません')
  await choose(owner, company, 'anonymous')
  const bare = await fillIn(desk, `/desk/cases/${id}`, `/desk/cases/${id}`, { problem: '' })
  expect([bare.status, bare.text.includes('困りごとを入れてください')]).toEqual([422, true])
  await fillIn(desk, `/desk/cases/${id}`, `/desk/cases/${id}/publication`)
  expect((await visitor.get(`/cases/${id}`)).text).toContain('手仕事の原価を、紙と鉛筆で')
})

test('what leads to the two sides is seen before anybody else reads it, and stays in under no promise', async () => {
  const { id, company, talent } = await finished()
  await mend(id, {
    ...{ result: '連絡は090-1234-5678か www.chochin.example.jp へ。', learned: '田中さんの測り方。' },
    done: '職人の手の時間の測り方を一緒に決め、表を作りました。',
  })
  const own = await owner.get(`${company}/case`)
  for (const words of ['090-1234-5678', 'www.chochin.example.jp', '田中さん']) {
    expect(own.text).toContain(`「${words}」`)
  }
  await choose(owner, company, 'anonymous')
  await choose(person, talent, 'named')
  const read = await desk.get(`/desk/cases/${id}`)
  expect(read.text).toContain('「田中さん」')
  expect(read.text).toContain('募集のページと同じ文：「職人の手の時間の測り方を一緒に決め、表を作りました。」')
  expect(read.html).not.toContain(`action="/desk/cases/${id}/publication"`)
  const version = fieldsOf(read.html, `/desk/cases/${id}`).version!
  const forced = await desk.post(`/desk/cases/${id}/publication`, { version })
  expect([forced.status, forced.text.includes('たどりつく言葉を直すと')]).toEqual([409, true])
  expect((await visitor.get(`/cases/${id}`)).status).toBe(404)
  const mended = { result: '二品の値段を上げました。', learned: 'この人の測り方。', done: '測り方を決めました。' }
  await fillIn(desk, `/desk/cases/${id}`, `/desk/cases/${id}`, mended)
  await choose(owner, company, 'anonymous')
  await choose(person, talent, 'named')
  expect((await fillIn(desk, `/desk/cases/${id}`, `/desk/cases/${id}/publication`)).status).toBe(303)
})

test('both choose at the same moment', async () => {
  const { id, company, talent } = await finished()
  const answers = await Promise.all([choose(owner, company, 'anonymous'), choose(person, talent, 'anonymous')])
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  expect((await desk.get(`/desk/cases/${id}`)).text).toContain('返事がそろいました')
})

test('near cases are found by job code, then industry, then prefecture', async () => {
  const { id, company, talent } = await finished()
  await choose(owner, company, 'named')
  await choose(person, talent, 'named')
  await fillIn(desk, `/desk/cases/${id}`, `/desk/cases/${id}/publication`)
  const near = await readAs(house.db, { id: accountId('sato'), power: 'person' }, null, (tx) =>
    similarCases(tx, ['10035'], 'crafts', 40, 1),
  )
  expect(near).toHaveLength(1)
  expect(near[0]).not.toHaveProperty('companyId')
  const none = await readAs(house.db, { id: null, power: 'visitor' }, null, (tx) =>
    similarCases(tx, ['56109'], 'chemicals', 6, 5),
  )
  expect(none).toEqual([])
})

test('a tree of the same worry cites a published case, and no longer when it was taken back', async () => {
  const { id, row, company, talent } = await finished()
  for (const [browser, base] of [
    [owner, company],
    [person, talent],
  ] as const) {
    await choose(browser, base, 'named')
  }
  await fillIn(desk, `/desk/cases/${id}`, `/desk/cases/${id}/publication`)
  const told = await visitor.post('/worries', { text: '提灯をひとつ作るのに、本当はいくら掛かっとるのか誰も分からん' })
  const tree = await visitor.get(told.location)
  expect(tree.text).toContain('事例から')
  expect(tree.html).toContain(`href="/cases/${id}"`)
  expect(tree.text).toContain(row.title)
  await fillIn(person, `${talent}/case/withdrawal`, `${talent}/case/withdrawal`)
  const after = await visitor.get(told.location)
  expect(after.text).not.toContain('事例から')
  expect(after.html).not.toContain(`/cases/${id}`)
})
