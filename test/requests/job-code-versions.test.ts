import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { accountId, companyId, talentId } from '../../seed/cast.ts'
import { cases } from '../../src/cases/schema.ts'
import { challengeNodes, worries } from '../../src/challenges/schema.ts'
import { record } from '../../src/history/actions.ts'
import { history } from '../../src/history/schema.ts'
import { jobCodes } from '../../src/jobcodes/rules/standard.ts'
import { actOf } from '../../src/lib/act.ts'
import { asOwner } from '../../src/lib/db.ts'
import { proposals } from '../../src/matching/schema.ts'
import { projectCodes, projects } from '../../src/projects/schema.ts'
import { ownTalent } from '../../src/talents/queries/own.ts'
import { talentCodes } from '../../src/talents/schema.ts'
import { craft, projectIn } from '../drafting.ts'
import { acceptedApplication } from '../fixtures/contracts.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { openHouse } from '../house.ts'

/** お客様の情報の取り扱い, merged into 個人情報の管理 with the second version. */
const OLD = '13068'
const NEW = '53168'
const NAME = 'お客様の情報の取り扱い'
const NEXT = '個人情報の管理'

const house = await openHouse()
const visitor = house.visitor()
const [owner, ito, mori, hayashi] = [
  await house.as('nakamura'),
  await house.as('ito'),
  await house.as('mori'),
  await house.as('hayashi'),
]
const town = { open: '', other: '', draft: '', case: '', worry: '' }

beforeAll(async () => {
  town.open = await publishedProjectOf(house, 'craft', { codes: [OLD], title: '名簿の決まりを一緒に作ってほしい' })
  town.other = await publishedProjectOf(house, 'craft', { codes: [NEW], title: '宿帳の扱いを一緒に見てほしい' })
  town.draft = projectIn((await owner.post(`${craft}/projects`, { worry: '' })).location)
  const { contractId } = await acceptedApplication(house)
  town.case = randomUUID()
  const now = house.now()
  await asOwner(house.db, async (tx) => {
    await tx.insert(projectCodes).values({ projectId: town.draft, code: OLD, level: 3, must: true, position: 0 })
    await tx.insert(cases).values({
      ...{ id: town.case, contractId, projectId: town.open, companyId: companyId('craft') },
      ...{ accountId: accountId('tanaka'), title: '名簿の決まりを作った', problem: '名簿が出しっぱなし。' },
      ...{ done: '決まりを書いた。', result: '鍵をかけた。', learned: '小さく始める。', outcome: 'reached' },
      ...{ shownCodes: [OLD], shownIndustry: 'crafts', shownPrefecture: 40, shownRegion: 'kyushu' },
      ...{ codes: [OLD], industry: 'crafts', prefecture: 40, hours: 10, months: 3, fee: 30_000, applicants: 2 },
      ...{ companyOpenness: 'anonymous', talentOpenness: 'anonymous', companyConsentAt: now, talentConsentAt: now },
      ...{ createdAt: now, updatedAt: now, publishedAt: now },
    })
    await tx.insert(talentCodes).values({
      ...{ talentId: talentId('ito'), code: OLD, level: 4, years: 10, position: 9 },
      evidence: '通販の会社で名簿の責任者を10年',
    })
    const worryId = randomUUID()
    town.worry = worryId
    await tx.insert(worries).values({
      ...{ id: worryId, text: '名簿が心配だ。', browserHash: 'x', createdAt: now, updatedAt: now, structuredAt: now },
      ...{ accountId: accountId('nakamura'), companyId: companyId('craft') },
    })
    await tx.insert(challengeNodes).values({
      ...{ id: randomUUID(), worryId, kind: 'work', text: 'お客や社員の個人情報', code: OLD, source: 'code' },
      ...{ phrase: '名簿の入った箱を普通に捨ててしまった', position: 0, createdAt: now },
    })
    // As the acts would have said it, so that matching hears of it.
    const act = actOf(house.deps, tx, null, companyId('craft'), now)
    for (const id of [town.open, town.other]) await record(act, 'project.published', { kind: 'project', id })
  })
  await house.drain()
})

