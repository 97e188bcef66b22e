import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { accountId, companyId, partnerId, talentId } from '../../seed/cast.ts'
import { applications } from '../../src/applications/schema.ts'
import { contracts } from '../../src/contracts/schema.ts'
import { events, registrations } from '../../src/events/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { wordsOf } from '../../src/lib/document.ts'
import { verifySeal } from '../../src/lib/pdf/verify.ts'
import { projects } from '../../src/projects/schema.ts'
import { ties } from '../../src/talents/schema.ts'
import { visits, workMonths } from '../../src/works/schema.ts'
import { writeCrowd } from '../fixtures/crowd.ts'
import { bornInYame, letCount } from '../fixtures/ladder.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const [town, bank] = [partnerId('town'), partnerId('bank')]
const LADDER = `/partners/${town}/ladder`
const at = (day: string) => new Date(`${day}T03:00:00Z`)
const [tanaka, koga, abe, ito] = await Promise.all([
  house.as('tanaka'),
  house.as('koga'),
  house.as('abe'),
  house.as('ito'),
])

const work = { projectId: randomUUID(), applicationId: randomUUID(), contractId: randomUUID(), monthId: randomUUID() }
const craft = companyId('craft')
const who = { talentId: talentId('tanaka'), accountId: accountId('tanaka') }
await asOwner(house.db, async (tx) => {
  const made = { createdAt: at('2026-02-01'), updatedAt: at('2026-02-01') }
  const { projectId, applicationId, contractId, monthId } = work
  await tx.insert(projects).values({ id: projectId, companyId: craft, title: '原価の表づくり', ...made })
  const answers = { answer1: 'あ'.repeat(40), answer2: '' }
  await tx.insert(applications).values({
    ...{ id: applicationId, projectId, companyId: craft, ...who, ...answers },
    ...{ createdAt: at('2026-03-01'), sentAt: at('2026-03-02') },
  })
  await tx.insert(contracts).values({
    ...{ id: contractId, applicationId, projectId, companyId: craft, ...who, createdAt: at('2026-04-01') },
    ...{ sealedAt: at('2026-04-03'), endedAt: at('2026-07-31') },
  })
  await tx.insert(workMonths).values({
    ...{ id: monthId, contractId, companyId: craft, accountId: who.accountId, month: '2026-05-01', hours: 10 },
    ...{ done: '手の時間を測った', reportedAt: at('2026-05-31') },
  })
  await tx.insert(visits).values({
    ...{ id: randomUUID(), workMonthId: monthId, companyId: craft, accountId: who.accountId },
    ...{ visitedOn: '2026-05-12', prefecture: 40, municipality: '40210' },
  })
  await tx.delete(ties)
  const eventId = randomUUID()
  await tx.insert(events).values({
    ...{ id: eventId, partnerId: town, kind: 'online', title: '手しごとの夕べ', body: '', audience: '', contact: '' },
    ...{ prefecture: 40, municipality: '40210', capacity: 9, choosing: 'first', createdBy: accountId('koga'), ...made },
    ...{ beginsAt: at('2026-09-10'), endsAt: at('2026-09-11'), registerUntil: at('2026-09-09') },
  })
  const came = { createdAt: at('2026-09-01'), seatedAt: at('2026-09-01'), checkedInAt: at('2026-09-10') }
  await tx.insert(registrations).values({
    ...{ id: randomUUID(), eventId, accountId: who.accountId, name: '田中 正雄', ...came },
  })
})

test('a person sees their own steps with the days, and the partners of those places', async () => {
  const page = await tanaka.get('/me/ladder')
  expect(page.status).toBe(200)
  expect(page.text).toContain('応募した 2026年3月2日（月）')
  expect(page.text).toContain('働いた 2026年4月3日（金）')
  expect(page.text).toContain('訪れた 2026年5月12日（火）')
  expect(page.text).toContain('催しに来た 2026年9月10日（木）')
  expect(page.text).toContain('もどって来た 2026年9月10日（木）')
  expect(page.text).toContain('これから：人を連れて来た')
  expect(page.text).toContain('ほたる市役所 商工振興課：伝えていません')
  expect(page.html).not.toContain(bank)
  expect((await ito.get('/me/ladder')).text).toContain('まだ、かかわりのある土地はありません')
  expect((await house.visitor().get('/me/ladder')).location).toContain('/sign-in')
})

