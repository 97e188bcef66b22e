import type { ScoutState } from '../rules.ts'

/** Where a scout stands, as its company reads it. */
export const COMPANY_WORDS: Readonly<Record<ScoutState, string>> = {
  sent: '返事を待っています。',
  expired: '返事のないまま、期限が過ぎました。',
  withdrawn: '取り下げました。',
  refused: '今回は見送るとのことです。',
  accepted: '応じてもらえました。応募の一覧にいます。',
}

/** … and as the person does. */
export const PERSON_WORDS: Readonly<Record<ScoutState, string>> = {
  sent: '会社から声がかかっています。',
  expired: '返事の期限が過ぎました。',
  withdrawn: '',
  refused: 'お断りしました。',
  accepted: '応じました。応募として進んでいます。',
}
