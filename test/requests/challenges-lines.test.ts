import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { challengeNodes, worries } from '../../src/challenges/schema.ts'
import { history } from '../../src/history/schema.ts'
import { jobCodes } from '../../src/jobcodes/rules/standard.ts'
import { asOwner } from '../../src/lib/db.ts'
import { projects } from '../../src/projects/schema.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
const CRAFT = '職人の手作業ばかりで、ひとつ作るのに本当はいくら掛かっとるのか誰も分からん'
const craft = companyId('craft')
const [nakamura, chiyo, sato, mori] = await Promise.all([
  house.as('nakamura'),
  house.as('chiyo'),
  house.as('sato'),
  house.as('mori'),
])

const idIn = (location: string) => /\/worries\/([0-9a-f-]{36})/.exec(location)![1]!
const tell = async (browser: Browser) => idIn((await browser.post('/worries', { text: CRAFT })).location)
const worryRow = async (worry: string) =>
  (await asOwner(house.db, (tx) => tx.select().from(worries).where(eq(worries.id, worry))))[0]!
const nodesOf = (worry: string) =>
  asOwner(house.db, (tx) =>
    tx.select().from(challengeNodes).where(eq(challengeNodes.worryId, worry)).orderBy(challengeNodes.position),
  )
const nodeOf = async (worry: string, kind: string) =>
  (await nodesOf(worry)).find((node) => node.kind === kind && node.reading === 0)!
const actsOn = async (subject: string) =>
  (await asOwner(house.db, (tx) => tx.select().from(history).where(eq(history.subjectId, subject)))).map(
    ({ act }) => act,
  )

let id = ''
beforeEach(async () => {
  id = await tell(nakamura)
})

describe('行を足す', () => {
  test('each kind, by the owner, with a work out of the list', async () => {
    const home = `/worries/${id}`
    const first = await nakamura.get(`${home}/lines/new`)
    for (const kind of ['cause', 'work', 'scope', 'exclusion']) {
      expect(first.html).toContain(`href="${home}/lines/new?kind=${kind}"`)
      expect((await nakamura.get(`${home}/lines/new?kind=${kind}`)).status).toBe(200)
    }
    await nakamura.act(`${home}/lines`, { kind: 'cause', text: '帳面がない' })
    await nakamura.act(`${home}/lines`, { kind: 'exclusion', text: '夜の電話' })
    const search = await nakamura.get(`${home}/lines/new?kind=work&q=${encodeURIComponent('ホームページ')}`)
    const code = /name="code" value="(\d{5})"/.exec(search.html)![1]!
    const page = await nakamura.act(`${home}/lines`, { kind: 'work', code })
    expect(page.text.match(/あなたが足しました/g)).toHaveLength(3)
    const added = (await nodesOf(id)).filter(({ source }) => source === 'person')
    expect(added.map(({ kind, text }) => [kind, kind === 'work' ? '' : text])).toEqual([
      ['cause', '帳面がない'],
      ['exclusion', '夜の電話'],
      ['work', ''],
    ])
    expect(added[2]!.code).toBe(code)
    expect(await actsOn(added[0]!.id)).toEqual(['node.added'])
  })

  test('what does not fit comes back with everything', async () => {
    const home = `/worries/${id}`
    const empty = await nakamura.post(`${home}/lines`, { kind: 'cause', text: ' ' })
    expect(empty.status).toBe(422)
    const long = await nakamura.post(`${home}/lines`, { kind: 'scope', text: 'あ'.repeat(201) })
    expect(long.status).toBe(422)
    expect(long.html).toContain('あ'.repeat(201))
    expect((await nakamura.post(`${home}/lines`, { kind: 'work', code: '00000' })).status).toBe(422)
    expect((await nakamura.post(`${home}/lines`, { kind: 'outcome', text: 'x' })).status).toBe(422)
    for (const browser of [chiyo, sato, house.visitor()]) {
      expect((await browser.post(`${home}/lines`, { kind: 'cause', text: '盗' })).status).toBe(404)
    }
    expect((await nodesOf(id)).filter(({ source }) => source === 'person')).toEqual([])
  })

  test('no more than anybody reads', async () => {
    for (let n = 0; n < 20; n++) await nakamura.act(`/worries/${id}/lines`, { kind: 'cause', text: `わけ${n}` })
    const more = await nakamura.post(`/worries/${id}/lines`, { kind: 'cause', text: 'もうひとつ' })
    expect(more.status).toBe(409)
    expect(more.text).toContain('20まで')
  })

  test('stays, and stays its writer’s, through other words, a change and its taking back', async () => {
    await nakamura.act(`/worries/${id}/help`, { from: 'desk' })
    await mori.act(`/desk/worries/${id}/lines`, { kind: 'cause', text: '測り方を知らない' })
    const { version } = await worryRow(id)
    await nakamura.act(`/worries/${id}/words`, { text: `${CRAFT}。ホームページも古いまま`, version })
    const line = (await nodesOf(id)).find(({ source }) => source === 'person')!
    expect((await nakamura.get(`/worries/${id}`)).text).toContain('事務局の森さんが足しました')
    await nakamura.act(`/worries/${id}/nodes/${line.id}/words`, { text: '測り方を忘れた' })
    await nakamura.act(`/worries/${id}/nodes/${line.id}/retraction`)
    const page = await nakamura.get(`/worries/${id}`)
    expect(page.text).toContain('測り方を知らない')
    expect(page.text).toContain('事務局の森さんが足しました')
  })
})