test('what others confirmed of it is a sealed paper for its person alone; what nobody confirmed is not on it', async () => {
  const proof = '/me/ladder/40210/proof.pdf'
  expect((await tanaka.get('/me/ladder')).html).toContain(proof)
  const read = async () => {
    const { bytes, headers, status } = await tanaka.get(proof)
    expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const { words } = (await wordsOf(bytes)) as { words: string }
    return { bytes, words: words.replace(/\s+/g, '') }
  }
  const before = await read()
  for (const words of [
    '田中',
    '福岡県八女市',
    '有限会社なかむら提灯工房',
    '原価の表づくり',
    '2026年7月31日',
    '手しごとの夕べ',
  ])
    expect(before.words).toContain(words)
  expect(before.words).toContain('0時間')
  expect(before.words).not.toContain('現地に行った日（')
  await asOwner(house.db, (tx) => tx.update(workMonths).set({ confirmedAt: at('2026-06-02') }))
  const { bytes, words } = await read()
  expect(words).toContain('10時間')
  expect(words).toContain('現地に行った日（1日）')
  expect(words).toContain('2026年5月12日')
  expect(verifySeal(bytes)).toMatchObject({ valid: true, coversWholeFile: true })
  const changed = new Uint8Array(bytes)
  changed[1000]! ^= 1
  expect(verifySeal(changed).valid).toBe(false)
  // Whoever was handed it learns by its code that it holds, until she takes it back; a new one has another code.
  const codeOn = (printed: string) => /番号([A-Z0-9]{4}-[A-Z0-9]{4})を入れる/.exec(printed)![1]!
  const code = codeOn(words)
  expect(codeOn(before.words)).toBe(code)
  const typed = await house.visitor().act('/p', { code: code.toLowerCase() })
  expect(typed.text).toContain('有効です')
  expect(typed.text).toContain('2026年11月23日（月）に作られた')
  for (const word of ['田中', '八女', 'なかむら']) expect(typed.html).not.toContain(word)
  const revocation = '/me/ladder/40210/proofs/revocation'
  for (const other of [ito, koga]) expect((await other.post(revocation)).status).toBe(404)
  expect((await tanaka.act(revocation)).text).toContain('渡した証明を取り消しました')
  expect((await tanaka.post(revocation)).status).toBe(404)
  const check = `/proofs/${code.replace('-', '')}`
  expect((await house.visitor().get(check)).text).toContain('取り消し済みです')
  expect(codeOn((await read()).words)).not.toBe(code)
  expect((await house.visitor().get(check)).text).toContain('取り消し済みです')
  expect((await house.visitor().get('/proofs/ABCD2345')).status).toBe(404)
  for (const other of [ito, koga]) expect((await other.get(proof)).status).toBe(404)
  expect((await tanaka.get('/me/ladder/06201/proof.pdf')).status).toBe(404)
})

