import { applicationsOfPerson, interviewOf, type PersonsApplication } from '../../applications/queries/applications.ts'
import type { Marked } from '../../applications/queries/interests.ts'
import type { TalkOf } from '../../applications/queries/talks.ts'
import { applicationNumber, asToldToTalent, stateOf } from '../../applications/rules/state.ts'
import { talkState, timesAhead } from '../../applications/rules/talks.ts'
import { momentInWords } from '../../applications/rules/times.ts'
import { WORDS } from '../../applications/rules/words.ts'
import type { Talk } from '../../applications/schema.ts'
import { storiesToAnswer } from '../../cases/queries/stories.ts'
import type { StoryToAnswer } from '../../cases/rules/stories.ts'
import { type ContractLine, contractsOfPerson } from '../../contracts/queries/lists.ts'
import { STATE_WORDS } from '../../contracts/rules/state.ts'
import type { Tx } from '../../lib/db.ts'
import { unreadCounts } from '../../messages/queries.ts'
import type { AskedByPerson } from '../../projects/queries/questions.ts'
import { questionState } from '../../projects/rules/questions.ts'
import { isOpen } from '../../projects/rules/state.ts'
import { type OwnScout, scoutsOfPerson } from '../../scouts/queries.ts'
import { stateOf as scoutState } from '../../scouts/rules.ts'
import { handoversDue } from '../../works/queries/handover.ts'
import { ownReviews } from '../../works/queries/works.ts'
import { unreviewed } from '../../works/rules/reviews.ts'
import type { Review } from '../../works/schema.ts'
import type { HomeLine } from '../pages/home.tsx'

type Own = PersonsApplication & { readonly unread: number; readonly timesToChoose: boolean }

export type Things = {
  readonly applications: readonly Own[]
  readonly contracts: readonly ContractLine[]
  /** What this person has looked back on. */
  readonly reviews: readonly Pick<Review, 'contractId' | 'side'>[]
  /** Contracts whose handover note is due. */
  readonly handovers: readonly string[]
  /** What companies asked this person. */
  readonly scouts: readonly OwnScout[]
  /** What the desk told of this person, and they have not answered. */
  readonly stories: readonly StoryToAnswer[]
  readonly now: Date
}

/** All that a person has going with companies. */
export async function thingsOf(tx: Tx, accountId: string, now: Date): Promise<Things> {
  const lines = await applicationsOfPerson(tx, accountId)
  const unread = await unreadCounts(
    tx,
    'talent',
    lines.map(({ application }) => application.id),
  )
  const applications: Own[] = []
  for (const line of lines) {
    const application = asToldToTalent(line.application, now)
    const interview = stateOf(application) === 'interview' ? await interviewOf(tx, application.id) : undefined
    const timesToChoose = interview !== undefined && !interview.chosenAt && !interview.cancelledAt
    applications.push({ ...line, application, unread: unread.get(application.id) ?? 0, timesToChoose })
  }
  return {
    applications,
    contracts: await contractsOfPerson(tx, accountId),
    reviews: await ownReviews(tx, { side: 'talent', accountId }),
    handovers: await handoversDue(tx, accountId, now),
    scouts: await scoutsOfPerson(tx, accountId),
    stories: await storiesToAnswer(tx, { side: 'talent', accountId }),
    now,
  }
}

/** What only this person can bring on, the most urgent first: answers, papers, talks, words to read, reviews, drafts. */
export function waitingOf({ applications, contracts, reviews, handovers, scouts, stories, now }: Things): HomeLine[] {
  const where = (wanted: (one: Own) => boolean, detail: (one: Own) => string) =>
    applications.filter(wanted).map((one) => ({ ...applicationLine(one), detail: detail(one) }))
  return [
    ...where(
      ({ application }) => stateOf(application) === 'offered',
      () => 'お願いしたいと言われています。お返事をお待ちです。',
    ),
    ...contracts
      .filter(({ turn }) => turn === 'talent')
      .map((contract) => ({ ...contractLine(contract), detail: '契約の条件が届いています。' })),
    ...scouts
      .filter(({ scout }) => scoutState(scout, now) === 'sent')
      .map(({ scout, title, companyName }) => ({
        ...{ title: title ?? '', href: `/me/scouts/${scout.id}`, eyebrow: companyName },
        detail: '会社から声がかかっています。断るときは、ひと押しで終わります。',
      })),
    ...where(
      ({ timesToChoose }) => timesToChoose,
      () => '面談の日時を選んでください。',
    ),
    ...where(
      ({ unread }) => unread > 0,
      ({ unread }) => `新しいメッセージが${unread}通あります。`,
    ),
    ...contracts
      .filter(({ id }) => handovers.includes(id))
      .map((contract) => ({
        ...contractLine(contract),
        href: `/me/contracts/${contract.id}/handover`,
        detail: 'つぎの役の人への、引きつぎメモをお願いします。',
      })),
    ...unreviewed(contracts, 'talent', reviews).map((contract) => ({
      ...contractLine(contract),
      href: `/me/contracts/${contract.id}/review`,
      detail: '仕事が終わりました。ふりかえりをお願いします。',
    })),
    ...stories.map(({ title, contractId }) => ({
      ...{ title, href: `/me/contracts/${contractId}/case#story`, eyebrow: '読みもの' },
      detail: '事務局が記事に書きました。公開してよいか、お聞かせください。',
    })),
    ...where(
      ({ application }) => stateOf(application) === 'draft',
      () => '応募が書きかけです。',
    ),
  ].filter((line, at, all) => all.findIndex(({ href }) => href === line.href) === at)
}

