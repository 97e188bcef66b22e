import { expect, test } from 'vitest'
import { TRANSITIONS as APPLICATION, stateOf as applicationState } from '../src/applications/rules/state.ts'
import { CASE_TRANSITIONS, stateOfCase } from '../src/cases/rules/openness.ts'
import { TRANSITIONS as CONTRACT, stateOf as contractState, versionOnTable } from '../src/contracts/rules/state.ts'
import { secretsFrom } from '../src/lib/secrets.ts'
import { TRANSITIONS as PROJECT, stateOf as projectState } from '../src/projects/rules/state.ts'
import { TRANSITIONS as TALENT, stateOf as talentState } from '../src/talents/rules/visible.ts'
import { MONTH_TRANSITIONS, monthStateOf } from '../src/works/rules/months.ts'
import { generate, USUAL } from './generate.ts'

const now = new Date('2026-11-23T01:00:00Z')
const demo = generate(USUAL, secretsFrom(new Uint8Array(32).fill(1)), now)
const acts = Map.groupBy(demo.history, ({ subjectId }) => subjectId)

type Transition = { act: string; from: readonly string[]; to: readonly string[] }

/** What acts under other names in history than in the table of its room. */
const NAMES: Readonly<Record<string, string>> = {
  'contract.proposed': 'propose',
  'contract.signed': 'agree',
  'contract.agreed': 'agree',
  'contract.sealed': 'seal',
  'contract.ended': 'finish',
  'contract.notice-given': 'give-notice',
  'contract.ended-early': 'end-on-day',
  'case.edited': 'edit',
  'case.chosen': 'choose',
  'case.published': 'publish',
  'month.reported': 'report',
  'month.confirmed': 'confirm',
  'talent.published': 'publish',
}

/** The states in which a row can be after its acts, walked by the declared transitions; throws at the first that is none. `made` leave the state as it is. */
function statesAfter(id: string, first: string, made: readonly string[], table: readonly Transition[]): Set<string> {
  let states = new Set([first])
  for (const { act } of acts.get(id) ?? []) {
    if (made.includes(act)) continue
    const name = NAMES[act] ?? act
    const ways = table.filter((row) => row.act === name && row.from.some((state) => states.has(state)))
    if (ways.length === 0) throw new Error(`${id}: ${act} is not declared from ${[...states]}`)
    states = new Set(ways.flatMap(({ to }) => to.flatMap((state) => (state === 'same' ? [...states] : [state]))))
  }
  return states
}

const plain = (table: readonly { act: string; from: readonly string[]; effect: string }[]): Transition[] =>
  table.map(({ act, from, effect }) => ({ act, from, to: [effect] }))

test('every project is in a state that its history leads to', () => {
  for (const row of demo.projects) {
    expect(
      statesAfter(
        row.id,
        'draft',
        ['project.drafted', 'project.programme-joined', 'criteria.declared'],
        plain(PROJECT),
      ),
      row.id,
    ).toContain(projectState(row as never))
  }
})

test('every application', () => {
  for (const row of demo.applications) {
    expect(
      statesAfter(row.id, 'draft', ['application.assessed', 'runner-up.shared'], plain(APPLICATION)),
      row.id,
    ).toContain(applicationState(row as never))
  }
})

test('every contract', () => {
  for (const row of demo.contracts) {
    const versions = demo.contractVersions.filter(({ contractId }) => contractId === row.id)
    const state = contractState(row as never, versionOnTable(versions as never))
    const found = statesAfter(
      row.id,
      'draft',
      ['contract.drafted'],
      CONTRACT.map(({ act, from, to }) => ({ act, from, to })),
    )
    expect(found, row.id).toContain(state)
  }
})

test('every month, case and profile', () => {
  const months = MONTH_TRANSITIONS.map(({ act, from, to }) => ({ act, from, to: [to] }))
  for (const row of demo.workMonths) {
    expect(statesAfter(row.id, 'unreported', [], months)).toContain(monthStateOf(row as never))
  }
  const made = ['case.drafted', 'story.written', 'story.agreed', 'story.published']
  for (const row of demo.cases) {
    expect(statesAfter(row.id, 'draft', made, CASE_TRANSITIONS)).toContain(stateOfCase(row as never))
  }
  const profiles = TALENT.map(({ act, from }) => ({ act, from, to: [act === 'publish' ? 'visible' : act] }))
  for (const row of demo.talents) {
    const found = statesAfter(row.id, 'draft', ['talent.started', 'talent.employer-answered'], profiles)
    const state = talentState(row as never)
    expect(found).toContain(state === 'paused' ? 'visible' : state)
  }
})

test('nothing has happened that is still to come, and nothing before its cause', () => {
  const times = demo.history.map(({ at }) => (at as Date).getTime())
  expect(Math.max(...times)).toBeLessThanOrEqual(now.getTime())
  expect(times.every((at, n) => n === 0 || at >= times[n - 1]!)).toBe(true)
  const publishedAt = new Map(demo.projects.map(({ id, publishedAt }) => [id, publishedAt]))
  const joinedAt = new Map(demo.talents.map(({ id, publishedAt }) => [id, publishedAt]))
  for (const { sentAt, projectId, talentId } of demo.applications) {
    expect(sentAt! > publishedAt.get(projectId)!).toBe(true)
    // The cast, which stands beside these rows, joined long before.
    expect(sentAt! > (joinedAt.get(talentId) ?? 0)).toBe(true)
  }
})

test('history holds ids and codes only', () => {
  const words = demo.history
    .flatMap(({ data }) => Object.values(data ?? {}))
    .filter((value) => typeof value === 'string')
  expect(words.filter((word) => !/^[\w-]+$/.test(word))).toEqual([])
})
