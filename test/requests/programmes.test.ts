import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { PARTNERS, partnerId } from '../../seed/cast.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { pngOf, pointsOfPng } from '../../src/lib/picture/points.ts'
import { programmes } from '../../src/partners/schema.ts'
import { fieldsOf } from '../fixtures/contracts.ts'
import { HOME, openHouse } from '../house.ts'

const house = await openHouse()
const town = `/partners/${partnerId('town')}`
const [koga, abe, visitor] = [await house.as('koga'), await house.as('abe'), house.visitor()]
let path = ''

test('a clerk begins a programme from a template, changes it and publishes it', async () => {
  expect((await koga.get(`${town}/programmes`)).text).toContain('新しい事業を作る')
  expect((await koga.post(`${town}/programmes`, { template: 'none', year: '2026' })).status).toBe(422)
  const { location } = await koga.post(`${town}/programmes`, { template: 'visits', year: '2026' })
  path = location.replace('/details', '')
  const form = await koga.get(location)
  const given = fieldsOf(form.html, location)
  expect(given).toMatchObject({ title: '令和8年度 通って手伝う（関係人口）事業', goalVisits: '40', budget: '' })

  delete given._once
  const answers = { ...given, slug: 'hotaru-2026', goalVisits: '１２', budget: '480万円', colour: 'orange' }
  const backwards = await koga.post(location, { ...answers, 'lastDay.year': '2026', 'lastDay.month': '3' })
  expect(backwards.text).toContain('終わる日は、始まる日より後に')
  expect((await koga.post(location, { ...answers, slug: 'ほたる' })).text).toContain('半角の小文字')
  const saved = await koga.act(location, answers)
  expect(saved.text).toContain('保存しました')
  expect(saved.text).toContain('4,800,000円')
  expect((await koga.post(location, answers)).status).toBe(409)

  expect((await visitor.get('/programmes/hotaru-2026')).status).toBe(404)
  const other = await koga.post(`${town}/programmes`, { template: 'people', year: '2026' })
  const taken = await koga.post(other.location, { ...answers, version: '1' })
  expect(taken.status).toBe(422)
  expect(taken.text).toContain('ほかの事業が使っています')

  expect((await koga.post(`${path}/publication`, { version: '1' })).status).toBe(409)
  expect((await koga.act(`${path}/publication`, { version: '2' })).text).toContain('いま動いています')
  expect((await koga.post(`${path}/publication`, { version: '3' })).status).toBe(409)
  await koga.act(location, { ...answers, slug: 'elsewhere-2026', title: 'ほたる市 通って手伝う事業', version: '3' })
  expect((await visitor.get('/programmes/elsewhere-2026')).status).toBe(404)
  const sooner = await koga.post(location, { ...answers, 'firstDay.month': '5', version: '4' })
  expect(sooner.status).toBe(422)
  expect(sooner.text).toContain('過ぎた始まる日は変えられません')
})

test('everybody reads it, finds it from the region, and programs follow it', async () => {
  const page = await visitor.get('/programmes/hotaru-2026')
  expect(page.text).toContain('ほたる市 通って手伝う事業')
  expect(page.text).toContain(PARTNERS.town.name)
  expect(page.html).toContain('data-colour="orange"')
  expect(page.text).toContain('12回')
  expect(page.text).not.toContain('4,800,000')
  expect(page.html).toContain(`property="og:image" content="${HOME}/programmes/hotaru-2026/picture.png"`)
  const picture = await house.request(new Request(`${HOME}/programmes/hotaru-2026/picture.png`))
  expect(picture.headers.get('content-type')).toBe('image/png')
  expect((await visitor.get('/regions/40')).html).toContain('href="/programmes/hotaru-2026"')
  expect((await visitor.get('/regions/40210')).html).toContain('href="/programmes/hotaru-2026"')
  for (const other of ['6', '40130']) {
    expect((await visitor.get(`/regions/${other}`)).html).not.toContain('/programmes/hotaru-2026')
  }
  const map = await house.request(new Request(`${HOME}/sitemap/programmes-1.xml`))
  expect(await map.text()).toContain(`${HOME}/programmes/hotaru-2026`)
  const about = await visitor.get(`${town}/about`)
  expect(about.text).toContain('手しごとの会社がたくさんあります')
  expect(about.html).toContain('href="/programmes/hotaru-2026"')
  expect((await visitor.get('/programmes/nothing')).status).toBe(404)
})

