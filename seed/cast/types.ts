import type { Account, Membership } from '../../src/accounts/schema.ts'
import type { Partner } from '../../src/partners/schema.ts'
import type { Talent, Tie } from '../../src/talents/schema.ts'

export type CompanySeed = {
  name: string
  nameKana: string
  corporateNumber: string
  prefecture: number
  municipality: string
  industry: string
  employees: number
  officers: number
  about: string
  contactName: string
  address: string
  phone: string
  email: string
}

export type PartnerSeed = {
  slug: string
  name: string
  kind: Partner['kind']
  prefecture: number
  municipality: string
  area: readonly string[]
  about: string
  message: string
  phone: string
  /** Keys of COMPANIES that consented to be seen by this partner. */
  companies: readonly string[]
}

export type TalentSeed = {
  headline: string
  about: string
  prefecture: number
  hours: number
  fee: number
  style: NonNullable<Talent['style']>
  availability: Talent['availability']
  motives: readonly string[]
  industries: readonly string[]
  /** Job-code id, level 1–4, years, one line of evidence. */
  codes: readonly (readonly [code: string, level: number, years: number, evidence: string])[]
  ties: readonly (readonly [kind: Tie['kind'], prefecture: number, lastYear: number])[]
  /** The main job; null = none. */
  employer: { name: string; domain?: string } | null
}

export type PersonSeed = {
  email: string
  familyName: string
  givenName: string
  familyKana: string
  givenKana: string
  phone: string
  /** Who this is, as the page of the demo says it. */
  role: string
  power?: Account['power']
  company?: readonly [firm: string, role: Membership['role']]
  partner?: readonly [partner: string, role: Membership['role']]
  talent?: TalentSeed
}
