import type { LegalDate } from '../../law/dates.ts'
import { checkTerms, type Terms, type TermsFinding } from '../../law/terms.ts'
import type { Project } from '../../projects/schema.ts'

const NOTHING_PAID = 'お礼のある案件です。報酬の額を、1円より上にしてください。'

/** What the law's check finds in terms, and whether they keep to what the project was posted as. */
export function findingsOf(terms: Terms, kind: Project['contractKind'], today: LegalDate): TermsFinding[] {
  const findings = checkTerms(terms, today)
  if (kind === 'probono' || terms.feeYen !== 0) return findings
  const others = findings.filter(({ item }) => item !== 'fee')
  const tax = findings.filter(({ item, severity }) => item === 'fee' && severity === 'error')
  return [...others, { item: 'fee', severity: 'error', sentence: NOTHING_PAID }, ...tax]
}
