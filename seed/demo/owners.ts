import { addDays, japaneseDateTime, startOfDay, today } from '../../src/lib/time.ts'
import type { Kind } from '../../src/notices/rules/kinds.ts'
import { accountId, companyId } from '../cast.ts'
import { nameBasedId } from '../ids.ts'
import { STORY } from '../texts/story.ts'
import type { By, Stage } from './rows.ts'
import type { DemoTalent } from './shapes.ts'

const WORKSHOP = companyId('craft')
const FIRM = companyId('fertiliser')
const OWNER: By = { actor: accountId('nakamura'), organisation: WORKSHOP }
const DAY = 86_400_000

type Before = (days: number, hour: number) => Date
type Told = { kind: Kind; subject: string; lines: string[]; href: string; label: string; at: Date; read?: boolean }

/** What owners find of the last days: whom the workshop wrote to, and the letters that came to both. */
export function tellOwners(stage: Stage, rivals: readonly DemoTalent[]): void {
  const before: Before = (days, hour) =>
    new Date(startOfDay(addDays(today(stage.now), -days)).getTime() + hour * 3_600_000)
  const whoCan = (project: keyof typeof WORDS) => {
    const asked = stage.rows.projectCodes.find(({ projectId }) => projectId === nameBasedId(`workshop:${project}`))
    return rivals.find(({ key, codes }) => key.endsWith(':1') && codes.some(({ code }) => code === asked?.code))!
  }
  writeTo(stage, whoCan('prices'), 'prices', before(8, 9.7), before(6, 20.4))
  writeTo(stage, whoCan('times'), 'times', before(2, 10.6))
  toWorkshop(stage, before)
  toFirm(stage)
}

const WORDS = {
  prices:
    '百貨店から、いまの値段では続けられないだろうと言われました。手仕事の値段をいっしょに考えてくださる方を探しています。月に一度、画面ごしでかまいません。',
  times:
    '職人が六人、紙と鉛筆しか使わない工房です。三日で続かなくなった記録を、続くものにしたいのです。一度、お話だけでも聞かせてください。',
} as const

/** One who has no time now says so; the other is still to answer. */
function writeTo(
  { rows, done }: Stage,
  { key }: DemoTalent,
  to: keyof typeof WORDS,
  sentAt: Date,
  refusedAt?: Date,
): void {
  const [id, projectId, account] = [
    nameBasedId(`owners:scout:${to}`),
    nameBasedId(`workshop:${to}`),
    nameBasedId(`${key}:account`),
  ]
  rows.scouts.push({
    ...{ id, companyId: WORKSHOP, projectId, talentId: nameBasedId(key), accountId: account, sentBy: OWNER.actor! },
    ...{ words: WORDS[to], sentAt, expiresAt: new Date(sentAt.getTime() + 14 * DAY) },
    ...(refusedAt && { refusedAt, refusalReason: 'busy' as const, refusalTold: refusedAt }),
    version: refusedAt ? 2 : 1,
  })
  const subject = { kind: 'scout', id }
  done(sentAt, 'scout.sent', subject, OWNER, { project: projectId })
  if (refusedAt) done(refusedAt, 'scout.refused', subject, { actor: account, organisation: null })
}

function toWorkshop(stage: Stage, before: Before): void {
  const home = `/companies/${WORKSHOP}`
  const [prices] = stage.rows.projects.filter(({ id }) => id === nameBasedId('workshop:prices'))
  const [grant] = stage.rows.grants.filter(({ projectId }) => projectId === prices!.id)
  tell(stage, 'nakamura', [
    {
      ...{ kind: 'account', subject: '入力を手伝う人が決まりました', at: before(30, 10.2), read: true },
      lines: ['ほたる市役所 商工振興課に、入力を手伝ってもらうことになりました。'],
      ...{ href: `${home}/assistance`, label: '内容を見る・やめる' },
    },
    {
      ...{ kind: 'project', subject: 'めぐり：補助の返事が届きました', at: before(9, 15.5), read: true },
      lines: [
        '「ほたる市 外の力活用補助」の交付が決まりました。',
        'あとで出すものが、少しずつそろいます。ときどき見てください。',
      ],
      ...{ href: `${home}/grants/${grant!.id}`, label: '返事を見る' },
    },
    {
      ...{ kind: 'application', subject: 'めぐり：声をかけた方から返事がありました', at: before(6, 20.9), read: true },
      lines: [
        `「${prices!.title}」で声をかけた方から、今回は見送るとお返事がありました。`,
        '理由：いまは時間がない',
        'ほかにも合う人がいます。案件の「合いそうな人」と「人をさがす」をご覧ください。',
      ],
      ...{ href: `${home}/scouts`, label: '声をかけた方を見る' },
    },
    {
      ...{ kind: 'account', subject: '代わりに入力した内容をお知らせします', at: before(1, 15.4) },
      lines: [
        '古賀さん（ほたる市役所 商工振興課）が、代わりに入力しました。',
        '違うところがあれば、7日のあいだ、ひと押しで取り消せます。',
      ],
      ...{ href: `${home}/assistance/${nameBasedId('assistance:second-session')}`, label: '読んで確かめる' },
    },
  ])
}

/** Every application and the question that waits. */
function toFirm(stage: Stage): void {
  const project = nameBasedId('story:project')
  const applied = stage.rows.applications.filter(({ projectId }) => projectId === project)
  const [waiting] = stage.rows.questions.filter(({ projectId, answeredAt }) => projectId === project && !answeredAt)
  const href = `/companies/${FIRM}/projects/${project}/questions`
  tell(stage, 'sato', [
    ...applied.map(({ id, sentAt, answerBy, readAt }) => ({
      ...{ kind: 'application' as const, subject: 'めぐり：応募が届きました', at: sentAt!, read: Boolean(readAt) },
      lines: [
        `「${STORY.project.title}」に、新しい応募が届きました。`,
        `${japaneseDateTime(answerBy!)}までに返事をする約束です。まず、2つの答えをお読みください。`,
      ],
      ...{ href: `/companies/${FIRM}/applications/${id}`, label: '応募を読む' },
    })),
    {
      ...{ kind: 'application', subject: 'めぐり：質問が届きました', at: waiting!.askedAt as Date },
      lines: [`「${STORY.project.title}」に、質問が届きました。`],
      ...{ href, label: '質問に答える' },
    },
  ])
}

function tell({ rows }: Stage, to: 'nakamura' | 'sato', letters: readonly Told[]): void {
  for (const [nth, { at, read, ...letter }] of letters.entries()) {
    rows.notices.push({
      ...{
        id: nameBasedId(`owners:notice:${to}:${nth}`),
        key: `owners:${to}:${nth}`,
        accountId: accountId(to),
        ...letter,
      },
      ...{ createdAt: at, mailedAt: at, readAt: read ? new Date(at.getTime() + 40 * 60_000) : null },
    })
  }
}
