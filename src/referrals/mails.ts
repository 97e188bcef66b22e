import type { Letter } from '../lib/mail/letter.ts'
import { japaneseDate, type LegalDate } from '../lib/time.ts'

/** To a company that is here: a partner would like to bring it to the desk. */
export function askLetter(partner: string, signed: boolean, href: string): Letter {
  const line = signed
    ? `${partner}から、署名のある同意書を受け取ったと知らせがありました。覚えがないときや、やめたいときは、すぐに取り消せます。`
    : `${partner}が、めぐりの事務局へのお取次ぎのため、同意をお願いしています。ことわっても、何も変わりません。`
  return {
    subject: 'お取次ぎの同意書が届いています',
    lines: [line, '何を、だれに、いつまで伝えるかを見てください。'],
    link: { href, label: '同意書を見る' },
  }
}

/** To the desk. Who it is and which number to ring stay inside. */
export function waitingLetter(callBy: LegalDate, href: string): Letter {
  return {
    subject: 'めぐり事務局：お取次ぎの会社に電話してください',
    lines: [`最初の電話の約束は、${japaneseDate(callBy)}までです。`],
    link: { href, label: 'お取次ぎの一覧を見る' },
  }
}

const NEWS = {
  'referral.agreed': 'お取次ぎの同意書に、会社が同意しました。事務局から電話します。',
  'referral.called': '事務局が、最初の電話をしました。',
  'referral.dropped': '事務局が、お取次ぎを終わりにしました。理由を見てください。',
  'referral.declined': 'お取次ぎに、会社は同意しませんでした。理由を聞いたり、もう一度頼んだりしないでください。',
  'referral.revoked': 'お取次ぎの同意が取り消されました。理由を聞いたり、もとにもどすよう頼んだりしないでください。',
  'referral.restored': 'お取次ぎの同意書への「同意しない」が、取り消されました。',
} as const
export type News = keyof typeof NEWS

export function isNews(act: unknown): act is News {
  return typeof act === 'string' && Object.hasOwn(NEWS, act)
}

/** To whoever wrote the slip. Which company it is stands on the page only. */
export function newsLetter(act: News, number: string, href: string): Letter {
  return {
    subject: `お取次ぎ ${number} のお知らせ`,
    lines: [NEWS[act]],
    link: { href, label: 'お取次ぎの一覧を見る' },
  }
}

/** To the successor, and when all is taken over to whoever gave it. Names and matters stand on the page only. */
export function handoverLetter(act: 'handover.given' | 'handover.received', href: string): Letter {
  const isGiven = act === 'handover.given'
  return {
    subject: isGiven ? '引継ぎ書が届いています' : '引継ぎ書が受け取られました',
    lines: [
      isGiven
        ? '進んでいること、約束、連絡先、これまで、予定を読み、部分ごとに「受け取りました」を押してください。'
        : 'すべての部分が受け取られました。進んでいることは、受け取った方の担当になりました。',
    ],
    link: { href, label: '引継ぎ書を見る' },
  }
}
