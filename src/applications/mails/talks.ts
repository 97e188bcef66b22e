import { type Letter, NEUTRAL } from '../../lib/mail/letter.ts'
import { japaneseDateTime } from '../../lib/time.ts'
import { projectNumber } from '../../projects/rules/state.ts'
import type { Project } from '../../projects/schema.ts'
import type { PromiseStep } from '../rules/promise.ts'
import type { Side } from '../rules/state.ts'
import { TALK_MINUTES } from '../rules/talks.ts'
import { momentInWords } from '../rules/times.ts'
import type { Talk } from '../schema.ts'

type AboutTalk = { readonly talk: Talk; readonly project: Project }
/** What a letter may be about: an act, or the day before. */
export type TalkNews = 'asked' | 'proposed' | 'chosen' | 'move-asked' | 'declined' | 'cancelled' | 'tomorrow'

type Words = { subject: string; lines: string[]; label: string }
type Writer = (about: AboutTalk) => Words

const TALK = `${TALK_MINUTES}分の話`

const LETTERS: Readonly<Record<TalkNews, Partial<Record<Side, Writer>>>> = {
  asked: {
    company: (about) => ({
      subject: `めぐり：${TALK_MINUTES}分話したい方がいます`,
      lines: [
        `${nameOf(about)}について、応募の前に${TALK_MINUTES}分だけ話したい方がいます。`,
        `${until(about)}までに、日時を出すか、お断りする約束です。`,
      ],
      label: '日時を出す',
    }),
  },
  'move-asked': {
    company: (about) => ({
      subject: 'めぐり：別の日時を頼まれました',
      lines: [`${nameOf(about)}についての${TALK}で、別の日時を出してほしいとのことです。`],
      label: '日時を出す',
    }),
  },
  proposed: { talent: () => quiet('日時が届きました。都合のよいものを選んでください。', '日時を選ぶ') },
  chosen: {
    company: (about) => ({
      subject: 'めぐり：話す日時が決まりました',
      lines: [`${nameOf(about)}についての${TALK}の日時が決まりました。`, ...whenAndHow(about)],
      label: '予定表に入れる',
    }),
    talent: ({ talk }) => quiet(`日時が決まりました。${momentInWords(talk.chosen!)}です。`, '予定表に入れる'),
  },
  declined: {
    talent: () =>
      quiet(
        '会社から返事がありました。今回は話す時間が取れないとのことです。応募は、これからでもできます。',
        '返事を読む',
      ),
  },
  cancelled: {
    company: (about) => ({
      subject: 'めぐり：話が取りやめになりました',
      lines: [`${nameOf(about)}についての${TALK}を、ご本人が取りやめました。`],
      label: '見る',
    }),
    talent: () => quiet('話す約束が、会社の都合で取りやめになりました。応募は、これからでもできます。', '案件を見る'),
  },
  tomorrow: {
    company: (about) => ({
      subject: `めぐり：明日は${TALK}です`,
      lines: [`${nameOf(about)}についての${TALK}が、明日です。`, ...whenAndHow(about)],
      label: 'ようすを見る',
    }),
    talent: ({ talk }) => quiet(`明日の予定です。${momentInWords(talk.chosen!)}です。`, 'ようすを見る'),
  },
}

/** Who calls a talk off needs no letter about it. */
export function talkLetter(news: TalkNews, side: Side, about: AboutTalk, root: string): Letter | null {
  if (!isStillSo(news, about.talk)) return null
  if (news === 'cancelled' && about.talk.cancelledBy === side) return null
  const words = LETTERS[news][side]?.(about)
  return words ? written(words, news, side, about, root) : null
}

/** A letter may be written late: what was changed since has a letter of its own. */
function isStillSo(news: TalkNews, { times, chosen, cancelledAt }: Talk): boolean {
  if (news === 'chosen' || news === 'tomorrow') return chosen !== null && cancelledAt === null
  return news === 'proposed' ? times.length > 0 && chosen === null : true
}

/** To the company: half of the time for its promised answer is over, nearly all, or its day has passed. */
export function talkPromiseLetter(step: PromiseStep, about: AboutTalk, root: string): Letter {
  const subject = {
    half: 'めぐり：話したい方が返事をお待ちです',
    near: 'めぐり：もうすぐ返事の約束の日です',
    late: 'めぐり：返事の約束の日が過ぎました',
  }[step]
  const lines = [
    `${nameOf(about)}についての${TALK}に、${until(about)}までに返事をする約束です。`,
    '話せないときは、理由を選ぶだけで大丈夫です。',
  ]
  return written({ subject, lines, label: '返事をする' }, 'asked', 'company', about, root)
}

function written(
  { subject, lines, label }: Words,
  news: TalkNews,
  side: Side,
  { talk, project }: AboutTalk,
  root: string,
) {
  const own = news === 'cancelled' ? `/projects/${project.id}` : `/me/projects/${project.id}/talk`
  const path = side === 'talent' ? own : `/companies/${talk.companyId}/talks/${talk.id}`
  return { subject, lines, link: { href: root + path, label } }
}

function quiet(line: string, label: string): Words {
  return { subject: NEUTRAL, lines: [line], label }
}

function whenAndHow({ talk }: AboutTalk): string[] {
  return [
    ...(talk.chosen ? [`日時：${momentInWords(talk.chosen)}`] : []),
    ...(talk.place ? [`方法：${talk.place}`] : []),
  ]
}

function nameOf({ project }: AboutTalk): string {
  return `${projectNumber(project)}「${project.title ?? ''}」`
}

function until({ talk }: AboutTalk): string {
  return japaneseDateTime(talk.answerBy)
}
