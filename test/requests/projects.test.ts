import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { accountId, companyId } from '../../seed/cast.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { codesOf } from '../../src/projects/queries/projects.ts'
import { projects } from '../../src/projects/schema.ts'
import { craft, drafting, projectIn, WORRY } from '../drafting.ts'

import { writePaying } from '../fixtures/insights.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const way = drafting(house)

describe('a draft', () => {
  test('comes from the confirmed tree, in the company’s name', async () => {
    const owner = await house.as('nakamura')
    const id = await way.drafted(owner)
    const project = await way.rowOf(id)
    expect(project).toMatchObject({ background: WORRY, industry: 'crafts', prefecture: 40, openings: 1 })
    expect(project.posterContact).toContain('0943-00-0202')
    expect(project.work).toContain('・')
    const codes = await asOwner(house.db, (tx) => codesOf(tx, id))
    expect(codes[0]).toMatchObject({ code: '10035', level: 3, must: true })
    expect(await way.actsOf(id)).toEqual(['project.drafted'])
  })

  test('is one press away from the tree, also after signing in, and of a worry that is the company’s already', async () => {
    const owner = house.visitor()
    const told = await owner.act('/worries', { text: WORRY })
    expect(told.text).toContain('このまま案件を作る')
    const asked = await owner.get(`${told.location}/company`)
    await owner.post('/demo/sign-in', { account: accountId('nakamura') })
    const choice = await owner.get(new URL(asked.location, 'http://x').searchParams.get('next')!)
    expect(choice.html).toContain(`value="${companyId('craft')}"`)
    expect(choice.html).not.toContain('type="radio"')
    const form = { company: companyId('craft'), _once: 'one-press-only' }
    const first = await owner.act(`${told.location}/company`, form)
    expect(first.text).toContain('1つ目／全部で8つ')
    expect(first.html).toContain(WORRY)
    expect((await owner.post(`${told.location}/company`, form)).location).toBe(first.location)
    const again = await owner.get(told.location)
    expect(again.html).toContain(`action="${craft}/projects"`)
    const worry = told.location.split('/').at(-1)!
    expect((await owner.act(`${craft}/projects`, { worry })).html).toContain(WORRY)
    const chiyo = await house.as('chiyo')
    expect((await chiyo.post(`${craft}/projects`, { worry })).status).toBe(404)
  })

  test('can be begun from nothing, and says what is missing with links to the fields', async () => {
    const owner = await house.as('nakamura')
    const page = await owner.get(`${craft}/projects/new`)
    expect(page.text).toContain('白紙から書く')
    const id = projectIn((await owner.act(`${craft}/projects`)).location)
    const check = await owner.get(`${craft}/projects/${id}/submission`)
    expect(check.text).toContain('案件の題を書いてください')
    expect(check.html).toContain(`${craft}/projects/${id}/draft/fee#form-fee`)
    const refused = await owner.post(`${craft}/projects/${id}/submission`, { version: 1 })
    expect(refused.status).toBe(422)
    expect((await way.rowOf(id)).submittedAt).toBeNull()
  })

  test('asks one question a screen, shows what is there, goes back without loss', async () => {
    const owner = await house.as('nakamura')
    const id = await way.drafted(owner)
    const base = `${craft}/projects/${id}/draft`
    const steps = ['background', 'work', 'goal', 'hours', 'fee', 'place', 'period', 'contact']
    for (const [at, step] of steps.entries()) {
      const page = await owner.get(`${base}/${step}`)
      expect(page.text).toContain(`${at + 1}つ目／全部で8つ`)
      expect(page.html.match(/<h1/g)).toHaveLength(1)
    }
    expect((await owner.get(`${base}/background`)).html).toContain(WORRY)
    const { version } = await way.rowOf(id)
    const back = await owner.post(`${base}/goal`, {
      goal: 'ぜんぶの品の原価表がある',
      excluded: '',
      go: 'back',
      version,
    })
    expect(back.location).toBe(`${base}/work`)
    expect((await owner.get(`${base}/goal`)).html).toContain('ぜんぶの品の原価表がある')
    const fresh = (await way.rowOf(id)).version
    expect((await owner.post(`${base}/goal`, { goal: 'x', excluded: '', version: fresh })).location).toBe(
      `${base}/hours`,
    )
    expect((await way.rowOf(id)).goal).toBe('x')
  })

  test('is the same draft on one page', async () => {
    const owner = await house.as('nakamura')
    const id = await way.drafted(owner)
    const page = await owner.get(`${craft}/projects/${id}/draft`)
    expect(page.html).toContain(WORRY)
    expect(page.html).toMatch(/<input[^>]*name="hours"[^>]*value="10"[^>]*checked/)
    expect(page.html).toContain('有限会社なかむら提灯工房')
  })

  test('is saved while somebody types, and the open form stays good', async () => {
    const owner = await house.as('nakamura')
    const id = await way.drafted(owner)
    const base = `${craft}/projects/${id}/draft`
    const { version } = await way.rowOf(id)
    const saved = await owner.post(`${base}/autosave?step=background`, { background: '途中まで', version })
    expect(saved.status).toBe(200)
    expect(JSON.parse(saved.html).live.words[0]).toMatch(/^伝わりやすさ \d+点$/)
    expect((await way.rowOf(id)).background).toBe('途中まで')
    const sent = await owner.post(`${base}/background`, { background: '途中までと、その続き', version })
    expect(sent.location).toBe(`${base}/work`)
    expect((await way.rowOf(id)).background).toBe('途中までと、その続き')
    const half = await owner.post(`${base}/autosave`, { hours: '15', hoursOther: 'たくさん', version: version + 1 })
    expect(half.status).toBe(422)
    expect((await way.rowOf(id)).hours).toBe(15)
  })

  test('takes a fee as it is said, and tells what one for an hour comes to', async () => {
    const owner = await house.as('nakamura')
    const id = await way.drafted(owner)
    const base = `${craft}/projects/${id}/draft`
    const { version } = await way.rowOf(id)
    const hourly = await owner.post(base, { hours: '10', hoursOther: '', feeOther: '時給3000円', version })
    expect(hourly.status).toBe(422)
    expect(hourly.text).toContain('「時給3000円」は、1時間の額です。')
    expect(hourly.text).toContain('月10時間なら、30,000円です。')
    expect(hourly.html).toMatch(/name="feeOther"[^>]*value="時給3000円"/)
    const monthly = await owner.post(`${base}/fee`, { fee: '', feeOther: '月3万円', version })
    expect([monthly.status, (await way.rowOf(id)).fee]).toEqual([303, 30_000])
  })

  test('says what others pay, and what firms like this one did', async () => {
    const owner = await house.as('nakamura')
    const id = await way.drafted(owner)
    const base = `${craft}/projects/${id}/draft`
    for (let n = 0; n < 10; n++) await publishedProjectOf(house, 'craft', { hours: 10, fee: (n + 1) * 10_000 })
    const page = await owner.get(`${base}/fee`)
    expect(page.text).toContain('似た案件がまだ少ないので、ふつうのめやすです：月10時間なら30,000円から50,000円。')
    expect(page.text).not.toContain('似た会社はこうした')
    await writePaying(house, 4, 55_000)
    expect((await owner.get(`${base}/fee`)).text).toContain('14件では、まん中が月55,000円、半分が42,500円から')
  })

  test('a work that is taken out leaves the text, too', async () => {
    const owner = await house.as('nakamura')
    const id = await way.drafted(owner)
    const base = `${craft}/projects/${id}/draft`
    const { version } = await way.rowOf(id)
    await owner.post(`${base}/work`, { title: '題', work: 'すること', industry: 'crafts', go: 'add:10043', version })
    const fields = { title: '題', industry: 'crafts', level_10043: 2, rank_10043: 2, level_10035: 3, rank_10035: 1 }
    const work = 'すること\n\nあわせて相談したいこと：\n・製造原価計算\n\n自分の言葉'
    const asked = { ...fields, need_10035: 'must', need_10043: 'none', work, version: version + 1 }
    expect((await owner.post(`${base}/work`, asked)).status).toBe(303)
    expect((await way.rowOf(id)).work).toBe('すること\n\n自分の言葉')
  })

  test('pressed twice, a worry has one draft', async () => {
    const owner = await house.as('nakamura')
    const told = await owner.post('/worries', { text: '提灯をひとつ作るのに、いくら掛かるか分からん。' })
    const company = { company: craft.split('/').at(-1)! }
    const first = await owner.post(`${told.location}/company`, company)
    const again = await owner.post(`${told.location}/company`, company)
    expect([first.status, again.location]).toEqual([303, first.location])
  })

  test('one tap mends what the check found, and opens the place where it stands', async () => {
    const owner = await house.as('nakamura')
    const id = await way.drafted(owner)
    const base = `${craft}/projects/${id}`
    const { version } = await way.rowOf(id)
    await owner.post(`${base}/draft/background`, { background: '困っています。くわしくはLINE交換で', version })
    const check = await owner.get(`${base}/submission`)
    expect(check.text).toContain('「LINE交換」は書けません')
    expect(check.text).toContain('例：質問は、この画面の「質問」でお受けします。')
    expect((await owner.post(`${base}/submission`, { version: version + 1 })).status).toBe(422)
    const mended = await owner.post(`${base}/fixes/outside`, { version: version + 1 })
    expect(mended.location).toBe(`${base}/draft/work#form-work`)
    expect((await way.rowOf(id)).background).toBe('困っています。くわしくはで')
    expect((await owner.get(`${base}/submission`)).text).not.toContain('は書けません')
    for (const rule of ['outside', 'name', 'constructor']) {
      const answer = await owner.post(`${base}/fixes/${rule}`, { version: version + 2 })
      expect([rule, answer.status]).toEqual([rule, rule === 'outside' ? 303 : 404])
    }
    expect((await (await house.as('sato')).post(`${base}/fixes/outside`, { version: 1 })).status).toBe(404)
  })

  test('a form that fails comes back with every value', async () => {
    const owner = await house.as('nakamura')
    const id = await way.drafted(owner)
    const { version } = await way.rowOf(id)
    const fields = { hours: '20', hoursOther: 'たくさん', version }
    const answer = await owner.post(`${craft}/projects/${id}/draft/hours`, fields)
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('value="たくさん"')
    expect(answer.html).toMatch(/<input[^>]*value="20"[^>]*checked/)
  })

  test('「わからない」 stays, is named to the desk, and does not hinder sending', async () => {
    const owner = await house.as('nakamura')
    const id = await way.drafted(owner)
    const base = `${craft}/projects/${id}`
    await way.answered(owner, id)
    await owner.post(`${base}/draft/fee`, { fee: 'unsure', feeOther: '', version: (await way.rowOf(id)).version })
    expect((await owner.get(`${base}/draft/fee`)).html).toMatch(/<input[^>]*value="unsure"[^>]*checked/)
    const sent = await owner.post(`${base}/submission`, { version: (await way.rowOf(id)).version })
    expect(sent.status).toBe(303)
    expect((await owner.get(base)).text).toContain('事務局が一緒に決めること お礼')
    const desk = await house.as('mori')
    expect((await desk.get('/desk')).text).toContain('わからない：1つ')
    const refused = await desk.post(`/desk/projects/${id}/publication`, { version: (await way.rowOf(id)).version })
    expect(refused.status).toBe(409)
    const filled = await desk.post(`/desk/projects/${id}/completion`, {
      fee: '50000',
      feeOther: '',
      version: (await way.rowOf(id)).version,
    })
    expect(filled.location).toBe(`/desk/projects/${id}`)
    expect(await way.rowOf(id)).toMatchObject({ fee: 50_000, unsure: [] })
    const done = await desk.post(`/desk/projects/${id}/publication`, { version: (await way.rowOf(id)).version })
    expect(done.status).toBe(303)
  })

  test('job codes are looked for in plain words, ordered, weighed and taken out without scripts', async () => {
    const owner = await house.as('nakamura')
    const id = await way.drafted(owner)
    const base = `${craft}/projects/${id}/draft/work`
    const send = async (fields: Record<string, string>) =>
      owner.post(base, {
        work: '仕事',
        title: '題',
        industry: 'crafts',
        version: (await way.rowOf(id)).version,
        ...fields,
      })
    const codes = () => asOwner(house.db, (tx) => codesOf(tx, id))
    const looked = await send({ find: 'ネットショップ', go: 'find' })
    expect(looked.location).toContain('/draft/work?find=')
    expect((await way.rowOf(id)).title).toBe('題')
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
    const id = await way.drafted(owner)
    const base = `${craft}/projects/${id}/draft/background`
    const { version } = await way.rowOf(id)
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
    expect((await way.rowOf(id)).background).toBe('同僚')
    const shown = Number(/name="version" value="(\d+)"/.exec(conflict.html)![1])
    expect((await owner.post(base, { background: '三枚目', version: shown })).status).toBe(303)
  })
})

test('nobody else sees or changes a draft', async () => {
  const owner = await house.as('nakamura')
  const id = await way.drafted(owner)
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
