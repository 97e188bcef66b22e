import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { accountId, companyId } from '../../seed/cast.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { projectGroups, projects } from '../../src/projects/schema.ts'
import { HANDOVER } from '../../src/works/rules/handover.ts'
import { handoverNotes } from '../../src/works/schema.ts'
import { craft, drafting, LARGE, worryIn } from '../drafting.ts'
import { acceptedApplication, fieldsOf, fillIn, sealedContract } from '../fixtures/contracts.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
const owner = await house.as('nakamura')
const way = drafting(house)
const at = (day: string) => house.setTime(new Date(`${day}T10:00:00+09:00`))
const lastMail = (name: string) => house.mails.filter(({ to }) => to === `${name}@cast.example`).at(-1)!
const rolesIn = (groupId: string) =>
  asOwner(house.db, (tx) =>
    tx.select().from(projects).where(eq(projects.groupId, groupId)).orderBy(projects.groupPosition),
  )
const actsOf = async (id: string) =>
  (await asOwner(house.db, (tx) => tx.select().from(history).where(eq(history.subjectId, id)))).map(({ act }) => act)

/** Tells the worry and goes on to the screen with the roles; the address of the worry's choice. */
async function choosing(browser: Browser = owner): Promise<{ page: string; worry: string }> {
  const told = await browser.post('/worries', { text: LARGE })
  const worry = worryIn(told.location)
  const brought = await browser.post(`/worries/${worry}/company`, { company: companyId('craft'), roles: 'yes' })
  return { page: brought.location, worry }
}

async function divided(kind: 'relay' | 'team'): Promise<{ group: string; id: string; worry: string }> {
  const { worry } = await choosing()
  const made = await owner.post(`${craft}/project-groups`, { worry, kind })
  return { group: made.location, id: made.location.split('/').at(-1)!, worry }
}

