import { asSystem, SYSTEM, sendLetter } from '../accounts/actions/mailing.ts'
import { readAs } from '../lib/db.ts'
import type { JobDeps, JobHandler } from '../lib/job.ts'
import { today } from '../lib/time.ts'
import { mailAt, USUAL } from '../notices/rules/ways.ts'
import { currentSearch } from '../projects/actions/search.ts'
import { searchedProjects, tiedPrefectures } from '../projects/queries/search.ts'
import { fullAnswers } from '../projects/rules/search/answering.ts'
import { projectEntry, SHAPE } from '../projects/rules/search/entry.ts'
import { createDocuments, put } from '../text/search/documents.ts'
import { forgetUnconfirmed } from './actions/by-mail.ts'
import { noteHits, noteLooked, noteTold, putInLetter } from './actions/telling.ts'
import { confirmLetter, watchLetter } from './mails.ts'
import {
  addresseeOf,
  anyWatch,
  companyNameOf,
  hitsToTell,
  watchedAddresses,
  watchersOf,
  watchesToTell,
} from './queries.ts'
import { isDue } from './rules/cadence.ts'
import { tokenOf } from './rules/token.ts'
import { type Watched, watchedForStrangers, watchedIn, watchedInWords } from './rules/watched.ts'

/** A project came out: for every watch that it answers to it is kept; whoever wants to know at once is told at once. */
export const collectHits: JobHandler = async (deps, { subjectId }) => {
  const id = String(subjectId)
  const shelves = await currentSearch(deps.db)
  const [project] = await readAs(deps.db, SYSTEM, null, (tx) => searchedProjects(tx, [id]))
  const entry = project && projectEntry(project, project.codes)
  if (!entry) return
  const one = createDocuments(SHAPE)
  put(one, [entry])
  const answers = (watched: Watched, tied: readonly number[] | null) =>
    watched.kind === 'company'
      ? watched.companyId === project.companyId
      : fullAnswers(shelves, one, watched.filters, { tied, fitting: [] }, deps.clock()).length > 0
  const watchers = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const addresses = (await watchedAddresses(tx)).filter((address) => {
      const watched = watchedIn(address)
      return watched !== null && answers(watched, null)
    })
    const found: Awaited<ReturnType<typeof watchersOf>> = []
    for (const watcher of await watchersOf(tx, addresses)) {
      const watched = watchedIn(watcher.address)!
      if (watched.kind === 'company' || !watched.filters.tied) found.push(watcher)
      // The same list, but the ties of each are their own.
      else if (watcher.accountId && answers(watched, await tiedPrefectures(tx, watcher.accountId))) found.push(watcher)
    }
    return found
  })
  await asSystem(deps, async (act) => {
    const noted = await noteHits(
      act,
      watchers.map((one) => one.id),
      project,
    )
    const instant = watchers.filter((one) => one.cadence === 'instant' && noted.has(one.id))
    // Whoever has no account has the usual quiet hours; everybody else's own are asked when the letter is written.
    const morning = mailAt('watch', USUAL, act.now) ?? act.now
    for (const { id: watchId, accountId } of instant)
      await act.enqueue('watches.tell', { watchId }, accountId ? {} : { startAfter: morning })
  })
  deps.jobs.nudge()
}

/** Every morning: the letters of the day, and on Mondays those of the week. */
export const tellDue: JobHandler = async (deps) => {
  const day = today(deps.clock())
  const all = await readAs(deps.db, SYSTEM, null, watchesToTell)
  const due = all.filter((watch) => isDue(watch, day))
  await asSystem(deps, async (act) => {
    for (const { id, waiting } of due) if (waiting) await act.enqueue('watches.tell', { watchId: id })
    await noteLooked(
      act,
      due.flatMap(({ id, cadence }) => (cadence === 'instant' ? [] : [id])),
      day,
    )
  })
  deps.jobs.nudge()
}

/** One letter with all that waits; a letter that a broken-off run had begun comes first, and as it was. */
export const tellWatch: JobHandler = async (deps, payload) => {
  const watchId = String(payload.watchId)
  await asSystem(deps, (act) => putInLetter(act, watchId))
  const now = deps.clock()
  const { to, hits, companyName } = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const to = await addresseeOf(tx, watchId)
    return {
      to,
      hits: await hitsToTell(tx, watchId, now),
      companyName: to ? await companyNameOf(tx, to.watch.address) : null,
    }
  })
  const watched = to && watchedIn(to.watch.address)
  if (!watched) return
  const about = { ...to.watch, words: watchedInWords(watched, companyName) }
  for (const letterId of new Set(hits.map((hit) => hit.letterId!))) {
    const projects = hits.filter((hit) => hit.letterId === letterId).map((hit) => hit.project)
    await sendLetter(deps, to.email, `watch-${letterId}`, watchLetter(about, projects, linksOf(deps, watchId)))
    await asSystem(deps, (act) => noteTold(act, watchId, letterId))
  }
}

/** Whether the address belongs to whoever left it. */
export const askToConfirm: JobHandler = async (deps, { subjectId }) => {
  const watchId = String(subjectId)
  const asked = await readAs(deps.db, SYSTEM, null, (tx) => anyWatch(tx, watchId))
  const watched = asked && watchedIn(asked.watch.address)
  if (!watched || !asked.watch.email || asked.watch.confirmedAt) return
  const { watch, companyName } = asked
  const link = `${deps.config.publicUrl}/watches/${tokenOf(deps.secrets, 'watch-confirm', watchId)}/confirmation`
  await sendLetter(deps, watch.email!, `ask-${watchId}`, confirmLetter(watchedForStrangers(watched, companyName), link))
}

export const forget: JobHandler = (deps) => asSystem(deps, forgetUnconfirmed)

function linksOf(deps: JobDeps, watchId: string) {
  const root = deps.config.publicUrl
  return { root, stop: `${root}/watches/${tokenOf(deps.secrets, 'watch-stop', watchId)}/stop` }
}
