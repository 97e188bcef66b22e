import { consentedAt } from '../../cases/rules/openness.ts'
import { businessDaysAfter, type LegalDate, today } from '../../lib/time.ts'
import { REVIEW_DAYS } from '../../projects/rules/state.ts'
import { jobInWords } from '../rules.ts'

/** Something that waits for the desk: since when, what, of whom, by when, and where it is worked on. */
export type WaitingLine = {
  readonly since: Date
  readonly kind: string
  readonly what: string | null
  readonly by?: LegalDate
  readonly href: string
}

type Dated = { readonly id: string; readonly since: Date | null }
type Case = Parameters<typeof consentedAt>[0] & {
  readonly id: string
  readonly createdAt: Date
  readonly title: string
}

/** All that waits, as far as its lines need it. */
export type Waiting = {
  readonly now: Date
  readonly projects: readonly { id: string; submittedAt: Date | null; company: string; title: string | null }[]
  readonly calls: readonly { createdAt: Date; reference?: string | null }[]
  readonly signing: readonly { id: string; askedAt: Date; company: string }[]
  readonly reports: readonly { report: { id: string; createdAt: Date }; company: string }[]
  readonly letters: readonly { id: string; createdAt: Date; subject: string; paperSince: Date | null }[]
  readonly cases: readonly Case[]
  readonly stories: readonly (Dated & { readonly title: string })[]
  readonly overdue: readonly (Dated & { readonly name: string })[]
  readonly worries: readonly { id: string; helpAskedAt: Date | null; company: string | null }[]
  readonly referrals: readonly {
    referral: { consentedAt: Date | null; callBy: LegalDate | null; firm: string | null }
    company: string | null
  }[]
  readonly typing: readonly (Dated & { readonly company: string | null; readonly isPaper?: boolean })[]
  readonly resting: readonly { name: string; failedAt: Date; reference: string | null }[]
}

/** What waits for the desk, the longest first; who somebody is, and what they wrote, is not in it. */
export function linesOf(waiting: Waiting): WaitingLine[] {
  const { now } = waiting
  const lines: WaitingLine[] = [
    ...waiting.projects.map(({ id, submittedAt, company, title }) => ({
      since: submittedAt ?? now,
      kind: '案件の確認',
      what: [company, title].filter(Boolean).join('　'),
      by: businessDaysAfter(today(submittedAt ?? now), REVIEW_DAYS),
      href: `/desk/projects/${id}`,
    })),
    ...waiting.calls.map(({ createdAt, reference = null }) => ({
      ...{ since: createdAt, kind: '電話', what: reference, href: '/desk/calls' },
    })),
    ...waiting.signing.map(({ id, askedAt, company }) => ({
      ...{ since: askedAt, kind: '同意の電話', what: company, href: `/desk/signing-calls/${id}` },
    })),
    ...waiting.reports.map(({ report, company }) => ({
      ...{ since: report.createdAt, kind: '知らせ', what: company, href: `/desk/reports/${report.id}` },
    })),
    ...waiting.letters.map(({ id, createdAt, subject, paperSince }) => ({
      ...{ since: createdAt, kind: paperSince ? '紙で送ること' : '電話で伝えること', what: subject },
      href: paperSince ? `/desk/letters/${id}` : '/desk/people',
    })),
    ...waiting.cases.map((row) => ({
      since: consentedAt(row) ?? row.createdAt,
      ...{ kind: '事例の公開', what: row.title, href: `/desk/cases/${row.id}` },
    })),
    ...waiting.stories.map(({ id, since, title }) => ({
      ...{ since: since ?? now, kind: '記事の公開', what: title, href: `/desk/cases/${id}#story` },
    })),
    ...waiting.overdue.map(({ since, name }) => ({
      ...{ since: since ?? now, kind: '返事の約束を過ぎた企業', what: name, href: '/desk' },
    })),
    ...waiting.worries.map(({ id, helpAskedAt, company }) => ({
      ...{ since: helpAskedAt ?? now, kind: 'いっしょに見る困りごと', what: company, href: `/desk/worries/${id}` },
    })),
    ...waiting.referrals.map(({ referral, company }) => ({
      since: referral.consentedAt ?? now,
      ...{ kind: 'お取次ぎの最初の電話', what: company ?? referral.firm, href: '/desk/referrals' },
      ...(referral.callBy && { by: referral.callBy }),
    })),
    ...waiting.typing.map(({ id, since, company, isPaper }) => ({
      ...{ since: since ?? now, kind: isPaper ? '書いた紙の写真' : 'メモの写真', what: company },
      href: `/desk/${isPaper ? 'papers' : 'worries'}/${id}/typing`,
    })),
    ...waiting.resting.map((job) => ({
      since: job.failedAt,
      ...{ kind: `うまくいかなかった仕事（${jobInWords(job.name)}）`, what: job.reference, href: '/desk' },
    })),
  ]
  return lines.sort((a, b) => a.since.getTime() - b.since.getTime())
}
