/** What a company is known by. */
export type Known = {
  readonly name: string
  readonly corporateNumber?: string | null
  /** Mail domains that are the company's own. */
  readonly domains?: readonly string[]
}

const FORMS =
  /株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|公益社団法人|公益財団法人|\(株\)|\(有\)|\(同\)|\bco\b|\bltd\b|\binc\b|\bcorp\b|\bcorporation\b|\bllc\b|\bkk\b/g
/** Mail services that everybody uses; the last is the one of the people of the demo. */
const SHARED_DOMAINS = new Set([
  'gmail.com',
  'yahoo.co.jp',
  'yahoo.ne.jp',
  'outlook.com',
  'outlook.jp',
  'hotmail.com',
  'hotmail.co.jp',
  'icloud.com',
  'me.com',
  'docomo.ne.jp',
  'ezweb.ne.jp',
  'au.com',
  'softbank.ne.jp',
  'i.softbank.jp',
  'nifty.com',
  'biglobe.ne.jp',
  'ocn.ne.jp',
  'plala.or.jp',
  'cast.example',
])

/**
 * The texts by which two records of one company find each other: number, mail domains, and the name without its legal
 * form, spaces, marks, width or case. A block compares keyed hashes of them, so that nobody can read who hides from whom.
 */
export function companyKeys(company: Known): string[] {
  const name = plainName(company.name)
  return [
    ...(name ? [`name:${name}`] : []),
    ...(company.corporateNumber ? [`number:${company.corporateNumber.normalize('NFKC').replace(/\D/g, '')}`] : []),
    ...(company.domains ?? [])
      .map((domain) => domain.normalize('NFKC').trim().toLowerCase().replace(/^.*@/, ''))
      .filter((domain) => domain.includes('.') && !SHARED_DOMAINS.has(domain))
      .map((domain) => `domain:${domain}`),
  ]
}

/** ㈱めぐり産業, 株式会社 めぐり産業 and めぐり産業（株） are one company. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(FORMS, '')
    .replace(/ヶ/g, 'ケ')
    .replace(/[^\p{L}\p{N}ー]/gu, '')
}
