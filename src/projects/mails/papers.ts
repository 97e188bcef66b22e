import type { Letter } from '../../lib/mail/letter.ts'
import { projectNumber } from '../rules/state.ts'
import type { Project } from '../schema.ts'

/** To the company, when the questions on the paper of a draft were answered: from its QR code, or by hand. */
export function answeredLetter(project: Pick<Project, 'number'>, href: string): Letter {
  return {
    subject: '質問の紙から、答えが届きました',
    lines: [
      `${projectNumber(project)}の下書きに、紙の答えが入りました。`,
      '違うところがあれば、下書きから直してください。',
    ],
    link: { href, label: '下書きを見る' },
  }
}

/** To the company, when people were marked on a sheet. */
export function chosenLetter(project: Pick<Project, 'number'>, href: string): Letter {
  return {
    subject: '合いそうな人の紙から、印が届きました',
    lines: [
      `${projectNumber(project)}の「合いそうな人」に、紙でつけた印が入りました。`,
      'まだ、だれにも声はかかっていません。声をかけるときは、カードから言葉をそえて送ってください。',
    ],
    link: { href, label: '印を見る' },
  }
}

/** To the desk, when a photo of a filled sheet came. */
export function paperPhotoLetter(href: string): Letter {
  return {
    subject: '書いた紙の写真が届きました',
    lines: ['手で書いた紙が、写真で届きました。', '書いてあるとおりに、書き写してください。'],
    link: { href, label: '写真を見る' },
  }
}

/** To the company, when nobody could read it. */
export function paperUnreadableLetter(project: Pick<Project, 'number'>, href: string): Letter {
  return {
    subject: '紙の写真を読めませんでした',
    lines: [
      `${projectNumber(project)}の、手で書いた紙の写真の文字を読めませんでした。`,
      '明るい所で撮りなおして送るか、画面から答えてください。',
    ],
    link: { href, label: '案件を開く' },
  }
}

/** To the company, when the paper with the whole draft was answered. */
export function approvalLetter(project: Pick<Project, 'number'>, href: string): Letter {
  return {
    subject: '下書きを確かめる紙から、返事が届きました',
    lines: [
      `${projectNumber(project)}の下書きに、紙の返事が入りました。`,
      'まだ、どこにも送られていません。返事を読んで、直すか、事務局に送ってください。',
    ],
    link: { href, label: '返事を見る' },
  }
}