describe('a number that is no longer used', () => {
  test('says since when, why, and what took its place; no search engine is asked to keep it', async () => {
    const page = await visitor.get(`/job-codes/${OLD}`)
    expect(page.status).toBe(200)
    expect(page.headers.get('x-robots-tag')).toBe('noindex')
    for (const words of [NAME, '2026年11月24日', '使っていません', NEXT]) expect(page.text).toContain(words)
    expect(page.html).toContain(`href="/job-codes/${NEW}"`)
    expect((await visitor.get(`/job-codes/${NEW}`)).headers.get('x-robots-tag')).toBeNull()
  })

  test('is offered nowhere', async () => {
    const list = await visitor.get('/job-codes')
    expect(list.html).not.toContain(`/job-codes/${OLD}"`)
    const found = await visitor.get(`/job-codes?q=${encodeURIComponent(NAME)}`)
    expect(found.html).not.toContain(`/job-codes/${OLD}"`)
    const refused = await hayashi.post('/me/profile', {})
    expect(refused.status).toBe(303)
    const talent = await codesPost(hayashi, 'hayashi', { codes: [OLD] })
    expect(talent.status).toBe(422)
  })

  test('stands in the list of what changed, for readers and as files, each with the version', async () => {
    const list = await visitor.get('/job-codes')
    const { version, date } = jobCodes().versions.at(-1)!
    expect(list.text).toContain(`いまの一覧は第${version}版`)
    const changes = await visitor.get('/job-codes/changes')
    expect(changes.text).toContain(`「${NAME}」を「${NEXT}」にまとめました。`)
    expect(changes.html).toContain(`href="/job-codes/${OLD}"`)
    const codes = JSON.parse((await visitor.get('/job-codes.json')).html)
    expect([codes.version, codes.date]).toEqual([version, date])
    const json = JSON.parse((await visitor.get('/job-codes/changes.json')).html)
    expect(json).toMatchObject({ licence: 'CC0-1.0', version, date })
    expect(json.versions[1].changes[0]).toMatchObject({ kind: 'merge', to: [NEW] })
    const rows = (await visitor.get('/job-codes/changes.csv')).html.trim().split('\r\n')
    expect(rows[1]).toBe(
      `2,2026-11-24,まとめる,${OLD},${NAME},${NEW},${NEXT},「個人情報の管理」と同じ仕事だったためです。`,
    )
    expect((await visitor.get('/job-codes.csv')).html.split('\r\n')[1]!.endsWith(`,${version}`)).toBe(true)
  })
})

describe('what was written with it stays', () => {
  test('an open project: for everybody, and for its company', async () => {
    for (const path of [`/projects/${town.open}`, '/projects', `/cases/${town.case}`])
      expect([path, (await visitor.get(path)).text.includes(NAME)]).toEqual([path, true])
    expect((await owner.get(`${craft}/projects/${town.open}/preview`)).text).toContain(NAME)
    expect((await owner.get(`${craft}/projects/${town.open}`)).status).toBe(200)
    expect((await mori.get(`/desk/projects/${town.open}`)).text).toContain('名簿の決まりを一緒に作ってほしい')
  })

  test('a profile, and a tree: for whoever may read them', async () => {
    for (const path of ['/me/profile', '/me/profile/preview'])
      expect([path, (await ito.get(path)).text.includes(NAME)]).toEqual([path, true])
    expect((await owner.get(`${craft}/talents/${talentId('ito')}`)).text).toContain(NAME)
    expect((await owner.get(`/worries/${town.worry}`)).text).toContain(NAME)
  })

  test.each([NEW, OLD, ...jobCodes().ancestors(NEW)])('the list narrowed by %s has it', async (code) => {
    const page = await visitor.get(`/projects?code=${code}`)
    expect(page.text).toContain('名簿の決まりを一緒に作ってほしい')
    expect(page.text).toContain('宿帳の扱いを一緒に見てほしい')
  })

  test('words that the new code is called find it', async () => {
    const page = await visitor.get(`/projects?words=${encodeURIComponent('GDPR')}`)
    expect(page.text).toContain('名簿の決まりを一緒に作ってほしい')
  })

  test('the new code counts it, and its links lead to as many', async () => {
    const page = await visitor.get(`/job-codes/${NEW}`)
    expect(page.text).toContain('募集中の案件 2件を見る')
    expect(page.text).toContain('事例 1件を見る')
    const listed = await visitor.get(`/cases?major=${NEW}`)
    expect(listed.text).toContain('1件あります')
    expect(listed.html).toContain(`<option value="${NEW}" selected`)
  })

  test('somebody who knows the old work is proposed for the old and for the new', async () => {
    for (const projectId of [town.open, town.other]) {
      const rows = await asOwner(house.db, (tx) =>
        tx.select().from(proposals).where(eq(proposals.projectId, projectId)).orderBy(proposals.rank),
      )
      expect(rows[0]?.talentId).toBe(talentId('ito'))
      const page = await owner.get(`${craft}/projects/${projectId}/proposals`)
      expect(page.text).toContain(`「${NEXT}」を10年以上してきた人です`)
    }
    expect((await ito.get('/me/proposals')).text).toContain('名簿の決まりを一緒に作ってほしい')
  })
})

