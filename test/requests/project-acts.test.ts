import { and, eq } from 'drizzle-orm'
import { afterEach, describe, expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { asSystem } from '../../src/accounts/actions/mailing.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { TooLate } from '../../src/lib/web/errors.ts'
import { fillProject } from '../../src/projects/actions/ending.ts'
import { inState, openAt } from '../../src/projects/queries/states.ts'
import { isOpen, type ProjectAct, type State, stateOf, TRANSITIONS } from '../../src/projects/rules/state.ts'
import { type Project, projectCodes, projects } from '../../src/projects/schema.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const owner = await house.as('nakamura')
const desk = await house.as('mori')

const company = companyId('craft')
const now = house.now()
const before = new Date(now.getTime() - 60_000)

/** The facts that make each state. */
const FACTS: Readonly<Record<State, Partial<Project>>> = {
  draft: {},
  submitted: { submittedAt: before },
  returned: { submittedAt: before, returnedAt: before, returnReasons: ['もう少しくわしく'] },
  published: { submittedAt: before, publishedAt: before },
  closed: { submittedAt: before, publishedAt: before, closedAt: before },
  filled: { submittedAt: before, publishedAt: before, filledAt: before },
  unfilled: { submittedAt: before, publishedAt: before, closedAt: before, unfilledAt: before },
  withdrawn: { submittedAt: before, publishedAt: before, withdrawnAt: before },
}
const STATES = Object.keys(FACTS) as State[]

const READY = {
  ...{
    companyId: company,
    title: '原価を一緒に出してくれる方',
    background: '提灯ひとつの原価が分からず、値段を決められずに困っています。',
  },
  ...{ goal: '主な品の原価表ができている', work: '工程ごとの手間を測る', industry: 'crafts', hours: 10, fee: 50_000 },
  ...{ travelPaid: true, style: 'either' as const, place: '福岡県八女市見本123番地', prefecture: 40, months: 3 },
  ...{ ending: '三か月で終わります', posterName: 'なかむら提灯工房', posterAddress: '福岡県八女市見本123番地' },
  ...{ posterContact: '電話 0943-00-0202', createdAt: before, updatedAt: before },
}

async function projectIn(state: State): Promise<string> {
  const id = crypto.randomUUID()
  await asOwner(house.db, async (tx) => {
    await tx.insert(projects).values({ id, ...READY, ...FACTS[state] })
    await tx.insert(projectCodes).values({ projectId: id, code: '10035', level: 3, must: true, position: 0 })
  })
  return id
}

const rowOf = (id: string) =>
  asOwner(house.db, async (tx) => (await tx.select().from(projects).where(eq(projects.id, id)))[0]!)

/** How each act comes in by the door. */
const DOORS: Readonly<Record<ProjectAct, (id: string, version: number) => Promise<{ status: number }>>> = {
  'project.saved': (id, version) =>
    owner.post(`/companies/${company}/projects/${id}/draft/goal`, { goal: '別の姿', excluded: '', version }),
  'project.completed': (id, version) => desk.post(`/desk/projects/${id}/completion`, { version }),
  'project.submitted': (id, version) => owner.post(`/companies/${company}/projects/${id}/submission`, { version }),
  'project.recalled': (id) => owner.post(`/companies/${company}/projects/${id}/recall`),
  'project.returned': (id, version) =>
    desk.post(`/desk/projects/${id}/return`, { reasons: 'goal', words: '', version }),
  'project.published': (id, version) => desk.post(`/desk/projects/${id}/publication`, { version }),
  'project.retracted': (id) => desk.post(`/desk/projects/${id}/retraction`),
  'project.closed': (id) => owner.post(`/companies/${company}/projects/${id}/closure`),
  'project.reopened': (id) => owner.post(`/companies/${company}/projects/${id}/reopening`),
  'project.filled': (id) =>
    asSystem(house.deps, (act) => fillProject(act, { id })).then(
      () => ({ status: 303 }),
      (error: unknown) => ({ status: error instanceof TooLate ? 409 : 500 }),
    ),
  'project.unfilled': (id) => owner.post(`/companies/${company}/projects/${id}/ending`),
  'project.withdrawn': (id, version) => owner.post(`/companies/${company}/projects/${id}/withdrawal`, { version }),
  'project.restored': (id) => owner.post(`/companies/${company}/projects/${id}/restoration`),
}

describe.each(TRANSITIONS)('$act', ({ act, from, effect }) => {
  test.each(STATES)('in state %s', async (state) => {
    const id = await projectIn(state)
    const was = await rowOf(id)
    const answer = await DOORS[act](id, was.version)
    const is = await rowOf(id)
    const written = await asOwner(house.db, (tx) =>
      tx
        .select()
        .from(history)
        .where(and(eq(history.subjectId, id), eq(history.act, act))),
    )
    if ((from as readonly State[]).includes(state)) {
      expect(answer.status).toBe(303)
      expect(is.version).toBe(was.version + 1)
      expect(written).toHaveLength(1)
      expect(stateOf(is)).toBe(effect === 'same' ? state : effect === 'before' ? 'published' : effect)
    } else {
      expect(answer.status).toBe(409)
      expect(is).toEqual(was)
      expect(written).toEqual([])
    }
  })
})

describe('the SQL twins', () => {
  afterEach(() => asOwner(house.db, (tx) => tx.update(projects).set({ closesOn: null })))

  test('say the same as stateOf and isOpen for every row', async () => {
    await Promise.all(STATES.map(projectIn))
    await asOwner(house.db, (tx) => tx.update(projects).set({ closesOn: '2026-11-22' }).where(eq(projects.version, 2)))
    const all = await asOwner(house.db, (tx) => tx.select().from(projects))
    expect(all.length).toBeGreaterThan(STATES.length)
    for (const state of STATES) {
      const rows = await asOwner(house.db, (tx) => tx.select({ id: projects.id }).from(projects).where(inState(state)))
      const twins = all.filter((project) => stateOf(project) === state)
      expect(rows.map(({ id }) => id).sort()).toEqual(twins.map(({ id }) => id).sort())
    }
    const open = await asOwner(house.db, (tx) => tx.select({ id: projects.id }).from(projects).where(openAt(now)))
    const twins = all.filter((project) => isOpen(project, now))
    expect(open.map(({ id }) => id).sort()).toEqual(twins.map(({ id }) => id).sort())
    expect(twins.length).toBeLessThan(all.filter((project) => stateOf(project) === 'published').length)
  })
})
