import { describe, expect, it } from 'vitest'
import type { Contract, ContractVersion } from '../schema.ts'
import { forReader, nextOf } from './next.ts'
import { STATES, type State } from './state.ts'

const at = new Date(0)
const contract = { finishProposedBy: null, endsOn: null, endNoticeAt: null, sealedAt: at } as const
const version = { companyAgreedAt: null, talentAgreedAt: null } as ContractVersion
const seen = (state: State, change: Partial<Contract> = {}, agreed: Partial<ContractVersion> = {}) => ({
  state,
  contract: { ...contract, ...change },
  onTable: { ...version, ...agreed },
})

describe('what comes next', () => {
  it('is said in every state to both sides, in few words', () => {
    for (const state of STATES) {
      for (const side of ['company', 'talent'] as const) {
        const next = nextOf(seen(state), side)
        expect(next.sentence.length).toBeLessThanOrEqual(60)
        expect(next.sentence).toMatch(/(です|ます|ません|ました|でした)。$|お願いします。$|ください。$/)
      }
    }
  })

  it('offers nothing to a reader that only others may open', () => {
    const open = STATES.flatMap((state) => {
      const { main, more } = forReader(nextOf(seen(state), 'company'))
      return [main, ...more].flatMap((step) => (step ? [step.path] : []))
    })
    expect(new Set(open)).toEqual(new Set(['/agreement', '/months', '/review', '/case']))
  })

  it('asks nobody to agree twice', () => {
    const paths = (side: 'company' | 'talent', agreed: Partial<ContractVersion>) =>
      nextOf(seen('proposed', {}, agreed), side).main?.path ?? null
    expect(paths('company', {})).toBe('/agreement')
    expect(paths('company', { companyAgreedAt: at })).toBeNull()
    expect(paths('company', { talentAgreedAt: at })).toBe('/agreement')
    expect(paths('talent', {})).toBe('/agreement')
    expect(paths('talent', { talentAgreedAt: at })).toBeNull()
  })

  it('is the other side’s turn when one says that the work is done', () => {
    const proposed = { finishProposedBy: 'talent' } as const
    expect(nextOf(seen('sealed', proposed), 'company').main?.path).toBe('/finish')
    expect(nextOf(seen('sealed', proposed), 'talent').main?.path).toBe('/months/new')
  })

  it('asks for what waits: a report to confirm, a review to write', () => {
    const reported = nextOf(seen('sealed'), 'company', { months: 1, review: false })
    expect(reported.sentence).toContain('記録が届いています')
    expect(reported.main?.path).toBe('/months')
    const review = { months: 0, review: true }
    expect(nextOf(seen('ended'), 'talent', review).sentence).toContain('ふりかえりをお願いします')
    expect(nextOf(seen('ended'), 'talent').sentence).toContain('おつかれさまでした')
  })

  it('offers no second notice', () => {
    const given = { endNoticeAt: at, endsOn: '2027-01-31' }
    expect(nextOf(seen('sealed', given), 'company').sentence).toContain('2027年1月31日（日）に終わる')
    expect(nextOf(seen('sealed', given), 'company').more.map(({ path }) => path)).not.toContain('/ending')
  })
})
