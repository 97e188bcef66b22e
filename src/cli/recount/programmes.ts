import type { Reached } from '../../partners/rules/programmes.ts'
import { dayOf, type FiscalRows, midnight } from './fiscal-rows.ts'

type Counted = { value: number; who: Set<string> }

/** What everybody may read of a programme at a moment, looked at project by project; null: too few stand behind it. */
export function programmeAgain(rows: FiscalRows, id: string, now: number): Reached {
  const programme = rows.programmes.find((one) => one.id === id)!
  const month = midnight(`${dayOf(now).slice(0, 7)}-01`)
  const on = (day: string) => programme.first <= day && day <= programme.last
  /** Of which programme a project was a part: what was done since is undone, the last first. */
  const partOf = (project: string, current: string | null, at: number) => {
    const moves = rows.moves.filter((move) => move.project === project)
    if (moves.every((move) => move.at <= at)) return current
    return moves.findLast((move) => move.at <= at)?.programme ?? null
  }
  const projectsAt = (at: number) =>
    [...rows.projects.values()].filter(
      (one) =>
        one.at !== null &&
        one.at <= at &&
        (one.off === null || one.off > at) &&
        partOf(one.id, one.programme, at) === id,
    )
  const [today, then] = [projectsAt(now), projectsAt(month)]
  const signed = [...rows.contracts.values()].filter(({ at }) => at <= month)
  const agreed = signed.filter(({ project, at }) => then.some((one) => one.id === project) && on(dayOf(at)))
  const companies = new Set(agreed.map(({ company }) => company))
  const days = new Map<string, string>()
  for (const { month: of, account, company, day } of rows.visits) {
    const { contract, told } = rows.months.get(of)!
    if (told <= month && on(day) && agreed.some((one) => one.id === contract))
      days.set(`${company} ${account} ${day}`, company)
  }
  const goesOn = agreed.filter(({ over }) => over === null || over > month || dayOf(over) > programme.last)
  const later = signed.filter(({ company, at }) => companies.has(company) && dayOf(at) > programme.last)
  const came = rows.came.filter(({ event, at }) => {
    const held = rows.events.get(event)!
    const isOurs = held.partner === programme.partner && held.counts && (held.programme ?? id) === id
    return isOurs && at <= month && on(dayOf(held.begins))
  })
  const of = (some: readonly { company: string }[]): Counted => ({
    value: some.length,
    who: new Set(some.map(({ company }) => company)),
  })
  const told = ({ value, who }: Counted) => {
    if (who.size >= 5) return 5 * Math.floor(value / 5)
    return value === 0 && new Set(then.map(({ company }) => company)).size >= 5 ? 0 : null
  }
  const ended = companies.size - of(goesOn).who.size
  // Nobody knows any more who came twice: as many as were at one event.
  const people = Math.max(0, ...came.map(({ event }) => came.filter((one) => one.event === event).length))
  return {
    companies: of(today).who.size,
    projects: today.length,
    contracts: told(of(agreed)),
    visits: told({ value: days.size, who: new Set(days.values()) }),
    attendees: came.length === 0 ? 0 : people >= 5 ? 5 * Math.floor(came.length / 5) : null,
    wentOn: goesOn.length === agreed.length || ended >= 5 || goesOn.length === 0 ? told(of(goesOn)) : null,
    later: told(of(later)),
  }
}
