import { expect, test } from 'vitest'
import { jobCodes } from '../../src/jobcodes/rules/standard.ts'
import { asOwner } from '../../src/lib/db.ts'
import { talentCodes, talents } from '../../src/talents/schema.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const visitor = house.visitor()
const { places, majors } = jobCodes()

test('a visitor finds work in plain words', async () => {
  const page = await visitor.get(`/job-codes?q=${encodeURIComponent('原価が分からない')}`)
  expect(page.status).toBe(200)
  expect(page.text).toContain('「原価が分からない」に近い仕事')
  expect(page.html).toMatch(/<a href="\/job-codes\/\d{5}">/)
  expect(page.html).toContain('value="原価が分からない"')
})

test('what is not found is said, and hostile words stay words', async () => {
  const page = await visitor.get(`/job-codes?q=${encodeURIComponent('<zzz>😊')}`)
  expect(page.text).toContain('では見つかりませんでした')
  expect(page.html).not.toContain('<zzz>😊')
})

test('all three levels are on one page, every leaf with its link', async () => {
  const page = await visitor.get('/job-codes')
  expect(page.html.match(/<details class="code-major"/g)).toHaveLength(majors.length)
  const linked = new Set([...page.html.matchAll(/href="\/job-codes\/(\d{5})"/g)].map(([, code]) => code))
  expect(linked.size).toBe(places.length + majors.flatMap(({ middles }) => middles).length)
})

test('a middle group has a page with its work, what goes on in it, and the groups beside it; a major leads to its list', async () => {
  const [majorId, middleId] = jobCodes().ancestors('10035') as [string, string]
  const major = majors.find(({ id }) => id === majorId)!
  const middle = major.middles.find(({ id }) => id === middleId)!
  await publishedProjectOf(house, 'craft')
  const page = await visitor.get(`/job-codes/${middleId}`)
  for (const { id, name, definition } of middle.leaves) {
    expect(page.html).toContain(`href="/job-codes/${id}"`)
    expect(page.text).toContain(name)
    expect(page.text).toContain(definition)
  }
  for (const { id } of major.middles) expect(page.html.includes(`href="/job-codes/${id}"`)).toBe(id !== middleId)
  expect(page.html).toContain(`href="/projects?code=${middleId}"`)
  expect((await visitor.get(`/projects?code=${middleId}`)).text).toContain('1件')
  expect((await visitor.get('/job-codes/10035')).html).toContain(`href="/job-codes/${middleId}"`)
  expect(page.text).not.toContain('できる人')
  const up = await visitor.get(`/job-codes/${majorId}`)
  expect([up.status, up.headers.get('location')]).toEqual([303, `/job-codes#code-${majorId}`])
})

test('a code says what it is and leads nowhere empty', async () => {
  const { leaf } = places.find(({ leaf }) => leaf.related.length > 0 && leaf.excludes.length > 0)!
  const page = await visitor.get(`/job-codes/${leaf.id}`)
  expect(page.text).toContain(leaf.definition)
  expect(page.text).toContain(leaf.phrases[0]!)
  expect(page.text).toContain(leaf.excludes[0]!)
  expect(page.html).toContain(`href="/job-codes/${leaf.related[0]}"`)
  expect(page.text).toContain('いま募集中の案件はありません')
  expect(page.html).not.toContain('href="/projects?code=')
})

test.each(['00000', 'x', '10024x'])('%s is no code', async (code) => {
  expect((await visitor.get(`/job-codes/${code}`)).status).toBe(404)
})

test('the whole list can be taken away', async () => {
  const json = JSON.parse((await visitor.get('/job-codes.json')).html)
  expect(json.licence).toBe('CC0-1.0')
  expect(json.majors).toHaveLength(majors.length)
  const file = await visitor.get('/job-codes.csv')
  expect([...file.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(file.html.trim().split('\r\n')).toHaveLength(1 + places.length)
})

test('a code says how it is shown, which occupations are near, and how many people, never how few', async () => {
  const page = await visitor.get('/job-codes/10035')
  for (const words of ['手伝う人は、こう示せます', '近い職業（厚生労働省編職業分類）'])
    expect(page.text).toContain(words)
  // The cast has one person for it: that is not said.
  expect(page.text).not.toContain('できる人')
  await asOwner(house.db, async (tx) => {
    const rows = await tx.select({ talentId: talents.id }).from(talents).limit(7)
    await tx
      .insert(talentCodes)
      .values(rows.map(({ talentId }) => ({ talentId, code: '10043', level: 2, years: 3 })))
      .onConflictDoNothing()
  })
  expect((await visitor.get('/job-codes/10043')).text).toContain('できる人 5人以上')
})
