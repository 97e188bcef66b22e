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

type Asking = { readonly from: string; readonly to: string; readonly words: string; readonly until: string }

/** To somebody whom a partner would like to commend to another one: what is shown, until when they may answer, and that silence is no. */
export function commendationLetter({ from, to, words, until }: Asking, publicUrl: string): Letter {
  return {
    subject: `${from}が、あなたを${to}に紹介したいそうです`,
    lines: [
      ...words.split('\n').filter((line) => line.trim() !== ''),
      `${to}に伝わるものは、あなたが決めます。${until}までに返事がなければ、何も伝わらずに終わります。`,
    ],
    link: { href: `${publicUrl}/me/ladder`, label: '読んで、返事をする' },
  }
}

/** The same once more, a week before the last day. */
export function commendationReminder({ from, to, until }: Asking, publicUrl: string): Letter {
  return {
    subject: `${to}への紹介に、${until}まで返事ができます`,
    lines: [
      `${from}が、あなたを${to}に紹介したいそうです。返事は、まだいただいていません。`,
      '返事をしなくても、かまいません。その日を過ぎると、何も伝わらずに終わります。お知らせは、これが最後です。',
    ],
    link: { href: `${publicUrl}/me/ladder`, label: '読んで、返事をする' },
  }
}

/** To a partner, when somebody let it know their name after another one had asked. Who it is stands on the page only. */
export function commendedLetter(from: string, href: string): Letter {
  return {
    subject: 'ほかの地域から、地域の仲間が紹介されました',
    lines: [`${from}の紹介で、名前を伝えてよいと決めた方がいます。`],
    link: { href, label: '関係人口を見る' },
  }
}
