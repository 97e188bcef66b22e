import type { Letter } from '../../lib/mail/letter.ts'
import { ENTRY_DAYS } from '../../mandates/rules.ts'
import type { ReadBack } from '../rules/entered.ts'

type Told = { readonly title: string; readonly sent: boolean; readonly lines: readonly ReadBack[] }

/** To the owners, when an assisted session is over: what was entered, word by word, and how it is taken back. */
export function readBackLetter(who: string, things: readonly Told[], href: string): Letter {
  return {
    subject: '代わりに入力した内容をお知らせします',
    lines: [
      `${who}が、代わりに入力しました。`,
      ...things.flatMap(({ title, sent, lines }) => [
        `◆ ${title}`,
        ...lines.map(({ label, words }) => `${label}：${words}`),
        ...(sent ? ['事務局に送りました。公開の前なら、取り消せます。'] : []),
      ]),
      `違うところがあれば、${ENTRY_DAYS}日のあいだ、ひと押しで取り消せます。`,
    ],
    link: { href, label: '読んで確かめる' },
  }
}
