import { and, eq, inArray, isNull } from 'drizzle-orm'
import { SYSTEM, sendLetters } from '../accounts/actions/mailing.ts'
import { addressesOf } from '../accounts/queries.ts'
import { accounts } from '../accounts/schema.ts'
import { readAs } from '../lib/db.ts'
import type { JobHandler } from '../lib/job.ts'
import { japaneseDate, lastDayUntil } from '../lib/time.ts'
import { partnerOf } from '../partners/queries.ts'
import { alumniLetter, commendationLetter, commendationReminder, commendedLetter } from './mails.ts'
import { allAlumniOf, lapsingSoon, questionsTo } from './queries/commending.ts'
import { alumniLetters, commendations } from './schema.ts'

/** Sends what a partner wrote to whoever lets it know their name at that moment. */
export const tellAlumni: JobHandler = async (deps, { id, subjectId }) => {
  const { letter, partner, to } = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const [letter] = await tx
      .select()
      .from(alumniLetters)
      .where(eq(alumniLetters.id, String(subjectId)))
    const partner = letter && (await partnerOf(tx, letter.partnerId))
    const alumni = partner ? await allAlumniOf(tx, partner, deps.secrets, deps.clock()) : []
    const ids = alumni.map(({ accountId }) => accountId)
    const to = await tx
      .select({ accountId: accounts.id, email: accounts.email })
      .from(accounts)
      .where(and(inArray(accounts.id, ids), isNull(accounts.closedAt)))
    return { letter, partner, to }
  })
  if (!letter || !partner) return
  await sendLetters(deps, to, String(id), alumniLetter(letter, partner.name, deps.config.publicUrl))
}

/** Asks somebody whether they may be commended. */
export const askCommended: JobHandler = (deps, { id, subjectId }) =>
  tellQuestion(deps, String(subjectId), String(id), commendationLetter)

/** Every morning: once, a week before a question lapses. */
export const remindOfCommendations: JobHandler = async (deps) => {
  const now = deps.clock()
  const due = await readAs(deps.db, SYSTEM, null, (tx) => lapsingSoon(tx, now))
  for (const id of due) await tellQuestion(deps, id, `commendation-reminder-${id}`, commendationReminder)
}

/** Nothing goes out about a partner that is close to their employer. */
async function tellQuestion(
  deps: Parameters<JobHandler>[0],
  subjectId: string,
  key: string,
  letterOf: typeof commendationLetter,
): Promise<void> {
  const { question, to } = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const { accountId } = commendations
    const [asked] = await tx
      .select({ accountId, email: accounts.email })
      .from(commendations)
      .innerJoin(accounts, eq(accounts.id, accountId))
      .where(and(eq(commendations.id, subjectId), isNull(accounts.closedAt)))
    const questions = asked ? await questionsTo(tx, asked.accountId, deps.secrets, deps.clock()) : []
    return { to: asked, question: questions.find((one) => one.id === subjectId) }
  })
  if (!question || !to) return
  const { words, answerUntil } = question
  const until = japaneseDate(lastDayUntil(answerUntil))
  const letter = letterOf({ from: question.from.name, to: question.to.name, words, until }, deps.config.publicUrl)
  await sendLetters(deps, [to], key, letter)
}

/** Tells a partner that somebody was commended to it, as long as its list says so. */
export const tellCommended: JobHandler = async (deps, { id, subjectId }) => {
  const { told, members } = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const [row] = await tx
      .select()
      .from(commendations)
      .where(eq(commendations.id, String(subjectId)))
    const partner = row && (await partnerOf(tx, row.toPartnerId))
    const from = row && (await partnerOf(tx, row.fromPartnerId))
    const alumni = partner ? await allAlumniOf(tx, partner, deps.secrets, deps.clock()) : []
    const isThere = from && alumni.some((one) => one.accountId === row.accountId && one.from === from.name)
    return {
      told: isThere ? { partner: partner!, from } : null,
      members: partner ? await addressesOf(tx, partner.id) : [],
    }
  })
  if (!told) return
  const href = `${deps.config.publicUrl}/partners/${told.partner.id}/ladder`
  await sendLetters(deps, members, String(id), commendedLetter(told.from.name, href))
}
