import { z } from 'zod'
import { addDays } from '../../law/dates.ts'
import { day, text, together, wholeNumber, yen } from '../../lib/input.ts'
import { municipalityName } from '../../lib/regions.ts'
import { type LegalDate, mondayOf } from '../../lib/time.ts'
import type { VisitPlan } from '../schema.ts'

/** Days ahead for which somebody can plan. */
const AHEAD = 365
const NIGHTS = 13
const COST = 500_000

/** A plan as it is typed; `today` and the contract's last day bound it. */
export function planForm(today: LegalDate, last: LegalDate | null) {
  return together(
    z.object({
      visitOn: day({ label: '行く日' }),
      nights: wholeNumber({ label: '泊まる夜', min: 0, max: NIGHTS, unit: '泊' }),
      town: text({ label: '行く市町村', max: 5 }),
      purpose: text({ label: '何をしに行くか', max: 200 }),
      fare: yen({ label: '交通費の見込み', max: COST }),
      lodging: yen({ label: '宿泊費の見込み', max: COST }),
    }),
    ({ visitOn, town }, wrong) => {
      if (town !== undefined && municipalityName(town) === null) wrong('town', '行く市町村を選んでください。')
      if (!visitOn) return
      const until = last && last < addDays(today, AHEAD) ? last : addDays(today, AHEAD)
      if (visitOn < today || visitOn > until) wrong('visitOn', '行く日は、今日から契約の終わる日までを選んでください。')
    },
  )
}

export type PlanState = 'planned' | 'agreed' | 'cancelled' | 'over'
type Dated = Pick<VisitPlan, 'visitOn' | 'agreedAt' | 'cancelledAt'>

export function planStateOf({ visitOn, agreedAt, cancelledAt }: Dated, today: LegalDate): PlanState {
  if (cancelledAt) return 'cancelled'
  if (visitOn < today) return 'over'
  return agreedAt ? 'agreed' : 'planned'
}

/** Days before and after a plan within which something else is on the way. */
export const NEARBY_DAYS = 7

/** Monday to Sunday of the week of a day. */
export function weekOf(date: LegalDate): { from: LegalDate; to: LegalDate } {
  const from = mondayOf(date)
  return { from, to: addDays(from, 6) }
}

export function costOf({ fare, lodging }: Pick<VisitPlan, 'fare' | 'lodging'>): number {
  return fare + lodging
}
