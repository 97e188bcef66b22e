import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jointOpenness, mayPublish, OPENNESS, stateOfCase } from './openness.ts'

const at = new Date(0)
const level = fc.constantFrom(...OPENNESS)
const row = (companyOpenness: (typeof OPENNESS)[number] | null, talentOpenness: (typeof OPENNESS)[number] | null) => ({
  companyOpenness,
  talentOpenness,
  companyConsentAt: companyOpenness && at,
  talentConsentAt: talentOpenness && at,
  publishedAt: null,
  withdrawnAt: null,
})

describe('what two sides allow together', () => {
  it('is the closer of the two, whoever says it', () => {
    fc.assert(
      fc.property(level, level, (a, b) => {
        const joint = jointOpenness(row(a, b))
        expect(joint).toBe(jointOpenness(row(b, a)))
        expect([a, b]).toContain(joint)
        expect(OPENNESS.indexOf(joint!)).toBe(Math.min(OPENNESS.indexOf(a), OPENNESS.indexOf(b)))
        expect(mayPublish(row(a, b))).toBe(joint === 'anonymous' || joint === 'named')
      }),
    )
  })

  it('is nothing until both have said it for the text as it stands', () => {
    expect(jointOpenness(row('named', null))).toBeNull()
    expect(jointOpenness({ ...row('named', 'named'), talentConsentAt: null })).toBeNull()
    expect(mayPublish(row(null, 'named'))).toBe(false)
  })
})

it('a case that was withdrawn stays so', () => {
  expect(stateOfCase({ ...row('named', 'named'), publishedAt: at, withdrawnAt: at })).toBe('withdrawn')
  expect(mayPublish({ ...row('named', 'named'), publishedAt: at })).toBe(false)
})