test('nothing is told before its person says so; a partner elsewhere cannot be chosen, and a bad answer loses nothing', async () => {
  const before = await koga.get(LADDER)
  expect(before.text).toContain('まだ、いません')
  expect(before.html).not.toContain('田中')
  expect((await tanaka.post(`/me/ladder/${bank}`, { share: 'named', years: '1' })).status).toBe(404)
  const wrong = await tanaka.post(`/me/ladder/${town}`, { share: 'named', years: '9' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toMatch(/value="named"[^>]*checked/)
})

test('a name, steps and prefecture are shown to the partner that was chosen, until the last day', async () => {
  const after = await tanaka.act(`/me/ladder/${town}`, { share: 'named', years: '1' })
  expect(after.text).toContain('名前を伝えています（2027年11月22日（月）まで）')
  const page = await koga.get(LADDER)
  expect(page.text).toContain('田中')
  expect(page.text).toContain('訪れた 2026年5月')
  const file = await koga.get(`${LADDER}?format=csv`)
  expect(file.bytes.toString('utf8')).toMatch(/\r\n田中 [^,]+,.*,2027-11-22\r\n/)
  expect(file.html).toContain('2026年5月')
  for (const one of [LADDER, `${LADDER}?format=csv`]) expect((await abe.get(one)).status).toBe(404)
  expect((await abe.get(`/partners/${bank}/ladder`)).html).not.toContain('田中')
  const now = house.now()
  house.setTime(new Date('2027-11-22T15:00:00Z'))
  const later = await house.as('koga')
  expect((await later.get(LADDER)).html).not.toContain('田中')
  house.setTime(now)
})

test('two letters a month reach whoever is named, and lead to where they can be stopped', async () => {
  const letter = { subject: '提灯まつりのご案内', words: '八月に、また会いましょう。' }
  expect((await koga.post(`${LADDER}/letters`, { subject: '', words: 'あ' })).status).toBe(422)
  expect((await koga.act(`${LADDER}/letters`, letter)).text).toContain('便りを送りました')
  await house.drain()
  const notices = await tanaka.get('/me/notices')
  expect(notices.text).toContain('ほたる市役所 商工振興課からの便り：提灯まつりのご案内')
  // Its mail may come up on a lock screen at work.
  expect(house.mails.find(({ text }) => text.includes(letter.words))).toMatchObject({
    ...{ to: 'tanaka@cast.example', subject: 'めぐりからのお知らせ' },
    text: expect.stringMatching(/^お知らせが届いています。/),
  })
  await koga.act(`${LADDER}/letters`, letter)
  expect((await koga.get(LADDER)).text).toContain('今月の便りは、2回とも送りました')
  expect((await koga.post(`${LADDER}/letters`, letter)).status).toBe(409)
  expect((await abe.post(`${LADDER}/letters`, letter)).status).toBe(404)
})

test('whoever says stop is gone at once', async () => {
  const after = await tanaka.act(`/me/ladder/${town}`, { share: 'none', years: '1' })
  expect(after.text).toContain('もう伝わりません')
  for (const one of [LADDER, `${LADDER}?format=csv`]) expect((await koga.get(one)).html).not.toContain('田中')
})

test('numbers are those of the beginning of the month, in fives, and of nobody who did not agree', async () => {
  const crowd = await writeCrowd(house.db, 7, at('2026-01-10'))
  const agree = (people: typeof crowd, givenAt: Date) => letCount(house.db, people, town, givenAt)
  await bornInYame(house.db, crowd)
  await agree(crowd.slice(0, 4), at('2026-10-05'))
  const known = async () => /知っている.*?(5人より少ない|\d+人以上)/.exec((await koga.get(LADDER)).text)?.[1]
  expect(await known()).toBe('5人より少ない')
  await agree(crowd.slice(4, 6), at('2026-11-20'))
  expect(await known()).toBe('5人より少ない')
  house.setTime(at('2026-12-01'))
  expect(await known()).toBe('5人以上')
  await agree(crowd.slice(6), at('2026-11-30'))
  expect(await known()).toBe('5人以上')
  expect((await koga.get(LADDER)).html).not.toContain('見本 太郎')
  const file = await koga.get(`${LADDER}?table=steps&format=csv`)
  expect(file.html).toMatch(/知っている,[^,]+,5人以上\r\n催しに来た,[^,]+,5人より少ない\r\n/)
})

test('a link for acquaintances tells the place and nobody’s name; its maker learns how many came', async () => {
  const made = await tanaka.act('/me/signposts', { place: '40210' })
  expect((await tanaka.post('/me/signposts', { place: '06201' })).status).toBe(400)
  const link = /\/signposts\/[0-9a-f-]{36}/.exec(made.html)![0]
  const seen = await house.visitor().get(link)
  expect(seen.text).toContain('福岡県八女市を、のぞいてみませんか')
  expect(seen.html).not.toContain('田中')
  expect((await tanaka.post(`${link}/use`)).status).toBe(409)
  expect((await ito.act(`${link}/use`)).text).toContain('教えてもらって来たことを伝えました')
  await ito.act(`${link}/use`)
  const own = await tanaka.get('/me/ladder')
  expect(own.text).toContain('知り合いに教える（1人が来ました）')
  expect(own.text).toContain('人を連れて来た 2026年12月1日（火）')
  expect((await house.visitor().get(`/signposts/${randomUUID()}`)).status).toBe(404)
})
