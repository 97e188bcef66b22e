import { expect, test } from 'vitest'
import { municipalityIn, readTies } from './ties.ts'
import { canDo, stateOf, type TalentAct, type TalentState, TRANSITIONS } from './visible.ts'

const then = new Date('2026-04-01T00:00:00Z')

test('nothing is visible before the employer question is answered, after hiding, or during a rest', () => {
  const shown = { publishedAt: then, hiddenAt: null, employerAnsweredAt: then, availability: 'now' as const }
  expect(stateOf(shown)).toBe('visible')
  expect(stateOf({ ...shown, employerAnsweredAt: null })).toBe('draft')
  expect(stateOf({ ...shown, publishedAt: null })).toBe('draft')
  expect(stateOf({ ...shown, hiddenAt: then })).toBe('hidden')
  expect(stateOf({ ...shown, availability: 'pause' })).toBe('paused')
  expect(stateOf({ ...shown, availability: 'look' })).toBe('visible')
})

test('what may be done when', () => {
  const states: TalentState[] = ['draft', 'visible', 'hidden', 'paused']
  const may = (act: TalentAct) => states.filter((state) => canDo(act, state))
  expect(Object.fromEntries(TRANSITIONS.map(({ act }) => [act, may(act)]))).toEqual({
    publish: ['draft', 'hidden'],
    hide: ['visible', 'paused'],
    pause: ['visible'],
    resume: ['paused'],
  })
})

test('a place is found by its name, with or without 市, or its reading', () => {
  expect(['新庄市', '新庄', ' 新庄市 ', 'しんじょうし', '八女市', ''].map((typed) => municipalityIn(6, typed))).toEqual(
    [...['06205', '06205', '06205', '06205', null, null]],
  )
})

test('ties: empty places are left out, half ones are named', () => {
  expect(readTies({ 'tie-kind-1': '', 'tie-prefecture-1': '' })).toEqual({ ties: [], errors: {} })
  expect(Object.keys(readTies({ 'tie-kind-1': 'born' }).errors)).toEqual(['tie-prefecture-1'])
  expect(Object.keys(readTies({ 'tie-prefecture-2': '6' }).errors)).toEqual(['tie-kind-2'])
  expect(readTies({ 'tie-kind-3': 'work', 'tie-prefecture-3': '40', 'tie-year-3': 2012 }).ties).toEqual([
    { kind: 'work', prefecture: 40, municipality: null, lastYear: 2012 },
  ])
})
