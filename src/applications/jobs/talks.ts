import { and, eq, sql } from 'drizzle-orm'
import { type Addressee, asSystem, SYSTEM, sendLetters } from '../../accounts/actions/mailing.ts'
import { addressesOf } from '../../accounts/queries.ts'
import { accounts } from '../../accounts/schema.ts'
import { readAs, type Tx } from '../../lib/db.ts'
import type { JobDeps, JobHandler } from '../../lib/job.ts'
import { addDays, startOfDay, today } from '../../lib/time.ts'
import { projects } from '../../projects/schema.ts'
import { cancelTalk, coverCard } from '../actions/talks.ts'
import { type TalkNews, talkLetter, talkPromiseLetter } from '../mails/talks.ts'
import { talksApart, talksBetween, talksDueAfter } from '../queries/talks.ts'
import { promiseStep, promisesSince } from '../rules/promise.ts'
import type { Side } from '../rules/state.ts'
import { type Talk, talks } from '../schema.ts'

const SIDES: readonly Side[] = ['company', 'talent']

/** After an act on a talk: letters to those whom it concerns. */
export const tellTalk: JobHandler = async (deps, { id, act, subjectId }) => {
  const about = await readAs(deps.db, SYSTEM, null, (tx) => partiesOf(tx, String(subjectId)))
  if (about) await tell(deps, about, String(act).replace('talk.', '') as TalkNews, String(id))
}

/** A talk that will not take place: the consent to show the card ends. */
export const coverTalk: JobHandler = async (deps, { subjectId }) => {
  await asSystem(deps, (act) => coverCard(act, String(subjectId)))
}

/**
 * Somebody hides from a company, or one of the two closed the ways between them: what they were to talk of is called off as people
 * call off talks. Were it only gone, the company, which has seen the card, could tell that somebody hides from it.
 */
export const callOffApart: JobHandler = async (deps) => {
  await asSystem(deps, async (act) => {
    for (const { talk, side } of await talksApart(act.tx, act.now)) await cancelTalk(act, talk, talk.version, side)
  })
}

/** Every evening: what was agreed for tomorrow, to both sides. */
export const remindOfTalks: JobHandler = async (deps) => {
  const tomorrow = addDays(today(deps.clock()), 1)
  const [from, until] = [startOfDay(tomorrow), startOfDay(addDays(tomorrow, 1))]
  for (const about of await all(deps, (tx) => talksBetween(tx, from, until))) {
    await tell(deps, about, 'tomorrow', `tomorrow-${about.talk.id}-${about.talk.chosen!.getTime()}`)
  }
}

/** Every morning: a company that promised an answer and gave none. */
export const remindOfAskedTalks: JobHandler = async (deps) => {
  const now = deps.clock()
  for (const about of await all(deps, (tx) => talksDueAfter(tx, promisesSince(now)))) {
    const { id, askedAt: sentAt, answerBy } = about.talk
    const step = promiseStep({ sentAt, answerBy }, now)
    if (!step) continue
    const letter = talkPromiseLetter(step, about, deps.config.publicUrl)
    await sendLetters(deps, about.company, `${step}-${id}-${answerBy.getTime()}`, letter)
  }
}

type Parties = NonNullable<Awaited<ReturnType<typeof partiesOf>>>

async function all(deps: JobDeps, rows: (tx: Tx) => Promise<Talk[]>): Promise<Parties[]> {
  return readAs(deps.db, SYSTEM, null, async (tx) => {
    const parties: Parties[] = []
    for (const { id } of await rows(tx)) {
      const about = await partiesOf(tx, id)
      if (about) parties.push(about)
    }
    return parties
  })
}

async function tell(deps: JobDeps, about: Parties, news: TalkNews, key: string): Promise<void> {
  for (const side of SIDES) {
    const letter = talkLetter(news, side, about, deps.config.publicUrl)
    if (letter) await sendLetters(deps, about[side], key, letter)
  }
}

/**
 * A talk with everybody who gets letters about it; none between two who hide from each other, but that it was called off. For the
 * program's own eyes.
 */
async function partiesOf(tx: Tx, talkId: string) {
  const [row] = await tx
    .select({ talk: talks, project: projects, account: accounts })
    .from(talks)
    .innerJoin(projects, eq(projects.id, talks.projectId))
    .innerJoin(accounts, eq(accounts.id, talks.accountId))
    .where(
      and(
        eq(talks.id, talkId),
        sql`(${talks.cancelledAt} is not null or not app_is_hidden(${talks.talentId}, ${talks.companyId}))`,
      ),
    )
  if (!row) return undefined
  const { account, talk, project } = row
  const talent: Addressee[] = account.closedAt ? [] : [{ accountId: account.id, email: account.email }]
  const company: Addressee[] = await addressesOf(tx, talk.companyId, {
    ...project,
    tasks: ['choose'],
  })
  return { talk, project, talent, company }
}
