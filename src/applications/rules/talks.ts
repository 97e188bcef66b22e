import { z } from 'zod'
import { choice, longText, text, together } from '../../lib/input.ts'
import type { Talk } from '../schema.ts'
import { WRONG_TIMES } from './forms.ts'
import type { Side } from './state.ts'
import { readMoment } from './times.ts'

export const TALK_MINUTES = 15
export const TOPIC_MAX = 200
/** So many talks of one person may wait for a time. */
export const WAITING_TALKS = 3
export const MOST_TIMES = 3

export type TalkState = 'asked' | 'proposed' | 'chosen' | 'over' | 'declined' | 'cancelled'

type Dated = Pick<Talk, 'times' | 'chosen' | 'declinedAt' | 'cancelledAt'>

export function talkState({ times, chosen, declinedAt, cancelledAt }: Dated, now: Date): TalkState {
  if (cancelledAt) return 'cancelled'
  if (declinedAt) return 'declined'
  if (chosen) return chosen.getTime() + TALK_MINUTES * 60_000 < now.getTime() ? 'over' : 'chosen'
  return times.length > 0 ? 'proposed' : 'asked'
}

const LIVE: readonly TalkState[] = ['asked', 'proposed', 'chosen']

/** What can happen to a talk that was asked for: from where, by whom. */
const TALK_ACTS = {
  'talk.proposed': { from: LIVE, who: ['company'] },
  'talk.declined': { from: ['asked', 'proposed'], who: ['company'] },
  'talk.chosen': { from: ['proposed'], who: ['talent'] },
  'talk.move-asked': { from: ['proposed', 'chosen'], who: ['talent'] },
  'talk.cancelled': { from: LIVE, who: ['talent', 'company'] },
} as const satisfies Record<string, { from: readonly TalkState[]; who: readonly Side[] }>
export type TalkAct = keyof typeof TALK_ACTS

export function canTalkBe(act: TalkAct, talk: Dated, now: Date): boolean {
  return (TALK_ACTS[act].from as readonly TalkState[]).includes(talkState(talk, now))
}

/** The times on offer that are still to come. */
export function timesAhead({ times }: Pick<Talk, 'times'>, now: Date): Date[] {
  return times.filter((time) => time > now)
}

/** Those who are answered kindly may still apply. */
export const TALK_REASONS = [
  { id: 'busy', name: 'いまは、話す時間が取れません' },
  { id: 'applied', name: '応募してくださった方とお話ししています' },
  { id: 'asked', name: '質問の形で聞いていただけると助かります' },
  { id: 'experience', name: '今回ほしい経験と少し違いました' },
] as const
type TalkReason = (typeof TALK_REASONS)[number]['id']

export function talkReason(reason: string | null): string {
  return TALK_REASONS.find(({ id }) => id === reason)?.name ?? ''
}

/** What the company sees of who asks: the card, and nothing else. The consent names exactly these fields. */
export const TALK_FIELDS = ['headline', 'prefecture', 'codes', 'hours-band', 'fee-band'] as const

export const talkForm = z.object({ topic: longText({ label: '話したいこと', max: TOPIC_MAX }) })
export const talkDeclineForm = z.object({
  reason: choice({ label: '理由', options: TALK_REASONS.map(({ id }) => id) as [TalkReason, ...TalkReason[]] }),
})
/** One of the times on offer, as it was shown. */
export const talkTimeForm = z.object({ time: text({ label: '日時', max: 40 }) })

const TIMES = z.object({
  time1: text({ label: '1つ目の日時', max: 40, required: false }),
  time2: text({ label: '2つ目の日時', max: 40, required: false }),
  time3: text({ label: '3つ目の日時', max: 40, required: false }),
  typed: text({ label: 'ほかの日時', max: 40, required: false }),
  place: text({ label: '話す方法', max: 200 }),
})

/** One to three times, chosen or typed, and how to talk. */
export function talkTimesForm(now: Date) {
  return together(TIMES, (read, wrong) => {
    const given = ([1, 2, 3] as const).map((n) => [`time${n}`, read[`time${n}`]] as const)
    const named = [...given, ['typed', read.typed] as const].filter(([, value]) => value)
    if (named.length === 0) wrong('time1', '日時を、1つから3つまで選んでください。')
    if (named.length > MOST_TIMES) wrong('typed', '日時は、ぜんぶで3つまでです。')
    for (const [name, value] of named) {
      const moment = readMoment(value!, now)
      if (typeof moment === 'string') wrong(name, WRONG_TIMES[moment])
    }
  }).transform(({ time1, time2, time3, typed, place }) => {
    const moments = [time1, time2, time3, typed]
      .filter(Boolean)
      .map((value) => (readMoment(value, now) as Date).getTime())
    return { times: [...new Set(moments)].sort((a, b) => a - b).map((time) => new Date(time)), place }
  })
}
