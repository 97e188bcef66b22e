import { SYSTEM } from '../../accounts/actions/mailing.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { type Db, readAs } from '../../lib/db.ts'
import { pagesAfter, partsOf } from '../../lib/pages.ts'
import { lowestOpen } from '../../matching/queries/changes.ts'
import { createDocuments, put, takeOut } from '../../text/search/documents.ts'
import { createVocabulary } from '../../text/search/spelling.ts'
import {
  type SearchedProject,
  searchedCases,
  searchedProjects,
  searchedProjectsAfter,
  searchedSince,
} from '../queries/search.ts'
import type { Shelves } from '../rules/search/answering.ts'
import { CASE_SHAPE, caseEntry } from '../rules/search/cases.ts'
import { placeNames, projectEntry, SHAPE } from '../rules/search/entry.ts'

/** What is searched, in this process beside the database. */
export type SearchModel = Shelves & {
  /** Up to where history is read; see `lowestOpen`. */
  seen: string
}

/** In pages, each a transaction of its own and with a breath between them. */
const PAGE = 200

type Held = {
  model: Promise<SearchModel> | null
  /** What reads history at the moment, and what will once that is done. */
  reading: Promise<unknown> | null
  next: Promise<SearchModel> | null
}

const all = new WeakMap<Db, Held>()

/**
 * The search with everything that was committed before this call. Built at the first; each later one reads what history says
 * has changed, and those that come together share one reading. Must not be called inside a transaction.
 */
export async function currentSearch(db: Db): Promise<SearchModel> {
  const held = heldOf(db)
  if (held.model === null) {
    const made = makeSearch(db)
    held.model = made
    // A failure is the caller's; the next call begins anew.
    made.catch(() => {
      held.model = null
    })
    return made
  }
  const model = await held.model
  // One that reads already may have begun before this call: the next one has all of it.
  held.next ??= (held.reading ?? Promise.resolve()).then(() => {
    held.next = null
    const reading = catchUp(db, model)
    held.reading = reading.catch(() => undefined)
    return reading
  })
  return held.next
}

function heldOf(db: Db): Held {
  let held = all.get(db)
  if (!held) {
    held = { model: null, reading: null, next: null }
    all.set(db, held)
  }
  return held
}

async function makeSearch(db: Db): Promise<SearchModel> {
  const seen = await readAs(db, SYSTEM, null, lowestOpen)
  const model: SearchModel = {
    ...{ projects: createDocuments(SHAPE), cases: createDocuments(CASE_SHAPE), vocabulary: createVocabulary(), seen },
  }
  for (const { leaf } of jobCodes().places) for (const name of [leaf.name, ...leaf.synonyms]) model.vocabulary.add(name)
  const pages = pagesAfter(PAGE, (after) => readAs(db, SYSTEM, null, (tx) => searchedProjectsAfter(tx, after, PAGE)))
  for await (const page of pages) putProjects(model, page)
  putCases(model, await readAs(db, SYSTEM, null, (tx) => searchedCases(tx)))
  return model
}

async function catchUp(db: Db, model: SearchModel): Promise<SearchModel> {
  const { seen, changed } = await readAs(db, SYSTEM, null, async (tx) => ({
    seen: await lowestOpen(tx),
    changed: await searchedSince(tx, model.seen),
  }))
  for (const ids of partsOf(changed.project, PAGE)) {
    const found = await readAs(db, SYSTEM, null, (tx) => searchedProjects(tx, ids))
    takeOut(model.projects, ids)
    putProjects(model, found)
  }
  for (const ids of partsOf(changed.case, PAGE)) {
    const found = await readAs(db, SYSTEM, null, (tx) => searchedCases(tx, ids))
    takeOut(model.cases, ids)
    putCases(model, found)
  }
  model.seen = seen
  return model
}

function putProjects(model: SearchModel, found: readonly SearchedProject[]) {
  put(
    model.projects,
    found.flatMap(({ codes, ...project }) => projectEntry(project, codes) ?? []),
  )
  for (const project of found)
    for (const text of [project.title, project.work, project.goal, project.background, placeNames(project)])
      if (text) model.vocabulary.add(text)
}

function putCases(model: SearchModel, found: Awaited<ReturnType<typeof searchedCases>>) {
  put(model.cases, found.map(caseEntry))
  for (const { title, problem, done, result } of found)
    for (const text of [title, problem, done, result]) model.vocabulary.add(text)
}
