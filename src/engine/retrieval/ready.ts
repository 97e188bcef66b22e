import { PROJECT_VISITS_NOT_SAID } from '../fields.ts'
import type { Model } from '../model.ts'
import { rank } from '../rank.ts'
import type { Talent } from '../records.ts'
import { finishInTurns } from '../steps.ts'
import { mostRecent, POSTINGS_FROM } from './best.ts'
import { buildingAsked } from './build-asked.ts'
import { changedSince, versionOf } from './changes.ts'

/** What is being made at the moment. */
const making = new WeakMap<Model<'projects'>, Promise<void>>()

/**
 * Makes what projects ask for before a query has to do it at once, at the beginning and when much has changed: in turns of milliseconds,
 * in which others use the thread and the model may change. Where projects are few there is nothing to do.
 */
export function makeReady(model: Model<'projects'>): Promise<void> {
  const known = making.get(model)
  if (known) return known
  const made = makeAsked(model).finally(() => making.delete(model))
  making.set(model, made)
  return made
}

async function makeAsked(model: Model<'projects'>): Promise<void> {
  const { asked, rows, changes, store, tables, world } = model
  if (rows < POSTINGS_FROM) return
  const recent = asked && changedSince(changes, asked.version)
  if (recent !== null && recent.length <= mostRecent(rows) / 2) return
  const leaves = world.tree.middleOf.length
  const made = await finishInTurns(buildingAsked(store, rows, leaves, tables, versionOf(changes)))
  // A query may not have waited.
  if ((model.asked?.version ?? -1) < made.version) model.asked = made
}

/** People after whom the code of a query is compiled for good: the first of them take ten times as long as later ones. */
const MADE_UP = 200
const K = 100
/** It is compiled for the thread, whichever model it was. */
let isWarm = false

/** Lets the thread compile the code of a person's first queries, once, by ranking many projects for made-up people, in turns. */
export async function warmUp(model: Model<'projects'>): Promise<void> {
  if (isWarm || model.rows < POSTINGS_FROM) return
  isWarm = true
  await makeReady(model)
  for (let at = 0; at < MADE_UP; at++) {
    await new Promise((resolve) => setImmediate(resolve))
    // The first lists are short: as long as nothing is compiled a whole one takes longer than a turn.
    rank(model, madeUp(model, at), Math.min(K, 1 + 4 * at))
  }
}

/** Somebody of any work and place; the same ones each time. */
function madeUp({ world }: Model<'projects'>, at: number): Talent {
  const { tree, industries, dimension } = world
  const some = (step: number, below: number) => (at * step + (at >> 3)) % below
  const place = (slot: number) => (1 + some(7 + slot * 5, 47)) * 1000 + (slot % 2) * 201
  return {
    codes: Array.from({ length: 1 + some(1, 6) }, (_, slot) => ({
      code: some(7919 + slot * 104_729, tree.middleOf.length),
      level: 1 + some(3, 4),
      evidence: some(5, 4),
      years: some(3, 8),
    })),
    industries: industries.count === 0 ? [] : [some(3, industries.count)],
    ties: Array.from({ length: some(3, 4) }, (_, slot) => ({
      kind: some(5, 8),
      recency: some(7, 4),
      place: place(slot),
    })),
    hours: 4 + some(11, 30),
    fee: 1500 + some(811, 5000),
    prefecture: 1 + some(5, 47),
    visits: some(3, PROJECT_VISITS_NOT_SAID - 1),
    motives: 1 + some(37, 255),
    text: Int8Array.from({ length: dimension }, (_, axis) => some(31 + axis * 17, 255) - 127),
  }
}