describe('a challenge too large for one person', () => {
  test('is offered to be shared where the tree stands, and one press from there shows the roles', async () => {
    const told = await owner.act('/worries', { text: LARGE })
    expect(told.text).toContain('ぜんぶ頼むと、ひとりには大きい仕事です')
    expect(told.text).toContain('このまま案件を作る')
    const { page } = await choosing()
    const choice = await owner.get(page)
    for (const words of ['順番に頼む（リレー）', '同時に頼む（チーム）', 'ひとりに頼む']) {
      expect(choice.text).toContain(words)
    }
    expect(choice.html.match(/<h1/g)).toHaveLength(1)
    expect(choice.html.match(/data-kind="main"/g)).toHaveLength(1)
  })

  test('keeps the wish to share it through signing in and founding a company', async () => {
    const visitor = house.visitor()
    const told = await visitor.act('/worries', { text: LARGE })
    const href = /href="([^"]+\/company\?roles=yes)"/.exec(told.html)![1]!
    const asked = await visitor.get(href)
    await visitor.post('/demo/sign-in', { account: accountId('suzuki') })
    const next = new URL(asked.location, 'http://x').searchParams.get('next')!
    const founding = await visitor.get((await visitor.get(next)).location)
    expect(founding.html).toMatch(/action="[^"]*roles=yes"/)
    const worry = worryIn(told.location)
    const fields = { name: '見本商店', prefecture: '40', industry: 'crafts', corporateNumber: '' }
    const made = await visitor.post(`/companies?worry=${worry}&roles=yes`, fields)
    expect(made.location).toMatch(new RegExp(`/projects/new\\?worry=${worry}$`))
    expect((await visitor.get(made.location)).text).toContain('順番に頼む（リレー）')
  })

  test('becomes a draft for each role, each with its own codes, hours, months, title and what others do', async () => {
    at('2026-11-23')
    const { group, id } = await divided('relay')
    expect(group).toBe(`${craft}/project-groups/${id}`)
    const roles = await rolesIn(id)
    expect(roles.length).toBeGreaterThanOrEqual(2)
    expect(roles.map(({ groupPosition }) => groupPosition)).toEqual(roles.map((_, n) => n))
    expect(new Set(roles.map(({ title }) => title)).size).toBe(roles.length)
    for (const role of roles) {
      expect(role.hours! >= 5 && role.hours! <= 10).toBe(true)
      expect(role.excluded).toContain('ほかの役が受けもちます：')
      expect(role).toMatchObject({ background: LARGE, companyId: companyId('craft') })
      expect(await actsOf(role.id)).toEqual(['project.drafted'])
    }
    expect(roles.map(({ startOn }) => startOn).slice(0, 2)).toEqual([null, '2027-03-01'])
    expect(await actsOf(id)).toEqual(['project-group.made'])
    const page = await owner.get(group)
    expect(page.text).toContain('1つめの役の下書きを書く')
    expect(page.text).toContain('1つめの役のあと、2027年3月ごろから始めます')
    for (const role of roles) expect(page.text).toContain(role.title!)
  })

  test('keeps what the owner does not ask for out of every role', async () => {
    const told = await owner.post('/worries', { text: LARGE })
    const worry = worryIn(told.location)
    await owner.act(`/worries/${worry}/lines`, { kind: 'exclusion', text: '夜の電話' })
    await owner.post(`/worries/${worry}/company`, { company: companyId('craft'), roles: 'yes' })
    const made = await owner.post(`${craft}/project-groups`, { worry, kind: 'relay' })
    const roles = await rolesIn(made.location.split('/').at(-1)!)
    expect(roles.length).toBeGreaterThanOrEqual(2)
    for (const { excluded } of roles) expect(excluded).toContain('・夜の電話')
  })

  test('is divided once: pressed again, by another screen or as one posting, it goes to the same roles', async () => {
    const { group, id, worry } = await divided('team')
    expect((await owner.post(`${craft}/project-groups`, { worry, kind: 'relay' })).location).toBe(group)
    expect((await owner.post(`${craft}/projects`, { worry })).location).toBe(group)
    expect((await owner.get(`${craft}/projects/new?worry=${worry}`)).html).toContain(`href="${group}"`)
    const roles = await rolesIn(id)
    expect(roles.every(({ startOn }) => startOn === null)).toBe(true)
    for (const { id: role } of roles) {
      const { version } = await way.rowOf(role)
      await owner.post(`${craft}/projects/${role}/withdrawal`, { version })
    }
    expect((await owner.get(`${craft}/projects/new?worry=${worry}`)).text).toContain('順番に頼む（リレー）')
    expect((await owner.post(`${craft}/project-groups`, { worry, kind: 'x' })).status).toBe(409)
    const told = await owner.post('/worries', { text: '提灯を一つ作るのにいくらかかっているのか分からない。' })
    const small = worryIn(told.location)
    await owner.post(`/worries/${small}/company`, { company: companyId('craft') })
    const one = await owner.post(`${craft}/project-groups`, { worry: small, kind: 'team' })
    expect([one.status, one.text.includes('ひとりに頼める大きさ')]).toEqual([409, true])
  })

  test('is the company’s alone; whoever only looks changes nothing', async () => {
    const { group, worry, id } = await divided('relay')
    const viewer = await house.as('chiyo')
    const seen = await viewer.get(group)
    expect([seen.status, seen.text.includes('下書きを書く')]).toEqual([200, false])
    expect((await viewer.post(`${craft}/project-groups`, { worry, kind: 'team' })).status).toBe(404)
    for (const name of ['sato', 'tanaka', 'mori', 'abe'] as const) {
      expect([name, (await (await house.as(name)).get(group)).status]).toEqual([name, 404])
    }
    const foreign = `/companies/${companyId('fertiliser')}`
    expect((await (await house.as('sato')).get(`${foreign}/project-groups/${id}`)).status).toBe(404)
    expect((await (await house.as('sato')).post(`${foreign}/project-groups`, { worry, kind: 'team' })).status).toBe(404)
  })

  test('stands on the company’s page, and each role leads to the others', async () => {
    const { group, id } = await divided('relay')
    const [first] = await rolesIn(id)
    const home = await owner.get(craft)
    expect(home.html).toContain(`href="${group}"`)
    expect(home.text).toContain('いくつかの役に分けた仕事')
    const overview = await owner.get(`${craft}/projects/${first!.id}`)
    expect(overview.html).toContain(`href="${group}"`)
    expect(overview.text).toMatch(/\dつの役のうちの1つめです/)
  })
})