const GOES_ON = ['sent', 'read', 'shortlisted', 'interview', 'offered']

/** Applications, those first that go on; a draft waits above and is no application yet. */
export function applicationLines({ applications }: Things): HomeLine[] {
  const sent = applications.filter(({ application }) => stateOf(application) !== 'draft')
  return firstThose(sent, ({ application }) => GOES_ON.includes(stateOf(application))).map(applicationLine)
}

/** Contracts, those first that go on. */
export function contractLines({ contracts }: Things): HomeLine[] {
  return firstThose(contracts, ({ state }) => state !== 'ended' && state !== 'ended-early').map(contractLine)
}

function firstThose<T>(all: readonly T[], isFirst: (one: T) => boolean): T[] {
  return [...all.filter(isFirst), ...all.filter((one) => !isFirst(one))]
}

/** What somebody marked; what is over says so and comes last. */
export function markedLines(marked: readonly Marked[], now: Date): HomeLine[] {
  const lines = marked.map(({ project, companyName }) => ({
    open: isOpen(project, now),
    line: { title: project.title ?? '', href: `/projects/${project.id}`, eyebrow: companyName },
  }))
  return [
    ...lines.filter(({ open }) => open).map(({ line }) => ({ ...line, detail: '募集中です。' })),
    ...lines.filter(({ open }) => !open).map(({ line }) => ({ ...line, detail: 'この募集は、もう終わりました。' })),
  ]
}

/** What somebody asked, the newest of each project. */
export function askedLines(asked: readonly AskedByPerson[]): HomeLine[] {
  const newest = asked.filter(
    (one, at) => asked.findIndex(({ question }) => question.projectId === one.question.projectId) === at,
  )
  return newest.map(({ question, title, companyName }) => ({
    title: title ?? '',
    href: `/projects/${question.projectId}#questions`,
    eyebrow: companyName,
    detail: ASKED_WORDS[questionState(question)],
  }))
}

/** Talks before applying, the newest first. */
export function talkLines(talks: readonly TalkOf[], now: Date): HomeLine[] {
  return talks.map((one) => ({ ...talkLine(one), detail: talkInWords(one.talk, now) }))
}

/** Those for which only this person can choose a time. */
export function talksToChoose(talks: readonly TalkOf[], now: Date): HomeLine[] {
  return talks
    .filter(({ talk }) => talkState(talk, now) === 'proposed' && timesAhead(talk, now).length > 0)
    .map((one) => ({ ...talkLine(one), detail: '15分の話の日時が届きました。選んでください。' }))
}

function talkLine({ talk, title, companyName }: TalkOf) {
  return { title, href: `/me/projects/${talk.projectId}/talk`, eyebrow: companyName }
}

function talkInWords(talk: Talk, now: Date): string {
  const words = {
    asked: '15分の話の返事を待っています。',
    proposed: '15分の話の日時を選んでください。',
    chosen: talk.chosen ? `${momentInWords(talk.chosen)}に、15分の話をします。` : '',
    over: '15分の話は終わりました。',
    declined: '今回は話せないとのことです。',
    cancelled: '取りやめました。',
  }
  return words[talkState(talk, now)]
}

const ASKED_WORDS = {
  open: '答えを待っています。',
  answered: '会社が答えました。',
  declined: '答えられないとのことです。',
  withdrawn: '取り下げました。',
} as const

function applicationLine({ application, title, companyName }: Own): HomeLine {
  const state = stateOf(application)
  return {
    title: title || '題のない案件',
    href:
      state === 'draft' ? `/me/projects/${application.projectId}/application` : `/me/applications/${application.id}`,
    eyebrow: `${companyName}　${applicationNumber(application)}`,
    detail: WORDS.talent[state],
  }
}

function contractLine({ id, number, title, other, state }: ContractLine): HomeLine {
  return { title, href: `/me/contracts/${id}`, eyebrow: `${other}　契約 ${number}`, detail: STATE_WORDS[state] }
}