describe('what hangs on the main work', () => {
  const line = (code: string, at: number) => jobCodes().leaf(code)!.tasks[at]!

  test('follows it to another job code and back, and to the next work when it was wrong', async () => {
    const own = await tell(nakamura)
    const main = await nodeOf(own, 'work')
    const at = `/worries/${own}/nodes/${main.id}`
    expect((await nakamura.get(`/worries/${own}`)).text).toContain(line(main.code!, 0))
    const changed = await nakamura.act(`${at}/code`, { code: '56109' })
    expect(changed.text).toContain(line('56109', 0))
    expect(changed.text).not.toContain(line(main.code!, 0))
    expect(changed.text).toContain('あなたが直しました')
    const back = await nakamura.act(`${at}/retraction`)
    expect(back.text).toContain(line(main.code!, 0))
    expect(back.text).not.toContain(line('56109', 0))
    await nakamura.act(`${at}/removal`)
    const next = (await nodesOf(own)).filter(({ kind, reading }) => kind === 'work' && reading === 0)[1]!
    const page = await nakamura.get(`/worries/${own}`)
    expect(page.text).toContain(line(next.code!, 0))
    expect(page.text).not.toContain(line(main.code!, 0))
  })

  test('a project is drafted from what is left of it', async () => {
    const own = await tell(nakamura)
    const { code } = await nodeOf(own, 'work')
    const exclusion = await nodeOf(own, 'exclusion')
    const removed = await nodeOf(own, 'scope')
    await nakamura.act(`/worries/${own}/nodes/${removed.id}/removal`)
    await nakamura.act(`/worries/${own}/nodes/${exclusion.id}/words`, { text: '売値を決めること' })
    await nakamura.act(`/worries/${own}/lines`, { kind: 'scope', text: 'まず帳面を見てもらう' })
    const begun = await nakamura.post(`/worries/${own}/company`, { company: craft })
    const [project] = await asOwner(house.db, (tx) => tx.select().from(projects).where(eq(projects.worryId, own)))
    expect(begun.location).toContain(project!.id)
    expect(project!.work).toContain('・まず帳面を見てもらう')
    expect(project!.work).toContain(line(code!, 1))
    expect(project!.work).not.toContain(line(code!, 0))
    expect(project!.excluded).toContain('・売値を決めること')
  })
})
