import { ne } from 'drizzle-orm'
import { asSystem, SYSTEM } from '../../accounts/actions/mailing.ts'
import { record } from '../../history/actions.ts'
import { endingOf, readAs } from '../../lib/db.ts'
import type { JobDeps } from '../../lib/job.ts'
import { pagesAfter } from '../../lib/pages.ts'
import { lastSpace, type Told, textCount, toldByProjects, toldByTalents } from '../queries/spaces.ts'
import { meaningOfRecords } from '../rules/records-meaning.ts'
import { ENOUGH, isSpaceDue, SAMPLED } from '../rules/spaces.ts'
import { textSpaces } from '../schema.ts'
import { inThread } from './planning.ts'

const PAGE = 200

/**
 * Learns the space in which texts are compared on the instance's own texts, where it is due, and deletes the one before. Markets that were
 * read in that go on until they are made anew. `enough`: texts that there must be.
 */
export async function learnSpace(deps: JobDeps, enough = ENOUGH): Promise<void> {
  const { db, clock } = deps
  const meaning = meaningOfRecords()
  const { last, count } = await readAs(db, SYSTEM, null, async (tx) => ({
    last: await lastSpace(tx),
    count: await textCount(tx),
  }))
  if (!isSpaceDue(last, count, meaning, clock(), enough)) return
  const texts = await textsToLearnOn(deps, Math.min(1, SAMPLED / count))
  const bytes = await inThread(db, { kind: 'space', texts })
  await asSystem(deps, async (act) => {
    const id = act.newId()
    await act.tx.insert(textSpaces).values({ id, bytes, meaning, texts: count, learnedAt: act.now })
    // It held texts of people who may be gone since.
    await act.tx.delete(textSpaces).where(ne(textSpaces.id, id))
    await record(act, 'market.space-learned', { kind: 'market', id }, { texts: count })
  })
}

async function textsToLearnOn({ db }: JobDeps, share: number) {
  const told: Pick<Told, 'owner' | 'texts'>[] = []
  for (const read of [toldByTalents, toldByProjects]) {
    const pages = pagesAfter(PAGE, (after) => {
      endingOf(db).throwIfAborted()
      return readAs(db, SYSTEM, null, (tx) => read(tx, after, PAGE, share))
    })
    for await (const page of pages) for (const { owner, texts } of page) told.push({ owner, texts })
  }
  return told
}
