import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { accounts } from '../../src/accounts/schema.ts'
import { companies } from '../../src/companies/schema.ts'
import { jobCodes } from '../../src/jobcodes/rules/standard.ts'
import { asOwner } from '../../src/lib/db.ts'
import { employerBlocks, talentCodes, talents, ties } from '../../src/talents/schema.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
const CRAFT = companyId('craft')
const path = `/companies/${CRAFT}/talents`
const COSTING = '10043'
const name = jobCodes().leaf(COSTING)!.name
let owner: Browser
let project = ''
const mine = new Set<string>()

type Given = Partial<typeof talents.$inferInsert> & { code?: string; tied?: number; hides?: boolean }

/** People who can be found: in Tokyo, with a job code. */
async function people(count: number, { code = COSTING, tied, hides, ...given }: Given = {}): Promise<string[]> {
  const at = house.now()
  const stamps = { createdAt: at, updatedAt: at }
  return asOwner(house.db, async (tx) => {
    const ids: string[] = []
    for (let n = 0; n < count; n++) {
      const [accountId, id] = [randomUUID(), randomUUID()]
      await tx.insert(accounts).values({ id: accountId, email: `${accountId}@mail.example`, ...stamps })
      await tx.insert(talents).values({
        ...{ id, accountId, headline: `原価を測る人${n}`, prefecture: 13, hours: 15, fee: 2500, style: 'either' },
        ...{ availability: 'now', publishedAt: new Date('2026-10-01T00:00:00Z'), employerAnsweredAt: at },
        ...stamps,
        ...given,
      })
      await tx.insert(talentCodes).values({ talentId: id, code, level: 3, years: 12, evidence: '' })
      if (tied) await tx.insert(ties).values({ id: randomUUID(), talentId: id, kind: 'born', prefecture: tied })
      if (hides) {
        const keyHash = house.deps.secrets.hash('name:なかむら提灯工房', 'company')
        await tx.insert(employerBlocks).values({ talentId: id, keyHash })
      }
      ids.push(id)
      mine.add(id)
    }
    return ids
  })
}

const cards = (html: string) => [...html.matchAll(/\/talents\/([0-9a-f-]{36})\?project/g)].map(([, id]) => id!)
/** Those made here: some of the cast answer too. */
const ours = (html: string) => cards(html).filter((id) => mine.has(id)).length

beforeAll(async () => {
  owner = await house.as('nakamura')
  project = await publishedProjectOf(house, 'craft', { codes: [COSTING], prefecture: 40 })
  await people(12)
  await people(6, { tied: 40, headline: '福岡生まれの人', publishedAt: new Date('2026-11-20T00:00:00Z') })
  await people(7, { hides: true, headline: 'かくれている人' })
  await people(3, { availability: 'look', headline: '見るだけの人' })
  await people(3, { availability: 'pause', headline: '休んでいる人' })
  await people(2, { style: 'visits', fee: 9000, hours: 35, prefecture: 40, headline: '通って手伝う人' })
})

test('shows cards with reasons, best first; whoever hides, only looks or rests is in no list and no count', async () => {
  const page = await owner.get(path)
  expect(page.status).toBe(200)
  expect(page.text).toContain('25人以上います。案件に合う順に並べています。')
  expect(page.text).toContain('手作業の原価が分かる表')
  const shown = cards(page.html)
  expect(shown.length).toBe(12)
  expect(new Set(shown).size).toBe(12)
  expect(page.text).toContain('福岡生まれの人')
  expect(page.text).toContain(`「${name}」を10年以上してきた人です。`)
  expect(page.text).toContain('確かめたいこと')
  const all = page.html + (await owner.get(`${path}?page=2`)).html + (await owner.get(`${path}?page=3`)).html
  for (const hidden of ['かくれている人', '見るだけの人', '休んでいる人', '@mail.example'])
    expect(all).not.toContain(hidden)
})

test('every state is an address: words, codes, places, hours, fee, way of working', async () => {
  const listed = async (query: string) => {
    const page = await owner.get(`${path}?${query}`)
    expect(page.status).toBe(200)
    return { page, count: ours(page.html) }
  }
  expect((await listed('tied=40')).count).toBe(6)
  expect((await listed('prefecture=40')).count).toBe(2)
  expect((await listed('prefecture=40')).page.text).toContain('福岡県に住む')
  expect((await listed('hours=30')).count).toBe(2)
  expect((await listed('fee=3000&tied=40')).count).toBe(6)
  expect((await listed('style=remote&prefecture=40')).count).toBe(0)
  expect((await listed(`code=${COSTING}&words=${encodeURIComponent('福岡')}`)).count).toBe(8)
  expect((await listed(`words=${encodeURIComponent('原価計算')}`)).count).toBeGreaterThan(10)
  expect((await listed(`words=${encodeURIComponent('せいぞうげんか')}`)).count).toBeGreaterThan(10)
  const nonsense = await listed(`words=${encodeURIComponent('ｎｎｎ')}&tied=40`)
  expect(nonsense.page.text).toContain('「nnn」にあたる仕事や土地が見つからない')
  const nobody = await listed('tied=1')
  expect(nobody.page.text).toContain('5人より少ないです。')
  expect(nobody.page.html).toContain(`href="${path}"`)
  expect((await listed('tied=99&fee=1&page=x&project=none&code=zzz')).count).toBeGreaterThan(10)
})

test('counts are whole fives, and none below five', async () => {
  const page = await owner.get(`${path}?tied=40`)
  expect(page.text).toContain('5人以上います。')
  expect(page.text).not.toMatch(/[^0-9][1-46-9]人以上/)
  const options = (await owner.get(path)).html
  expect(options).toMatch(/東京都（15人以上）|東京都（20人以上）/)
  expect(options).toMatch(/>福岡県<\/option>/)
})

test('the newest first, by the day alone', async () => {
  const page = await owner.get(`${path}?sort=new`)
  expect(page.text.indexOf('福岡生まれの人')).toBeLessThan(page.text.indexOf('原価を測る人'))
  expect(page.html).not.toContain('2026-11-20')
})

test('is for the company’s own people, once the desk has made sure of it, with a project', async () => {
  const sato = await house.as('sato')
  expect((await sato.get(path)).status).toBe(404)
  expect((await house.visitor().get(path)).status).not.toBe(200)
  expect((await (await house.as('chiyo')).get(path)).status).toBe(200)
  expect((await owner.get(`/companies/${CRAFT}/projects/${project}/proposals`)).html).toContain(`${path}?project=`)
  await asOwner(house.db, (tx) => tx.update(companies).set({ verifiedAt: null }).where(eq(companies.id, CRAFT)))
  const before = await owner.get(path)
  expect(before.text).toContain('会社の確認が終わると、さがせます')
  expect(before.text).not.toContain('人以上')
})