test('its logo is drawn anew, stands on its pages and in their pictures, and goes again', async () => {
  const logo = `${town}/logo`
  const pictures = () =>
    Promise.all(
      ['/programmes/hotaru-2026/picture.png', `${town}/picture.png`].map(async (path) =>
        Buffer.from(await (await house.request(new Request(HOME + path))).arrayBuffer()).toString('base64'),
      ),
    )
  const plain = await pictures()
  expect((await visitor.get(logo)).status).toBe(404)
  expect((await koga.post(logo)).text).toContain('ロゴの絵を選んでください')
  const none = await koga.upload(logo, {}, { logo: new TextEncoder().encode('<svg onload="alert(1)"/>') })
  expect(none.status).toBe(422)
  expect(none.text).toContain('この絵は開けませんでした')
  const rgb = new Uint8Array(1000 * 100 * 3).fill(40)
  const sent = pngOf({ width: 1000, height: 100, rgb })
  expect((await abe.upload(logo, {}, { logo: sent })).status).toBe(404)
  expect((await koga.upload(logo, {}, { logo: sent })).location).toContain('done=saved')
  expect((await koga.get(`${town}/details`)).text).toContain('ロゴを外す')
  for (const path of [`${town}/about`, '/programmes/hotaru-2026']) {
    const { html } = await visitor.get(path)
    const [, src] = /<img class="logo" src="([^"]+)" width="320" height="32"/.exec(html)!
    const answer = await house.request(new Request(HOME + src))
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    const kept = new Uint8Array(await answer.arrayBuffer())
    expect(pointsOfPng(kept, 1e6)).toMatchObject({ width: 640, height: 64 })
  }
  const drawn = await pictures()
  expect(drawn.map((picture, n) => picture !== plain[n])).toEqual([true, true])
  expect((await abe.post(`${logo}/removal`)).status).toBe(404)
  await koga.act(`${logo}/removal`)
  expect((await visitor.get(logo)).status).toBe(404)
  expect(await pictures()).toEqual(plain)
})

test('another partner, a company and the desk change nothing of it', async () => {
  for (const name of ['abe', 'nakamura', 'mori'] as const) {
    const browser = await house.as(name)
    for (const act of ['publication', 'closure', 'reopening', 'details']) {
      expect((await browser.post(`${path}/${act}`, { version: '4' })).status).toBe(404)
    }
    expect((await browser.get(path)).status).toBe(404)
  }
  const elsewhere = path.replace(partnerId('town'), partnerId('bank'))
  expect((await abe.get(elsewhere)).status).toBe(404)
  expect((await abe.post(`${elsewhere}/closure`)).status).toBe(404)
})

test('a closed one says so, stays readable, and can begin again until its last day', async () => {
  const closed = await koga.act(`${path}/closure`)
  expect(closed.text).toContain('この事業をまた始める')
  expect((await koga.post(`${path}/closure`)).status).toBe(409)
  expect((await visitor.get('/programmes/hotaru-2026')).text).toContain('この事業は終わりました')
  expect((await visitor.get('/regions/40210')).html).not.toContain('/programmes/')
  await koga.act(`${path}/reopening`)
  expect((await visitor.get('/programmes/hotaru-2026')).text).not.toContain('この事業は終わりました')
  const id = path.split('/').at(-1)!
  const acts = await asOwner(house.db, (tx) => tx.select().from(history).where(eq(history.subjectId, id)))
  expect(acts.map(({ act }) => act)).toEqual([
    ...['programme.begun', 'programme.changed', 'programme.published', 'programme.changed', 'programme.closed'],
    'programme.reopened',
  ])
  expect(JSON.stringify(acts.map(({ data }) => data))).not.toContain('通って')
  await asOwner(house.db, (tx) =>
    tx.update(programmes).set({ firstDay: '2025-04-01', lastDay: '2026-03-31' }).where(eq(programmes.id, id)),
  )
  const over = await koga.get(path)
  expect(over.text).toContain('終わったあとも続いた契約')
  expect((await koga.post(`${path}/reopening`)).status).toBe(409)
  expect((await visitor.get('/programmes/hotaru-2026')).text).toContain('2026年3月31日（火）に終わりました')
})