test('a public role tells its place, links to what is public of the others, and nothing of the rest', async () => {
  const { group, id } = await divided('relay')
  const roles = await rolesIn(id)
  const [first, second] = roles
  const visitor = house.visitor()
  expect((await visitor.get(`/projects/${first!.id}`)).status).toBe(404)
  await asOwner(house.db, (tx) =>
    tx.update(projects).set({ publishedAt: house.now(), title: '公開した題' }).where(eq(projects.id, first!.id)),
  )
  await asOwner(house.db, (tx) =>
    tx.update(projects).set({ title: 'まだ言わない題' }).where(eq(projects.id, second!.id)),
  )
  const page = await visitor.get(`/projects/${first!.id}`)
  expect(page.text).toContain(`${roles.length}つの役のうちの1つめ`)
  expect(page.text).toContain('これから募集します')
  expect(page.text).toContain('引きつぎメモを書いて、2つめの役の人に渡します')
  expect(page.html).not.toContain('まだ言わない題')
  expect(page.html).not.toContain(second!.id)
  await asOwner(house.db, (tx) =>
    tx.update(projects).set({ publishedAt: house.now() }).where(eq(projects.id, second!.id)),
  )
  expect((await visitor.get(`/projects/${first!.id}`)).html).toContain(`href="/projects/${second!.id}"`)
  const next = await visitor.get(`/projects/${second!.id}`)
  expect(next.text).toContain('1つめの役から、引きつぎメモを受け取って始めます')
  expect((await owner.get(group)).text).toContain('届いた応募を見る')
})

