import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { SYSTEM } from '../../../accounts/actions/mailing.ts'
import { openSnapshot, saveSnapshot } from '../../../engine/engine.ts'
import { breath } from '../../../lib/breath.ts'
import { type Db, readAs } from '../../../lib/db.ts'
import { newId } from '../../../lib/ids.ts'
import { historyGoesOn, lastOfHistory } from '../../queries/changes.ts'
import { applicationsSince, sizesOf } from '../../queries/market.ts'
import { hide, noneHidden } from '../../rules/hidden.ts'
import { createNumbers, ID_BYTES, type Numbers } from '../../rules/numbers.ts'
import { createPrints } from '../../rules/prints.ts'
import { meaningOfRecords } from '../../rules/records-meaning.ts'
import { matchingWorld } from '../../rules/world.ts'
import { scoringInUse } from './reading.ts'
import type { Keeping, Market, Scoring } from './state.ts'

/** What stands in both files beside the rows. */
type Note = {
  /** The same in both, or one of them was written and the other not. */
  readonly stamp: string
  /** See meaningOfRecords. */
  readonly meaning: string
  /** By which weights it was scored, by which endpoint and in which space texts were read. */
  readonly weights: string
  readonly reader: string | null
  readonly space: string | null
  /** Was everybody read? If not, whoever opens it reads on. */
  readonly whole: boolean
  /** Up to where history had been read. */
  readonly seen: string
  /** The last row of history there was: another database, or one that was put back, has another. */
  readonly last: { readonly id: number; readonly xid: string } | null
}

/** Bytes of the lengths before what `packed` writes. */
const HEAD = 16
/** Ids put among the numbers before others have a turn. */
const IDS_AT_ONCE = 8192

const filesIn = (folder: string) => ({ talents: join(folder, 'talents'), projects: join(folder, 'projects') })

/**
 * Writes people, projects and what the room knows beside them. Others use the market meanwhile: what they change is read from
 * history once more when it is opened.
 */
export async function keepMarket(db: Db, market: Market, folder: string): Promise<void> {
  const last = await readAs(db, SYSTEM, null, lastOfHistory)
  const { weights, reader, space, seen, whole } = market
  const scored = { weights: weights.name, reader, space: space?.name ?? null }
  const note: Note = { stamp: newId(), meaning: meaningOfRecords(), ...scored, whole, seen, last }
  const files = filesIn(folder)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await saveSnapshot(market.talents, files.talents, JSON.stringify(note))
  // The numbers last: they only become more, so those of both files are among them.
  await saveSnapshot(market.projects, files.projects, JSON.stringify(note), () => packed(market))
}

/** The market as it was written, or null where nothing usable lies there: scored by what is in force now. It is as old as it is: to be caught up before use. */
export async function openKept(db: Db, { folder, kernel }: Keeping): Promise<Market | null> {
  if (folder === null) return null
  const scoring = await readAs(db, SYSTEM, null, scoringInUse)
  // Not there, of another version, damaged or not to be read: everything is in the database.
  const kept = await readFiles(db, folder, kernel, scoring).catch(() => null)
  if (!kept) return null
  const { note, market } = kept
  return readAs(db, SYSTEM, null, async (tx) => {
    if (!(await historyGoesOn(tx, note))) return null
    // The prices in the rows are as old as the rest; whoever has applied since is read from history with it.
    return { ...market, moved: await applicationsSince(tx) }
  })
}

async function readFiles(
  db: Db,
  folder: string,
  kernel: Keeping['kernel'],
  scoring: Scoring,
): Promise<{ note: Note; market: Market } | null> {
  const files = filesIn(folder)
  const { name, weights } = scoring.weights
  const world = { ...matchingWorld(scoring.reader !== null), weights }
  const projects = await openSnapshot(files.projects, { ...world, side: 'projects' })
  const note = JSON.parse(projects.note) as Note
  if (note.meaning !== meaningOfRecords()) return null
  if (note.weights !== name || note.reader !== scoring.reader) return null
  if (note.space !== (scoring.space?.name ?? null)) return null
  // Those who are still to come would have to move all who are there again and again.
  const room = note.whole ? 0 : (await readAs(db, SYSTEM, null, sizesOf)).people
  const talents = await openSnapshot(files.talents, { ...world, side: 'talents', room, kernel })
  if (talents.note !== projects.note) return null
  const beside = await unpacked(projects.attached)
  const models = { talents: talents.model, projects: projects.model }
  return {
    note,
    market: {
      ...scoring,
      ...models,
      ...beside,
      moved: new Map(),
      seen: note.seen,
      old: null,
      whole: note.whole,
      pool: null,
    },
  }
}

/** Three lengths and how many ids, then pairs of numbers: project and company, project and price, talent and hidden-from; then a print for each id, and all ids. */
function packed({ numbers, prints, open, priced, hidden }: Market): Uint8Array {
  const lists = [
    Array.from(open, ([project, company]) => [numbers.of(project), numbers.of(company)]),
    Array.from(priced, ([project, price]) => [numbers.of(project), price]),
    Array.from(hidden.byTalent, ([talent, companies]) =>
      Array.from(companies, (company) => [numbers.of(talent), numbers.of(company)]),
    ).flat(),
  ]
  const head = Int32Array.from([...lists.map(({ length }) => length), numbers.size, ...lists.flat(2)])
  const print = prints.first(numbers.size)
  const ids = numbers.bytes()
  const bytes = new Uint8Array(head.byteLength + print.byteLength + ids.length)
  bytes.set(new Uint8Array(head.buffer))
  bytes.set(new Uint8Array(print.buffer, 0, print.byteLength), head.byteLength)
  bytes.set(ids, head.byteLength + print.byteLength)
  return bytes
}

async function unpacked(bytes: Uint8Array): Promise<Pick<Market, 'numbers' | 'prints' | 'open' | 'priced' | 'hidden'>> {
  const lengths = new Int32Array(bytes.buffer, 0, 3)
  const [count] = new Int32Array(bytes.buffer, HEAD - 4, 1)
  const pairs = lengths.reduce((sum, length) => sum + length, 0)
  const all = new Int32Array(bytes.buffer, HEAD, pairs * 2)
  const end = HEAD + pairs * 8
  const prints = createPrints(new Uint32Array(bytes.buffer, end, count))
  const numbers = await numbersOf(bytes.subarray(end + count! * 4))
  const lists: [number, number][][] = []
  for (let list = 0, at = 0; list < lengths.length; list++) {
    lists.push(Array.from({ length: lengths[list]! }, () => [all[at++]!, all[at++]!]))
    await breath()
  }
  const [open, priced, hiding] = lists as [[number, number][], [number, number][], [number, number][]]
  const hidden = noneHidden()
  for (const [talent, company] of hiding) hide(hidden, { talentId: numbers.id(talent), companyId: numbers.id(company) })
  return {
    ...{ numbers, prints, hidden },
    open: new Map(open.map(([project, company]) => [numbers.id(project), numbers.id(company)])),
    priced: new Map(priced.map(([project, price]) => [numbers.id(project), price])),
  }
}

async function numbersOf(ids: Uint8Array): Promise<Numbers> {
  const count = ids.length / ID_BYTES
  const numbers = createNumbers(count)
  for (let from = 0; from < count; from += IDS_AT_ONCE) {
    numbers.read(ids, from, Math.min(count, from + IDS_AT_ONCE))
    await breath()
  }
  return numbers
}
