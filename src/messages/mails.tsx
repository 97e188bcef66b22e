import type { Side } from '../applications/rules/state.ts'
import { type Letter, NEUTRAL } from '../lib/mail/letter.ts'

/** To the professional: the subject may be seen on a lock screen, so it says nothing about what it is. */
export function messageToTalent(link: string): Letter {
  return {
    subject: NEUTRAL,
    lines: ['応募した企業から、新しいメッセージが届きました。読むまで、次のお知らせは送りません。'],
    link: { href: link, label: '読む' },
  }
}

export function messageToCompany(reference: string, link: string): Letter {
  return {
    subject: 'めぐり：新しいメッセージが届きました',
    lines: [`${reference}の方から、新しいメッセージが届きました。読むまで、次のお知らせは送りません。`],
    link: { href: link, label: '読む' },
  }
}

/** What the desk decided about a thread. To the professional the subject says nothing about what it is. */
export function decidedLetter(side: Side, outcome: string, answer: string, link: string): Letter {
  return {
    subject: side === 'talent' ? NEUTRAL : 'めぐり：やりとりについてのお知らせ',
    lines: [outcome, '', ...answer.split('\n'), '', '分からないことは、事務局へお電話ください。'],
    link: { href: link, label: 'やりとりを見る' },
  }
}
