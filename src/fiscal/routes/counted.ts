import { fiscalYear } from '../../law/fiscal-year.ts'
import type { Tx } from '../../lib/db.ts'
import type { Call } from '../../lib/web/call.ts'
import type { Partner } from '../../partners/schema.ts'
import { eventsOfYear, goalsOfYear, goneOnAfter } from '../queries/beside.ts'
import { closingsOf } from '../queries/closings.ts'
import { factsOfArea, factsOfPartner, sealedOfPartner } from '../queries/facts.ts'
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
    continued: await goneOnAfter(tx, partner.id, days),
    held: await eventsOfYear(tx, partner.id, days),
    goals: await goalsOfYear(tx, partner.id, year),
    area: await factsOfArea(tx, partner, days),
  })
}
