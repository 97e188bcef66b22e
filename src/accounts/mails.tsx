import { type Letter, NEUTRAL } from '../lib/mail/letter.ts'
import { CODE_MINUTES } from './rules.ts'

export function codeLetter(code: string, purpose: 'sign-in' | 'signing'): Letter {
  const what = purpose === 'sign-in' ? 'めぐりに入るための番号です。' : '契約に同意するための番号です。'
  return {
    subject: 'めぐりの確認番号',
    lines: [what, `${CODE_MINUTES}分のあいだ使えます。ほかの人には教えないでください。`],
    code,
  }
}

export function invitationLetter(organisation: string, link: string): Letter {
  return {
    subject: 'めぐりへの招待',
    lines: [`${organisation}から、めぐりを一緒に使う招待が届きました。`, '7日のあいだ使えます。'],
    link: { href: link, label: '招待を受ける' },
  }
}

/** To the one who invited. */
export function joinedLetter(organisation: string, link: string): Letter {
  return {
    subject: NEUTRAL,
    lines: [`お招きした方が、${organisation}に加わりました。`],
    link: { href: link, label: '人を見る' },
  }
}

/** To the one who was taken out. */
export function endedLetter(organisation: string, phone: string): Letter {
  return {
    subject: NEUTRAL,
    lines: [
      `${organisation}の担当から外れました。これからは、そのページは開けません。`,
      `お心当たりがないときは、お電話ください（${phone}）。`,
    ],
  }
}

/** To somebody whose role or department changed. */
export function changedLetter(organisation: string, role: string, link: string): Letter {
  return {
    subject: NEUTRAL,
    lines: [`${organisation}での、あなたの役目か部署が変わりました。いまの役目は「${role}」です。`],
    link: { href: link, label: 'ページを見る' },
  }
}

/** To whoever's account got another way in. */
export function wayInLetter(what: 'passkey' | 'identity', phone: string): Letter {
  return {
    subject: NEUTRAL,
    lines: [
      what === 'passkey'
        ? 'あなたのめぐりに、新しいパスキーが作られました。'
        : 'あなたのめぐりに、番号なしで入れる新しい入り方が足されました。',
      `お心当たりがないときは、すぐにお電話ください（${phone}）。`,
    ],
  }
}
