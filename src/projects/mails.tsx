import type { Letter } from '../lib/mail/letter.ts'
import { businessDaysAfter, japaneseDate, japaneseDateTime, today } from '../lib/time.ts'
import { UNDO_MINUTES } from '../lib/undo.ts'
import { type ProjectAct, projectNumber, REVIEW_DAYS } from './rules/state.ts'
import type { Project } from './schema.ts'

type Told = Extract<
  ProjectAct,
  | 'project.submitted'
  | 'project.recalled'
  | 'project.returned'
  | 'project.published'
  | 'project.retracted'
  | 'project.closed'
  | 'project.reopened'
  | 'project.unfilled'
  | 'project.withdrawn'
  | 'project.restored'
>

export function isTold(act: string): act is Told {
  return Object.hasOwn(LINES, act)
}

/** What the people of a company read when something happened to their project. */
export function projectLetter(act: Told, project: Project, publicUrl: string): Letter {
  const { subject, lines, label, path } = LINES[act](project)
  const own = `/companies/${project.companyId}/projects/${project.id}`
  return {
    subject: `めぐり：${projectNumber(project)} ${subject}`,
    lines: [`「${project.title ?? '題のない案件'}」`, ...lines],
    link: { href: `${publicUrl}${path ?? own}`, label: label ?? '案件のいまを見る' },
  }
}

type Words = { subject: string; lines: string[]; label?: string; path?: string }

const LINES: Readonly<Record<Told, (project: Project) => Words>> = {
  'project.submitted': (project) => ({
    subject: 'お預かりしました',
    lines: [
      `事務局が内容を確かめて、${reviewBy(project)}までにお返事します。`,
      'それまでは、書きなおすことも取り消すこともできます。',
    ],
  }),
  'project.recalled': () => ({
    subject: '下書きにもどしました',
    lines: ['事務局への提出を取り消しました。書いた内容は残っています。'],
  }),
  'project.returned': (project) => ({
    subject: '直してほしいところがあります',
    lines: [
      '公開する前に、次のところを直してください。',
      ...project.returnReasons.map((reason) => `・${reason}`),
      '直したら、もう一度送ってください。',
    ],
    label: '直すところを見る',
  }),
  'project.published': (project) => ({
    subject: '公開しました',
    lines: [
      'どなたでも見られるようになりました。応募があったら、メールでお知らせします。',
      `応募した人には、${project.answerDays}日以内にお返事してください。`,
    ],
  }),
  'project.retracted': () => ({
    subject: '公開をいったん止めました',
    lines: ['事務局がもう一度確かめています。終わりましたら、またお知らせします。'],
  }),
  'project.closed': () => ({
    subject: '募集を終えました',
    lines: ['新しい応募は届かなくなりました。届いている応募には、お返事をお願いします。'],
  }),
  'project.reopened': () => ({
    subject: '募集をまた始めました',
    lines: ['また応募を受け付けています。'],
  }),
  'project.unfilled': () => ({
    subject: '今回は決まりませんでした',
    lines: ['おつかれさまでした。次の募集のことは、いつでも事務局に相談できます。'],
  }),
  'project.withdrawn': (project) => ({
    subject: '取り下げました',
    lines: [
      `${project.withdrawnAt ? japaneseDateTime(project.withdrawnAt) : ''}に取り下げました。`,
      `${UNDO_MINUTES}分のあいだは、もとに戻せます。`,
    ],
  }),
  'project.restored': () => ({ subject: '取り下げをやめました', lines: ['案件は、もとのままです。'] }),
}

function reviewBy(project: Project): string {
  const day = today(project.submittedAt ?? project.updatedAt)
  return japaneseDate(businessDaysAfter(day, REVIEW_DAYS))
}
