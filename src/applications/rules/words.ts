import type { State } from './state.ts'

/** The states as the two sides read them. */
export const WORDS: Readonly<Record<'talent' | 'company', Readonly<Record<State, string>>>> = {
  talent: {
    draft: '書きかけです',
    sent: '送りました',
    read: '企業が読みました',
    shortlisted: '候補に残りました',
    interview: '面談の話が進んでいます',
    offered: 'お願いしたいと言われました',
    accepted: '引き受けました',
    declined: '今回は見送りになりました',
    withdrawn: '取り下げました',
    lapsed: '返事の期限が過ぎました',
  },
  company: {
    draft: '書きかけ',
    sent: '新しい応募',
    read: '読みました',
    shortlisted: '候補',
    interview: '面談',
    offered: 'お願いして返事待ち',
    accepted: '引き受けてもらえました',
    declined: '見送りました',
    withdrawn: '本人が取り下げました',
    lapsed: '返事がないまま期限が過ぎました',
  },
}

/** The views of the company's list of applicants, in the order of its work. */
export const GROUPS = [
  { id: 'new', name: '新しい', states: ['sent', 'read'] },
  { id: 'shortlisted', name: '候補', states: ['shortlisted'] },
  { id: 'interview', name: '面談', states: ['interview'] },
  { id: 'offered', name: 'お願い', states: ['offered', 'accepted'] },
  { id: 'ended', name: '終わり', states: ['declined', 'withdrawn', 'lapsed'] },
] as const satisfies readonly { id: string; name: string; states: readonly State[] }[]
export type GroupId = (typeof GROUPS)[number]['id']

export function groupOf(state: State): GroupId | null {
  return GROUPS.find(({ states }) => (states as readonly State[]).includes(state))?.id ?? null
}

/** Asked when the company gave no questions of its own. */
const USUAL_QUESTIONS = [
  'この仕事に近いことを、いつ、どこまでしましたか。',
  'はじめの1か月に、何から手をつけますか。',
] as const

export function questionsOf(project: { question1: string | null; question2: string | null }): [string, string] {
  return [project.question1?.trim() || USUAL_QUESTIONS[0], project.question2?.trim() || USUAL_QUESTIONS[1]]
}

export const DECLINE_REASONS = [
  { id: 'chosen', name: 'ほかの方にお願いすることにしました' },
  { id: 'experience', name: '今回ほしい経験と少し違いました' },
  { id: 'time', name: '使える時間や日程が合いませんでした' },
  { id: 'distance', name: '通う回数や場所が合いませんでした' },
  { id: 'fee', name: '報酬の希望が合いませんでした' },
  { id: 'stopped', name: '募集のしかたを見直すことにしました' },
] as const
export type DeclineReason = (typeof DECLINE_REASONS)[number]['id']
