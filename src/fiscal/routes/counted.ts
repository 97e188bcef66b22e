import { countedSteps } from '../../ladder/queries.ts'
import { STEPS } from '../../ladder/rules/steps.ts'
import { firstOfMonth } from '../../law/dates.ts'
import { fiscalYear } from '../../law/fiscal-year.ts'
import type { Tx } from '../../lib/db.ts'
import { startOfDay, today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import type { Partner } from '../../partners/schema.ts'
import { ledgersOf } from '../../subsidies/queries/office.ts'
import { enteredYears } from '../../subsidies/queries/years.ts'
import { budgetsOf } from '../../subsidies/rules/office.ts'
import { eventsOfYear, goalsOfYear, goneOnAfter, standingOf } from '../queries/beside.ts'
import { closingsOf, lastTold } from '../queries/closings.ts'
import { areasBeside, factsOfArea, factsOfPartner, sealedOfPartner } from '../queries/facts.ts'
import { grantsOfYear } from '../queries/grants.ts'
import { corrected, countsOf, type Told } from '../rules/corrected.ts'
import type { StepFigureId } from '../rules/figures.ts'
import { grantSums, type YearGrant } from '../rules/grant-sums.ts'
import { type Report, reportOf } from '../rules/report.ts'
import { countedMonths, isSettled, settledOn } from '../rules/year.ts'

/** What was told last of a year, or what is counted today. */
export async function reportOfYear(call: Call, partner: Partner, year: number): Promise<Report> {
  const [closing] = await call.read((tx) => closingsOf(tx, partner.id, year))
  return closing?.report ?? call.readAsSystem((tx) => countedReport(tx, partner, year, call.now))
}

/** The rows of companies are read here and nowhere else; what leaves are sums with the small ones withheld. */
export async function countedReport(tx: Tx, partner: Partner, year: number, now: Date): Promise<Report> {
  return (await countedYear(tx, partner, year, now)).report
}

/** What is told when a year is closed: beside the version before, if there is one. */
export async function closedReport(tx: Tx, partner: Partner, year: number, now: Date): Promise<Told> {
  return corrected(await countedYear(tx, partner, year, now), await lastTold(tx, partner.id, year))
}

async function countedYear(tx: Tx, partner: Partner, year: number, now: Date): Promise<Told> {
  const { months, end } = countedMonths(year, now)
  const days = { from: fiscalYear(year).first, end, known: startOfDay(settledOn(year)) }
  const until = firstOfMonth(today(now))
  const behind = {
    own: await factsOfPartner(tx, partner.id, days),
    sealed: await sealedOfPartner(tx, partner.id, days),
    wentOn: await goneOnAfter(tx, partner.id, days),
    area: await factsOfArea(tx, partner, days),
    grants: await grantsOfYear(tx, partner.id, year, startOfDay(until)),
  }
  const report = reportOf({
    ...{ year, months, end, isSettled: isSettled(year, now), ...behind },
    standing: await standingOf(tx, partner.id, startOfDay(end)),
    held: await eventsOfYear(tx, partner.id, days),
    grants: await grantsCounted(tx, partner, year, behind.grants),
    steps: await stepsCounted(tx, partner, startOfDay(end)),
    goals: await goalsOfYear(tx, partner.id, year),
    areas: await areasBeside(tx, partner.prefecture),
  })
  return { report, counts: countsOf(behind) }
}

/** What is paid after the year is over is paid from its budget: as it stands when the last month was over. */
async function grantsCounted(tx: Tx, partner: Partner, year: number, grants: readonly YearGrant[]) {
  const [ledgers, years] = [await ledgersOf(tx, partner.id), await enteredYears(tx)]
  const all = budgetsOf(partner.slug, ledgers, years, fiscalYear(year).first)
  const budgets = all.filter(({ fiscalYear: of }) => of === year)
  if (budgets.length === 0) return null
  const known = budgets.flatMap(({ budget, outside }) => (budget === null ? [] : [budget - outside]))
  const left = known.length === budgets.length ? known.reduce((sum, yen) => sum + yen, 0) : null
  return grantSums(grants, left)
}

/** The numbers that stood on the partner's page of them on that day. */
async function stepsCounted(tx: Tx, partner: Partner, at: Date): Promise<Record<StepFigureId, number>> {
  const counted = await countedSteps(tx, partner.id, partner, at)
  return Object.fromEntries(STEPS.map(({ id }) => [`step-${id}`, counted.get(id) ?? 0])) as Record<StepFigureId, number>
}
