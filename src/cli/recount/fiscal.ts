import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { type GrantsAgain, goalsAgain, grantsAgain, stepsAgain, wentOn } from './fiscal-beside.ts'
import { dayOf, type FiscalRows, midnight } from './fiscal-rows.ts'

/** So much of something, of one company in one month, in the words of the report. */
export type Piece = { figure: string; company: string; value: number } & Record<
  'month' | 'industry' | 'major' | 'municipality',
  string
>
/** Numbers of the whole year with the companies, or people, behind each. */
export type Lump = { value: number; who: Set<string> }
export type FiscalAgain = {
  months: string[]
  /** The April after the year is over. */
  settled: boolean
  pieces: Piece[]
  /** The same of everybody in the area. */
  around: Piece[]
  /** In which areas of partners a municipality lies, as a word. */
  ground: (municipality: string) => string
  again: Lump
  first: Lump
  days: { middle: number | null; who: Set<string> }
  continued: Set<string>
  unaided: Set<string>
  standing: number
  events: number
  /** All who came, and those who came to the largest event. */
  attendees: { value: number; most: number }
  grants: GrantsAgain | null
  steps: Record<string, number>
  goals: Record<string, number>
}

const monthOf = (at: number) => dayOf(at).slice(0, 7)

/** The months of a fiscal year that are over at a moment. */
function monthsOf(year: number, now: number): string[] {
  return Array.from({ length: 12 }, (_, n) => new Date(Date.UTC(year, 3 + n, 1)).toISOString().slice(0, 7)).filter(
    (month) => month < monthOf(now),
  )
}

/** Everything that the report of a partner's fiscal year counts, looked at row by row, as it was known at `now`. */
export function fiscalAgain(
  rows: FiscalRows,
  partner: FiscalRows['partners'][number],
  year: number,
  now: number,
): FiscalAgain {
  const months = monthsOf(year, now)
  const start = midnight(`${year}-04-01`)
  const last = months.at(-1)
  const end = last
    ? midnight(new Date(Date.UTC(Number(last.slice(0, 4)), Number(last.slice(5)), 1)).toISOString().slice(0, 10))
    : start
  const inYear = (at: number) => at >= start && at < end
  const consents = new Map(
    rows.consents.filter((one) => one.partner === partner.id).map((one) => [one.company, one.spans]),
  )
  const sees = (company: string, at: number) =>
    (consents.get(company) ?? []).some(({ from, to }, n, all) => {
      const before = n === 0 ? null : all[n - 1]!.to
      const since = Math.max(midnight(dayOf(from)), before ?? Number.NEGATIVE_INFINITY)
      return at >= since && (to === null || at < to)
    })
  const isNear = (company: string) => {
    const { prefecture, town } = rows.companies.get(company)!
    return partner.area.length > 0 ? partner.area.includes(town) : prefecture === partner.prefecture
  }
  const settles = midnight(`${year + 1}-05-01`)
  const everything = piecesOf(rows, settles).filter(({ at }) => inYear(at))
  const first = [...consents].map(([company, [span]]) => ({ company, at: span!.from }))
  const own = everything.filter(({ company, at }) => sees(company, at))
  const contracts = [...rows.contracts.values()]
  const sealed = contracts.filter(({ company, at }) => inYear(at) && sees(company, at))
  const hadOne = ({ company, at }: (typeof sealed)[number]) =>
    contracts.some((one) => one.company === company && one.at < at)
  const waits = sealed.flatMap(({ company, project, at }) => {
    const published = rows.projects.get(project)!.at
    return published === null
      ? []
      : [{ company, days: (midnight(dayOf(at)) - midnight(dayOf(published))) / 86_400_000 }]
  })
  const held = [...rows.events.values()].filter(
    (event) => event.partner === partner.id && event.counts && inYear(event.ends),
  )
  const guests = rows.came.filter(({ event }) => held.some(({ id }) => id === event))
  return {
    ...{ months, settled: now >= settles },
    pieces: [
      ...first
        .filter(({ company, at }) => inYear(at) && sees(company, at))
        .map((one) => pieceOf(rows, { ...one, figure: 'companies', value: 1 })),
      ...own.map((one) => pieceOf(rows, one)),
    ],
    around: everything.filter(({ company }) => isNear(company)).map((one) => pieceOf(rows, one)),
    ground: (municipality) =>
      rows.partners
        .filter(
          ({ prefecture, area }) =>
            prefecture === partner.prefecture && (area.length === 0 || area.includes(municipality)),
        )
        .map(({ slug }) => slug)
        .join(' '),
    again: lumpOf(sealed.filter(hadOne)),
    first: lumpOf(sealed.filter((one) => !hadOne(one))),
    days: { middle: middleOf(waits.map(({ days }) => days)), who: new Set(waits.map(({ company }) => company)) },
    ...wentOn(rows, partner.id, { settles, counts: (company, at) => inYear(at) && sees(company, at) }),
    standing: [...consents.values()].filter((spans) =>
      spans.some(({ from, to }) => from < end && (to === null || to >= end)),
    ).length,
    events: held.length,
    attendees: {
      value: guests.length,
      most: Math.max(0, ...guests.map(({ event }) => guests.filter((one) => one.event === event).length)),
    },
    grants: grantsAgain(rows, partner, year, midnight(`${monthOf(now)}-01`)),
    steps: stepsAgain(rows, partner, end),
    goals: goalsAgain(rows, partner.id, year),
  }
}

