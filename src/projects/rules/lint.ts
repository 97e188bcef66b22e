import { checkPosting, type PostingItem } from '../../law/posting.ts'
import type { LegalDate } from '../../lib/time.ts'
import { fold } from '../../text/normalise.ts'
import type { ProjectCode } from '../schema.ts'
import type { Content } from './changes.ts'
import { type FieldName, isUnsureField, type StepName, stepOfField } from './steps.ts'

/** What is missing or unclear in a posting. `error` stops publication, `warning` is advice. */
export type Finding = {
  readonly field: FieldName | 'codes'
  readonly step: StepName
  readonly severity: 'error' | 'warning'
  readonly sentence: string
  /** The owner left this to the desk: it stops publication, not sending. */
  readonly unsure: boolean
}

const FIELD_OF: Readonly<Record<PostingItem, FieldName>> = {
  name: 'posterName',
  address: 'posterAddress',
  contact: 'posterContact',
  content: 'work',
  place: 'place',
  fee: 'fee',
  contractKind: 'fee',
  period: 'months',
  hours: 'hours',
}

/** Words of employment: this place is for commissioned work only (職業安定法). */
const EMPLOYMENT = /時給|日給|シフト|フルタイム|正社員|アルバイト|パートさん|勤務時間|出勤|残業|専属|社会保険完備/
/** With more than this many things that somebody must know, the one right person is seldom found. */
const MANY_MUSTS = 3
const SHORT_BACKGROUND = 30
const SHORT_GOAL = 10
const LONG_WAIT = 10

/** Everything that is missing or unclear, in the order of the screens; empty when the posting can go live as it is. */
export function lint(project: Content, codes: readonly Pick<ProjectCode, 'code' | 'must'>[], on: LegalDate): Finding[] {
  const found = [...missing(project, codes, on), ...legal(project, on), ...advice(project, codes)]
  const order = (finding: Finding) => FIELDS_IN_ORDER.indexOf(finding.step)
  return found.sort((a, b) => order(a) - order(b))
}

const FIELDS_IN_ORDER = ['background', 'work', 'goal', 'hours', 'fee', 'place', 'period', 'contact'] as const

/** What the owner has to mend before sending. What was left to the desk does not count. */
export function stopsSending(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity, unsure }) => severity === 'error' && !unsure)
}

/** What has to be mended before everybody may see it. */
export function stopsPublication(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity === 'error')
}

function missing(project: Content, codes: readonly unknown[], on: LegalDate): Finding[] {
  const gaps: [boolean, FieldName | 'codes', string][] = [
    [!project.background, 'background', 'いま困っていることを書いてください。'],
    [!project.title, 'title', '案件の題を書いてください。'],
    [codes.length === 0, 'codes', '頼みたい仕事の種類を、一つ選んでください。'],
    [!project.goal, 'goal', '三か月後にどうなっていたいかを書いてください。'],
    [project.style === null, 'style', '離れたままか、来てもらうかを選んでください。'],
    [
      project.style !== null && project.style !== 'remote' && project.travelPaid === null,
      'travelPaid',
      '来てもらうときの交通費を払うかどうかを選んでください。',
    ],
    [project.prefecture === null, 'prefecture', '都道府県を選んでください。'],
    [
      project.closesOn !== null && project.closesOn < on,
      'closesOn',
      '募集を終える日が、もう過ぎています。選びなおしてください。',
    ],
    [!project.ending, 'ending', 'いつ、どう終わるかを書いてください。'],
  ]
  return gaps.filter(([gap]) => gap).map(([, field, sentence]) => finding(project, field, 'error', sentence))
}

function legal(project: Content, on: LegalDate): Finding[] {
  const found = checkPosting(
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
  return found.map(({ item, severity, sentence }) => finding(project, FIELD_OF[item], severity, sentence))
}

function advice(project: Content, codes: readonly Pick<ProjectCode, 'must'>[]): Finding[] {
  const words = fold([project.title, project.work, project.background].join('\n'))
  const employed = EMPLOYMENT.exec(words)?.[0]
  const musts = codes.filter(({ must }) => must).length
  const hints: [boolean, FieldName | 'codes', string][] = [
    [
      isShort(project.background, SHORT_BACKGROUND),
      'background',
      'いまの様子をもう少し書くと、合う人が見つけやすくなります。',
    ],
    [
      employed !== undefined,
      'work',
      `「${employed}」は人を雇うときの言葉です。ここでは、会社どうしのように仕事を頼みます。`,
    ],
    [musts > MANY_MUSTS, 'codes', `「必ず」が${musts}つあります。へらすと、合う人が見つけやすくなります。`],
    [isShort(project.goal, SHORT_GOAL), 'goal', '三か月後の姿を、目に見えることで書くと伝わります。'],
    [project.answerDays > LONG_WAIT, 'answerDays', `返事まで${project.answerDays}日は、待つ人には長く感じられます。`],
  ]
  return hints.filter(([hint]) => hint).map(([, field, sentence]) => finding(project, field, 'warning', sentence))
}

function finding(
  project: Content,
  field: FieldName | 'codes',
  severity: Finding['severity'],
  sentence: string,
): Finding {
  const unsure = isUnsureField(field) && project.unsure.includes(field)
  // Where the work is done follows from how: who does not know the one cannot write the other.
  const followsStyle = (field === 'place' || field === 'travelPaid') && project.unsure.includes('style')
  return { field, step: stepOfField(field), severity, sentence, unsure: unsure || followsStyle }
}

function isShort(text: string | null, length: number): boolean {
  return Boolean(text) && [...text!].length < length
}