describe('a handover note', () => {
  const NOTE = Object.fromEntries(HANDOVER.map(({ name, label }) => [name, `${label}のこたえ`]))

  test('goes from one role to the next, to the company, and to nobody else', async () => {
    at('2026-11-23')
    const { id: groupId } = await divided('relay')
    const one = await house.as('tanaka')
    const first = await sealedContract(house, owner, one, { role: { groupId, groupPosition: 11 } })
    const note = `${first.talent}/handover`
    expect((await one.get(note)).status).toBe(409)
    expect((await one.get(first.talent)).text).not.toContain('引きつぎメモ')

    at('2027-02-15')
    const [person, company] = [await house.as('tanaka'), await house.as('nakamura')]
    expect((await person.get('/me')).html).toContain(`href="${note}"`)
    expect((await person.get(first.talent)).html).toContain(`href="${note}"`)
    expect((await person.get(note)).location).toBe(`${note}/words`)
    const draft = { ...NOTE, whereKept: '' }
    expect((await person.post(`${note}/draft`, draft)).status).toBe(204)
    expect((await person.get(`${note}/words`)).html).toContain(NOTE.done)
    // What is still being written is its writer's alone.
    expect((await company.get(`${first.company}/handover`)).status).toBe(404)
    const bare = await person.post(note, draft)
    expect([bare.status, fieldsOf(bare.html, note).done]).toEqual([422, NOTE.done])
    expect(bare.text).toContain('どこに何があるか')
    expect((await fillIn(person, `${note}/words`, note, { whereKept: '棚の青いファイル' })).location).toBe(note)
    await house.drain()
    expect(lastMail('nakamura').text).toContain(`${first.company}/handover`)
    expect(await actsOf(first.contractId)).toContain('handover.written')
    expect((await company.get(first.company)).html).toContain(`href="${first.company}/handover"`)
    expect((await (await house.as('chiyo')).get(`${first.company}/handover`)).text).toContain('棚の青いファイル')
    const sheet = await person.get(note)
    expect(sheet.html).toContain('class="sheet"')
    expect(sheet.html).toContain(`href="${note}/words"`)

    const second = await acceptedApplication(house, { person: 'kobayashi', role: { groupId, groupPosition: 12 } })
    const later = await house.as('kobayashi')
    const read = `${second.talent}/handovers/${first.contractId}`
    // Before the contract is signed by both there is nothing to read.
    expect((await later.get(read)).status).toBe(404)
    await asOwner(house.db, (tx) =>
      tx.execute(`update contracts set sealed_at = now() where id = '${second.contractId}'`),
    )
    const own = await later.get(second.talent)
    expect(own.text).toContain(NOTE.first!)
    expect(own.html).toContain(`href="${read}"`)
    expect((await later.get(read)).text).toContain('棚の青いファイル')
    // Who went before does not read what comes after, and nobody gets in by another's address.
    await acceptedApplication(house, { person: 'takahashi', role: { groupId, groupPosition: 10 } })
    await asOwner(house.db, (tx) => tx.execute(`update contracts set sealed_at = now() where sealed_at is null`))
    const earlier = await house.as('takahashi')
    const [theirs] = /\/me\/contracts\/[0-9a-f-]{36}/.exec((await earlier.get('/me')).html)!
    expect((await earlier.get(`${theirs}/handovers/${first.contractId}`)).status).toBe(404)
    expect((await earlier.get(theirs)).text).not.toContain(NOTE.first!)
    for (const name of ['kobayashi', 'suzuki', 'mori', 'sato'] as const) {
      const stranger = await house.as(name)
      for (const path of [note, `${note}/words`, `${first.company}/handover`]) {
        expect([name, path, (await stranger.get(path)).status]).toEqual([name, path, 404])
      }
      if (name !== 'kobayashi') expect((await stranger.get(read)).status).toBe(404)
      expect((await stranger.post(note, NOTE)).status).toBe(404)
      expect((await stranger.post(`${note}/draft`, NOTE)).status).toBe(404)
    }
    expect((await company.post(`${first.company}/handover`, NOTE)).status).toBe(404)

    // Mended until two weeks after the end; a half-written change never takes the place of what others read.
    await person.post(`${note}/draft`, { ...NOTE, done: '' }).then(({ status }) => expect(status).toBe(422))
    expect((await person.post(note, { ...NOTE, done: '直しました' })).status).toBe(303)
    expect(await actsOf(first.contractId)).toContain('handover.changed')
    at('2027-03-15')
    await fillIn(company, `${first.company}/finish`, `${first.company}/finish`)
    at('2027-03-29')
    expect((await person.post(note, { ...NOTE, done: '最後の日' })).status).toBe(303)
    at('2027-03-30')
    expect((await person.post(note, NOTE)).status).toBe(409)
    expect((await person.post(`${note}/draft`, NOTE)).status).toBe(409)
    const kept = await person.get(note)
    expect([kept.text.includes('最後の日'), kept.html.includes('/handover/words')]).toEqual([true, false])
  })

  test('is behind the wall: the next one reads it, a stranger does not, not even past the pages', async () => {
    const seenBy = (name: 'tanaka' | 'kobayashi' | 'suzuki' | 'sato', organisation: string | null = null) =>
      readAs(house.db, { id: accountId(name), power: 'person' }, organisation, (tx) =>
        tx.select({ id: handoverNotes.contractId }).from(handoverNotes),
      )
    expect(await seenBy('tanaka')).toHaveLength(1)
    expect(await seenBy('kobayashi')).toHaveLength(1)
    expect(await seenBy('suzuki')).toEqual([])
    expect(await seenBy('sato', companyId('fertiliser'))).toEqual([])
    const groups = await readAs(house.db, { id: accountId('suzuki'), power: 'person' }, null, (tx) =>
      tx.select({ id: projectGroups.id }).from(projectGroups),
    )
    const [all] = (await asOwner(house.db, (tx) => tx.execute(`select count(*)::int as n from project_groups`))).rows
    expect(groups.length).toBeLessThan(Number(all!.n))
  })

  test('is asked of nobody whose project is no role', async () => {
    at('2026-11-23')
    const [company, person] = [await house.as('nakamura'), await house.as('tanaka')]
    const alone = await sealedContract(house, company, person, { months: 1 })
    at('2026-12-20')
    expect((await person.get(`${alone.talent}/handover`)).status).toBe(404)
    expect((await person.get(alone.talent)).text).not.toContain('引きつぎメモ')
  })

  test('in a team goes to the others, too', async () => {
    at('2026-11-23')
    const groupId = await groupOfTeam()
    const [company, person] = [await house.as('nakamura'), await house.as('tanaka')]
    const last = await sealedContract(house, company, person, { months: 1, role: { groupId, groupPosition: 12 } })
    at('2026-12-20')
    expect((await person.post(`${last.talent}/handover`, NOTE)).status).toBe(303)
    const other = await acceptedApplication(house, { person: 'kobayashi', role: { groupId, groupPosition: 11 } })
    await asOwner(house.db, (tx) =>
      tx.execute(`update contracts set sealed_at = now() where id = '${other.contractId}'`),
    )
    const beside = await house.as('kobayashi')
    expect((await beside.get(`${other.talent}/handovers/${last.contractId}`)).text).toContain(NOTE.mind!)
  })

  async function groupOfTeam(): Promise<string> {
    const company = await house.as('nakamura')
    const { worry } = await choosing(company)
    return (await company.post(`${craft}/project-groups`, { worry, kind: 'team' })).location.split('/').at(-1)!
  }
})
