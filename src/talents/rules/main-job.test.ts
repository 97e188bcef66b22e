import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Check, findingsOf, QUESTIONS, readCheck, standingOf, writeCheck } from './main-job.ts'

const answers = fc.record(
  Object.fromEntries(QUESTIONS.map(({ id, answers: all }) => [id, fc.constantFrom(null, ...all.map((one) => one.id))])),
)

test('it stands as badly as the worst answer, and is fine only when everything was answered', () => {
  fc.assert(
    fc.property(answers, (given) => {
      const check = readCheck(writeCheck(given as Parameters<typeof writeCheck>[0]))
      const standings = findingsOf(check).map(({ answer }) => answer?.standing)
      const standing = standingOf(check)
      expect(standing === 'stop').toBe(standings.includes('stop'))
      expect(standing === 'fine').toBe(standings.every((one) => one === 'fine'))
    }),
  )
  expect(standingOf({})).toBe(null)
  expect(standingOf({ permission: 'forbidden' })).toBe('stop')
})

test('an answer that is no longer among the questions counts as left out', () => {
  expect(readCheck('{"permission":"gone","hours":"fine","other":"x"}')).toEqual({ hours: 'fine' } satisfies Check)
})

test('each question has its source, and every way to answer says what to do', () => {
  for (const { source, answers: all } of QUESTIONS) {
    expect(source.href).toMatch(/^https:\/\/www\.(mhlw|meti|nta)\.go\.jp\//)
    for (const { words } of all) expect(words).toMatch(/。$/)
  }
})
