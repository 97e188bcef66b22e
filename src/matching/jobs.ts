import { asSystem, SYSTEM, sendLetters } from '../accounts/actions/mailing.ts'
import { type Db, readAs } from '../lib/db.ts'
import type { JobDeps, JobHandler } from '../lib/job.ts'
import type { Payload } from '../lib/jobs.ts'
import { projectWithPeople } from '../projects/queries/projects.ts'
import { clearMarket } from './actions/clearing.ts'
import { findFromLists } from './actions/finding.ts'
import { learnSpace } from './actions/learning-space.ts'
import { saveMarket } from './actions/market.ts'
import { predictAsked } from './actions/predicting.ts'
import { proposeFor } from './actions/proposing.ts'
import { readTexts } from './actions/reading-texts.ts'
import { tendTrials } from './actions/trying.ts'
import { proposedLetter } from './mails.tsx'
import { lastRun } from './queries/market.ts'
import { lastFinding } from './queries/weights.ts'

/** After a project went live: the list of people who fit, and a letter to its company that it is there. */
export const propose: JobHandler = async (deps, { subjectId }) => {
  const projectId = String(subjectId)
  const count = await proposeFor(deps, projectId)
  if (!count) return
  const found = await readAs(deps.db, SYSTEM, null, (tx) => projectWithPeople(tx, projectId, ['choose']))
  if (!found) return
  const letter = proposedLetter(found.project, count, deps.config.publicUrl)
  await sendLetters(deps, found.people, `proposals-${projectId}`, letter)
}

/**
 * Every night, and when the desk asks: profiles, finished work and answers as they are now, and everybody's lists from them.
 * What comes round by itself is left out where lists have just been made.
 */
export const makeLists: JobHandler = (deps, payload) =>
  oneAtATime(deps, 'matching.makeLists', payload, async () => {
    const last = payload.act === undefined ? await readAs(deps.db, SYSTEM, null, lastRun) : undefined
    if (last && deps.clock().getTime() - last.doneAt.getTime() < FRESH_MINUTES * 60_000) return
    await clearMarket(deps)
  })

/** So that the next start need not read everybody. */
export const keepMarket: JobHandler = ({ db, clock }) => saveMarket(db, clock())

/** After somebody of the desk asked what other lists would bring. */
export const predictLists: JobHandler = (deps, payload) =>
  oneAtATime(deps, 'matching.predict', payload, () => predictAsked(deps, String(payload.subjectId)))

/**
 * After lists were made, once a week, and when the desk asks. Not every night: whoever looks often enough finds a difference
 * by chance.
 */
export const findFromShown: JobHandler = (deps, payload) =>
  oneAtATime(deps, 'matching.find', payload, async () => {
    const last = payload.act === 'market.cleared' ? await readAs(deps.db, SYSTEM, null, lastFinding) : undefined
    if (last && deps.clock().getTime() - last.madeAt.getTime() < FINDING_HOURS * 3_600_000) return
    await findFromLists(deps)
  })

/** Every night before lists are made, and after a trial ended: its planned end, and what it brought. */
export const tend: JobHandler = (deps) => tendTrials(deps)

/** Every night before lists are made, and seldom for good: the space in which texts are compared, on the texts there are now. */
export const learnTexts: JobHandler = (deps, payload) =>
  oneAtATime(deps, 'matching.learnTexts', payload, () => learnSpace(deps))

/** Every night before lists are made: an endpoint reads new texts, where somebody plugged one in. */
export const readNewTexts: JobHandler = (deps, payload) =>
  oneAtATime(deps, 'matching.readTexts', payload, () => readTexts(deps))

const FRESH_MINUTES = 60
/** A week less what one night may be earlier than another. */
const FINDING_HOURS = 6.5 * 24
const LATER_SECONDS = 20
const busy = new WeakSet<Db>()

/** What takes minutes takes one place of the work that is done at once, so that sign-in codes never wait: others come later. */
async function oneAtATime(deps: JobDeps, name: string, payload: Payload, work: () => Promise<void>): Promise<void> {
  if (busy.has(deps.db)) {
    const startAfter = new Date(deps.clock().getTime() + LATER_SECONDS * 1000)
    await asSystem(deps, (act) => deps.jobs.enqueue(act.tx, name, payload, { startAfter }))
    return
  }
  busy.add(deps.db)
  try {
    await work()
  } finally {
    busy.delete(deps.db)
  }
}
