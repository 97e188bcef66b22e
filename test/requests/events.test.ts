import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { accountId, companyId, partnerId } from '../../seed/cast.ts'
import { events, registrations } from '../../src/events/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { programmes } from '../../src/partners/schema.ts'
import { AFTERNOON, BANK, publishedEvent, registeredByMail, someone, TOWN } from '../fixtures/events.ts'
import { HOME, openHouse } from '../house.ts'

const house = await openHouse()
const koga = await house.as('koga')
const [abe, tanaka, kobayashi] = await Promise.all([house.as('abe'), house.as('tanaka'), house.as('kobayashi')])
const lettersTo = (to: string) => house.mails.filter((mail) => mail.to === to)
const row = async (id: string) =>
  (await asOwner(house.db, (tx) => tx.select().from(events).where(eq(events.id, id))))[0]!
const text = async (path: string) => (await house.request(new Request(HOME + path))).text()

describe('an event of the town', () => {
  let one!: Awaited<ReturnType<typeof publishedEvent>>

  test('is a draft that nobody else sees, until it is published', async () => {
    expect((await koga.get(`${TOWN}/new`)).html).toContain('value="0943-00-0505"')
    const wrong = await koga.post(TOWN, {
      ...AFTERNOON,
      place: '',
      endsTime: '13:00',
      municipality: '06205',
      capacity: '0',
    })
    expect(wrong.status).toBe(422)
    for (const said of ['会場の名前と住所', '始まりよりあと', '選んだ都道府県の市町村', '1人から'])
      expect(wrong.text).toContain(said)
    const { location } = await koga.act(TOWN, AFTERNOON)
    const id = location.split('/').at(-1)!
    for (const [who, path] of [
      [house.visitor(), `/events/${id}`],
      [abe, `${BANK}/${id}`],
      [abe, `${TOWN}/${id}`],
    ] as const)
      expect((await who.get(path)).status).toBe(404)
    expect((await house.visitor().get('/events')).text).toContain('これからの催しは、まだありません')
    await koga.act(`${location}/publication`, { version: 1 })
    expect((await koga.post(`${location}/publication`, { version: 2 })).status).toBe(409)
    one = { host: location, id, page: `/events/${id}` }
  })

  test('is read by everybody, by programs too, and has no way in on its page', async () => {
    await asOwner(house.db, (tx) =>
      tx.update(events).set({ link: 'https://meet.example/secret' }).where(eq(events.id, one.id)),
    )
    const page = await house.visitor().get(one.page)
    for (const said of ['2026年12月20日（日）13:30から15:30まで', 'ほたる会館', '残り2席', '無料', 'ほたる市役所'])
      expect(page.text).toContain(said)
    const facts = JSON.parse(/ld\+json">(.*?)<\/script>/.exec(page.html)![1]!)
    expect(facts).toMatchObject({ '@type': 'Event', startDate: '2026-12-20T04:30:00.000Z', maximumAttendeeCapacity: 2 })
    expect((await house.visitor().get('/events?prefecture=40&month=2026-12')).text).toContain(AFTERNOON.title)
    // Without a month the calendar opens where something is on.
    expect((await house.visitor().get('/events')).text).toContain('2026年12月のカレンダー')
    expect((await house.visitor().get('/events?prefecture=6')).text).not.toContain(AFTERNOON.title)
    expect((await house.visitor().get('/events?month=2026-11')).text).not.toContain(AFTERNOON.title)
    expect((await house.visitor().get('/regions/40210')).text).toContain(AFTERNOON.title)
    expect((await house.visitor().get('/regions/40')).html).toContain('/events?prefecture=40')
    const calendar = await text(`${one.page}/calendar.ics`)
    expect(calendar).toContain('DTSTART:20261220T043000Z')
    expect(calendar).toContain('DTEND:20261220T063000Z')
    const followed = await text('/events.ics?prefecture=40&kind=place')
    expect(followed).toContain('X-WR-CALNAME:めぐりの催し：福岡県')
    expect(followed).toContain('DTSTART:20261220T043000Z')
    expect(await text('/events.ics?prefecture=6')).not.toContain('BEGIN:VEVENT')
    expect((await house.visitor().get('/events?prefecture=40')).html).toContain('/events.ics?prefecture=40')
    const feed = await text('/events.feed.json?prefecture=40')
    expect(JSON.parse(feed)).toMatchObject({ title: 'めぐりの催し：福岡県', items: [{ url: HOME + one.page }] })
    expect(await text('/sitemap/events-1.xml')).toContain(one.page)
    expect((await house.request(new Request(`${HOME}${one.page}/picture.png`))).headers.get('content-type')).toBe(
      'image/png',
    )
    for (const told of [page.html, calendar, followed, feed, await text('/events.atom')])
      expect(told).not.toContain('secret')
  })

  test('takes an address only when its letter is answered, and says nothing of it', async () => {
    const wrong = await house
      .visitor()
      .post(`${one.page}/registrations`, { name: '', kana: '', affiliation: '', email: 'x' })
    expect(wrong.status).toBe(422)
    const asked = await house.visitor().act(`${one.page}/registrations`, someone('一郎', 'ichiro@mail.example'))
    expect(asked.text).toContain('メールを確かめてください')
    await house.drain()
    expect((await row(one.id)).seats).toBe(0)
    const [letter] = lettersTo('ichiro@mail.example')
    expect(letter!.text).not.toContain('一郎')
    const own = /\/registrations\/[\w.-]+(?=\/confirmation)/.exec(letter!.text)![0]
    const visitor = house.visitor()
    expect((await visitor.get((await visitor.get(`${own}/confirmation`)).location)).text).toContain(
      '申し込みをすませる',
    )
    expect((await row(one.id)).seats).toBe(0)
    const done = await visitor.act(`${own}/confirmation`)
    expect(done.text).toContain('受付の番号 1')
    expect(done.html).toContain('https://meet.example/secret')
    await visitor.act(`${own}/confirmation`)
    expect((await row(one.id)).seats).toBe(1)
    await house.drain()
    expect(lettersTo('ichiro@mail.example').at(-1)!.text).toContain('お席を用意しました')
    // Asked again, the page says the same; only the mailbox hears that there is one already.
    const again = await house.visitor().act(`${one.page}/registrations`, someone('別人', 'ichiro@mail.example'))
    expect(again.text).toBe(asked.text)
    await house.drain()
    expect(lettersTo('ichiro@mail.example').length).toBe(3)
    expect((await visitor.get(`${own.slice(0, -3)}abc`)).status).toBe(404)
  })

  test('gives the last seat to one with an account, then a place on the list', async () => {
    const form = await tanaka.get(one.page)
    expect(form.html).toContain('value="田中')
    expect(form.html).not.toContain('name="email"')
    const mine = await tanaka.act(`${one.page}/registrations`, someone('田中 誠'))
    expect(mine.text).toContain('受付の番号 2')
    expect((await tanaka.act(`${one.page}/registrations`, someone('田中 誠'))).location).toBe(mine.location)
    expect((await tanaka.get('/events')).text).toContain('申し込んだ催し')
    expect((await tanaka.get(one.page)).text).toContain('申し込んでいます')
    const full = await house.visitor().get(one.page)
    expect(full.text).toContain('満席・キャンセル待ち')
    expect(full.text).not.toContain('受付中')
    const saburo = await registeredByMail(house, one.page, 'saburo')
    await registeredByMail(house, one.page, 'shiro')
    expect((await house.visitor().get(saburo)).text).toContain('次に席が空いたら、あなたの番です')
    expect((await row(one.id)).seats).toBe(2)
    const page = await koga.get(one.host)
    expect(page.text).toContain('キャンセル待ち 2人')
    expect(page.html).not.toContain('@mail.example')
  })

  test('moves the first of the list up when somebody cancels, for a day, then the next', async () => {
    const cancelled = await tanaka.act(
      `${(await tanaka.post(`${one.page}/registrations`, someone('田中 誠'))).location}/cancellation`,
    )
    expect(cancelled.text).toContain('取り消しました')
    await house.drain()
    expect(lettersTo('saburo@mail.example').at(-1)!.subject).toBe('めぐり：席が空きました')
    expect(lettersTo('shiro@mail.example').at(-1)!.subject).toBe('めぐり：キャンセル待ちで受けつけました')
    expect((await row(one.id)).seats).toBe(2)
    house.setTime(new Date(house.now().getTime() + 25 * 3_600_000))
    await house.handlers['events.lapseOffers']!({}, { id: '' })
    await house.drain()
    expect(lettersTo('saburo@mail.example').at(-1)!.subject).toBe('めぐり：席は次の方に移りました')
    const letter = lettersTo('shiro@mail.example').at(-1)!
    expect(letter.subject).toBe('めぐり：席が空きました')
    const own = /\/registrations\/[\w.-]+/.exec(letter.text)![0]
    expect((await house.visitor().act(`${own}/seat`)).text).toContain('受付の番号 4')
    expect((await row(one.id)).seats).toBe(2)
    // More room moves whoever waits up, too; less than is taken cannot be.
    await registeredByMail(house, one.page, 'goro')
    const version = (await row(one.id)).version
    expect(
      (
        await koga.post(`${one.host}/words`, {
          ...AFTERNOON,
          link: 'https://meet.example/secret',
          capacity: '1',
          version,
        })
      ).status,
    ).toBe(409)
    await koga.act(`${one.host}/words`, { ...AFTERNOON, link: 'https://meet.example/secret', capacity: '3', version })
    await house.drain()
    expect(lettersTo('goro@mail.example').at(-1)!.subject).toBe('めぐり：席が空きました')
    expect(house.mails.filter(({ subject }) => subject.includes('変わりました'))).toEqual([])
  })

  test('tells everybody of another day, reminds the evening before, and of its end', async () => {
    const { version } = await row(one.id)
    await koga.act(`${one.host}/words`, {
      ...AFTERNOON,
      capacity: '3',
      link: 'https://meet.example/secret',
      beginsTime: '14:00',
      version,
    })
    await house.drain()
    const moved = house.mails.filter(({ subject }) => subject === 'めぐり：日時か場所が変わりました')
    expect(moved.map(({ to }) => to).sort()).toEqual(['goro', 'ichiro', 'shiro'].map((name) => `${name}@mail.example`))
    expect(moved[0]!.text).toContain('14:00から15:30まで')
    house.setTime(new Date('2026-12-19T17:36:00+09:00'))
    for (let twice = 0; twice < 2; twice++) await house.handlers['events.remind']!({}, { id: '' })
    await house.drain()
    const reminded = house.mails.filter(({ subject }) => subject === 'めぐり：明日のご案内')
    expect(reminded.map(({ to }) => to).sort()).toEqual(['ichiro@mail.example', 'shiro@mail.example'])
    expect(reminded[0]!.text).toContain('/calendar.ics')
    expect((await house.visitor().post(`${one.page}/registrations`, someone('六郎', 'r@mail.example'))).status).toBe(
      409,
    )
    house.setTime(new Date('2026-12-20T18:00:00+09:00'))
    await house.handlers['events.hold']!({}, { id: '' })
    expect((await house.visitor().get(one.page)).text).toContain('この催しは、終わりました')
    expect((await house.visitor().get('/events?month=2026-12')).text).toContain(AFTERNOON.title)
    expect((await row(one.id)).heldAt).not.toBeNull()
    house.setTime(new Date('2026-11-25T10:00:00+09:00'))
  })
})

test('what is called off says so everywhere, and everybody hears why', async () => {
  const { host, page, id } = await publishedEvent(koga, TOWN, { title: '中止になる会', capacity: '9' })
  await kobayashi.act(`${page}/registrations`, someone('小林 恵'))
  await house.drain()
  expect((await koga.post(`${host}/calling-off`, { why: '', version: 2 })).status).toBe(400)
  await koga.act(`${host}/calling-off`, { why: '大雪のおそれのため', version: 2 })
  await house.drain()
  expect(house.mails.at(-1)!).toMatchObject({ subject: 'めぐり：催しが中止になりました' })
  expect(house.mails.at(-1)!.text).toContain('大雪のおそれのため')
  const seen = await house.visitor().get(page)
  expect(seen.text).toContain('大雪のおそれのため')
  expect(seen.html).toContain('EventCancelled')
  expect(await text(`/events/${id}/calendar.ics`)).toContain('SUMMARY:【中止】')
  for (const act of ['publication', 'closing', 'reopening', 'words'])
    expect((await koga.post(`${host}/${act}`, { ...(act === 'words' ? AFTERNOON : {}), version: 3 })).status).toBe(409)
})

test('the registration is closed and opened again by its host alone', async () => {
  const { host, page } = await publishedEvent(koga, TOWN, { title: '早く閉じる会' })
  for (const stranger of [abe, tanaka, await house.as('sato')])
    expect((await stranger.post(`${host}/closing`, { version: 2 })).status).toBe(404)
  await koga.act(`${host}/closing`, { version: 2 })
  expect((await house.visitor().get(page)).html).not.toContain('/registrations#registration"')
  await koga.act(`${host}/reopening`, { version: 3 })
  expect((await house.visitor().get(page)).html).toContain('/registrations#registration"')
})

test('an event may be a part of what its host runs, and of nothing else', async () => {
  const base = {
    partnerId: partnerId('town'),
    title: '通って手伝う人',
    about: 'x',
    firstDay: '2026-04-01',
    lastDay: '2027-03-31',
  }
  const made = { createdAt: house.now(), updatedAt: house.now(), publishedAt: house.now() }
  const [own, other] = [crypto.randomUUID(), crypto.randomUUID()]
  await asOwner(house.db, (tx) =>
    tx.insert(programmes).values([
      { ...base, ...made, id: own, slug: 'kayou' },
      { ...base, ...made, id: other, slug: 'hoka', partnerId: partnerId('bank') },
    ]),
  )
  expect((await koga.post(TOWN, { ...AFTERNOON, programme: other })).status).toBe(400)
  expect((await koga.get(`${TOWN}/new`)).html).toContain(own)
  const { page } = await publishedEvent(koga, TOWN, { programme: own })
  expect((await house.visitor().get(page)).html).toContain('href="/programmes/kayou"')
})

test('the desk has its own', async () => {
  const mori = await house.as('mori')
  const { page } = await publishedEvent(mori, '/desk/events', { kind: 'online', place: '', title: 'はじめての説明会' })
  expect((await house.visitor().get(page)).text).toContain('めぐりの事務局')
  expect((await mori.get(`${TOWN.replace('/partners/', '/desk/')}`)).status).toBe(404)
})

test('no company reads who registered, and a partner only of its own events', async () => {
  const count = (organisation: string | null, power: 'person' | 'operator' = 'person') =>
    readAs(
      house.db,
      { id: accountId('kuroda'), power },
      organisation,
      async (tx) => (await tx.select().from(registrations)).length,
    )
  for (const firm of ['employer', 'craft'] as const) expect(await count(companyId(firm))).toBe(0)
  expect(await count(partnerId('bank'))).toBe(0)
  expect(await count(null, 'operator')).toBe(0)
  expect(await count(partnerId('town'))).toBeGreaterThan(4)
  const free = await asOwner(house.db, (tx) =>
    tx.execute(sql`select 1 from history where subject_kind in ('event', 'registration') and data <> '{}'::jsonb`),
  )
  expect(free.rows).toEqual([])
  const acts = await asOwner(house.db, (tx) => tx.select({ act: history.act }).from(history))
  const told = new Set(acts.map(({ act }) => act))
  for (const act of ['asked', 'confirmed', 'made', 'offered', 'accepted', 'lapsed', 'cancelled'])
    expect(told).toContain(`registration.${act}`)
})

test('an address that nobody proved is forgotten', async () => {
  const { page } = await publishedEvent(koga, TOWN, { title: '忘れる会' })
  await house.visitor().act(`${page}/registrations`, someone('だれか', 'dare@mail.example'))
  house.setTime(new Date(house.now().getTime() + 4 * 86_400_000))
  await house.handlers['events.forget']!({}, { id: '' })
  const left = await asOwner(house.db, (tx) =>
    tx.select().from(registrations).where(eq(registrations.email, 'dare@mail.example')),
  )
  expect(left).toEqual([])
})
