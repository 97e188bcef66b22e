import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { accountId, companyId } from '../../seed/cast.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { codesOf } from '../../src/projects/queries/projects.ts'
import { projects } from '../../src/projects/schema.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
const craft = `/companies/${companyId('craft')}`
const WORRY = '提灯を一つ作るのにいくらかかっているのか分からない。値段は昔のままで、忙しいのにお金が残らない。'
const MINUTE = 60_000

const idIn = (location: string) => /\/projects\/([0-9a-f-]{36})/.exec(location)![1]!
const rowOf = async (id: string) =>
  (await asOwner(house.db, (tx) => tx.select().from(projects).where(eq(projects.id, id))))[0]!
const actsOf = async (id: string) =>
  (await asOwner(house.db, (tx) => tx.select().from(history).where(eq(history.subjectId, id)).orderBy(history.id))).map(
    ({ act }) => act,
  )
const later = (minutes: number) => house.setTime(new Date(house.now().getTime() + minutes * MINUTE))

/** From one sentence to a draft. */
async function drafted(owner: Browser): Promise<string> {
  const told = await owner.post('/worries', { text: WORRY })
  const worry = /\/worries\/([0-9a-f-]{36})/.exec(told.location)![1]!
  const brought = await owner.post(`/worries/${worry}/company`, { company: companyId('craft') })
  expect(brought.location).toBe(`${craft}/projects/new?worry=${worry}`)
  const confirm = await owner.get(brought.location)
  expect(confirm.text).toContain('下書きを作る')
  expect(confirm.text).toContain(WORRY)
  return idIn((await owner.act(`${craft}/projects`, { worry })).location)
}

/** The answers that only the owner can give. */
async function answered(owner: Browser, id: string) {
  const base = `${craft}/projects/${id}/draft`
  const send = async (step: string, fields: Record<string, string>) => {
    const { version } = await rowOf(id)
    return owner.post(`${base}/${step}`, { ...fields, version })
  }
  await send('fee', { fee: '50000', feeOther: '' })
  return send('place', { style: 'either', travelPaid: 'yes', place: (await rowOf(id)).place!, prefecture: '40' })
}

async function submitted(owner: Browser): Promise<string> {
  const id = await drafted(owner)
  await answered(owner, id)
  const { version } = await rowOf(id)
  const sent = await owner.post(`${craft}/projects/${id}/submission`, { version })
  expect(sent.location).toBe(`${craft}/projects/${id}`)
  return id
}

async function published(owner: Browser): Promise<string> {
  const id = await submitted(owner)
  const desk = await house.as('mori')
  const { version } = await rowOf(id)
  expect((await desk.post(`/desk/projects/${id}/publication`, { version })).status).toBe(303)
  return id
}

