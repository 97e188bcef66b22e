import { eq, inArray, lt } from 'drizzle-orm'
import { asSystem, SYSTEM } from '../../accounts/actions/mailing.ts'
import { accounts } from '../../accounts/schema.ts'
import { companies } from '../../companies/schema.ts'
import { record } from '../../history/actions.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { readAs, type Tx } from '../../lib/db.ts'
import type { Embedder } from '../../lib/embeddings.ts'
import type { JobDeps } from '../../lib/job.ts'
import { pagesAfter, partsOf } from '../../lib/pages.ts'
import { projects } from '../../projects/schema.ts'
import { talents } from '../../talents/schema.ts'
import { readerInUse, vectorsOf } from '../queries/meanings.ts'
import { openProjectsAfter } from '../queries/projects.ts'
import { talentsAfter } from '../queries/talents.ts'
import { hashOf, narrowed, sendable, textOfProject, textOfTalent } from '../rules/meaning.ts'
import { type TextReader, textReaders, textVectors } from '../schema.ts'

const PAGE = 100
/** Texts in one question: an answer stays below a few megabytes. */
const TOGETHER = 32
/** Works whose texts tell what all texts have in common; every few of the standard, so that all fields are among them. */
const SAMPLES = 64
/** What nobody has said for so long is forgotten. */
const KEPT_DAYS = 7

/**
 * Lets the endpoint read the texts of visible profiles and open projects that it has not read, and forgets those that nobody says
 * any more. Whatever it does not answer stays unread: our own vectors go on. Without an endpoint nothing is sent, and one that was
 * used before is no longer.
 */
export async function readTexts(deps: JobDeps): Promise<void> {
  const reader = await readerFor(deps)
  const { embedder } = deps
  if (!reader || !embedder) return
  let news = 0
  let isOver = false
  for await (const texts of pagesOf(deps)) {
    const page = await readPage(deps, embedder, reader, texts)
    news += page.count
    isOver = page.isOver
    // Whoever does not answer once is asked again the next night, not a thousand times.
    if (isOver) break
  }
  const old = new Date(deps.clock().getTime() - KEPT_DAYS * 86_400_000)
  await asSystem(deps, async (act) => {
    // Only after everybody was looked at is it known what nobody says.
    if (!isOver) await act.tx.delete(textVectors).where(lt(textVectors.usedAt, old))
    if (news > 0) await record(act, 'market.texts-read', { kind: 'market', id: reader.id }, { count: news })
  })
}

/** The reader that the configuration names; a new one first reads texts of ours. Null when there is none or it does not answer. */
async function readerFor(deps: JobDeps): Promise<TextReader | null> {
  const { db, embedder } = deps
  const before = await readAs(db, SYSTEM, null, readerInUse)
  if (before && before.name === embedder?.name) return before
  if (before) {
    await asSystem(deps, async (act) => {
      await act.tx.update(textReaders).set({ until: act.now }).where(eq(textReaders.id, before.id))
      await act.tx.delete(textVectors)
      await record(act, 'market.reader-left', { kind: 'market', id: before.id })
    })
  }
  const middle = embedder && (await middleOf(embedder))
  if (!embedder || !middle) return null
  return asSystem(deps, async (act) => {
    const row = { id: act.newId(), name: embedder.name, middle: Array.from(middle), since: act.now, until: null }
    await act.tx.insert(textReaders).values(row)
    await record(act, 'market.reader-taken', { kind: 'market', id: row.id })
    return row
  })
}

async function middleOf(embedder: Embedder): Promise<Float64Array | null> {
  const { places } = jobCodes()
  const every = Math.max(1, Math.floor(places.length / SAMPLES))
  const texts = places.filter((_, at) => at % every === 0).map(({ leaf }) => leaf.definition)
  const vectors: Float64Array[] = []
  for (const some of partsOf(texts, TOGETHER)) {
    const answer = await embedder.embed(some)
    if (!answer) return null
    vectors.push(...answer)
  }
  const [first] = vectors
  if (!first || vectors.some(({ length }) => length !== first.length)) return null
  return first.map((_, axis) => vectors.reduce((sum, vector) => sum + vector[axis]!, 0) / vectors.length)
}

