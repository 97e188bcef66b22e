import { checkPosting, type PostingItem } from '../../law/posting.ts'
import type { LegalDate } from '../../lib/time.ts'
import type { ProjectCode } from '../schema.ts'
import type { Content } from './changes.ts'
import { type Found, foundBy } from './lint-checks.ts'
import { type LintRule, lintRules } from './lint-rules.ts'
import { type FieldName, isUnsureField, STEPS, type StepName, stepOfField } from './steps.ts'

/** What is missing or unclear in a posting. `error` stops publication, `warning` is advice. */
export type Finding = {
  /** Id of the rule in reference/lint.yaml. */
  readonly rule: string
  readonly field: FieldName | 'codes'
  readonly step: StepName
  readonly severity: 'error' | 'warning'
  readonly sentence: string
  readonly reason: string
  readonly example: string
  /** One tap mends it. */
  readonly fixable: boolean
  /** The owner left this to the desk: it stops publication, not sending. */
  readonly unsure: boolean
}

/** Fields as the screens ask for them; the job codes stand with the work. */
const IN_ORDER: readonly (FieldName | 'codes')[] = STEPS.flatMap(({ fields }) =>
  fields.flatMap((field) => (field === 'work' ? ['work', 'codes'] : [field]) as (FieldName | 'codes')[]),
)
const STOP_POINTS = 12
const ADVICE_POINTS = 5

/** Everything that is missing or unclear, in the order of the screens; empty when the posting can go live as it is. */
export function lint(project: Content, codes: readonly Pick<ProjectCode, 'code' | 'must'>[], on: LegalDate): Finding[] {
  const laws = new Map(lawFindings(project, on).map(({ item, sentence }) => [item, sentence]))
  const found = lintRules().flatMap((rule) => {
    const { when } = rule
    if ('law' in when) {
      const sentence = laws.get(when.law)
      return sentence === undefined ? [] : [findingOf(rule, project, sentence)]
    }
    if ('empty' in when) return isEmpty(when.empty, project, codes, on) ? [findingOf(rule, project, rule.sentence)] : []
    const what = foundBy(when, project, codes)
    return what === null ? [] : [findingOf(rule, project, inWords(rule.sentence, what))]
  })
  return found.sort((a, b) => IN_ORDER.indexOf(a.field) - IN_ORDER.indexOf(b.field))
}

/** 0–100: how well a posting can be understood and acted on. What was left to the desk costs nothing. */
export function scoreOf(findings: readonly Finding[]): number {
  const lost = findings
    .filter(({ unsure }) => !unsure)
    .reduce((sum, { severity }) => sum + (severity === 'error' ? STOP_POINTS : ADVICE_POINTS), 0)
  return Math.max(0, 100 - lost)
}

/** What is said under a form while somebody writes: the score, and advice about what is on the screen. */
export function liveWords(findings: readonly Finding[], step: StepName | null): string[] {
  const here = findings.filter((finding) => finding.severity === 'warning' && (step === null || finding.step === step))
  return [`伝わりやすさ ${scoreOf(findings)}点`, ...here.map(({ sentence }) => sentence)]
}

/** What the owner has to mend before sending. What was left to the desk does not count. */
export function stopsSending(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity, unsure }) => severity === 'error' && !unsure)
}

/** What has to be mended before everybody may see it. */
export function stopsPublication(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity === 'error')
}

/** Nothing is there where something has to be; for a closing day: a day that is over. */
function isEmpty(field: FieldName | 'codes', project: Content, codes: readonly unknown[], on: LegalDate): boolean {
  switch (field) {
    case 'codes':
      return codes.length === 0
    case 'style':
      return project.style === null
    case 'travelPaid':
      return project.style !== null && project.style !== 'remote' && project.travelPaid === null
    case 'closesOn':
      return project.closesOn !== null && project.closesOn < on
    default:
      return !project[field as keyof Content]
  }
}

function lawFindings(project: Content, on: LegalDate): { item: PostingItem; sentence: string }[] {
  return checkPosting(
    {
      name: project.posterName ?? '',
      address: project.posterAddress ?? '',
      contact: project.posterContact ?? '',
      content: project.work ?? '',
      place: project.place ?? '',
      contractKind: project.contractKind === 'probono' ? 'pro-bono' : 'direct',
      feeYen: project.fee,
      feeMaxYen: null,
      hoursPerMonth: project.hours,
      months: project.months,
      startsOn: project.startOn,
    },
    on,
  )
}

function findingOf({ id, severity, field, reason, example, fix }: LintRule, project: Content, sentence: string) {
  const unsure = isUnsureField(field) && project.unsure.includes(field)
  // Where the work is done follows from how: who does not know the one cannot write the other.
  const followsStyle = (field === 'place' || field === 'travelPaid') && project.unsure.includes('style')
  const finding: Finding = {
    ...{ rule: id, field, step: stepOfField(field), sentence, reason, example },
    severity: severity === 'stop' ? 'error' : 'warning',
    fixable: fix !== undefined,
    unsure: unsure || followsStyle,
  }
  return finding
}

function inWords(sentence: string, { word, count, yen }: Found): string {
  return sentence
    .replaceAll('{word}', word ?? '')
    .replaceAll('{count}', String(count ?? ''))
    .replaceAll('{yen}', (yen ?? 0).toLocaleString('ja-JP'))
}
