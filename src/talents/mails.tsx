import { type Letter, NEUTRAL } from '../lib/mail/letter.ts'

export function publishedLetter(publicUrl: string): Letter {
  return {
    subject: NEUTRAL,
    lines: [
      'あなたのプロフィールが、会社から見えるようになりました。',
      '名前も勤め先も見えません。あなたが見せないと決めた会社には、何も見えません。',
      '合う案件が見つかったら、お知らせします。心当たりがないときは、下から隠してください。',
    ],
    link: { href: `${publicUrl}/me`, label: '自分のページを開く' },
  }
}

export function hiddenLetter(publicUrl: string): Letter {
  return {
    subject: NEUTRAL,
    lines: [
      'あなたのプロフィールを隠しました。いまは、どの会社からも見えません。',
      '応募や契約の途中のものは、そのまま続きます。',
    ],
    link: { href: `${publicUrl}/me`, label: '自分のページを開く' },
  }
}
