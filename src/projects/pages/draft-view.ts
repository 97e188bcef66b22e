import type { CodeHit } from '../../jobcodes/rules/search.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import type { Content } from '../rules/changes.ts'
import type { AskedCode } from '../rules/codes.ts'

/** What the screens of a draft show. */
export type DraftView = {
  readonly project: Content
  readonly codes: readonly AskedCode[]
  readonly now: Date
  /** What was looked for among the job codes, and what was found. */
  readonly find: string
  readonly found: readonly CodeHit[]
  /** What the job codes would like to know: food for thought. */
  readonly hints: readonly string[]
  readonly values: FormValues
  readonly errors?: FormErrors
  readonly version: number
  /** Somebody else changed the draft meanwhile: what is on the screen is kept, and goes over it when it is sent again. */
  readonly changed?: boolean
}