describe('where it is edited', () => {
  test('the draft says so, offers what took its place, and takes it over as it was', async () => {
    const path = `${craft}/projects/${town.draft}/draft/work`
    const page = await owner.get(path)
    expect(page.text).toContain('この仕事の種類は、今は使っていません。')
    expect(page.html).toContain(`value="swap:${OLD}:${NEW}"`)
    const fields = { work: 'あ', title: 'い', [`level_${OLD}`]: 4, [`need_${OLD}`]: 'must', [`rank_${OLD}`]: 1 }
    const kept = await owner.post(path, { ...fields, version: await versionOf(town.draft) })
    expect(kept.status).toBe(303)
    expect(await codesOf(town.draft)).toEqual([{ code: OLD, level: 4 }])
    const go = `swap:${OLD}:${NEW}`
    const swapped = await owner.post(path, { ...fields, go, version: await versionOf(town.draft) })
    expect(swapped.location).toBe(`${path}#codes`)
    expect(await codesOf(town.draft)).toEqual([{ code: NEW, level: 4 }])
    const after = { ...fields, go: `add:${OLD}`, version: await versionOf(town.draft) }
    await owner.post(path, Object.fromEntries(Object.entries(after).filter(([name]) => !name.endsWith(OLD))))
    expect(await codesOf(town.draft)).toEqual([{ code: NEW, level: 4 }])
  })

  test('the profile keeps it, says so, and hands on what was said of it', async () => {
    const own = await ito.get('/me/profile/codes')
    expect(own.text).toContain(`この名前は、今は使っていません。代わりに、「${NEXT}」を選べます。`)
    expect(own.html).toContain(`name="code-${NEW}"`)
    for (const path of [`/me/profile/codes/${OLD}`, '/me/profile/everything'])
      expect((await ito.get(path)).text).toContain('この名前は、今は使っていません。')
    const before = (await talentRows('ito')).map(({ code }) => code)
    expect((await codesPost(ito, 'ito', { codes: before })).status).toBe(303)
    expect((await talentRows('ito')).map(({ code }) => code)).toEqual(before)
    const codes = before.map((code) => (code === OLD ? NEW : code))
    expect((await codesPost(ito, 'ito', { codes })).status).toBe(303)
    const row = (await talentRows('ito')).find(({ code }) => code === NEW)
    expect(row).toMatchObject({ level: 4, years: 10, evidence: '通販の会社で名簿の責任者を10年' })
  })
})

