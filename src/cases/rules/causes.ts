import { z } from 'zod'
import { readReference } from '../../lib/reference.ts'
import type { CaseOutcome } from './outcomes.ts'

export type Cause = { readonly id: string; readonly name: string; readonly helps: string }

const shape = z
  .array(
    z.object({
      id: z.string().regex(/^[a-z]+$/),
      name: z.string().trim().min(1),
      helps: z.string().trim().min(1),
    }),
  )
  .min(1)

/** `reference/failures.yaml`, in its order. */
export const CAUSES: readonly Cause[] = shape.parse(readReference('failures'))

/** These causes, in the order of the data; what the data no longer knows is left out. */
export function causesOf(ids: readonly string[]): Cause[] {
  return CAUSES.filter(({ id }) => ids.includes(id))
}

/** What is known of a project that did not work out, without asking anybody. */
export type Signs = {
  readonly outcome: CaseOutcome
  readonly applicants: number
  /** Yen a month. */
  readonly fee: number
  /** The fee that three of four others pay more than; null where too few can be compared. */
  readonly lowFee: number | null
  readonly codes: number
  /** Of those, what an applicant must be able to do. */
  readonly musts: number
  /** Applications that were answered after the promised day, or never. */
  readonly late: number
  readonly noticeBy: 'company' | 'talent' | null
  /** The two sides did not see the result alike, or saw that it missed its goal. */
  readonly differed: boolean
}

/** What a draft has in common with those that failed, while it can still be changed. */
export function pitfallsOf(draft: Pick<Signs, 'fee' | 'lowFee' | 'codes' | 'musts'>): Cause[] {
  const held: readonly (readonly [string, boolean])[] = [
    ['lowfee', draft.lowFee !== null && draft.fee > 0 && draft.fee < draft.lowFee],
    ['widescope', draft.codes >= WIDE],
    ['strict', draft.musts >= WIDE],
  ]
  return causesOf(held.flatMap(([cause, holds]) => (holds ? [cause] : [])))
}

const WIDE = 4
const STRICT = 3

/** What the figures point to, for the company to agree or disagree with; the plainest first. */
export function suspectedCauses(signs: Signs): string[] {
  const { outcome, applicants } = signs
  const unmatched = outcome === 'unfilled' || outcome === 'withdrawn'
  const held: readonly (readonly [string, boolean])[] = [
    ['noapplicants', unmatched && applicants === 0],
    ['lowfee', signs.lowFee !== null && signs.fee < signs.lowFee],
    ['widescope', signs.codes >= WIDE],
    ['strict', unmatched && applicants > 0 && signs.musts >= STRICT],
    ['lateanswer', unmatched && signs.late > 0],
    ['expectations', !unmatched && signs.differed],
    ['busy', signs.noticeBy === 'talent'],
  ]
  return held.flatMap(([cause, holds]) => (holds ? [cause] : []))
}
