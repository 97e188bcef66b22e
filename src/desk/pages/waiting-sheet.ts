import { consentedAt } from '../../cases/rules/openness.ts'
import { type Sheet, type SheetCell, sheetOf } from '../../lib/sheet.ts'
import { businessDaysAfter, today } from '../../lib/time.ts'
import { REVIEW_DAYS } from '../../projects/rules/state.ts'
import { jobInWords } from '../rules.ts'
import type { Desk } from './desk.tsx'

type Waiting = Parameters<typeof Desk>[0]
type Line = { readonly since: Date; readonly kind: string; readonly what: string | null; readonly by?: string }

const COLUMNS: readonly SheetCell<Line>[] = [
  { head: '待ちはじめた日', kind: 'date', cell: ({ since }) => today(since) },
  { head: '待っていること', kind: 'text', cell: ({ kind }) => kind },
  { head: '企業・案件', kind: 'text', cell: ({ what }) => what },
  { head: '期限', kind: 'date', cell: ({ by }) => by ?? null },
]

/** What waits for the desk, the longest first; who somebody is, and what they wrote, stays on the pages. */
export function waitingSheet(props: Waiting): Sheet {
  const { now } = props
  const lines: Line[] = [
    ...props.projects.map(({ submittedAt, company, title }) => ({
      since: submittedAt ?? now,
      kind: '案件の確認',
      what: [company, title].filter(Boolean).join('　'),
      by: businessDaysAfter(today(submittedAt ?? now), REVIEW_DAYS),
    })),
    ...props.calls.map((call) => ({ since: call.createdAt, kind: '電話', what: call.reference })),
    ...props.signing.map((call) => ({ since: call.askedAt, kind: '同意の電話', what: call.company })),
    ...props.reports.map(({ report, company }) => ({ since: report.createdAt, kind: '知らせ', what: company })),
    ...props.letters.map(({ createdAt, subject }) => ({ since: createdAt, kind: '電話で伝えること', what: subject })),
    ...props.cases.map((row) => ({ since: consentedAt(row) ?? row.createdAt, kind: '事例の公開', what: row.title })),
    ...props.stories.map(({ since, title }) => ({ since, kind: '記事の公開', what: title })),
    ...props.overdue.map(({ since, name }) => ({ since: since ?? now, kind: '返事の約束を過ぎた企業', what: name })),
    ...props.worries.map(({ helpAskedAt, company }) => ({
      since: helpAskedAt ?? now,
      kind: 'いっしょに見る困りごと',
      what: company,
    })),
    ...props.referrals.map(({ referral, company }) => ({
      since: referral.consentedAt ?? now,
      kind: 'お取次ぎの最初の電話',
      what: company ?? referral.firm,
      ...(referral.callBy && { by: referral.callBy }),
    })),
    ...props.typing.map(({ since, company, isSheet }) => ({
      since: since ?? now,
      kind: isSheet ? '書いた紙の写真' : 'メモの写真',
      what: company,
    })),
    ...props.resting.map((job) => ({
      since: job.failedAt,
      kind: `うまくいかなかった仕事（${jobInWords(job.name)}）`,
      what: job.reference,
    })),
  ]
  return sheetOf(
    '事務局で待っていること',
    COLUMNS,
    lines.sort((a, b) => a.since.getTime() - b.since.getTime()),
  )
}
