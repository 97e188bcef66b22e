import type { Model, Project } from '../../src/engine/engine.ts'
import { emptyHits } from '../../src/engine/hits.ts'
import { prepare } from '../../src/engine/prepare.ts'
import { scanRange } from '../../src/engine/retrieval/best.ts'
import { emptyTop, LOWEST, takeRows } from '../../src/engine/top.ts'

const hits = emptyHits()

/** Ids of the best k with every row looked at. */
export function scanPlainly(model: Model<'talents'>, query: Project, k: number): number[] {
  const top = emptyTop(Math.min(k, model.rows))
  scanRange(model.store, prepare(model, query), 0, model.rows, LOWEST, top, hits)
  return Array.from(takeRows(top), (row) => model.store.id[row]!)
}

/** Per cent of what is true. */
export function share(all: boolean[]): number {
  return (all.filter(Boolean).length / all.length) * 100
}
