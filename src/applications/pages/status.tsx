import { japaneseDateTime } from '../../lib/time.ts'
import { Timeline, type TimelineItem } from '../../ui/timeline.tsx'
import { LAPSE_DAYS, type State, stateOf } from '../rules/state.ts'
import { momentInWords } from '../rules/times.ts'
import { WORDS } from '../rules/words.ts'
import type { Application, Interview } from '../schema.ts'

const WAY = [
  ['sent', 'sentAt'],
  ['read', 'readAt'],
  ['shortlisted', 'shortlistedAt'],
  ['interview', 'interviewAt'],
  ['offered', 'offeredAt'],
  ['accepted', 'acceptedAt'],
] as const satisfies readonly (readonly [State, keyof Application])[]

const ENDS = { withdrawn: 'withdrawnAt', declined: 'declinedAt', lapsed: 'lapsedAt' } as const
const COMING: Readonly<Record<(typeof WAY)[number][0], string>> = {
  sent: '送る',
  read: '企業が読む',
  shortlisted: '候補を選ぶ',
  interview: '面談',
  offered: '企業の返事',
  accepted: '引き受けて、条件を決める',
}

/** From sending to the end: what happened, where it stands, what comes. Steps that were left out are left out. */
export function StatusTimeline({ application, interview }: { application: Application; interview?: Interview }) {
  const state = stateOf(application)
  const ended = state in ENDS
  const last = WAY.findLastIndex(([, fact]) => application[fact] !== null)
  const items = WAY.flatMap(([step, fact], at): TimelineItem[] => {
    const when = application[fact]
    if (when) {
      const here = at === last && !ended
      return [
        {
          title: here ? WORDS.talent[step] : pastOf(step, application, interview),
          at: japaneseDateTime(when),
          when: here ? 'now' : 'past',
          detail: here ? nextFor(state, application, interview) : undefined,
        },
      ]
    }
    return ended || at < last ? [] : [{ title: COMING[step], when: 'next' }]
  })
  return <Timeline items={ended ? [...items, endOf(state as keyof typeof ENDS, application)] : items} />
}

/** A step that is over, as it went: a talk has taken place when its time was before what came next. */
function pastOf(step: State, { offeredAt, declinedAt, withdrawnAt }: Application, interview?: Interview): string {
  if (step !== 'interview') return WORDS.talent[step]
  if (!interview?.chosen) return '面談の日時が届きました'
  const after = offeredAt ?? declinedAt ?? withdrawnAt
  return after && interview.chosen < after ? '面談をしました' : '面談の日時が決まりました'
}

function endOf(state: keyof typeof ENDS, application: Application): TimelineItem {
  return { title: WORDS.talent[state], at: japaneseDateTime(application[ENDS[state]]!), when: 'now' }
}

/** Whose turn it is, and until when. */
function nextFor(state: State, { answerBy, offeredAt }: Application, interview?: Interview): string | undefined {
  if (state === 'sent' || state === 'read' || state === 'shortlisted') {
    return answerBy ? `次は企業の番です。${japaneseDateTime(answerBy)}までに返事が来る約束です。` : undefined
  }
  if (state === 'interview') {
    if (!interview?.chosen) return '次はあなたの番です。面談の日時を選んでください。'
    return `面談は${momentInWords(interview.chosen)}です。そのあと、企業から返事が来ます。`
  }
  if (state === 'offered') {
    return `次はあなたの番です。${japaneseDateTime(lapsesAt(offeredAt!))}までに返事をしてください。`
  }
  return state === 'accepted' ? '次は、条件の案と契約です。届いたらお知らせします。' : undefined
}

function lapsesAt(offeredAt: Date): Date {
  return new Date(offeredAt.getTime() + LAPSE_DAYS * 86_400_000)
}
