import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { accountId, companyId } from '../../seed/cast.ts'
import { history } from '../../src/history/schema.ts'
import { classifier } from '../../src/jobcodes/rules/standard.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { projects } from '../../src/projects/schema.ts'
import { watches, watchHits } from '../../src/watches/schema.ts'
import { comesOut, stopAddress, watchOf } from '../fixtures/watches.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const kobayashi = await house.as('kobayashi')
const tanaka = await house.as('tanaka')
const COST = '/projects?words=%E5%8E%9F%E4%BE%A1&prefecture=40'
const MORNING = 8
/** The next morning at eight, with all that comes round then. */
async function nextMorning(days = 1) {
  await house.drain()
  const now = new Date(house.now().getTime() + days * 86_400_000 + 9 * 3_600_000)
  house.setTime(new Date(`${now.toISOString().slice(0, 10)}T0${MORNING}:00:00+09:00`))
  await house.handlers['watches.tellDue']!({}, { id: '' })
  await house.drain()
}
const lettersTo = (to: string) => house.mails.filter((mail) => mail.to === to && mail.id.startsWith('watch-'))
const [{ email: hers } = { email: '' }] = await asOwner(house.db, (tx) =>
  tx.execute<{ email: string }>(`select email from accounts where id = '${accountId('kobayashi')}'`),
).then(({ rows }) => rows)
const own = async (address = COST) => `/me/watches/${await watchOf(house, 'kobayashi', address)}`

// The server makes it ready at its start.
beforeAll(() => void classifier.now(), 120_000)

test('one press on a list saves it as it is; again changes nothing; nobody else sees it', async () => {
  const list = await kobayashi.get(`${COST}&sort=due`)
  expect(list.html).toContain('action="/me/watches"')
  expect((await kobayashi.get('/projects?words=%E3%81%AC%E3%81%AC%E3%81%AC')).html).toContain('action="/me/watches"')
  const saved = await kobayashi.act('/me/watches', { address: `${COST}&sort=due&page=3` })
  expect(saved.location).toBe(`${COST}&sort=due&page=3`)
  expect((await kobayashi.get(COST)).text).toContain('新しい案件を、毎朝、まとめてメールでお知らせします。')
  await kobayashi.act('/me/watches', { address: COST })
  expect((await kobayashi.get('/me/watches')).text).toContain('「原価」・福岡県')
  expect((await tanaka.get('/me/watches')).text).toContain('まだありません')
  for (const power of ['person', 'operator'] as const)
    for (const organisation of [null, companyId('employer')]) {
      const actor = { id: accountId('kuroda'), power }
      expect(await readAs(house.db, actor, organisation, (tx) => tx.select().from(watches))).toEqual([])
    }
  const acts = await asOwner(house.db, (tx) => tx.select().from(history).where(eq(history.act, 'watch.saved')))
  expect(acts.map(({ actor, data }) => ({ actor, data }))).toEqual([{ actor: accountId('kobayashi'), data: {} }])
})

test('what is no list of ours cannot be watched, and somebody else’s watch is not there', async () => {
  const [nobody, noId] = [crypto.randomUUID(), '-'.repeat(36)]
  for (const address of ['', '//evil.example', '/me', `/companies/${nobody}/record`, `/companies/${noId}/record`])
    expect([400, 404]).toContain((await kobayashi.post('/me/watches', { address })).status)
  for (const act of ['cadence', 'pause', 'resumption', 'removal'])
    expect((await tanaka.post(`${await own()}/${act}`, { cadence: 'weekly' })).status).toBe(404)
  expect((await house.visitor().post('/me/watches', { address: COST })).location).toContain('/sign-in')
})

