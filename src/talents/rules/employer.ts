import { alikeName, companyKeys, type Known } from '../../companies/rules/keys.ts'

/** What somebody answered to the employer question, as it is sealed. */
export type Employer = {
  /** Null: has no employer. */
  readonly employer: { readonly name: string; readonly corporateNumber: string; readonly domain: string } | null
  /** Further companies that must not see the profile: a name each, a 法人番号 or a mail domain. */
  readonly others: readonly string[]
}

/** The text to seal. */
export function writeEmployer(answer: Employer): string {
  return JSON.stringify(answer)
}

/** The answer in a sealed text; a text that is no answer of ours is the bare name of the employer. */
export function readEmployer(text: string): Employer {
  if (text.startsWith('{')) return JSON.parse(text) as Employer
  return { employer: { name: text, corporateNumber: '', domain: '' }, others: [] }
}

/**
 * Every text by which a company that must not see the profile can be known: number, mail domain and name of the
 * employer, the names of the others, and the domain of the person's own mail address where it is a company's.
 */
export function hidingKeys({ employer, others }: Employer, ownAddress: string): string[] {
  const own = companyKeys({ name: '', domains: [ownAddress] })
  const known: Known[] = [...(employer ? [{ ...employer, domains: [employer.domain] }] : []), ...others.map(knownAs)]
  return [...new Set([...known.flatMap(companyKeys), ...own])]
}

/** One line of the further companies, as somebody wrote it. */
function knownAs(line: string): Known {
  const digits = line.normalize('NFKC').replace(/[\s-]/g, '')
  if (/^\d{13}$/.test(digits)) return { name: '', corporateNumber: digits }
  return DOMAIN.test(line.normalize('NFKC')) ? { name: line, domains: [line] } : { name: line }
}

const DOMAIN = /^\s*(?:[\w.+-]*@)?[a-z0-9-]+(?:\.[a-z0-9-]+)+\s*$/i

/** Domains that only registered organisations get (JPRS 属性型). */
const ORGANISATIONS = /\.(co|or|ac|ed|go|lg|gr)\.jp$/

/** Does somebody's mail address look like the employer's, where others may read what comes in? */
export function looksLikeEmployers(address: string, { employer }: Employer): boolean {
  if (!employer) return false
  const domain = address.normalize('NFKC').toLowerCase().split('@').at(-1) ?? ''
  if (companyKeys({ name: '', domains: [domain] }).length === 0) return false
  return domain === employer.domain || domain.endsWith(`.${employer.domain}`) || ORGANISATIONS.test(domain)
}

/** Is the employer's name in a text that companies will read? Legal form, width, case and spaces do not matter. */
export function namesEmployer(text: string, { employer }: Employer): boolean {
  const name = employer ? alikeName(employer.name) : ''
  return name.length >= SHORTEST && alikeName(text).includes(name)
}

/** A name of one letter would be found in nearly every text. */
const SHORTEST = 2
