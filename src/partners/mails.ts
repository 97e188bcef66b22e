import type { Letter } from '../lib/mail/letter.ts'

/** To a partner, when a company stopped showing itself or took that back. Which company it is stands on the page only. */
export function consentLetter(act: 'consent.revoked' | 'consent.restored', href: string): Letter {
  const line =
    act === 'consent.revoked'
      ? '窓口に見せていた企業が一社、見せるのをやめました。理由を聞いたり、もとにもどすよう頼んだりしないでください。'
      : '見せるのをやめた企業が、もう一度見せることにしました。'
  return {
    subject: 'わたしたちの企業の一覧が変わりました',
    lines: [line, 'いまの一覧を見てください。'],
    link: { href, label: 'わたしたちの企業' },
  }
}

/** To the owners of a company. Nothing is lost by not answering. */
export function suggestionLetter({ title, partner }: { title: string; partner: string }, href: string): Letter {
  return {
    subject: 'めぐり：地域の事業のおすすめが届きました',
    lines: [
      `${partner}から、「${title}」のおすすめです。`,
      '案件の画面のいちばん下の「地域の事業」から、入れられます。入れなくてもかまいません。',
    ],
    link: { href, label: '会社のページを見る' },
  }
}
