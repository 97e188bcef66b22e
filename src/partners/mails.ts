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
