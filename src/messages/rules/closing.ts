/** Closed by one of the two, or by the desk. */
export type Closed = 'closed' | 'frozen'

/** What is said where the box for the next words would be: the same to both sides. */
export const CLOSED: Readonly<Record<Closed, string>> = {
  closed: 'このやりとりは、いまは閉じています。契約のことは、契約の画面か、事務局へのお電話で続けられます。',
  frozen: '事務局が、このやりとりを止めています。わけは、メールでお知らせしました。',
}
