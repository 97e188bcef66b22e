import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canBe, type Dated, isOpen, projectNumber, type State, stateOf, TRANSITIONS } from './state.ts'

const NONE: Dated = {
  ...{ submittedAt: null, returnedAt: null, publishedAt: null, closedAt: null },
  ...{ filledAt: null, unfilledAt: null, withdrawnAt: null },
}
const at = new Date('2026-11-23T01:00:00Z')
const STATES: readonly State[] = [
  ...(['draft', 'submitted', 'returned', 'published', 'closed', 'filled', 'unfilled', 'withdrawn'] as const),
]

test('a state follows from the dated facts, the later one first', () => {
  expect(stateOf(NONE)).toBe('draft')
  expect(stateOf({ ...NONE, submittedAt: at })).toBe('submitted')
  expect(stateOf({ ...NONE, submittedAt: at, returnedAt: at })).toBe('returned')
  expect(stateOf({ ...NONE, submittedAt: at, publishedAt: at })).toBe('published')
  expect(stateOf({ ...NONE, publishedAt: at, closedAt: at })).toBe('closed')
  expect(stateOf({ ...NONE, publishedAt: at, closedAt: at, filledAt: at })).toBe('filled')
  expect(stateOf({ ...NONE, publishedAt: at, closedAt: at, unfilledAt: at })).toBe('unfilled')
  expect(stateOf({ ...NONE, publishedAt: at, withdrawnAt: at })).toBe('withdrawn')
})

test('any facts have exactly one state, and acts are allowed by it alone', () => {
  const facts = fc.record(
    Object.fromEntries(Object.keys(NONE).map((fact) => [fact, fc.constantFrom(null, at)])),
  ) as unknown as fc.Arbitrary<Dated>
  fc.assert(
    fc.property(facts, (dated) => {
      const state = stateOf(dated)
      expect(STATES).toContain(state)
      for (const { act, from } of TRANSITIONS) {
        expect(canBe(act, dated)).toBe((from as readonly State[]).includes(state))
      }
    }),
  )
})

test('every state can be reached, and each act is declared once', () => {
  const reached = new Set<string>(['draft', ...TRANSITIONS.map(({ effect }) => effect)])
  for (const state of STATES) expect(reached).toContain(state)
  expect(new Set(TRANSITIONS.map(({ act }) => act)).size).toBe(TRANSITIONS.length)
})

test('open until the last day has passed in Japan', () => {
  const project = { ...NONE, publishedAt: at, closesOn: '2026-11-30' }
  expect(isOpen(project, new Date('2026-11-30T14:59:00Z'))).toBe(true)
  expect(isOpen(project, new Date('2026-11-30T15:00:00Z'))).toBe(false)
  expect(isOpen({ ...project, closesOn: null, closedAt: at }, at)).toBe(false)
})

test('the number to say on the telephone', () => {
  expect(projectNumber({ number: 1042 })).toMatch(/^案件 1042-\d$/)
})
