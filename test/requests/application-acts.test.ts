import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { type CastName, companyId } from '../../seed/cast.ts'
import { inState } from '../../src/applications/queries/states.ts'
import { type ApplicationAct, type State, stateOf, TRANSITIONS } from '../../src/applications/rules/state.ts'
import { applications } from '../../src/applications/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { FACTS, writeApplication } from '../fixtures/applications.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
const WORDS = 'あ'.repeat(40)
let tanaka: Browser
let nakamura: Browser

beforeAll(async () => {
  tanaka = await house.as('tanaka')
  nakamura = await house.as('nakamura')
})

const STATES = Object.keys(FACTS) as State[]

/** Where each act comes in; the three ways of undoing share one door. */
const DOORS: Partial<Record<ApplicationAct, { noun: string; fields?: Record<string, string> }>> = {
  'application.corrected': { noun: 'answers', fields: { answer1: WORDS, answer2: WORDS } },
  'application.withdrawn': { noun: 'withdrawal' },
  'application.restored': { noun: 'withdrawal/cancellation' },
  'application.read': { noun: 'reading' },
  'application.named': { noun: 'name' },
  'application.put-off': { noun: 'deferral' },
  'application.passed-over': { noun: 'passing' },
  'application.reconsidered': { noun: 'reconsideration' },
  'application.shortlisted': { noun: 'shortlisting' },
  'application.unshortlisted': { noun: 'cancellation' },
  'application.interview-proposed': {
    noun: 'interview',
    fields: { time1: '2026-11-25 14:00', time2: '2026-11-26 10:00', place: '工房' },
  },
  'application.interview-chosen': { noun: 'interview', fields: { chosen: '1' } },
  'application.interview-move-asked': { noun: 'interview/move' },
  'application.declined': { noun: 'decline', fields: { reason: 'fee', words: '' } },
  'application.undeclined': { noun: 'cancellation' },
  'application.runner-up-marked': { noun: 'runner-up' },
  'application.runner-up-unmarked': { noun: 'runner-up/cancellation' },
  'application.offered': { noun: 'offer' },
  'application.unoffered': { noun: 'cancellation' },
  'application.accepted': { noun: 'acceptance' },
  'application.refused': { noun: 'refusal' },
}

const applicationIn = (state: State, name?: CastName, project?: string) =>
  writeApplication(house, state, { answer: WORDS, ...(name && { name }), ...(project && { project }) })

const rowOf = async (id: string) =>
  (await asOwner(house.db, (tx) => tx.select().from(applications).where(eq(applications.id, id))))[0]!

const doorOf = (who: 'company' | 'talent', id: string) =>
  who === 'company' ? `/companies/${companyId('craft')}/applications/${id}` : `/me/applications/${id}`

const declared = TRANSITIONS.filter(({ act }) => DOORS[act])

test('every act with a door is tried, and only sending and lapsing have none', () => {
  const without = TRANSITIONS.filter(({ act }) => !DOORS[act])
  expect(without.map(({ act }) => act)).toEqual(['application.sent', 'application.lapsed'])
})

describe.each(STATES)('in the state %s', (state) => {
  test.each(declared)('$act', async ({ act, who, from, effect }) => {
    if (who === 'system') return
    const { noun, fields } = DOORS[act]!
    const id = await applicationIn(state)
    if (act === 'application.runner-up-unmarked') {
      await asOwner(house.db, (tx) =>
        tx.update(applications).set({ runnerUpAt: house.now() }).where(eq(applications.id, id)),
      )
    }
    const before = await rowOf(id)
    const mine = who === 'company' ? nakamura : tanaka
    const other = who === 'company' ? tanaka : nakamura
    const stranger = await other.post(`${doorOf(who, id)}/${noun}`, { ...fields, version: before.version })
    expect(stranger.status).toBe(404)
    const stale = await mine.post(`${doorOf(who, id)}/${noun}`, { ...fields, version: before.version + 7 })
    expect([404, 409]).toContain(stale.status)
    expect(await rowOf(id)).toEqual(before)

    const answer = await mine.post(`${doorOf(who, id)}/${noun}`, { ...fields, version: before.version })
    const after = await rowOf(id)
    const sharing = declared.filter((one) => DOORS[one.act]!.noun === noun && one.who === who)
    if (!sharing.some((one) => (one.from as readonly State[]).includes(state))) {
      expect([404, 409]).toContain(answer.status)
      expect(after).toEqual(before)
    } else if ((from as readonly State[]).includes(state)) {
      expect(answer.status).toBe(303)
      expect(after.version).toBe(before.version + 1)
      if (effect === 'same') expect(stateOf(after)).toBe(state)
      else if (effect !== 'before') expect(stateOf(after)).toBe(effect)
      else expect(stateOf(after)).toBe(state === 'withdrawn' ? 'sent' : 'read')
    }
  })
})

test('an application is sent from a draft only', async () => {
  for (const state of STATES.filter((one) => one !== 'withdrawn')) {
    const id = await applicationIn(state)
    const before = await rowOf(id)
    const path = `/me/projects/${before.projectId}/application/sending`
    const answer = await tanaka.post(path, { version: before.version })
    expect([state, answer.status]).toEqual([state, state === 'draft' ? 303 : 409])
    if (state !== 'draft') expect(await rowOf(id)).toEqual(before)
  }
})

test('the state in SQL is the state in code', async () => {
  for (const state of STATES) {
    const rows = await asOwner(house.db, (tx) => tx.select().from(applications).where(inState(state)))
    expect(rows.length).toBeGreaterThan(0)
    expect(new Set(rows.map(stateOf))).toEqual(new Set([state]))
  }
})

test('of six who accept at the same moment as many succeed as there are openings', async () => {
  const names = ['tanaka', 'kobayashi', 'suzuki', 'takahashi', 'ito', 'watanabe'] as const satisfies readonly CastName[]
  const project = await publishedProjectOf(house, 'craft', { openings: 2 })
  const offers = await Promise.all(
    names.map(async (name) => ({ id: await applicationIn('offered', name, project), browser: await house.as(name) })),
  )
  const answers = await Promise.all(
    offers.map(({ id, browser }) => browser.post(`/me/applications/${id}/acceptance`, { version: 1 })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 303, 409, 409, 409, 409])
  expect(answers.find(({ status }) => status === 409)!.text).toContain('ほかの方に決まりました')
  const rows = await Promise.all(offers.map(({ id }) => rowOf(id)))
  expect(rows.filter(({ acceptedAt }) => acceptedAt)).toHaveLength(2)
})

test('of three who send at the same moment as many succeed as the project takes', async () => {
  const names = ['tanaka', 'kobayashi', 'suzuki'] as const satisfies readonly CastName[]
  const project = await publishedProjectOf(house, 'craft', { applicationLimit: 1 })
  const browsers = await Promise.all(names.map((name) => house.as(name)))
  const checks = await Promise.all(
    browsers.map((one) => one.post(`/me/projects/${project}/application`, { answer1: WORDS, answer2: WORDS })),
  )
  expect(checks.map(({ status }) => status)).toEqual([303, 303, 303])
  const sent = await Promise.all(
    browsers.map((one) => one.post(`/me/projects/${project}/application/sending`, { version: 1 })),
  )
  expect(sent.map(({ status }) => status).sort()).toEqual([303, 409, 409])
  expect(sent.find(({ status }) => status === 409)!.text).toContain('応募が決めた数になりました')
})
