import type { Talent, Tie } from '../../src/talents/schema.ts'
import type { Named } from './people.ts'

/** A professional of the demo before anything is written anywhere. */
export type DemoTalent = Named & {
  /** Names the row for ever: ids are made from it. */
  key: string
  headline: string
  about: string
  prefecture: number
  municipality: string
  hours: number
  fee: number
  style: NonNullable<Talent['style']>
  availability: Talent['availability']
  motives: string[]
  industries: string[]
  codes: DemoCode[]
  ties: DemoTie[]
  /** The main job; null for who has none. */
  employer: { name: string; domain: string } | null
  /** Whole months since the last visit. */
  activeMonthsAgo: number
}

export type DemoCode = { code: string; level: number; years: number; lastYearsAgo: number; evidence: string }
export type DemoTie = { kind: Tie['kind']; prefecture: number; municipality: string | null; yearsAgo: number | null }

export type DemoCompany = {
  key: string
  name: string
  nameKana: string
  corporateNumber: string
  prefecture: number
  municipality: string
  town: string
  /** Place in TRADES. */
  trade: number
  industry: string
  employees: number
  officers: number
  about: string
  years: number
  owner: Named
  phone: string
  address: string
  domain: string
}
