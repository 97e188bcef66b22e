import { daysBetween } from '../../law/dates.ts'
import { median } from '../../lib/median.ts'
import { type LegalDate, today } from '../../lib/time.ts'
import type { Referral } from '../schema.ts'

/** From the slip to the contract, in the order in which it goes. */
export const STEPS = ['opened', 'agreed', 'called', 'challenge', 'project', 'published', 'applied', 'contract'] as const
export type Step = (typeof STEPS)[number]
export const STEP_WORDS: Readonly<Record<Step, string>> = {
  opened: '同意書を作った',
  agreed: '会社が同意した',
  called: '最初の電話をした',
  challenge: '困りごとを整理した',
  project: '案件を出した',
  published: '案件を公開した',
  applied: '応募があった',
  contract: '契約した',
}

/** What is told of those whose company agreed. */
export const AGREED = STEPS.slice(1)

/** When a company first came to each step after it agreed; null: not yet. */
export type Reached = Readonly<Record<Step, Date | null>>
/** What its company did since, as the database tells it. */
export type Later = Readonly<Record<Exclude<Step, 'opened' | 'agreed' | 'called'>, Date | null>>
export const NOT_YET: Later = { challenge: null, project: null, published: null, applied: null, contract: null }

export function reachedOf(referral: Pick<Referral, 'openedAt' | 'consentedAt' | 'calledAt'>, later: Later): Reached {
  const { openedAt, consentedAt, calledAt } = referral
  return { opened: openedAt, agreed: consentedAt, called: calledAt, ...later }
}

export type FunnelLine = {
  readonly step: Step
  /** How many came at least so far. */
  readonly count: number
  /** Of those who came to the step before, in whole percent; null for the first step and of nobody. */
  readonly percent: number | null
  /** Days from the step before, of those of whom both days are known; null of nobody. */
  readonly days: number | null
}

/**
 * How many came how far. Who came to a later step has come to every one before, also where no day of it is known: a company
 * may begin with a project. `ended`: slips of which nothing is known but that there were any.
 */
export function funnelOf(all: readonly Reached[], ended = 0, steps: readonly Step[] = STEPS): FunnelLine[] {
  const counts = steps.map((_, at) => all.filter((one) => steps.slice(at).some((step) => one[step] !== null)).length)
  if (steps[0] === 'opened') counts[0]! += ended
  return steps.map((step, at) => {
    const before = steps[at - 1]
    return {
      step,
      count: counts[at]!,
      percent: before && counts[at - 1]! > 0 ? Math.round((counts[at]! / counts[at - 1]!) * 100) : null,
      days: before ? medianDays(all, before, step) : null,
    }
  })
}

function medianDays(all: readonly Reached[], from: Step, to: Step): number | null {
  return median(
    all.flatMap((one) => {
      const [begin, end] = [one[from], one[to]]
      return begin && end && end >= begin ? [daysBetween(today(begin), today(end))] : []
    }),
  )
}

/** Calls whose promised day has come, and how many of them were made by then; who waits past that day counts as well. */
export function callsKept(referrals: readonly Promised[], day: LegalDate) {
  const due = referrals.filter(
    ({ callBy, calledAt, droppedAt }) => calledAt !== null || (droppedAt === null && callBy !== null && callBy < day),
  )
  const inTime = due.filter(({ callBy, calledAt }) => callBy !== null && calledAt && today(calledAt) <= callBy)
  return { due: due.length, inTime: inTime.length }
}
type Promised = Pick<Referral, 'callBy' | 'calledAt' | 'droppedAt'>
