import type { LegalDate } from '../../lib/time.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import type { EvidenceItem } from '../rules/evidence.ts'
import type { Finding } from '../rules/question.ts'
import type { Subsidy } from '../rules/subsidies.ts'
import type { Grant } from '../schema.ts'

/** The form of a page that came back. */
export type Failed = { readonly form: string; readonly values: FormValues; readonly errors: FormErrors }

export type GrantPageProps = {
  base: string
  grant: Grant
  subsidy: Subsidy
  title: string
  officeName: string | null
  /** What stands against it today; only while it is planned. */
  against: readonly Finding[]
  applyBy: LegalDate | null
  items: readonly EvidenceItem[]
  mayAct: boolean
  today: LegalDate
  failed?: Failed | undefined
}
