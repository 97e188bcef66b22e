import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { asOwner } from '../../src/lib/db.ts'
import { closeDue } from '../../src/projects/jobs.ts'
import { projects } from '../../src/projects/schema.ts'
import { craft, drafting } from '../drafting.ts'

import { openHouse } from '../house.ts'

const house = await openHouse()
const way = drafting(house)
const later = (minutes: number) => house.setTime(new Date(house.now().getTime() + minutes * 60_000))

describe('sending', () => {
  test('says what happens next, who does it, by when; tells both sides; can be taken back and corrected', async () => {
    const owner = await house.as('nakamura')
    const id = await way.submitted(owner)
    const base = `${craft}/projects/${id}`
    const page = await owner.get(base)
    expect(page.text).toContain('事務局が確かめます')
    // Monday is a holiday, so two business days after it are Wednesday.
    expect(page.text).toContain('2026年11月25日（水）まで')
    expect(page.text).toMatch(/案件 \d+-\d/)
    const from = house.mails.length
    await house.drain()
    const mails = house.mails.slice(from)
    expect(mails.find(({ to }) => to === 'nakamura@cast.example')?.subject).toContain('お預かりしました')
    expect(mails.find(({ to }) => to === 'mori@cast.example')?.text).toContain(`/desk/projects/${id}`)
    const read = (await way.rowOf(id)).version
    const corrected = await owner.post(`${base}/draft/goal`, { goal: '書きなおした', excluded: '', version: read })
    expect(corrected.status).toBe(303)
    const desk = await house.as('mori')
    const stale = await desk.post(`/desk/projects/${id}/publication`, { version: read })
    expect(stale.status).toBe(409)
    const autosaved = await owner.post(`${base}/draft/autosave?step=goal`, { goal: 'もう一度', version: read + 1 })
    expect([autosaved.status, JSON.parse(autosaved.bytes.toString())]).toMatchObject([200, { version: 6 }])
    expect((await owner.post(`${base}/recall`)).location).toBe(base)
    expect((await owner.get(base)).text).toContain('つづきを書く')
  })

  test('the desk sends it back with reasons, which the company sees on the draft and in a letter', async () => {
    const owner = await house.as('nakamura')
    const id = await way.submitted(owner)
    const desk = await house.as('mori')
    const { version } = await way.rowOf(id)
    const empty = await desk.post(`/desk/projects/${id}/return`, { words: '', version })
    expect(empty.status).toBe(422)
    const answer = await desk.post(`/desk/projects/${id}/return`, {
      reasons: 'goal',
      words: '絵付けも頼みますか',
      version,
    })
    expect(answer.location).toBe('/desk')
    await house.drain()
    const letter = house.mails.findLast(({ to }) => to === 'nakamura@cast.example')!
    expect(letter.text).toContain('絵付けも頼みますか')
    expect(letter.subject).not.toContain('副業')
    const page = await owner.get(`${craft}/projects/${id}`)
    expect(page.text).toContain('三か月後の姿を、もう少しはっきり書いてください')
    const again = await owner.post(`${craft}/projects/${id}/submission`, { version: (await way.rowOf(id)).version })
    expect(again.status).toBe(303)
    expect(await way.rowOf(id)).toMatchObject({ returnedAt: null, returnReasons: [] })
  })

  test('preview and publication show the same posting with the six items of the law', async () => {
    const owner = await house.as('nakamura')
    const id = await way.submitted(owner)
    const preview = await owner.get(`${craft}/projects/${id}/preview`)
    expect((await house.visitor().get(`/projects/${id}`)).status).toBe(404)
    const desk = await house.as('mori')
    await desk.post(`/desk/projects/${id}/publication`, { version: (await way.rowOf(id)).version })
    const page = await house.visitor().get(`/projects/${id}`)
    expect(page.status).toBe(200)
    for (const text of [preview.text, page.text]) {
      expect(text).toContain('募集する会社 有限会社なかむら提灯工房')
      expect(text).toContain('福岡県八女市見本123番地')
      expect(text).toContain('0943-00-0202')
      expect(text).toContain('頼みたいこと')
      expect(text).toContain('働く場所')
      expect(text).toContain('月50,000円1時間あたり5,000円')
      expect(text).toContain('業務委託')
      expect(text).toContain('応募から7日以内')
    }
    expect(page.html).toContain(`href="/me/projects/${id}/application"`)
    await house.drain()
    expect(house.mails.map(({ subject }) => subject).join()).toMatch(/案件 \d+-\d 公開しました/)
  })

  test('a publication can be taken back for half an hour', async () => {
    const owner = await house.as('nakamura')
    const desk = await house.as('mori')
    const id = await way.published(owner)
    later(29)
    expect((await desk.get(`/desk/projects/${id}`)).text).toContain('公開を取り消す')
    expect((await desk.post(`/desk/projects/${id}/retraction`)).status).toBe(303)
    expect((await house.visitor().get(`/projects/${id}`)).status).toBe(404)
    await desk.post(`/desk/projects/${id}/publication`, { version: (await way.rowOf(id)).version })
    later(31)
    expect((await desk.get(`/desk/projects/${id}`)).text).not.toContain('公開を取り消す')
    expect((await desk.post(`/desk/projects/${id}/retraction`)).status).toBe(409)
    expect((await house.visitor().get(`/projects/${id}`)).status).toBe(200)
  })
})

describe('ending', () => {
  test('a closed project stays readable and says so; it can be opened again', async () => {
    const owner = await house.as('nakamura')
    const id = await way.published(owner)
    const base = `${craft}/projects/${id}`
    expect((await owner.post(`${base}/closure`)).location).toBe(base)
    const page = await house.visitor().get(`/projects/${id}`)
    expect(page.text).toContain('もう終わりました')
    expect(page.html).not.toContain('/application"')
    await owner.post(`${base}/reopening`)
    expect((await house.visitor().get(`/projects/${id}`)).html).toContain('/application"')
  })

  test('a withdrawal asks first, hides the posting, and can be taken back for half an hour', async () => {
    const owner = await house.as('nakamura')
    const id = await way.published(owner)
    const base = `${craft}/projects/${id}`
    expect((await owner.get(`${base}/withdrawal`)).text).toContain('取り下げますか')
    await owner.post(`${base}/withdrawal`, { version: (await way.rowOf(id)).version })
    const page = await house.visitor().get(`/projects/${id}`)
    expect(page.text).toContain('会社が取り下げました')
    expect(page.text).not.toContain('0943-00-0202')
    await owner.post(`${base}/restoration`)
    expect((await way.rowOf(id)).withdrawnAt).toBeNull()
    await owner.post(`${base}/withdrawal`, { version: (await way.rowOf(id)).version })
    later(31)
    expect((await owner.post(`${base}/restoration`)).status).toBe(409)
  })

  test('past its last day it takes no applications, and closes by itself', async () => {
    const owner = await house.as('nakamura')
    const id = await way.published(owner)
    await asOwner(house.db, (tx) => tx.update(projects).set({ closesOn: '2026-11-30' }).where(eq(projects.id, id)))
    house.setTime(new Date('2026-11-30T15:30:00Z'))
    expect((await house.visitor().get(`/projects/${id}`)).text).toContain('もう終わりました')
    await closeDue(house.deps, {})
    await closeDue(house.deps, {})
    expect((await way.actsOf(id)).filter((act) => act === 'project.closed')).toHaveLength(1)
  })
})