type Said = { readonly text: string; readonly names: readonly string[] }

async function readPage(deps: JobDeps, embedder: Embedder, reader: TextReader, said: readonly Said[]) {
  const byHash = new Map(said.map((one) => [hashOf(reader.id, one.text)!, one]))
  const known = await readAs(deps.db, SYSTEM, null, (tx) => vectorsOf(tx, [...byHash.keys()]))
  const unread = [...byHash].filter(([hash]) => !known.has(hash))
  const found: { hash: string; vector: Uint8Array; usedAt: Date }[] = []
  let isOver = false
  for (const some of partsOf(unread, TOGETHER)) {
    const vectors = await embedder.embed(some.map(([, { text, names }]) => sendable(text, names)))
    isOver = !vectors || vectors.some(({ length }) => length !== reader.middle.length)
    if (isOver || !vectors) break
    for (const [at, [hash]] of some.entries()) {
      const vector = Uint8Array.from(narrowed(vectors[at]!, reader.middle), (value) => value & 255)
      found.push({ hash, vector, usedAt: deps.clock() })
    }
  }
  await asSystem(deps, async ({ tx, now }) => {
    if (found.length > 0) await tx.insert(textVectors).values(found).onConflictDoNothing()
    if (known.size > 0)
      await tx
        .update(textVectors)
        .set({ usedAt: now })
        .where(inArray(textVectors.hash, [...known.keys()]))
  })
  return { count: found.length, isOver }
}

/** What visible people and open projects say, with the names that are known of them, so that those are not sent. */
async function* pagesOf({ db, clock }: JobDeps): AsyncGenerator<Said[]> {
  const now = clock()
  const people = pagesAfter(PAGE, (after) =>
    readAs(db, SYSTEM, null, async (tx) => {
      const found = await talentsAfter(tx, after, PAGE, now)
      const ids = found.map(({ id }) => id)
      const names = await namesOfTalents(tx, ids)
      // Nothing is sent of who is not to be seen.
      return found.map((one) => ({
        id: one.id,
        said: { text: one.visible ? textOfTalent(one) : '', names: names.get(one.id) ?? [] },
      }))
    }),
  )
  for await (const page of people) yield saidOn(page)
  const works = pagesAfter(PAGE, (after) =>
    readAs(db, SYSTEM, null, async (tx) => {
      const found = await openProjectsAfter(tx, after, PAGE, now)
      const ids = found.map(({ id }) => id)
      const names = await namesOfProjects(tx, ids)
      return found.map((one) => ({ id: one.id, said: { text: textOfProject(one), names: names.get(one.id) ?? [] } }))
    }),
  )
  for await (const page of works) yield saidOn(page)
}

function saidOn(page: readonly { readonly said: Said }[]): Said[] {
  return page.flatMap(({ said }) => (said.text === '' ? [] : said))
}

async function namesOfTalents(tx: Tx, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: talents.id, name: accounts.name })
    .from(talents)
    .innerJoin(accounts, eq(accounts.id, talents.accountId))
    .where(inArray(talents.id, [...ids]))
  return new Map(rows.map(({ id, name }) => [id, [name]]))
}

async function namesOfProjects(tx: Tx, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({
      ...{ id: projects.id, company: companies.name, poster: projects.posterName },
      contact: projects.posterContact,
    })
    .from(projects)
    .innerJoin(companies, eq(companies.id, projects.companyId))
    .where(inArray(projects.id, [...ids]))
  return new Map(
    rows.map(({ id, company, poster, contact }) => [id, [company, poster ?? '', contact ?? ''].filter(Boolean)]),
  )
}