describe('the page of the administrator', () => {
  const PLAN = `
- version: ${jobCodes().versions.length + 1}
  date: "2026-12-01"
  note: 試しの版です。
  changes:
    - kind: retire
      from:
        - code: "10035"
          name: 手作業・工芸の原価管理
          definition: 手作業の原価をつかむ。
          group: "${jobCodes().ancestors('10035')[1]}"
      to: []
      why: 試すためです。
`

  test('is there for nobody else', async () => {
    for (const browser of [owner, ito, mori]) {
      expect((await browser.get('/desk/job-codes')).status).toBe(404)
      expect((await browser.post('/desk/job-codes', { changes: PLAN })).status).toBe(404)
    }
    expect((await visitor.get('/desk/job-codes')).location).toContain('/sign-in')
    expect((await mori.get('/desk')).html).not.toContain('/desk/job-codes')
    expect((await hayashi.get('/desk')).html).toContain('/desk/job-codes')
  })

  test('says the version in force and what still lies under old numbers; of people never how few', async () => {
    await asOwner(house.db, (tx) =>
      tx.insert(projectCodes).values({ projectId: town.draft, code: '99999', position: 5 }).onConflictDoNothing(),
    )
    const page = await hayashi.get('/desk/job-codes')
    expect(page.status).toBe(200)
    expect(page.text).toContain(`いま使っているのは、第${jobCodes().versions.length}版`)
    expect(page.text).toContain(`${NAME}（${OLD}） 1件 1件 1件 5人未満 1件`)
    expect(page.text).toContain('どの版にもない番号')
    expect(page.text).toContain('（99999） 1件')
  })

  test('shows what a version would change, by counts, and changes nothing', async () => {
    const acts = await actCount()
    const page = await hayashi.post('/desk/job-codes', { changes: PLAN })
    expect(page.status).toBe(200)
    expect(page.text).toContain('この版にすると変わること')
    expect(page.text).toContain('「手作業・工芸の原価管理」を使うのをやめます。')
    expect(page.text).toMatch(/手作業・工芸の原価管理（10035） \d+件/)
    expect(await actCount()).toBe(acts)
    expect(jobCodes().leaf('10035')?.old).toBeUndefined()
  })

  test.each([
    ['', '次の版の内容を入れてください'],
    ['- version: [', 'YAML として読めません'],
    ['version: 4', '「- version:」の並びで書きます'],
    [PLAN.replace('to: []', `to: ["${NEW}"]`), 'retire の to は [] です'],
    [PLAN.replace('手作業・工芸の原価管理', '原価'), '今の名前は「手作業・工芸の原価管理」です'],
    ['- version: 1', 'からの内容がありません'],
  ])('what cannot be read is said, and the text comes back (%#)', async (changes, words) => {
    const page = await hayashi.post('/desk/job-codes', { changes })
    expect(page.status).toBe(422)
    expect(page.text).toContain(words)
    if (changes) expect(page.text).toContain(changes.trim().split('\n')[0]!.trim())
  })
})

async function versionOf(id: string): Promise<number> {
  const [row] = await asOwner(house.db, (tx) => tx.select().from(projects).where(eq(projects.id, id)))
  return row!.version
}

function codesOf(id: string) {
  return asOwner(house.db, (tx) =>
    tx
      .select({ code: projectCodes.code, level: projectCodes.level })
      .from(projectCodes)
      .where(eq(projectCodes.projectId, id)),
  )
}

function talentRows(name: 'ito') {
  return asOwner(house.db, (tx) =>
    tx
      .select()
      .from(talentCodes)
      .where(and(eq(talentCodes.talentId, talentId(name))))
      .orderBy(talentCodes.position),
  )
}

async function codesPost(browser: typeof ito, name: 'ito' | 'hayashi', { codes }: { codes: string[] }) {
  const own = (await asOwner(house.db, (tx) => ownTalent(tx, accountId(name))))!
  const asked = [...new Set([...own.codes.map(({ code }) => code), ...codes])]
  const answers = asked.map((code) => [`code-${code}`, codes.includes(code) ? 'yes' : 'no'])
  return browser.post('/me/profile/codes', { ...Object.fromEntries(answers), q: '', version: own.version })
}

async function actCount(): Promise<number> {
  return asOwner(house.db, (tx) => tx.$count(history))
}
