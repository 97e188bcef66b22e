import { PRIOR, type TableName } from '../../engine/engine.ts'
import type { Attention } from '../../engine/evaluation/contributions.ts'
import { type Impression, listPolicy, type Model, type Policy } from '../../engine/evaluation/log.ts'
import type { Outcome, Stage } from '../../engine/learning/outcomes.ts'
import { unpackBins } from '../../engine/learning/packed.ts'
import { chance } from '../../engine/logistic.ts'
import type { PairBins } from '../../engine/points.ts'
import { ANSWERED_DAYS, APPLY_DAYS } from './findings.ts'

/** A person's list that was shown, as it is kept. */
export type ShownList = {
  readonly talentId: string
  readonly shownAt: Date
  readonly ids: readonly string[]
  readonly chances: readonly number[]
  readonly fit: readonly string[]
  readonly seen: readonly number[]
  readonly bins: readonly number[]
  readonly shown: readonly string[]
}

/** How far an application came. */
export type SentApplication = {
  readonly talentId: string
  readonly projectId: string
  readonly sentAt: Date
  readonly shortlisted: boolean
  readonly offered: boolean
  readonly accepted: boolean
  readonly contracted: boolean
  /** The company said no, or the person did after an offer. */
  readonly declined: boolean
  /** Taken back before it was answered. */
  readonly withdrawn: boolean
  readonly answerBy: Date | null
}

export type What = 'applications' | 'acceptances'

const DAY = 86_400_000
/** An answer that is so late does not come any more. */
const LATE_DAYS = 14

export type ShownLog = {
  readonly log: Impression[]
  readonly policy: Policy
  readonly model: Model
  readonly by: Attention
}

/**
 * The log of the lists whose time is over, for the evaluation of lists by agreement alone. The lottery decided the list, so every
 * place of it counts as it was drawn, whatever had gone until it was opened; an application counts for the last list before it on
 * which the project stood. What is believed is the expert's, who has not seen these lists. Each list is a row of its own, with
 * the projects of its two orders as columns.
 */
export function shownLog(
  lists: readonly ShownList[],
  sent: readonly SentApplication[],
  what: What,
  attention: Float64Array,
  now: Date,
): ShownLog {
  const days = what === 'applications' ? APPLY_DAYS : ANSWERED_DAYS
  const over = lists.filter(({ shownAt }) => now.getTime() - shownAt.getTime() >= days * DAY)
  const found = lastBefore(lists, sent, ({ ids }) => ids)
  const persons = new Map<string, number>()
  const columns: string[][] = over.map(({ ids, fit }) => [...new Set([...ids, ...fit])])
  const wide = columns.reduce((most, { length }) => Math.max(most, length), 0)
  const places = over.reduce((most, { ids }) => Math.max(most, ids.length), 0)
  const log = over.flatMap((list, row) =>
    list.ids.map((id, place): Impression => {
      const application = found.get(list)?.get(id)
      const matched = what === 'applications' ? application !== undefined : application?.accepted === true
      return {
        ...{ row, list: 0, place, person: numberOf(persons, list.talentId) },
        column: columns[row]!.indexOf(id),
        propensity: Math.min(1, list.chances[place]!),
        ...{ applied: application !== undefined, matched },
      }
    }),
  )
  const told = over.map((list, row) => columns[row]!.map((id) => believed(binsOf(list, id))))
  return {
    log,
    policy: listPolicy(
      over.map(({ ids, fit }, row) => fit.slice(0, ids.length).map((id) => columns[row]!.indexOf(id))),
      places,
      wide,
    ),
    model: {
      apply: (row, place, column) => attention[place]! * told[row]![column]!.apply,
      answer: (row, column) => (what === 'applications' ? 1 : told[row]![column]!.offer),
    },
    by: { attention, seen: (row, column) => over[row]!.seen[over[row]!.ids.indexOf(columns[row]![column]!)]! },
  }
}

/** What came of every pair that was really shown, place by place as people saw them, for learning. */
export function shownOutcomes(
  lists: readonly ShownList[],
  sent: readonly SentApplication[],
  attention: Float64Array,
  now: Date,
): Outcome[] {
  const found = lastBefore(lists, sent, ({ shown }) => shown)
  const persons = new Map<string, number>()
  return lists.flatMap((list) =>
    list.shown.flatMap((id, place): Outcome[] => {
      // What came after the list was drawn has no bins of that night.
      if (!list.ids.includes(id) || place >= attention.length) return []
      const application = found.get(list)?.get(id)
      const common = {
        bins: binsOf(list, id),
        person: numberOf(persons, list.talentId),
        attention: attention[place]!,
      }
      if (application) return [{ ...common, reached: stageOf(application), waiting: isWaiting(application, now) }]
      return [{ ...common, reached: 'shown', waiting: now.getTime() - list.shownAt.getTime() < APPLY_DAYS * DAY }]
    }),
  )
}

function stageOf({ shortlisted, offered, contracted }: SentApplication): Stage {
  return contracted ? 'contracted' : offered ? 'offered' : shortlisted ? 'shortlisted' : 'applied'
}

/** Who took an application back was not told no; whoever never answers did. */
function isWaiting({ contracted, declined, withdrawn, answerBy }: SentApplication, now: Date): boolean {
  if (contracted) return true
  if (declined) return false
  return withdrawn || answerBy === null || now.getTime() - answerBy.getTime() < LATE_DAYS * DAY
}

/** By list, the applications that count for it: it was the last of this person before, and showed the project. */
function lastBefore(
  lists: readonly ShownList[],
  sent: readonly SentApplication[],
  showed: (list: ShownList) => readonly string[],
): Map<ShownList, Map<string, SentApplication>> {
  const byTalent = Map.groupBy(
    lists.toSorted((a, b) => a.shownAt.getTime() - b.shownAt.getTime()),
    ({ talentId }) => talentId,
  )
  const found = new Map<ShownList, Map<string, SentApplication>>()
  for (const one of sent) {
    const list = byTalent.get(one.talentId)?.findLast((other) => {
      const waited = one.sentAt.getTime() - other.shownAt.getTime()
      return waited >= 0 && waited <= APPLY_DAYS * DAY && showed(other).includes(one.projectId)
    })
    if (list) found.set(list, (found.get(list) ?? new Map<string, SentApplication>()).set(one.projectId, one))
  }
  return found
}

function binsOf({ ids, fit, bins }: ShownList, id: string): PairBins {
  const at = ids.indexOf(id)
  return unpackBins(bins, at >= 0 ? at : ids.length + fit.indexOf(id))
}

function believed(bins: PairBins): { apply: number; offer: number } {
  const of = (side: 'apply' | 'offer') =>
    Object.entries(bins[side]).reduce(
      (sum, [name, bin]) => sum + PRIOR.tables[name as TableName][side][bin]!,
      PRIOR.base[side],
    )
  return { apply: chance(of('apply')), offer: chance(of('offer')) }
}

function numberOf(numbers: Map<string, number>, id: string): number {
  const number = numbers.get(id) ?? numbers.size
  numbers.set(id, number)
  return number
}
