import { and, eq, gt } from 'drizzle-orm'
import { asSystem, SYSTEM, sendLetters } from '../accounts/actions/mailing.ts'
import { history } from '../history/schema.ts'
import { readAs } from '../lib/db.ts'
import type { JobHandler } from '../lib/job.ts'
import { addDays, startOfDay, today } from '../lib/time.ts'
import { undoUntil } from '../lib/undo.ts'
import { fillProject } from '../projects/actions/ending.ts'
import { canBe as canProjectBe } from '../projects/rules/state.ts'
import { projects } from '../projects/schema.ts'
import { lapseOffers } from './actions/answer.ts'
import { letterAbout, promiseLetter, tomorrowLetter } from './mails.tsx'
import { acceptedCount, interviewsBetween } from './queries/applications.ts'
import { factOf, type Parties, partiesOf } from './queries/parties.ts'
import { inStates } from './queries/states.ts'
import { type PromiseStep, promiseStep, promisesSince } from './rules/promise.ts'
import type { ApplicationAct, Side } from './rules/state.ts'
import { type Application, applications } from './schema.ts'

/** What can be taken back is told when it no longer can. */
const TOLD_LATER: Partial<Record<ApplicationAct, keyof Application>> = {
  'application.runner-up-marked': 'runnerUpAt',
  'application.shortlisted': 'shortlistedAt',
  'application.declined': 'declinedAt',
  'application.withdrawn': 'withdrawnAt',
}
const SIDES: readonly Side[] = ['company', 'talent']

/** Letters to those whom an act concerns. */
export const tellApplication: JobHandler = async (deps, payload) => {
  const { id, subjectId } = payload
  const name = payload.act as ApplicationAct
  const found = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const [row] = await tx
      .select({ at: history.at })
      .from(history)
      .where(eq(history.id, Number(id)))
    return { at: row?.at, about: await partiesOf(tx, String(subjectId)) }
  })
  if (!found.at || !found.about) return
  const fact = TOLD_LATER[name]
  if (fact) {
    if (factOf(found.about.application, fact) !== found.at.getTime()) return
    const due = undoUntil(found.at)
    if (deps.clock() < due) {
      return asSystem(deps, (act) =>
        act.enqueue('applications.tell', payload, { startAfter: due, key: `${String(id)}-later` }),
      )
    }
  }
  for (const side of SIDES) {
    const letter = letterAbout(name, side, found.about, deps.config.publicUrl)
    if (letter) await sendLetters(deps, found.about.to[side], String(id), letter)
  }
}

/** The last opening was taken: the project is filled. */
export const fillWhenTaken: JobHandler = async (deps, { subjectId }) => {
  await asSystem(deps, async (act) => {
    const [row] = await act.tx
      .select({ project: projects })
      .from(applications)
      .innerJoin(projects, eq(projects.id, applications.projectId))
      .where(eq(applications.id, String(subjectId)))
    if (!row || !canProjectBe('project.filled', row.project)) return
    if ((await acceptedCount(act.tx, row.project.id)) < row.project.openings) return
    await fillProject(act, { id: row.project.id })
  })
}

/** Every day: offers that nobody answered come to their end. */
export const lapse: JobHandler = async (deps) => {
  await asSystem(deps, lapseOffers)
}

/** Every morning: half of the time for a promised answer is over, or nearly all, or its day has passed without one. */
export const remind: JobHandler = async (deps) => {
  const now = deps.clock()
  const promised = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const rows = await tx
      .select({ id: applications.id, sentAt: applications.sentAt, answerBy: applications.answerBy })
      .from(applications)
      .where(and(inStates(['sent', 'read']), gt(applications.answerBy, promisesSince(now))))
    const due: { step: PromiseStep; about: Parties }[] = []
    for (const row of rows) {
      const step = promiseStep(row, now)
      if (step) due.push({ step, about: (await partiesOf(tx, row.id))! })
    }
    return due
  })
  for (const { step, about } of promised) {
    for (const side of SIDES) {
      const letter = promiseLetter(step, side, about, deps.config.publicUrl)
      if (letter) await sendLetters(deps, about.to[side], `${step}-${about.application.id}`, letter)
    }
  }
}

/** Every evening: those who talk tomorrow. */
export const remindOfInterviews: JobHandler = async (deps) => {
  const tomorrow = addDays(today(deps.clock()), 1)
  const due = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const rows = await interviewsBetween(tx, startOfDay(tomorrow), startOfDay(addDays(tomorrow, 1)))
    return Array.fromAsync(rows, async ({ applicationId }) => (await partiesOf(tx, applicationId))!)
  })
  for (const about of due) {
    for (const side of SIDES) {
      const key = `tomorrow-${about.application.id}-${about.interview!.chosen!.getTime()}`
      await sendLetters(deps, about.to[side], key, tomorrowLetter(side, about, deps.config.publicUrl))
    }
  }
}