describe('a draft', () => {
  test('comes from the confirmed tree, in the company’s name', async () => {
    const owner = await house.as('nakamura')
    const id = await drafted(owner)
    const project = await rowOf(id)
    expect(project).toMatchObject({ background: WORRY, industry: 'crafts', prefecture: 40, openings: 1 })
    expect(project.posterContact).toContain('0943-00-0202')
    expect(project.work).toContain('・')
    const codes = await asOwner(house.db, (tx) => codesOf(tx, id))
    expect(codes[0]).toMatchObject({ code: '10035', level: 3, must: true })
    expect(await actsOf(id)).toEqual(['project.drafted'])
  })

  test('can be begun from nothing, and says what is missing with links to the fields', async () => {
    const owner = await house.as('nakamura')
    const page = await owner.get(`${craft}/projects/new`)
    expect(page.text).toContain('白紙から書く')
    const id = idIn((await owner.act(`${craft}/projects`)).location)
    const check = await owner.get(`${craft}/projects/${id}/submission`)
    expect(check.text).toContain('案件の題を書いてください')
    expect(check.html).toContain(`${craft}/projects/${id}/draft/fee#form-fee`)
    const refused = await owner.post(`${craft}/projects/${id}/submission`, { version: 1 })
    expect(refused.status).toBe(422)
    expect((await rowOf(id)).submittedAt).toBeNull()
  })

  test('asks one question a screen, shows what is there, goes back without loss', async () => {
    const owner = await house.as('nakamura')
    const id = await drafted(owner)
    const base = `${craft}/projects/${id}/draft`
    const steps = ['background', 'work', 'goal', 'hours', 'fee', 'place', 'period', 'contact']
    for (const [at, step] of steps.entries()) {
      const page = await owner.get(`${base}/${step}`)
      expect(page.text).toContain(`${at + 1}つ目／全部で8つ`)
      expect(page.html.match(/<h1/g)).toHaveLength(1)
    }
    expect((await owner.get(`${base}/background`)).html).toContain(WORRY)
    const { version } = await rowOf(id)
    const back = await owner.post(`${base}/goal`, {
      goal: 'ぜんぶの品の原価表がある',
      excluded: '',
      go: 'back',
      version,
    })
    expect(back.location).toBe(`${base}/work`)
    expect((await owner.get(`${base}/goal`)).html).toContain('ぜんぶの品の原価表がある')
    const fresh = (await rowOf(id)).version
    expect((await owner.post(`${base}/goal`, { goal: 'x', excluded: '', version: fresh })).location).toBe(
      `${base}/hours`,
    )
    expect((await rowOf(id)).goal).toBe('x')
  })

  test('is the same draft on one page', async () => {
    const owner = await house.as('nakamura')
    const id = await drafted(owner)
    const page = await owner.get(`${craft}/projects/${id}/draft`)
    expect(page.html).toContain(WORRY)
    expect(page.html).toMatch(/<input[^>]*name="hours"[^>]*value="10"[^>]*checked/)
    expect(page.html).toContain('有限会社なかむら提灯工房')
  })

  test('is saved while somebody types, and the open form stays good', async () => {
    const owner = await house.as('nakamura')
    const id = await drafted(owner)
    const base = `${craft}/projects/${id}/draft`
    const { version } = await rowOf(id)
    const saved = await owner.post(`${base}/autosave?step=background`, { background: '途中まで', version })
    expect(saved.status).toBe(204)
    expect((await rowOf(id)).background).toBe('途中まで')
    const sent = await owner.post(`${base}/background`, { background: '途中までと、その続き', version })
    expect(sent.location).toBe(`${base}/work`)
    expect((await rowOf(id)).background).toBe('途中までと、その続き')
    const half = await owner.post(`${base}/autosave`, { hours: '15', hoursOther: 'たくさん', version: version + 1 })
    expect(half.status).toBe(422)
    expect((await rowOf(id)).hours).toBe(15)
  })

  test('a form that fails comes back with every value', async () => {
    const owner = await house.as('nakamura')
    const id = await drafted(owner)
    const { version } = await rowOf(id)
    const fields = { hours: '20', hoursOther: 'たくさん', version }
    const answer = await owner.post(`${craft}/projects/${id}/draft/hours`, fields)
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('value="たくさん"')
    expect(answer.html).toMatch(/<input[^>]*value="20"[^>]*checked/)
  })

  test('「わからない」 stays, is named to the desk, and does not hinder sending', async () => {
    const owner = await house.as('nakamura')
    const id = await drafted(owner)
    const base = `${craft}/projects/${id}`
    await answered(owner, id)
    await owner.post(`${base}/draft/fee`, { fee: 'unsure', feeOther: '', version: (await rowOf(id)).version })
    expect((await owner.get(`${base}/draft/fee`)).html).toMatch(/<input[^>]*value="unsure"[^>]*checked/)
    const sent = await owner.post(`${base}/submission`, { version: (await rowOf(id)).version })
    expect(sent.status).toBe(303)
    expect((await owner.get(base)).text).toContain('事務局が一緒に決めること お礼')
    const desk = await house.as('mori')
    expect((await desk.get('/desk')).text).toContain('わからない：1つ')
    const refused = await desk.post(`/desk/projects/${id}/publication`, { version: (await rowOf(id)).version })
    expect(refused.status).toBe(409)
    const filled = await desk.post(`/desk/projects/${id}/completion`, {
      fee: '50000',
      feeOther: '',
      version: (await rowOf(id)).version,
    })
    expect(filled.location).toBe(`/desk/projects/${id}`)
    expect(await rowOf(id)).toMatchObject({ fee: 50_000, unsure: [] })
    const done = await desk.post(`/desk/projects/${id}/publication`, { version: (await rowOf(id)).version })
    expect(done.status).toBe(303)
  })

  test('job codes are looked for in plain words, ordered, weighed and taken out without scripts', async () => {
    const owner = await house.as('nakamura')
    const id = await drafted(owner)
    const base = `${craft}/projects/${id}/draft/work`
    const send = async (fields: Record<string, string>) =>
      owner.post(base, { work: '仕事', title: '題', industry: 'crafts', version: (await rowOf(id)).version, ...fields })
    const codes = () => asOwner(house.db, (tx) => codesOf(tx, id))
    const looked = await send({ find: 'ネットショップ', go: 'find' })
    expect(looked.location).toContain('/draft/work?find=')
    expect((await rowOf(id)).title).toBe('題')
    const list = await owner.get(looked.location.replace(/#.*/, ''))
    const added = /value="add:(\d{5})"/.exec(list.html)![1]!
    await send({ go: `add:${added}` })
    const before = await codes()
    expect(before.at(-1)).toMatchObject({ code: added, level: 2 })
    const screen = Object.fromEntries(
      before.flatMap(({ code, level }, at) => [
        [`level_${code}`, String(level)],
        [`need_${code}`, 'nice'],
        [`rank_${code}`, String(at + 1)],
      ]),
    )
    await send({ ...screen, [`rank_${added}`]: '1', [`level_${added}`]: '4', [`need_${before[0]!.code}`]: 'none' })
    const after = await codes()
    expect(after[0]).toMatchObject({ code: added, level: 4, must: false, position: 0 })
    expect(after.map(({ code }) => code)).not.toContain(before[0]!.code)
    expect((await owner.post(base, { work: 'x', power: 'administrator', version: 1 })).status).toBe(422)
  })

  test('a colleague who was faster is not overwritten unseen; one’s own second screen is', async () => {
    const owner = await house.as('nakamura')
    const id = await drafted(owner)
    const base = `${craft}/projects/${id}/draft/background`
    const { version } = await rowOf(id)
    await owner.post(base, { background: '一枚目', version })
    expect((await owner.post(base, { background: '二枚目', version })).status).toBe(303)
    await asOwner(house.db, async (tx) => {
      const colleague = accountId('kuroda')
      await tx
        .update(projects)
        .set({ background: '同僚', version: version + 5 })
        .where(eq(projects.id, id))
      await tx.insert(history).values({
        ...{ at: house.now(), actor: colleague, organisation: companyId('craft'), act: 'project.saved' },
        ...{ subjectKind: 'project', subjectId: id },
      })
    })
    const conflict = await owner.post(base, { background: '三枚目', version })
    expect(conflict.status).toBe(409)
    expect(conflict.text).toContain('ほかの人が、さきほど書きかえました')
    expect(conflict.html).toContain('三枚目</textarea>')
    expect((await rowOf(id)).background).toBe('同僚')
    const shown = Number(/name="version" value="(\d+)"/.exec(conflict.html)![1])
    expect((await owner.post(base, { background: '三枚目', version: shown })).status).toBe(303)
  })
})

describe('sending', () => {
  test('says what happens next, who does it, by when; tells both sides; can be taken back and corrected', async () => {
    const owner = await house.as('nakamura')
    const id = await submitted(owner)
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
    const read = (await rowOf(id)).version
    const corrected = await owner.post(`${base}/draft/goal`, { goal: '書きなおした', excluded: '', version: read })
    expect(corrected.status).toBe(303)
    const desk = await house.as('mori')
    const stale = await desk.post(`/desk/projects/${id}/publication`, { version: read })
    expect(stale.status).toBe(409)
    const autosaved = await owner.post(`${base}/draft/autosave?step=goal`, { goal: 'もう一度', version: read + 1 })
    expect([autosaved.status, JSON.parse(autosaved.bytes.toString())]).toEqual([200, { version: read + 2 }])
    expect((await owner.post(`${base}/recall`)).location).toBe(base)
    expect((await owner.get(base)).text).toContain('つづきを書く')
  })

  test('the desk sends it back with reasons, which the company sees on the draft and in a letter', async () => {
    const owner = await house.as('nakamura')
    const id = await submitted(owner)
    const desk = await house.as('mori')
    const { version } = await rowOf(id)
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
    const again = await owner.post(`${craft}/projects/${id}/submission`, { version: (await rowOf(id)).version })
    expect(again.status).toBe(303)
    expect(await rowOf(id)).toMatchObject({ returnedAt: null, returnReasons: [] })
  })

  test('preview and publication show the same posting with the six items of the law', async () => {
    const owner = await house.as('nakamura')
    const id = await submitted(owner)
    const preview = await owner.get(`${craft}/projects/${id}/preview`)
    expect((await house.visitor().get(`/projects/${id}`)).status).toBe(404)
    const desk = await house.as('mori')
    await desk.post(`/desk/projects/${id}/publication`, { version: (await rowOf(id)).version })
    const page = await house.visitor().get(`/projects/${id}`)
    expect(page.status).toBe(200)
    for (const text of [preview.text, page.text]) {
      expect(text).toContain('募集する会社 有限会社なかむら提灯工房')
      expect(text).toContain('福岡県八女市見本123番地')
      expect(text).toContain('0943-00-0202')
      expect(text).toContain('頼みたいこと')
      expect(text).toContain('働く場所')
      expect(text).toContain('月50,000円 1時間あたり5,000円')
      expect(text).toContain('業務委託')
      expect(text).toContain('応募から7日以内')
    }
    expect(page.html).toContain(`href="/me/projects/${id}/application"`)
    await house.drain()
    expect(house.mails.findLast(({ to }) => to === 'nakamura@cast.example')!.subject).toContain('公開しました')
  })

  test('a publication can be taken back for half an hour', async () => {
    const owner = await house.as('nakamura')
    const desk = await house.as('mori')
    const id = await published(owner)
    later(29)
    expect((await desk.get(`/desk/projects/${id}`)).text).toContain('公開を取り消す')
    expect((await desk.post(`/desk/projects/${id}/retraction`)).status).toBe(303)
    expect((await house.visitor().get(`/projects/${id}`)).status).toBe(404)
    await desk.post(`/desk/projects/${id}/publication`, { version: (await rowOf(id)).version })
    later(31)
    expect((await desk.get(`/desk/projects/${id}`)).text).not.toContain('公開を取り消す')
    expect((await desk.post(`/desk/projects/${id}/retraction`)).status).toBe(409)
    expect((await house.visitor().get(`/projects/${id}`)).status).toBe(200)
  })
})

describe('ending', () => {
  test('a closed project stays readable and says so; it can be opened again', async () => {
    const owner = await house.as('nakamura')
    const id = await published(owner)
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
    const id = await published(owner)
    const base = `${craft}/projects/${id}`
    expect((await owner.get(`${base}/withdrawal`)).text).toContain('取り下げますか')
    await owner.post(`${base}/withdrawal`, { version: (await rowOf(id)).version })
    const page = await house.visitor().get(`/projects/${id}`)
    expect(page.text).toContain('会社が取り下げました')
    expect(page.text).not.toContain('0943-00-0202')
    await owner.post(`${base}/restoration`)
    expect((await rowOf(id)).withdrawnAt).toBeNull()
    await owner.post(`${base}/withdrawal`, { version: (await rowOf(id)).version })
    later(31)
    expect((await owner.post(`${base}/restoration`)).status).toBe(409)
  })

  test('past its last day it takes no applications, and closes by itself', async () => {
    const owner = await house.as('nakamura')
    const id = await published(owner)
    await asOwner(house.db, (tx) => tx.update(projects).set({ closesOn: '2026-11-30' }).where(eq(projects.id, id)))
    house.setTime(new Date('2026-11-30T15:30:00Z'))
    expect((await house.visitor().get(`/projects/${id}`)).text).toContain('もう終わりました')
    const { closeDue } = await import('../../src/projects/jobs.ts')
    await closeDue(house.deps, {})
    await closeDue(house.deps, {})
    expect((await actsOf(id)).filter((act) => act === 'project.closed')).toHaveLength(1)
  })
})

test('nobody else sees or changes a draft', async () => {
  const owner = await house.as('nakamura')
  const id = await drafted(owner)
  for (const name of ['sato', 'kobayashi', 'koga'] as const) {
    const stranger = await house.as(name)
    expect((await stranger.get(`${craft}/projects/${id}`)).status).toBe(404)
    const own = `/companies/${companyId('fertiliser')}/projects/${id}`
    expect((await stranger.get(own)).status).toBe(404)
    expect((await stranger.post(`${own}/draft/goal`, { goal: '盗', excluded: '', version: 1 })).status).toBe(404)
    expect((await stranger.get(`/desk/projects/${id}`)).status).toBe(404)
  }
  const viewer = await house.as('chiyo')
  expect((await viewer.get(`${craft}/projects/${id}`)).status).toBe(200)
  expect((await viewer.get(`${craft}/projects/${id}/draft/goal`)).status).toBe(404)
})