type Dated = { figure: string; company: string; project?: string; at: number; value: number }

function piecesOf(rows: FiscalRows, settles: number): Dated[] {
  const found: Dated[] = []
  for (const { company, at } of rows.worries)
    if (company !== null) found.push({ figure: 'worries', company, at, value: 1 })
  for (const { id, company, at } of rows.projects.values()) {
    if (at !== null) found.push({ figure: 'projects', company, project: id, at, value: 1 })
  }
  for (const one of rows.applications) found.push({ ...one, figure: 'applications', value: 1 })
  for (const { company, project, at } of rows.contracts.values())
    found.push({ figure: 'contracts', company, project, at, value: 1 })
  for (const { month, company, day } of rows.visits) {
    const { contract, told } = rows.months.get(month)!
    const project = rows.contracts.get(contract)?.project
    if (told < settles) found.push({ figure: 'visits', company, project, at: midnight(day), value: 1 })
  }
  const begun = new Map<string, string>()
  for (const { contract, day, sure } of rows.months.values()) {
    const before = begun.get(contract)
    if (sure !== null && sure < settles && (before === undefined || day < before)) begun.set(contract, day)
  }
  for (const { contract, company, day, hours, sure } of rows.months.values()) {
    const agreed = rows.terms.get(contract)?.at(-1)
    if (sure === null || sure >= settles || !agreed) continue
    const fees: Record<string, number> = {
      hourly: agreed.yen * hours,
      monthly: agreed.yen,
      total: begun.get(contract) === day ? agreed.yen : 0,
    }
    const project = rows.contracts.get(contract)?.project
    found.push({ figure: 'fees', company, project, at: midnight(day), value: fees[agreed.kind] ?? 0 })
  }
  return found
}

function pieceOf(rows: FiscalRows, { figure, company, project, at, value }: Dated): Piece {
  const { industry, town } = rows.companies.get(company)!
  const [code] = (project && rows.codes.get(project)) || []
  return { figure, company, value, month: monthOf(at), industry, municipality: town, major: code ? majorOf(code) : '' }
}

function majorOf(code: string): string {
  const [today] = jobCodes().current(code)
  const major = jobCodes().majors.find(({ middles }) =>
    middles.some(({ leaves }) => leaves.some(({ id }) => id === today)),
  )
  return major?.id ?? ''
}

function lumpOf(rows: readonly { company: string }[]): Lump {
  return { value: rows.length, who: new Set(rows.map(({ company }) => company)) }
}

function middleOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  if (sorted.length === 0) return null
  return sorted.length % 2 === 1
    ? sorted[(sorted.length - 1) / 2]!
    : (sorted[sorted.length / 2 - 1]! + sorted[sorted.length / 2]!) / 2
}
