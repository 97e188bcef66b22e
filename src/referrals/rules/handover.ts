import { z } from 'zod'
import { longText, text } from '../../lib/input.ts'
import { type LegalDate, today } from '../../lib/time.ts'
import { type Handover, type HandoverReceipt, PARTS } from '../schema.ts'

export { PARTS }
export type Part = HandoverReceipt['part']
export const PART_WORDS: Readonly<Record<Part, string>> = {
  matters: '進んでいること',
  promises: '約束と期限',
  contacts: '連絡先',
  history: 'これまでにしたこと',
  calendar: 'これからの予定',
}

/** Days of history in a pack, and the most lines of it. */
export const HISTORY_DAYS = 365
export const HISTORY_LINES = 60

export const handoverForm = z.object({
  from: text({ label: '渡す人', max: 36 }),
  to: text({ label: '受け取る人', max: 36 }),
  words: longText({ label: '申し送り', max: 2000, required: false }),
})

export type Line = { readonly title: string; readonly href?: string; readonly words?: string }
export type DatedLine = Line & { readonly day: LegalDate }
export type Contact = { readonly firm: string; readonly contact: string | null; readonly phone: string | null }

/** What is in a pack, as it is on the day of reading. */
export type Pack = {
  /** Companies of which it tells how far they are. */
  readonly companies: readonly string[]
  readonly matters: readonly Line[]
  readonly promises: readonly DatedLine[]
  readonly contacts: readonly Contact[]
  readonly history: readonly DatedLine[]
  readonly calendar: readonly DatedLine[]
}

export function inOrder(lines: readonly DatedLine[]): DatedLine[] {
  return lines.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** Where the packs of a partner stand, or those of the desk. */
export function handoversOf(partnerId: string | null): string {
  return partnerId === null ? '/desk/handovers' : `/partners/${partnerId}/handovers`
}

export type HandoverState = 'waiting' | 'received' | 'withdrawn'

export function stateOfHandover({ withdrawnAt, receivedAt }: Handover): HandoverState {
  return withdrawnAt ? 'withdrawn' : receivedAt ? 'received' : 'waiting'
}

/** Parts that the successor has not acknowledged, in their order. */
export function missingParts(receipts: readonly Pick<HandoverReceipt, 'part'>[]): Part[] {
  return PARTS.filter((part) => !receipts.some((one) => one.part === part))
}

/**
 * What history says that somebody of a partner, or of the desk, did, without what nobody has to know who goes on with it; one line
 * for what was done several times in a day.
 */
export function doneInWords(rows: readonly { readonly at: Date; readonly act: string }[]): DatedLine[] {
  const lines = new Map<string, { day: LegalDate; title: string; times: number }>()
  for (const { at, act } of rows) {
    const [day, title] = [today(at), ACT_WORDS[act]]
    if (!title) continue
    const line = lines.get(`${day} ${act}`) ?? { day, title, times: 0 }
    line.times++
    lines.set(`${day} ${act}`, line)
  }
  return [...lines.values()]
    .slice(0, HISTORY_LINES)
    .map(({ day, title, times }) => ({ day, title: times > 1 ? `${title}（${times}回）` : title }))
}

/** How far back so many lines reach: there may be more than are shown. */
export function historySpan(lines: number): string {
  return lines < HISTORY_LINES
    ? `この${HISTORY_DAYS}日のものです。`
    : `この${HISTORY_DAYS}日のうち、新しいものから${HISTORY_LINES}行です。`
}

const ACT_WORDS: Readonly<Record<string, string>> = {
  'referral.opened': 'お取次ぎの同意書を作りました',
  'referral.signed': '紙の同意を記録しました',
  'referral.withdrawn': '同意書をやめて消しました',
  'event.drafted': '催しの下書きを作りました',
  'event.published': '催しを知らせました',
  'event.closed': '催しの申し込みを締め切りました',
  'event.called-off': '催しを取りやめました',
  'programme.begun': '事業を書きはじめました',
  'programme.published': '事業のページを公開しました',
  'programme.closed': '事業を閉じました',
  'grant.decided': '補助の申し込みに返事をしました',
  'grant.paid': '補助の支払いを記録しました',
  'worry.help-finished': '頼まれた困りごとを見終わりました',
  'line.added': '困りごとの整理に行を足しました',
  'invitation.made': '人を招きました',
  'membership.changed': '役目を変えました',
  'handover.given': '引継ぎ書を渡しました',
  'handover.taken': '引継ぎ書をファイルで受け取りました',
  'event.names-taken': '催しの名簿をファイルで受け取りました',
  'alumni.names-taken': '地域の仲間の一覧をファイルで受け取りました',
  'consultation.called-back': '電話をかけ直しました',
  'promise.called': '返事の約束を過ぎた企業に電話しました',
  'referral.called': 'お取次ぎの最初の電話をしました',
  'referral.dropped': 'お取次ぎを終わりにしました',
  'signing-call.opened': '同意の電話で、ご本人を確かめました',
  'report.opened': '知らせのあったやりとりを読みました',
  'report.decided': '知らせに答えを出しました',
  'project.published': '案件を公開しました',
  'project.returned': '案件を会社に返しました',
  'project.retracted': '案件の公開を止めました',
  'company.verified': '会社を確かめました',
  'company.unverified': '会社の確認を取り消しました',
  'case.published': '事例を公開しました',
  'story.published': '記事を公開しました',
  'runner-up.suggested': '次点の方を、近くの会社に知らせました',
  'partner.founded': '提携先を書き入れました',
}