describe('letters', () => {
  test('come in the morning, tell each project once, and say nothing at first sight', async () => {
    const fits = await comesOut(house, 'craft')
    await comesOut(house, 'craft', { prefecture: 6, municipality: null })
    await comesOut(house, 'craft', { title: '写真を撮る', background: '', goal: '', work: '写真', codes: ['56109'] })
    await house.drain()
    expect(lettersTo(hers)).toEqual([])
    await nextMorning()
    const [letter, ...others] = lettersTo(hers)
    expect(others).toEqual([])
    expect(letter!.subject).toBe('めぐりからのお知らせ')
    expect(letter!.text.split('\n')[0]).toBe('お知らせが届いています。')
    expect(letter!.text).toContain(`/projects/${fits}`)
    await asOwner(house.db, (tx) =>
      tx.insert(history).values({ at: house.now(), act: 'x', subjectKind: 'project', subjectId: fits }),
    )
    await comesOut(house, 'craft', { title: 'もうひとつの原価' })
    await house.handlers['watches.collect']!({ subjectId: fits }, { id: '' })
    await nextMorning()
    await nextMorning()
    const titles = lettersTo(hers).map(({ text }) => [...text.matchAll(/^■ (.*)$/gm)].map(([, title]) => title))
    expect(titles).toEqual([['手作業の原価が分かる表を一緒に作ってほしい'], ['もうひとつの原価']])
  })

  test('never tell of her employer, also when it is known to be hers only afterwards', async () => {
    const before = lettersTo(hers).length
    await comesOut(house, 'employer', { title: '勤め先の原価' })
    await house.drain()
    const noted = await asOwner(house.db, (tx) =>
      tx.select({ title: projects.title }).from(watchHits).innerJoin(projects, eq(projects.id, watchHits.projectId)),
    )
    expect(noted.map(({ title }) => title)).not.toContain('勤め先の原価')
    const later = await comesOut(house, 'fertiliser', { title: 'あとから会社を隠した原価' })
    await house.drain()
    await asOwner(house.db, (tx) =>
      tx.execute(`insert into employer_blocks (talent_id, key_hash)
        select t.id, k.key_hash from talents t, company_keys k
        where t.account_id = '${accountId('kobayashi')}' and k.company_id = '${companyId('fertiliser')}'`),
    )
    const gone = await comesOut(house, 'craft', { title: '見つけたあとで閉じた原価' })
    await house.drain()
    await asOwner(house.db, (tx) => tx.update(projects).set({ closedAt: house.now() }).where(eq(projects.id, gone)))
    await nextMorning()
    expect(lettersTo(hers).length).toBe(before)
    expect(house.mails.filter(({ to, text }) => to === hers && text.includes(later))).toEqual([])
  })

  test('at once, by the week over a month’s end, and not while resting', async () => {
    const started = lettersTo(hers).length
    const count = () => lettersTo(hers).length - started
    await kobayashi.act(`${await own()}/cadence`, { cadence: 'instant' })
    await comesOut(house, 'craft', { title: 'すぐに知りたい原価' })
    await house.drain()
    expect(count()).toBe(1)
    await kobayashi.act(`${await own()}/cadence`, { cadence: 'weekly' })
    house.setTime(new Date('2026-12-27T20:00:00+09:00'))
    await nextMorning()
    await comesOut(house, 'craft', { title: '火曜日の原価' })
    for (let day = 0; day < 6; day++) await nextMorning()
    expect([house.now().toISOString().slice(0, 10), count()]).toEqual(['2027-01-02', 1])
    await nextMorning()
    expect(count()).toBe(2)
    const rested = await kobayashi.act(`${await own()}/pause`)
    expect(rested.text).toContain('休みにしました')
    expect((await kobayashi.get(COST)).text).toContain('休んでいます')
    await comesOut(house, 'craft', { title: '休みの間の原価' })
    await nextMorning(8)
    await kobayashi.act(`${await own()}/resumption`)
    await nextMorning(8)
    expect(count()).toBe(2)
    const bad = await kobayashi.post(`${await own()}/cadence`, { cadence: 'hourly' })
    expect(bad.status).toBe(400)
  })

  test('begun before a breakdown go out as they were, and once', async () => {
    const before = lettersTo(hers).length
    await kobayashi.act(`${await own()}/cadence`, { cadence: 'instant' })
    await comesOut(house, 'craft', { title: '途中で止まった原価' })
    const { mail } = house.deps
    Object.assign(house.deps, { mail: () => Promise.reject(new Error('down')) })
    await expect(house.drain()).rejects.toThrow()
    Object.assign(house.deps, { mail })
    await comesOut(house, 'craft', { title: 'あとから来た原価' })
    house.setTime(new Date(house.now().getTime() + 3_600_000))
    await house.drain()
    await house.drain()
    const titles = lettersTo(hers)
      .slice(before)
      .flatMap(({ text }) => text.match(/^■ .*$/gm))
    expect(titles.toSorted()).toEqual(['■ あとから来た原価', '■ 途中で止まった原価'])
  })
})

