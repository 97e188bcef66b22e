import { type Letter, NEUTRAL } from '../lib/mail/letter.ts'
import { japaneseDateTime } from '../lib/time.ts'
import { projectNumber } from '../projects/rules/state.ts'
import type { Parties } from './queries/parties.ts'
import type { PromiseStep } from './rules/promise.ts'
import { type ApplicationAct, applicationNumber, LAPSE_DAYS, pathFor, type Side } from './rules/state.ts'
import { momentInWords } from './rules/times.ts'
import type { Interview } from './schema.ts'

type Words = { subject: string; lines: string[]; label: string }
type Writer = (about: Parties) => Words

/** What an act says to a side; a side that is not named gets no letter. */
const LETTERS: Partial<Record<ApplicationAct, Partial<Record<Side, Writer>>>> = {
  'application.sent': {
    company: (about) => ({
      subject: 'めぐり：応募が届きました',
      lines: [
        `${nameOf(about)}に、新しい応募が届きました。`,
        `${until(about)}までに返事をする約束です。まず、2つの答えをお読みください。`,
      ],
      label: '応募を読む',
    }),
  },
  'application.withdrawn': {
    company: (about) => ({
      subject: 'めぐり：応募がひとつ取り下げられました',
      lines: [`${nameOf(about)}への応募（${applicationNumber(about.application)}）を、ご本人が取り下げました。`],
      label: 'ようすを見る',
    }),
  },
  'application.read': {
    talent: () => ({
      subject: NEUTRAL,
      lines: ['送った2つの答えを、企業が読みました。返事をお待ちください。'],
      label: 'ようすを見る',
    }),
  },
  'application.shortlisted': {
    talent: () => ({
      subject: NEUTRAL,
      lines: ['候補に残りました。企業から、次の連絡があります。'],
      label: 'ようすを見る',
    }),
  },
  'application.interview-proposed': {
    talent: () => ({
      subject: NEUTRAL,
      lines: ['企業から、面談の日時が2つ届きました。都合のよいほうを選んでください。'],
      label: '日時を選ぶ',
    }),
  },
  'application.interview-chosen': {
    company: ({ application, interview }) => ({
      subject: 'めぐり：面談の日時が決まりました',
      lines: [
        `${applicationNumber(application)}の方との面談が決まりました。`,
        ...(interview?.chosen ? [`日時：${momentInWords(interview.chosen)}`] : []),
        ...(interview ? [`場所：${whereOf(interview)}`] : []),
      ],
      label: 'ようすを見る',
    }),
  },
  'application.interview-move-asked': {
    company: ({ application }) => ({
      subject: 'めぐり：面談のほかの日時をお願いされました',
      lines: [
        `${applicationNumber(application)}の方は、出した日時では都合が合いませんでした。もう一度、2つ出してください。`,
      ],
      label: '日時を出しなおす',
    }),
  },
  'application.declined': {
    talent: () => ({
      subject: NEUTRAL,
      lines: [
        '企業から返事がありました。今回は見送りとのことです。',
        '理由と、同じ仕事を探しているほかの案件をご覧いただけます。',
      ],
      label: '返事を読む',
    }),
  },
  'application.runner-up-marked': {
    talent: () => ({
      subject: NEUTRAL,
      lines: [
        '見送りの返事をした企業が、あなたを次点に選びました。',
        '近くの会社に、名前を出さずに紹介してよいかをお聞きしています。答えは、その企業には伝わりません。',
      ],
      label: '読んで決める',
    }),
  },
  'application.offered': {
    talent: () => ({
      subject: NEUTRAL,
      lines: [
        '企業から、ぜひお願いしたいと返事がありました。',
        `引き受けるかどうか、${LAPSE_DAYS}日のうちに返事をしてください。`,
      ],
      label: '返事をする',
    }),
  },
  'application.unoffered': {
    talent: () => ({
      subject: NEUTRAL,
      lines: ['先ほどの企業からの返事は、取り消されました。申し訳ありません。応募はそのまま残っています。'],
      label: 'ようすを見る',
    }),
  },
  'application.accepted': {
    company: ({ application }) => ({
      subject: 'めぐり：引き受けてもらえました',
      lines: [`${applicationNumber(application)}の方が、引き受けてくださいました。次は、条件を一緒に決めます。`],
      label: '次に進む',
    }),
    talent: () => ({
      subject: NEUTRAL,
      lines: ['引き受けることを企業に伝えました。次は、企業が条件の案を作ります。できたらお知らせします。'],
      label: 'ようすを見る',
    }),
  },
  'application.refused': {
    company: ({ application }) => ({
      subject: 'めぐり：返事が届きました',
      lines: [`${applicationNumber(application)}の方は、今回は辞退されました。ほかの応募をご覧ください。`],
      label: 'ようすを見る',
    }),
  },
  'application.lapsed': {
    talent: () => ({
      subject: NEUTRAL,
      lines: [`企業への返事が${LAPSE_DAYS}日なかったため、この話は終わりになりました。`],
      label: 'ようすを見る',
    }),
    company: ({ application }) => ({
      subject: 'めぐり：返事がありませんでした',
      lines: [
        `${applicationNumber(application)}の方から${LAPSE_DAYS}日返事がなかったため、終わりになりました。`,
        'ほかの応募をご覧ください。',
      ],
      label: 'ようすを見る',
    }),
  },
}

