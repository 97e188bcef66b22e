import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { jobCodes } from '../../src/jobcodes/rules/standard.ts'
import { asOwner } from '../../src/lib/db.ts'
import { projectCodes, projects } from '../../src/projects/schema.ts'
import { craft, projectIn } from '../drafting.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const CODE = '10035'
const leaf = jobCodes().leaf(CODE)!
const DOOR = `/job-codes/${CODE}/project`
const rowOf = async (id: string) =>
  (await asOwner(house.db, (tx) => tx.select().from(projects).where(eq(projects.id, id))))[0]!

test('the page of a job code, and the first screen of an owner, lead to a draft', async () => {
  const visitor = house.visitor()
  const page = await visitor.get(`/job-codes/${CODE}`)
  expect(page.text).toContain('この仕事で案件を書きはじめる')
  expect(page.html).toContain(`href="${DOOR}"`)
  expect((await visitor.get('/worries/new')).html).toContain(`href="${DOOR}"`)
  const signIn = await visitor.get(DOOR)
  expect(signIn.location).toBe(`/sign-in?next=${encodeURIComponent(DOOR)}`)
})

test('for a company: filled from the code as far as is honest, and said to be so until it is changed', async () => {
  const owner = await house.as('nakamura')
  const door = await owner.get(DOOR)
  expect(door.text).toContain(leaf.name)
  expect(door.html).toContain(`action="${craft}/projects"`)
  const first = await owner.act(`${craft}/projects`, { code: CODE })
  expect(first.location).toMatch(/\/draft\/background$/)
  const id = projectIn(first.location)
  const base = `${craft}/projects/${id}`
  expect(await rowOf(id)).toMatchObject({ worryId: null, background: null, fee: null, style: null, prefecture: 40 })
  const asked = await asOwner(house.db, (tx) => tx.select().from(projectCodes).where(eq(projectCodes.projectId, id)))
  expect(asked.map(({ code }) => code)).toEqual([CODE])
  expect(first.text).not.toContain('ひな形から')

  const work = await owner.get(`${base}/draft/work`)
  expect(work.text).toContain('ひな形から')
  expect(work.html).toContain(leaf.tasks[0])
  expect((await owner.get(`${base}/submission`)).text).toContain('ひな形のままのところがあります')
  const { version } = await rowOf(id)
  await owner.post(`${base}/draft/work`, { version, work: '提灯五品の原価を、工房で一緒に測る', title: '提灯の原価' })
  expect((await owner.get(`${base}/draft/work`)).text).not.toContain('ひな形から')
  const goal = await owner.get(`${base}/draft/goal`)
  expect(goal.text).toContain('ひな形から')
  // What only the owner can say is still asked for.
  expect((await owner.get(`${base}/submission`)).text).toContain('いま困っていることを書いてください')
})

test('who has no company founds one first, and the draft is there', async () => {
  const person = await house.as('kobayashi')
  expect((await person.get(DOOR)).location).toBe(`/companies/new?code=${CODE}`)
  const form = await person.get(`/companies/new?code=${CODE}`)
  expect(form.html).toContain(`action="/companies?code=${CODE}"`)
  const empty = await person.post(`/companies?code=${CODE}`, { name: '', prefecture: '', industry: '' })
  expect(empty.status).toBe(422)
  expect(empty.html).toContain(`action="/companies?code=${CODE}"`)
  const industry = /name="industry"[\s\S]*?<option value="(\w+)"/.exec(form.html)![1]!
  const founded = { name: '小林工房', prefecture: '6', industry, corporateNumber: '' }
  const draft = await person.act(`/companies?code=${CODE}`, founded)
  expect(draft.location).toMatch(/\/draft\/background$/)
  expect((await rowOf(projectIn(draft.location))).title).toContain(leaf.name)
  const again = await person.act(DOOR, { company: /companies\/([0-9a-f-]{36})/.exec(draft.location)![1]! })
  expect(again.location).toMatch(/\/draft\/background$/)
})

test('nobody begins one for a company that is not theirs, or from a number that is none', async () => {
  const sato = await house.as('sato')
  expect((await sato.post(`${craft}/projects`, { code: CODE })).status).toBe(404)
  expect((await sato.post(DOOR, { company: companyId('craft') })).status).toBe(422)
  const chiyo = await house.as('chiyo')
  expect((await chiyo.get(DOOR)).text).toContain('代表の方にお願いしてください')
  expect((await chiyo.post(`${craft}/projects`, { code: CODE })).status).toBe(404)
  const owner = await house.as('nakamura')
  for (const odd of ['00000', 'x']) {
    expect((await owner.get(`/job-codes/${odd}/project`)).status).toBe(404)
    expect((await owner.post(`${craft}/projects`, { code: odd })).status).toBe(404)
  }
})
