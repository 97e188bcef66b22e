import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { routes } from '../../src/app/routes.ts'
import { toldPage } from '../../src/desk/rules.ts'
import { consultations } from '../../src/desk/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { projects } from '../../src/projects/schema.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const desk = await house.as('mori')
const minutesAgo = (minutes: number) => new Date(house.now().getTime() - minutes * 60_000)
const ASKED = { name: '佐藤 茂', phone: '０９０−１２３４−５６７８', wish: 'morning', note: '', from: '' }

async function waiting(minutes: number): Promise<{ id: string; number: number }> {
  const [row] = await asOwner(house.db, (tx) =>
    tx
      .insert(projects)
      .values({
        ...{ id: crypto.randomUUID(), companyId: companyId('craft'), title: `待つ案件${minutes}`, unsure: ['fee'] },
        ...{ createdAt: minutesAgo(minutes), updatedAt: minutesAgo(minutes), submittedAt: minutesAgo(minutes) },
      })
      .returning({ id: projects.id, number: projects.number }),
  )
  return row!
}

test('no key of an address that opens by itself reaches the desk', () => {
  const keyed = routes.filter(
    ({ path, guard }) => guard.kind === 'anyone' && /:token|^\/(proofs|resume|slips)\/:/.test(path),
  )
  expect(keyed.length).toBeGreaterThan(8)
  for (const { path } of keyed) expect(toldPage(path.replaceAll(/:\w+/g, 'k3y')), path).not.toContain('k3y')
  expect(toldPage('/projects/k3y')).toBe('/projects/k3y')
})

test('a visitor asks to be called, the desk hears of it and calls back, once', async () => {
  const visitor = house.visitor()
  const form = await visitor.get('/calls/new?from=%2Fprojects')
  expect(form.text).toContain('電話をたのむ')
  const asked = await visitor.act('/calls', { ...ASKED, from: '/projects' })
  expect(asked.location).toBe('/calls/asked?wish=morning&from=%2Fprojects')
  expect(asked.text).toContain('午前（9時から12時）')
  // The number of a demo is nobody's: no hours at which it is answered.
  expect(asked.text).not.toContain('受付は')
  await house.drain()
  const letter = house.mails.at(-1)!
  expect(letter.to).toBe('mori@cast.example')
  expect(letter.subject + letter.text).not.toMatch(/佐藤|5678/)
  const list = await desk.get('/desk/calls')
  expect(list.text).toContain('佐藤 茂さん')
  expect(list.html).toContain('href="tel:09012345678"')
  const [call] = await asOwner(house.db, (tx) => tx.select().from(consultations))
  const path = `/desk/calls/${call!.id}/call-back`
  expect((await visitor.post(path)).location).toContain('/sign-in')
  expect((await desk.post(path)).location).toBe('/desk/calls')
  expect((await desk.post(path)).status).toBe(409)
  expect((await desk.get('/desk/calls')).text).toContain('待っている方はいません')
})

test('what was typed comes back, and the number has to be one', async () => {
  const answer = await house.visitor().post('/calls', { ...ASKED, phone: '12345' })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('電話番号を、市外局番から入れてください')
  expect(answer.html).toContain('value="佐藤 茂"')
  const timeless = await house.visitor().post('/calls', { ...ASKED, wish: '' })
  expect(timeless.text).toContain('お電話の時間を選んでください。')
})

test('who is signed in need not type name and number again', async () => {
  const owner = await house.as('nakamura')
  expect((await owner.get('/calls/new')).html).toContain('value="中村 清"')
})

test('a link of somebody else is never shown to the desk', async () => {
  await house.visitor().post('/calls', { ...ASKED, from: 'https://evil.example/' })
  const [call] = await asOwner(house.db, (tx) => tx.select().from(consultations).where(eq(consultations.page, '')))
  expect(call).toBeDefined()
})

test('whoever has waited longest stands first, with the number to say on the telephone', async () => {
  const second = await waiting(60)
  const first = await waiting(3 * 24 * 60)
  await house.visitor().post('/calls', { ...ASKED, name: '最後の人', from: `/projects/${second.id}` })
  const { text } = await desk.get('/desk')
  expect(text.indexOf('待つ案件4320')).toBeLessThan(text.indexOf('待つ案件60'))
  expect(text.indexOf('待つ案件60')).toBeLessThan(text.indexOf('最後の人さん'))
  expect(text).toContain(`案件 ${first.number}-`)
  expect(text).toContain('2026年11月20日（金）10:00から')
  const file = await desk.get('/desk?format=csv')
  expect(file.html).toContain('2026-11-20,案件の確認,有限会社なかむら提灯工房　待つ案件4320,')
  expect(file.html).not.toMatch(/最後の人|5678/)
  const page = await desk.get(`/desk/projects/${first.id}`)
  expect(page.text).toContain('公開の前に、あと')
  expect(page.text).toContain('有限会社なかむら提灯工房')
  expect(page.text).not.toContain('公開する')
})

test('work that rests is named in words and can be tried again', async () => {
  await house.drain()
  await asOwner(house.db, (tx) => house.jobs.enqueue(tx, 'desk.tellCall', { id: 'x', act: 'x', subjectId: 'x' }))
  const broken = { 'desk.tellCall': () => Promise.reject(new Error('no mail server')) }
  for (let n = 0; n < 8; n++) {
    await house.jobs.drain({ ...broken }).catch(() => {})
    house.setTime(new Date(house.now().getTime() + 3 * 3_600_000))
  }
  const morning = await house.as('mori')
  const page = await morning.get('/desk')
  expect(page.text).toContain('事務局へのお知らせのメールが、うまくいきませんでした')
  const path = /action="(\/desk\/jobs\/[0-9a-f-]{36}\/retry)"/.exec(page.html)![1]!
  expect((await morning.post(path)).location).toBe('/desk')
  expect((await morning.post(path)).status).toBe(409)
})

test('only the desk sees the desk', async () => {
  for (const name of ['nakamura', 'kobayashi', 'koga'] as const) {
    const browser = await house.as(name)
    expect((await browser.get('/desk')).status).toBe(404)
    expect((await browser.get('/desk?format=csv')).status).toBe(404)
    expect((await browser.get('/desk/calls')).status).toBe(404)
  }
})
