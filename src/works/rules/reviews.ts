import { z } from 'zod'
import type { Side } from '../../contracts/rules/side.ts'
import type { State } from '../../contracts/rules/state.ts'
import { choice, longText } from '../../lib/input.ts'
import type { Review } from '../schema.ts'

export const OUTCOMES = ['reached', 'partly', 'missed'] as const
export type Outcome = (typeof OUTCOMES)[number]
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  reached: '目標に届いた',
  partly: 'あと少しだった',
  missed: '届かなかった',
}

export const reviewForm = z.object({
  outcome: choice({ label: '目標に届いたか', options: OUTCOMES }),
  result: longText({ label: '何が変わったか', max: 1000 }),
  gained: longText({ label: '残ったもの', max: 1000 }),
  feedback: longText({ label: '相手へのひとこと', max: 1000 }),
})
export type ReviewAnswers = z.output<typeof reviewForm>

/** For whoever writes after the other's review is open: nobody answers in kind to what was said of them. */
export const lateReviewForm = reviewForm.omit({ feedback: true })

/** So long a review waits for the other one; then it is open to the other side all the same. */
export const BLIND_DAYS = 14

/** A contract is looked back on when it is over, however it ended, once by each side. */
export function mayReview(state: State, sealedAt: Date | null, side: Side, reviews: readonly Pick<Review, 'side'>[]) {
  const isOver = state === 'ended' || (state === 'ended-early' && sealedAt !== null)
  return isOver && !reviews.some((review) => review.side === side)
}

type Line = { readonly id: string; readonly state: State; readonly sealedAt: Date | null }

/** The contracts that are over and that this side has not looked back on. `own`: the reviews it has written. */
export function unreviewed<L extends Line>(
  contracts: readonly L[],
  side: Side,
  own: readonly (Pick<Review, 'side'> & { readonly contractId: string })[],
): L[] {
  return contracts.filter(({ id, state, sealedAt }) => {
    const written = own.filter(({ contractId }) => contractId === id)
    return mayReview(state, sealedAt, side, written)
  })
}

/** What a side may read: its own, and the other's when both have written or its time of waiting is over. */
export function readableBy<R extends Pick<Review, 'side' | 'openedAt'>>(side: Side, reviews: readonly R[]): R[] {
  const sides = new Set(reviews.map((review) => review.side))
  return reviews.filter((review) => sides.size === 2 || review.side === side || review.openedAt !== null)
}

/** What both together say of the outcome: the more careful of the two. */
export function outcomeOf(reviews: readonly Pick<Review, 'outcome'>[]): Outcome {
  const worst = Math.max(0, ...reviews.map(({ outcome }) => OUTCOMES.indexOf(outcome)))
  return OUTCOMES[worst]!
}
