import { type Letter, NEUTRAL } from '../lib/mail/letter.ts'
import { japaneseDate, today } from '../lib/time.ts'
import { REFUSAL_REASONS } from './rules.ts'
import type { Scout } from './schema.ts'

/** To the person: neither the company nor what it is about, for it may be read on a screen at work. */
export function scoutLetter(scout: Scout, publicUrl: string): Letter {
  return {
    subject: NEUTRAL,
    lines: [
      'お知らせがひとつ届いています。内容は、めぐりの中でだけ読めます。',
      `${japaneseDate(today(scout.expiresAt))}まで、お返事を待っています。断るときは、ひと押しで終わります。`,
    ],
    link: { href: `${publicUrl}/me/scouts/${scout.id}`, label: '開いて読む' },
  }
}

/** To the company, kindly. */
export function refusedLetter(scout: Scout, title: string, publicUrl: string): Letter {
  const reason = REFUSAL_REASONS.find(({ id }) => id === scout.refusalReason)
  return {
    subject: 'めぐり：声をかけた方から返事がありました',
    lines: [
      `「${title}」で声をかけた方から、今回は見送るとお返事がありました。`,
      ...(reason ? [`理由：${reason.name}`] : []),
      'ほかにも合う人がいます。案件の「合いそうな人」と「人をさがす」をご覧ください。',
    ],
    link: { href: `${publicUrl}/companies/${scout.companyId}/scouts`, label: '声をかけた方を見る' },
  }
}
