/** Where somebody of a partner goes from its home page: a line for each, in the order of a day's work. */
export const PLACES: readonly {
  /** Under /partners/:partnerId. */
  readonly path: string
  readonly label: string
  /** What is found there, in one line. */
  readonly words: string
}[] = [
  { path: 'worries', label: '頼まれた困りごと', words: '企業といっしょに見るもの' },
  { path: 'dialogues', label: '対話シート', words: '聞いたことを、会社の方に渡すもの' },
  { path: 'referrals', label: 'お取次ぎ', words: '同意書を作り、事務局につなぐもの' },
  { path: 'ladder', label: '関係人口', words: '人数と、名前を伝えてくれた方' },
  { path: 'events', label: '催し', words: '申し込みの受け付け、当日の名簿' },
  { path: 'subsidies', label: '補助', words: '申し込みへの返事、残りの予算' },
  { path: 'programmes', label: 'わたしたちの事業', words: '目標、期間、みんなに見せるページ' },
  { path: 'fiscal-years/now', label: '年度の報告書', words: '今年度と前の年度の数、議会に出す表' },
  { path: 'handovers', label: '引継ぎ書', words: '担当がかわるときに渡すもの' },
  { path: 'members', label: '一緒に使う人', words: '招く、役目を変える、外す' },
  { path: 'assistance', label: '代わりに入力する', words: '会社の方の番号か、委任で' },
]