export function letterAbout(act: ApplicationAct, side: Side, about: Parties, root: string): Letter | null {
  const words = LETTERS[act]?.[side]?.(about)
  return words ? written(words, side, about, root) : null
}

/** On the evening before a talk. */
export function tomorrowLetter(side: Side, about: Parties, root: string): Letter {
  const { application, interview } = about
  const words: Words = {
    subject: side === 'talent' ? NEUTRAL : 'めぐり：あした、面談があります',
    lines: [
      `あした、${side === 'talent' ? '話す約束' : `${applicationNumber(application)}の方との面談`}があります。`,
      ...(interview?.chosen ? [`日時：${momentInWords(interview.chosen)}`, `場所：${whereOf(interview)}`] : []),
      '話すことの紙を、先に読んでおくと安心です。',
    ],
    label: 'ようすを見る',
  }
  return written(words, side, about, root)
}

function whereOf({ place, link }: Interview): string {
  return link ? `${place} ${link}` : place
}

/** About a promised answer that has not come: the company is asked in time, both hear when the day has passed. */
export function promiseLetter(step: PromiseStep, side: Side, about: Parties, root: string): Letter | null {
  const words = PROMISE_WORDS[step][side]?.(nameOf(about), until(about))
  return words ? written(words, side, about, root) : null
}

const PROMISE_WORDS: Readonly<Record<PromiseStep, Partial<Record<Side, (name: string, until: string) => Words>>>> = {
  half: {
    company: (name, until) => ({
      subject: 'めぐり：応募された方が返事をお待ちです',
      lines: [
        `${name}への応募に、${until}までに返事をする約束です。半分の日が過ぎました。`,
        '見送るときも、ひとことで大丈夫です。',
      ],
      label: '返事をする',
    }),
  },
  near: {
    company: (name, until) => ({
      subject: 'めぐり：もうすぐ返事の約束の日です',
      lines: [`${name}への応募に、${until}までに返事をする約束です。`, '見送るときも、ひとこと返事をお願いします。'],
      label: '返事をする',
    }),
  },
  late: {
    company: (name) => ({
      subject: 'めぐり：返事の約束の日が過ぎました',
      lines: [
        `${name}への応募に、返事の約束の日が過ぎました。今日、返事をお願いします。`,
        '返事をするまで、新しい案件は送れません。事務局からもお電話します。',
      ],
      label: '返事をする',
    }),
    talent: () => ({
      subject: NEUTRAL,
      lines: [
        '約束の日までに、企業から返事がありませんでした。お待たせして申し訳ありません。事務局が企業に電話して、返事を頼みます。',
        'ほかの案件に応募しても、かまいません。',
      ],
      label: 'ようすを見る',
    }),
  },
}

function written({ subject, lines, label }: Words, side: Side, { application }: Parties, root: string): Letter {
  return { subject, lines, link: { href: root + pathFor(side, application), label } }
}

function nameOf({ project }: Parties): string {
  return `${projectNumber(project)}「${project.title ?? ''}」`
}

function until({ application }: Parties): string {
  return application.answerBy ? japaneseDateTime(application.answerBy) : ''
}
