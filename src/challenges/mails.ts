import { type Letter, NEUTRAL } from '../lib/mail/letter.ts'

/** To whom an owner asked to look at a worry together. What it is about stands on the page only. */
export function helpAskedLetter(href: string): Letter {
  return {
    subject: NEUTRAL,
    lines: [
      '困りごとの整理を、いっしょに見てほしいと頼まれました。',
      '読んで、違うところを直したり、行を足したりしてください。',
    ],
    link: { href, label: 'いっしょに見る' },
  }
}

/** To the owner, when whoever was asked is done. */
export function helpFinishedLetter(by: string, href: string): Letter {
  return {
    subject: NEUTRAL,
    lines: [`${by}が、お困りごとの整理を見終わりました。`, '直したところと足したところには、名前が出ています。'],
    link: { href, label: '整理した内容を見る' },
  }
}

/** To the desk: photos of notes wait for somebody to type them. */
export function photoLetter(href: string): Letter {
  return {
    subject: NEUTRAL,
    lines: ['困りごとのメモが、写真で届きました。', '書いてあるとおりに、文字に書き写してください。'],
    link: { href, label: '写真を見る' },
  }
}

/** To the owner, when the desk read the photos, or could not. */
export function typedLetter(isRead: boolean, href: string): Letter {
  return isRead
    ? {
        subject: NEUTRAL,
        lines: ['お送りいただいたメモの写真を、事務局が書き写しました。', '整理した内容を見て、違うところを直せます。'],
        link: { href, label: '整理した内容を見る' },
      }
    : {
        subject: NEUTRAL,
        lines: [
          'お送りいただいたメモの写真の文字を、読めませんでした。',
          '明るい所で撮りなおして送るか、言葉で書いてください。',
        ],
        link: { href, label: 'もう一度送る' },
      }
}

/** To the owner, when the questions on paper were answered from its QR code. */
export function answeredLetter(href: string): Letter {
  return {
    subject: NEUTRAL,
    lines: ['質問の紙から、答えが届きました。', '整理した内容に加えました。違うところは直せます。'],
    link: { href, label: '整理した内容を見る' },
  }
}

/** To the owners of a company: a partner handed over what it wrote down of a talk. Whose firm it is and what it says stands on the page. */
export function dialogueLetter(partner: string, href: string): Letter {
  return {
    subject: NEUTRAL,
    lines: [
      `${partner}から、お話をうかがったときの対話シートが届いています。`,
      '使う行だけを選ぶと、そこから課題の整理が始まります。使わないこともできます。ひと月のあいだに返事がなければ、消えます。',
    ],
    link: { href, label: '対話シートを読む' },
  }
}

/** To whoever handed it over: how it went, and nothing of what came out of it. */
export function dialogueNewsLetter(words: string, href: string): Letter {
  return {
    subject: NEUTRAL,
    lines: [`お渡しした対話シート：${words}。`],
    link: { href, label: '渡した対話シートを見る' },
  }
}
