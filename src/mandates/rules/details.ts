import { ASSISTED_DETAILS, type AssistedDetails, PUBLIC_DETAILS } from '../../companies/rules/forms.ts'
import { industryName } from '../../companies/rules/industries.ts'
import type { Company, companyContacts } from '../../companies/schema.ts'
import { municipalityName } from '../../lib/regions.ts'
import { includes, type Scope } from '../../lib/web/guard.ts'

export type DetailName = (typeof ASSISTED_DETAILS)[number]
export type Contacts = typeof companyContacts.$inferSelect
export type Details = Readonly<Record<DetailName, string | number | null>>

/** What whoever types for a company may write of it: what everybody reads at once only if they may also send. */
export function detailsWithin(scope: Scope): readonly DetailName[] {
  const isPublic = (name: DetailName) => (PUBLIC_DETAILS as readonly DetailName[]).includes(name)
  return includes(scope, 'submit') ? ASSISTED_DETAILS : ASSISTED_DETAILS.filter((name) => !isPublic(name))
}

/** A company's details as they stand. */
export function detailsOf(company: Company, contacts: Contacts | undefined): Details {
  const { municipality, industry, employees, officers, about } = company
  const { contactName = null, address = null } = contacts ?? {}
  return { municipality, industry, employees, officers, about, contactName, address }
}

export function changedDetails(before: Details, after: Partial<AssistedDetails>): DetailName[] {
  return ASSISTED_DETAILS.filter((name) => after[name] !== undefined && after[name] !== before[name])
}

export function someDetails(
  names: readonly string[],
  from: Readonly<Record<string, unknown>>,
): Partial<AssistedDetails> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Partial<AssistedDetails>
}

const LABELS: Readonly<Record<DetailName, string>> = {
  municipality: '市区町村',
  industry: '業種',
  employees: '働いている人の数',
  officers: '役員の数',
  about: '会社の紹介',
  contactName: '連絡を受ける方の名前',
  address: '住所',
}

/** Fields in plain words, as they are read aloud. */
export function readDetails(details: Details, fields: readonly string[]) {
  return ASSISTED_DETAILS.filter((name) => fields.includes(name)).map((name) => ({
    label: LABELS[name],
    words: inWords(name, details[name]),
  }))
}

function inWords(name: DetailName, value: string | number | null): string {
  if (value === null || value === '') return '（空です）'
  if (name === 'industry') return industryName(String(value)) ?? String(value)
  if (name === 'municipality') return municipalityName(String(value)) ?? String(value)
  return name === 'employees' || name === 'officers' ? `${value}人` : String(value)
}
