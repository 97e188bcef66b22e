import { INDUSTRIES } from '../../companies/rules/industries.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { neighboursOf } from '../../lib/regions.ts'
import type { Raw } from './raw.ts'

export type Said = { value: number; until?: string } | null

/** The regions by their last prefecture, written down a second time. */
const ENDS = [
  ...([
    [1, 'hokkaido'],
    [7, 'tohoku'],
    [14, 'kanto'],
    [23, 'chubu'],
    [30, 'kinki'],
    [35, 'chugoku'],
  ] as const),
  ...([
    [39, 'shikoku'],
    [47, 'kyushu'],
  ] as const),
] as const
const NOT_SAID = 'unknown'

/** Every figure of the release of a day, each contract looked at by itself. */
export function figuresAgain(raw: Raw, until: string): Map<string, number> {
  const counts = new Map<string, number>()
  const companies = new Set<string>()
  const [year, month] = until.split('-').map(Number) as [number, number, number]
  const first = `${year - 2}-${String(month).padStart(2, '0')}`
  // Midnight in Japan, as the texts of the rows say it.
  const end = new Date(Date.parse(`${until}T00:00:00Z`) - 9 * 3_600_000).toISOString().slice(0, 19)
  for (const contract of raw.contracts) {
    const sealedIn = new Date(Date.parse(`${contract.sealed}Z`) + 9 * 3_600_000).toISOString().slice(0, 7)
    if (sealedIn < first || sealedIn >= until.slice(0, 7)) continue
    // Not known yet by the release of the day.
    if ((raw.known.get(contract.id) ?? '') > until) continue
    companies.add(contract.company)
    for (const key of keysOf(raw, contract, sealedIn, end)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  counts.set('companies', companies.size >= 5 ? Math.floor(companies.size / 5) * 5 : companies.size)
  return counts
}

type Contract = Raw['contracts'][number]

function keysOf(raw: Raw, contract: Contract, month: string, end: string): string[] {
  const seal = raw.seals.get(contract.id) ?? {}
  const home = 'from' in seal ? seal.from : raw.homes.get(contract.talent)
  const company = raw.companies.get(contract.company)!
  const place = seal.to ?? company.prefecture
  const [from, to] = [regionOf(home), regionOf(place)]
  const work = workOf(seal.codes ?? raw.codes.get(contract.project) ?? [])
  const trade = 'fromIndustry' in seal ? seal.fromIndustry : raw.trades.get(contract.talent)
  const [knows, serves] = [groupOf(trade), groupOf(seal.toIndustry ?? company.industry)]
  const left = (raw.notes.get(contract.id) ?? []).some((at) => at < end)
  const over = contract.ended !== null && contract.ended < end
  return [
    ...['all', `month ${month}`, `origin ${from}`, `flow ${from} ${to}`, `destination ${to}`, `prefecture ${place}`],
    ...[`need ${to} ${work[0]}`, `major ${work[0]}`, `middle ${work[1]}`, `leaf ${work[2]}`],
    `order ${isFirst(raw, contract) ? 'first' : 'later'}`,
    `distance ${!home ? NOT_SAID : home === place ? 'same' : 'other'}`,
    `stay ${left ? 'left' : over ? 'nothing' : 'going'}`,
    `introduced ${isIntroduced(raw, contract) ? 'yes' : 'no'}`,
    `returned ${isReturned(raw, contract) ? 'yes' : 'no'}`,
    ...[`group-origin ${knows}`, `group-flow ${knows} ${serves}`, `group ${serves}`],
    `industry ${seal.toIndustry ?? company.industry}`,
  ]
}

export function regionOf(prefecture: number | null | undefined): string {
  return prefecture ? ENDS.find(([last]) => prefecture <= last)![1] : NOT_SAID
}

function groupOf(industry: string | null | undefined): string {
  return INDUSTRIES.find(({ id }) => id === industry)?.group ?? NOT_SAID
}

/** Major, middle and leaf of the first code that is known today, searched from the top of the tree. */
function workOf(codes: readonly string[]): [string, string, string] {
  for (const code of codes) {
    const [today] = jobCodes().current(code)
    for (const major of jobCodes().majors) {
      for (const middle of major.middles) {
        if (middle.leaves.some(({ id }) => id === today)) return [major.id, middle.id, today!]
      }
    }
  }
  return [NOT_SAID, NOT_SAID, NOT_SAID]
}

function isFirst(raw: Raw, { account, company, sealed, number }: Contract): boolean {
  return !raw.contracts.some(
    (other) =>
      other.account === account &&
      other.company !== company &&
      (other.sealed < sealed || (other.sealed === sealed && other.number < number)),
  )
}

/** They began to apply while firms around here were shown them as somebody whom another firm had thought good. */
function isIntroduced(raw: Raw, { account, company, bid, project }: Contract): boolean {
  const begun = raw.begun.get(bid)!
  const here = raw.places.get(project) ?? null
  return raw.marks.some((mark) => {
    const there = raw.places.get(mark.project) ?? null
    const isNear = here !== null && there !== null && (here === there || neighboursOf(there).includes(here))
    return isNear && mark.account === account && mark.company !== company && mark.from < begun && begun < mark.until
  })
}

/** Somebody of a company that somebody else had helped here before. */
function isReturned(raw: Raw, { account, company, sealed }: Contract): boolean {
  return raw.staff.some(
    (one) =>
      one.account === account &&
      one.company !== company &&
      one.since <= sealed &&
      (one.until === null || one.until > sealed) &&
      raw.contracts.some(
        (helped) => helped.company === one.company && helped.account !== account && helped.sealed < sealed,
      ),
  )
}
