import { type SQL, sql } from 'drizzle-orm'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { Tx } from '../../lib/db.ts'
import { regionOf } from './again.ts'
import { iso } from './raw.ts'

type Company = { id: string; prefecture: number; updated: string }
type Person = {
  id: string
  prefecture: number | null
  updated: string
  visible: boolean
  codes: string[]
}
type Posting = { company: string; published: string; withdrawn: string | null; codes: string[] }
export type RawMarket = { companies: Company[]; people: Person[]; postings: Posting[] }

/** Who asks and who offers, as the rows stand today. */
export async function readMarket(tx: Tx): Promise<RawMarket> {
  const all = async <T extends Record<string, unknown>>(query: SQL) => (await tx.execute<T>(query)).rows
  return {
    companies: await all<Company>(sql`select id, prefecture, ${iso('updated_at')} as updated from companies`),
    people: await all<Person>(sql`
      select id, prefecture, ${iso('updated_at')} as updated,
        published_at is not null and hidden_at is null and employer_answered_at is not null
          and availability not in ('look', 'pause') as visible,
        array(select code from talent_codes where talent_id = talents.id) as codes from talents`),
    postings: await all<Posting>(sql`
      select company_id as company, ${iso('published_at')} as published, ${iso('withdrawn_at')} as withdrawn,
        array(select code from project_codes where project_id = projects.id) as codes
      from projects where published_at is not null`),
  }
}

/** The least and the most that there can have been. */
export type Range = { least: number; most: number }

/**
 * Of one release, by 「kind area major」. What somebody could do is written over when they change it, so that a row that was
 * changed after the release was made may have counted or not, and a company that was may have been elsewhere.
 */
export function marketAgain(raw: RawMarket, until: string, madeAt: string): Map<string, Range> {
  const found = new Map<string, { certain: Set<string>; possible: Set<string> }>()
  const note = (key: string, who: string, isCertain: boolean) => {
    const both = found.get(key) ?? { certain: new Set(), possible: new Set() }
    both.possible.add(who)
    if (isCertain) both.certain.add(who)
    found.set(key, both)
  }
  const companies = new Map(raw.companies.map((company) => [company.id, company]))
  const [year, month] = until.split('-') as [string, string]
  const [first, end] = [midnight(`${Number(year) - 2}-${month}-01`), midnight(until)]
  for (const { company, published, withdrawn, codes } of raw.postings) {
    if (published < first || published >= end || (withdrawn !== null && withdrawn < end)) continue
    const { prefecture, updated } = companies.get(company)!
    for (const major of majorsOf(codes)) {
      note(`asked all ${major}`, company, true)
      if (updated <= madeAt) note(`asked ${regionOf(prefecture)} ${major}`, company, true)
      else for (const area of AREAS) note(`asked ${area} ${major}`, company, false)
    }
  }
  for (const { id, prefecture, updated, visible, codes } of raw.people) {
    const isKnown = updated <= madeAt
    if (isKnown && !visible) continue
    for (const major of isKnown ? majorsOf(codes) : jobCodes().majors.map((one) => one.id)) {
      note(`offered all ${major}`, id, isKnown)
      if (!isKnown) for (const area of AREAS) note(`offered ${area} ${major}`, id, false)
      else if (prefecture !== null) note(`offered ${regionOf(prefecture)} ${major}`, id, true)
    }
  }
  return new Map([...found].map(([key, { certain, possible }]) => [key, { least: certain.size, most: possible.size }]))
}

const AREAS = [1, 7, 14, 23, 30, 35, 39, 47].map(regionOf)

/** As the rows write it. */
function midnight(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 9 * 3_600_000).toISOString().slice(0, 19)
}

function majorsOf(codes: readonly string[]): Set<string> {
  const today = new Set(codes.flatMap((code) => jobCodes().current(code)))
  return new Set(
    jobCodes().majors.flatMap(({ id, middles }) =>
      middles.some(({ leaves }) => leaves.some((leaf) => today.has(leaf.id))) ? [id] : [],
    ),
  )
}

/** What is wrong with a figure in whole fives from five on; undefined: nobody was counted. */
export function marketFault(said: { value: number } | null | undefined, { least, most }: Range): string | null {
  const fives = (n: number) => n - (n % 5)
  if (!said) return least < 5 ? null : `not said, though there are ${least}`
  const fits = said.value >= 5 && fives(least) <= said.value && said.value <= fives(most)
  return fits ? null : `${said.value} said, ${least} to ${most} counted`
}
