import type { Letter } from '../lib/mail/letter.ts'
import { japaneseDateTime } from '../lib/time.ts'
import { projectNumber } from '../projects/rules/state.ts'
import type { Project } from '../projects/schema.ts'
import { wishInWords } from './rules.ts'
import type { Consultation } from './schema.ts'

export function submittedLetter(project: Project, publicUrl: string): Letter {
  return {
    subject: `めぐり事務局：${projectNumber(project)} が届きました`,
    lines: ['確かめて、公開するか、理由をそえてお返ししてください。'],
    link: { href: `${publicUrl}/desk/projects/${project.id}`, label: '案件を見る' },
  }
}

/** Name and number stay inside: a mail is read in more places than the desk. */
export function callLetter(call: Consultation, publicUrl: string): Letter {
  return {
    subject: 'めぐり事務局：電話してほしい方がいます',
    lines: [`${japaneseDateTime(call.createdAt)}に受け付けました。`, `希望の時間：${wishInWords(call.wish)}`],
    link: { href: `${publicUrl}/desk/calls`, label: '電話の一覧を見る' },
  }
}

/** Who it is and which number to ring stay inside. */
export function signingCallLetter(callId: string, publicUrl: string): Letter {
  return {
    subject: 'めぐり事務局：同意の番号を伝える方がいます',
    lines: ['契約に同意する前の確認です。登録の番号に電話して、4桁の番号を読み上げてください。'],
    link: { href: `${publicUrl}/desk/signing-calls/${callId}`, label: '電話する' },
  }
}

/** What it is about stays inside. */
export function reportLetter(reportId: string, publicUrl: string): Letter {
  return {
    subject: 'めぐり事務局：やりとりの知らせが届きました',
    lines: ['応募のやりとりについて、知らせがありました。確かめて、どうするかを決めてください。'],
    link: { href: `${publicUrl}/desk/reports/${reportId}`, label: '知らせを見る' },
  }
}

/** To a company: its list shows somebody whom a company nearby would have liked. Nothing of the person, nor of that company. */
export function runnerUpLetter(
  project: Pick<Project, 'id' | 'companyId' | 'number' | 'title'>,
  publicUrl: string,
): Letter {
  return {
    subject: `めぐり：${projectNumber(project)} 近くの会社で次点になった方がいます`,
    lines: [
      `「${project.title ?? '題のない案件'}」の「合いそうな人」に、近くの会社で次点になり、紹介してよいと答えた方がいます。`,
      '事務局が、この案件に合いそうだと考えました。読むだけで、相手には何も伝わりません。',
    ],
    link: {
      href: `${publicUrl}/companies/${project.companyId}/projects/${project.id}/proposals`,
      label: '合いそうな人を見る',
    },
  }
}