test('at a host name of its own a partner’s page is the first one; all else is where people are signed in', async () => {
  const at = (host: string, path: string, init: RequestInit = {}) =>
    house.request(new Request(`http://${host}${path}`, { redirect: 'manual', ...init }))
  const name = 'fukugyo.hotaru.example'
  expect((await at(name, '/')).status).toBe(400)
  const mori = await house.as('mori')
  const set = (id: string, host: string) => mori.post(`/desk/partners/${id}/host`, { host })
  expect((await set(partnerId('town'), 'https://hotaru.example/')).text).toContain('ホスト名だけを')
  expect((await set(partnerId('town'), 'localhost')).status).toBe(422)
  expect((await koga.post(`/desk/partners/${partnerId('town')}/host`, { host: name })).status).toBe(404)
  await mori.act(`/desk/partners/${partnerId('town')}/host`, { host: 'Fukugyo.Hotaru.Example' })
  expect((await set(partnerId('bank'), name)).text).toContain('ほかの提携先が使っています')

  const home = await at(`${name}:8443`, '/', { headers: { cookie: 'text=large' } })
  const html = await home.text()
  expect(html).toContain(`<title>${PARTNERS.town.name}`)
  expect(html).toContain('data-colour="green"')
  expect(html).toContain(`<link rel="canonical" href="${HOME}${town}/about"`)
  expect(html).not.toContain('/me/watches')
  expect(html).toContain('data-text="large"')
  for (const path of ['/projects?prefecture=40', '/sign-in', `${town}/about`, '/registrations']) {
    const answer = await at(name, path)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, HOME + path])
  }
  const form = (path: string, origin: string) =>
    at(name, path, {
      method: 'POST',
      body: new URLSearchParams({ size: 'large', back: '/' }),
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    })
  expect((await form('/text-size', `http://${name}`)).headers.get('location')).toBe('/')
  expect((await form('/text-size', HOME)).status).toBe(403)
  expect((await form('/sign-in', `http://${name}`)).status).toBe(400)
  expect((await at('other.example', '/')).status).toBe(400)
  await mori.act(`/desk/partners/${partnerId('town')}/host`, { host: '' })
  expect((await at(name, '/')).status).toBe(400)
  // What a town keeps below its name goes on as it is.
  const secure = await openHouse({ cast: false, config: { publicUrl: 'https://meguri.example' } })
  const kept = async (host: string) =>
    (await secure.request(new Request(`https://${host}/`))).headers.get('strict-transport-security')
  expect([await kept('meguri.example'), await kept(name)]).toEqual([
    ...['max-age=63072000; includeSubDomains', 'max-age=63072000'],
  ])
})

test('the year of its office begins with usual days, is its partner’s alone, and goes into calendars', async () => {
  const { location } = await koga.post(`${town}/programmes`, { template: 'people', year: '2027' })
  const own = location.replace('/details', '')
  const begun = await koga.get(own)
  expect(begun.text).toContain('一年の予定')
  expect(begun.text).toMatch(
    /2026年10月30日（金）.*予算を求める.*過ぎました.*2027年3月23日（火）.*議会で予算が決まる.*つぎ/,
  )
  const days = { budget: '2026-12-01', notice: '2027-04-14', version: '1' }
  expect((await koga.post(`${own}/milestones`, { ...days, notice: '2027-02-31' })).status).toBe(422)
  for (const other of [abe, visitor]) expect((await other.post(`${own}/milestones`, days)).status).not.toBe(200)
  const saved = await koga.act(`${own}/milestones`, days)
  expect(saved.text).toMatch(/2026年12月1日（火）.*予算を求める.*つぎ/)
  expect(saved.text).not.toContain('2027年3月23日（火）')
  expect((await koga.post(`${own}/milestones`, days)).status).toBe(409)
  const file = (await koga.get(`${own}/calendar.ics`)).html
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(2)
  expect(file).toContain('DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261202\r\nSUMMARY:予算を求める（')
  expect((await abe.get(`${own}/calendar.ics`)).status).toBe(404)
  // A published one tells the public nothing of it.
  expect((await visitor.get('/programmes/hotaru-2026')).text).not.toContain('議会')
})
