import { countedSteps } from '../../ladder/queries.ts'
import { STEPS } from '../../ladder/rules/steps.ts'
import { firstOfMonth } from '../../law/dates.ts'
import { fiscalYear } from '../../law/fiscal-year.ts'
import type { Tx } from '../../lib/db.ts'
import { type LegalDate, startOfDay, today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import type { Partner } from '../../partners/schema.ts'
import { ledgersOf } from '../../subsidies/queries/office.ts'
import { enteredYears } from '../../subsidies/queries/years.ts'
import { budgetsOf } from '../../subsidies/rules/office.ts'
import { eventsOfYear, goalsOfYear, goneOnAfter, standingOf } from '../queries/beside.ts'
import { closingsOf } from '../queries/closings.ts'
import { factsOfArea, factsOfPartner, sealedOfPartner } from '../queries/facts.ts'
import { grantsOfYear } from '../queries/grants.ts'
import type { StepFigureId } from '../rules/figures.ts'
import { grantSums } from '../rules/grant-sums.ts'
import { type Report, reportOf } from '../rules/report.ts'
import { countedMonths } from '../rules/year.ts'

/** What was told last of a year, or what is counted today. */
export async function reportOfYear(call: Call, partner: Partner, year: number): Promise<Report> {
  const [closing] = await call.read((tx) => closingsOf(tx, partner.id, year))
  return closing?.report ?? call.readAsSystem((tx) => countedReport(tx, partner, year, call.now))
}

/** The rows of companies are read here and nowhere else; what leaves are sums with the small ones withheld. */
export async function countedReport(tx: Tx, partner: Partner, year: number, now: Date): Promise<Report> {
  const { months, end } = countedMonths(year, now)
  const days = { from: fiscalYear(year).first, end }
  return reportOf({
    ...{ year, months, end },
    own: await factsOfPartner(tx, partner.id, days),
    sealed: await sealedOfPartner(tx, partner.id, days),
    wentOn: await goneOnAfter(tx, partner.id, days),
    standing: await standingOf(tx, partner.id, startOfDay(end)),
    held: await eventsOfYear(tx, partner.id, days),
    grants: await grantsCounted(tx, partner, year, firstOfMonth(today(now))),
    steps: await stepsCounted(tx, partner, startOfDay(end)),
    goals: await goalsOfYear(tx, partner.id, year),
    area: await factsOfArea(tx, partner, days),
  })
}

/** What is paid after the year is over is paid from its budget: as it stands when the last month was over. */
async function grantsCounted(tx: Tx, partner: Partner, year: number, until: LegalDate) {
  const [ledgers, years] = [await ledgersOf(tx, partner.id), await enteredYears(tx)]
  const all = budgetsOf(partner.slug, ledgers, years, fiscalYear(year).first)
  const budgets = all.filter(({ fiscalYear: of }) => of === year)
  if (budgets.length === 0) return null
  const known = budgets.flatMap(({ budget, outside }) => (budget === null ? [] : [budget - outside]))
  const left = known.length === budgets.length ? known.reduce((sum, yen) => sum + yen, 0) : null
  return grantSums(await grantsOfYear(tx, partner.id, year, startOfDay(until)), left)
}

/** The numbers that stood on the partner's page of them on that day. */
async function stepsCounted(tx: Tx, partner: Partner, at: Date): Promise<Record<StepFigureId, number>> {
  const counted = await countedSteps(tx, partner.id, partner, at)
  return Object.fromEntries(STEPS.map(({ id }) => [`step-${id}`, counted.get(id) ?? 0])) as Record<StepFigureId, number>
}