describe('a letter is stopped', () => {
  const from = { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' }

  test('by one post from a mail program, without a cookie; a look stops nothing', async () => {
    const stop = stopAddress(house, await watchOf(house, 'kobayashi', COST))
    const letter = lettersTo(hers).at(-1)!
    expect(letter.stop).toBe(house.deps.config.publicUrl + stop)
    expect(letter.text).toContain(stop)
    const visitor = house.visitor()
    expect((await visitor.get(stop)).text).toContain('「原価」・福岡県')
    const answer = await visitor.post(stop, { 'List-Unsubscribe': 'One-Click' }, from)
    expect([answer.status, answer.text.includes('お知らせを止めました')]).toEqual([200, true])
    expect((await visitor.post(stop, {}, from)).status).toBe(200)
    expect((await visitor.get(stop)).text).toContain('お知らせを止めました')
    await comesOut(house, 'craft', { title: '止めたあとの原価' })
    await nextMorning()
    expect(lettersTo(hers).at(-1)).toBe(letter)
    expect((await kobayashi.get('/me/watches')).text).toContain('休んでいます')
  })

  test('only by who has it', async () => {
    const id = await watchOf(house, 'kobayashi', COST)
    const good = stopAddress(house, id)
    const other = good.replace(id, crypto.randomUUID())
    for (const path of [other, `/watches/${id}/stop`, good.replace(/.\/stop$/, 'x_/stop')])
      expect([(await house.visitor().get(path)).status, (await house.visitor().post(path, {}, from)).status]).toEqual([
        404, 404,
      ])
  })

  test('and taken away for good', async () => {
    await kobayashi.act(`${await own()}/removal`)
    expect((await kobayashi.get('/me/watches')).text).toContain('まだありません')
    expect(await asOwner(house.db, (tx) => tx.select().from(watchHits))).toEqual([])
  })
})

describe('without an account', () => {
  const visitor = house.visitor()
  const region = '/projects?prefecture=6'
  const confirmation = (to: string) =>
    house.mails
      .filter((mail) => mail.to === to && mail.id.startsWith('ask-'))
      .map(({ text }) => /\/watches\/\S+\/confirmation/.exec(text)![0])

  test('a list, a region, a kind of work and a company offer it; the same pages let those who signed in press once', async () => {
    const record = `/companies/${companyId('craft')}/record`
    for (const path of ['/projects', '/regions/6', '/regions/06205', '/job-codes/10035', record]) {
      expect([path, (await visitor.get(path)).html.includes('action="/watches"')]).toEqual([path, true])
      expect([path, (await tanaka.get(path)).html.includes('action="/me/watches"')]).toEqual([path, true])
    }
    await tanaka.act('/me/watches', { address: record })
    expect((await tanaka.get(record)).text).toContain('毎朝、まとめてメールで')
    expect((await tanaka.get('/me/watches')).text).toContain('なかむら提灯工房')
    const before = house.mails.length
    await comesOut(house, 'craft', { title: '会社を追う人へ' })
    await nextMorning()
    expect(house.mails.slice(before).map(({ text }) => /■ .*/.exec(text)?.[0])).toContain('■ 会社を追う人へ')
  })

  test('an address is asked first, and the answer tells nothing of it', async () => {
    const wrong = await visitor.post('/watches', { address: region, email: 'nobody' })
    expect([wrong.status, wrong.text.includes('メールアドレスの形になっていません')]).toEqual([422, true])
    const asked = [region, region, '/projects?prefecture=40', '/projects?prefecture=13', '/projects?prefecture=1']
    const answers = new Set<string>()
    for (const email of ['v@mail.example', hers])
      for (const address of asked) {
        const { status, location } = await house.visitor().post('/watches', { address, email })
        answers.add(`${status} ${location}`)
      }
    expect([...answers]).toEqual(['303 /watches/asked'])
    await house.drain()
    expect([confirmation('v@mail.example').length, confirmation(hers).length]).toEqual([3, 3])
    // Many at once are as many one after the other; and nobody has us write words of theirs to a stranger.
    const typed = [1, 2, 3, 4, 5, 6, 7, 8].map(
      (n) => `/projects?words=${encodeURIComponent(`至急evil.example/${n}`)}&prefecture=6`,
    )
    const at = { email: 'stranger@mail.example' }
    await Promise.all(typed.map((address) => house.visitor().post('/watches', { address, ...at })))
    await house.drain()
    const letters = house.mails.filter(({ to }) => to === at.email)
    expect(letters.length).toBe(3)
    for (const { text, html } of letters) expect(text + html).not.toContain('evil')
    expect(letters[0]!.text).toContain('入れた言葉でさがした案件・山形県')
    await comesOut(house, 'craft', { title: 'まだ確かめていない人へ', prefecture: 6 })
    await nextMorning()
    expect(
      [...lettersTo('v@mail.example'), ...lettersTo(hers)].filter(({ text }) => text.includes('まだ確かめていない')),
    ).toEqual([])
  })

  test('a press in the letter begins it; a look does not', async () => {
    const [link] = confirmation('v@mail.example')
    expect((await visitor.get(link!)).text).toContain('お知らせを始める')
    expect((await visitor.get(link!)).text).toContain('条件：山形県')
    const begun = await visitor.act(link!, { cadence: 'instant' })
    expect(begun.text).toContain('お知らせを始めました')
    await house.visitor().act('/watches', { address: region, email: 'v@mail.example' })
    await visitor.act(confirmation(hers)[0]!, { cadence: 'instant' })
    await comesOut(house, 'fertiliser', { title: '山形の新しい案件', prefecture: 6 })
    await comesOut(house, 'craft', { title: '山形のもう一つ', prefecture: 6 })
    await house.drain()
    const told = (to: string) => lettersTo(to).flatMap(({ text }) => text.match(/^■ 山形.*$/gm) ?? [])
    expect(told('v@mail.example').toSorted()).toEqual(['■ 山形のもう一つ', '■ 山形の新しい案件'])
    // She hides from the maker of fertiliser, also where she left her address without signing in.
    expect(told(hers)).toEqual(['■ 山形のもう一つ'])
  })

  test('stopping forgets the address; what nobody confirms is forgotten after its days', async () => {
    const stop = lettersTo('v@mail.example')[0]!.stop!.replace(house.deps.config.publicUrl, '')
    expect((await visitor.post(stop, {}, { 'sec-fetch-site': 'cross-site' })).text).toContain('アドレスも消しました')
    house.setTime(new Date(house.now().getTime() + 4 * 86_400_000))
    await house.handlers['watches.forgetUnconfirmed']!({}, { id: '' })
    const left = await asOwner(house.db, (tx) => tx.select({ email: watches.email }).from(watches))
    expect(left.map(({ email }) => email)).toEqual([null, hers])
    const late = await visitor.get(confirmation('v@mail.example')[1]!)
    expect([late.status, late.text.includes('もう使えません')]).toEqual([409, true])
  })
})

// The last: these many stay.
test('the morning comes also where very many wait for it', async () => {
  const many = 70_000
  const asked = (what: string) => asOwner(house.db, (tx) => tx.execute<{ many: number }>(what)).then(({ rows }) => rows)
  await asked(`insert into watches (id, email, address, cadence, created_at, confirmed_at, looked_on)
    select gen_random_uuid(), n || '@many.example', '${COST}', 'daily', now(), now(), '2000-01-01' from generate_series(1, ${many}) n`)
  await house.handlers['watches.tellDue']!({}, { id: '' })
  const looked = `select count(*)::integer as many from watches where email like '%@many.example' and looked_on > '2000-01-01'`
  expect(await asked(looked)).toEqual([{ many }])
})
