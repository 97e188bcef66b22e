import type { CodeHit } from '../../jobcodes/rules/search.ts'
import { jobCodes, searchCodes } from '../../jobcodes/rules/standard.ts'
import { today } from '../../lib/time.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { type Content, valuesOf } from '../rules/changes.ts'
import { type AskedCode, codeValues } from '../rules/codes.ts'
import { feeGuidance, guidanceInWords } from '../rules/fee-guidance.ts'
import { type Finding, lint } from '../rules/lint.ts'
import type { StepName } from '../rules/steps.ts'
import { untouchedSteps } from '../rules/template.ts'

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
  /** What others pay for about as many hours, in words. */
  readonly feeWords: string
  /** The score and what could be clearer, of the last words that were saved. */
  readonly findings: readonly Finding[]
  readonly version: number
  /** The screens on which the words of a job code stand as they came. */
  readonly untouched: readonly StepName[]
  /** Somebody else changed the draft meanwhile: what is on the screen is kept, and goes over it when it is sent again. */
  readonly changed?: boolean
  /** Who wrote which field in an assisted session. */
  readonly marks?: Readonly<Record<string, string>>
}

export type FieldsProps = {
  draft: DraftView
  /** The title of the page asks already. */
  alone?: boolean
  /** Shows what is usually folded away: for the desk. */
  open?: boolean
}

/** A form that came back. */
export type Sent = { readonly values: FormValues; readonly errors?: FormErrors; readonly changed?: boolean }

/** Asked for before the hours are known. */
export const USUAL_HOURS = 10
const FOUND = 5
const HINTS = 4

export function draftView(
  project: Content & { version: number; worryId: string | null },
  codes: readonly AskedCode[],
  now: Date,
  find = '',
  fees: readonly number[] = [],
  sent?: Sent,
): DraftView {
  const hours = project.hours ?? USUAL_HOURS
  return {
    project,
    codes,
    now,
    find,
    found: find ? searchCodes(find, FOUND) : [],
    hints: [...new Set(codes.flatMap(({ code }) => jobCodes().leaf(code)?.questions ?? []))].slice(0, HINTS),
    values: { ...valuesOf(project), ...codeValues(codes), ...sent?.values },
    ...(sent?.errors && { errors: sent.errors }),
    ...(sent?.changed && { changed: true }),
    feeWords: guidanceInWords(feeGuidance(fees, hours), hours),
    untouched: untouchedSteps(project, codes),
    findings: lint(project, codes, today(now)),
    version: project.version,
  }
}
