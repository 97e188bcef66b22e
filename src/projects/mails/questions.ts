import type { PromiseStep } from '../../applications/rules/promise.ts'
import { type Letter, NEUTRAL } from '../../lib/mail/letter.ts'
import { japaneseDateTime } from '../../lib/time.ts'
import { projectNumber } from '../rules/state.ts'
import type { Project, Question } from '../schema.ts'

type AboutQuestion = { readonly question: Question; readonly project: Project }

/** To the company: somebody asked, and by when it promised an answer. */
export function askedLetter(about: AboutQuestion, root: string): Letter {
  return toCompany(about, root, '質問が届きました', [
    `${nameOf(about)}に、質問が届きました。${until(about)}までに答える約束です。`,
    '答えは、案件の画面でだれでも読めます。聞いた方の名前は、どなたにも出ません。',
  ])
}

/** To the company: half of the time is over, nearly all, or its day has passed. */
export function questionPromiseLetter(step: PromiseStep, about: AboutQuestion, root: string): Letter {
  const lines = {
    half: ['質問が答えを待っています', `${nameOf(about)}への質問に、${until(about)}までに答える約束です。`],
    near: ['もうすぐ質問に答える約束の日です', `${nameOf(about)}への質問に、${until(about)}までに答える約束です。`],
    late: [
      '質問に答える約束の日が過ぎました',
      `${nameOf(about)}への質問に、答える約束の日が過ぎました。今日、お願いします。`,
    ],
  }[step]
  return toCompany(about, root, lines[0]!, [lines[1]!, '答えられないときは、理由を選ぶだけで大丈夫です。'])
}

/** To the one who asked. */
export function answeredLetter({ question, project }: AboutQuestion, root: string): Letter {
  const line = question.answeredAt
    ? '聞いた質問に、会社が答えました。'
    : '聞いた質問に、会社から返事がありました。今回は答えられないとのことです。理由をご覧ください。'
  const link = { href: `${root}/projects/${project.id}#questions`, label: '返事を読む' }
  return { subject: NEUTRAL, lines: [line], link }
}

/** To the one who asked: the promised day has passed. */
export function unansweredLetter({ project }: AboutQuestion, root: string): Letter {
  return {
    subject: NEUTRAL,
    lines: [
      '聞いた質問に、約束の日までに答えがありませんでした。申し訳ありません。事務局が会社に電話して、答えを頼みます。',
    ],
    link: { href: `${root}/projects/${project.id}#questions`, label: 'ようすを見る' },
  }
}

function toCompany({ project }: AboutQuestion, root: string, subject: string, lines: string[]): Letter {
  const href = `${root}/companies/${project.companyId}/projects/${project.id}/questions`
  return { subject: `めぐり：${subject}`, lines, link: { href, label: '質問に答える' } }
}

function nameOf({ project }: AboutQuestion): string {
  return `${projectNumber(project)}「${project.title ?? ''}」`
}

function until({ question }: AboutQuestion): string {
  return japaneseDateTime(question.answerBy)
}
