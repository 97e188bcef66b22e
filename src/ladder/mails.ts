import type { Letter } from '../lib/mail/letter.ts'
import type { AlumniLetter } from './schema.ts'

/** A partner's own words to somebody who let it know their name; the page it leads to is where that can be ended. */
export function alumniLetter({ subject, words }: AlumniLetter, partnerName: string, publicUrl: string): Letter {
  return {
    subject: `${partnerName}からの便り：${subject}`,
    lines: [
      ...words.split('\n').filter((line) => line.trim() !== ''),
      `この便りは、${partnerName}に名前を伝えている方にお送りしています。下のページで、いつでも止められます。`,
    ],
    link: { href: `${publicUrl}/me/ladder`, label: '地域とのかかわり' },
  }
}
