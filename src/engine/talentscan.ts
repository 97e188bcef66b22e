import {
  BIT_COUNT,
  codeBin,
  hoursBin,
  levelBin,
  shownQuarters,
  textBin,
  visitsImpossible,
  WORTH,
  workBin,
} from './bins.ts'
import type { World } from './columns.ts'
import { agreement, nearness } from './facts.ts'
import { CODE_NONE, PROJECT_CODES, TALENT_CODES, TALENT_INDUSTRIES, TALENT_TIES } from './fields.ts'
import type { Tables } from './fixed.ts'
import { byteTable, hopedFeeTable, industryTable, largestOf, motiveTable, TIE_BINS, tiePoints } from './lookups.ts'
import { levelPoints } from './points.ts'
import { distanceBand, PREFECTURES } from './prefectures.ts'
import type { ProjectStore, TalentStore } from './store.ts'

/** Score of a row that a filter takes out, or that cannot reach the floor. */
export const OUT = -2147483648

/** Agreement 0–3 as bits, so that the best of several codes is their OR. */
const RUNG = [0, 1, 3, 7]
/** Level bin by (asked - 1) × 128 + packed skill. */
const LEVEL_BINS = Uint8Array.from({ length: 512 }, (_, at) =>
  levelBin(shownQuarters((at & 3) + 1, (at >> 2) & 3, (at >> 4) & 7), (at >> 7) + 1),
)

/** Everything one project makes of a talent's columns, as look-up tables. */
export function projectLookups(world: World, tables: Tables, project: ProjectStore) {
  const { points } = tables
  const visits = project.work[0]! >> 1
  const place = project.place[0]!
  const tie = tiePoints(tables).subarray(visits * 16, visits * 16 + 16)
  const inPrefecture = Array.from({ length: PREFECTURES }, (_, one) => nearness(one * 1000, place))
  return {
    ...codeLookups(world, tables, project),
    level: levelPoints(tables),
    industryBin: industryTable(world, project.industry[0]!),
    industry: points.industry.both,
    place: place % 1000 === 0 ? 0 : place,
    nearness: Uint8Array.from(inPrefecture),
    tie,
    hours: byteTable(points.hours, (free) => hoursBin(free, project.hours[0]!)),
    fee: hopedFeeTable(points.fee, project.fee[0]!),
    work: Int16Array.from({ length: PREFECTURES * 5 }, (_, at) => {
      const distance = distanceBand(Math.floor(at / 5), Math.floor(place / 1000))
      return points.work.both[workBin(visits, project.work[0]! & 1, at % 5, distance)]!
    }),
    barsRemoteOnly: visitsImpossible(visits, 0),
    times: project.times[0]! || 255,
    motives: project.motives[0]!,
    motive: motiveTable(points.motive, project.motives[0]!),
    record: points.record.offer,
    answer: points.answer.offer,
    /** The project's own part of record and answer, the same for every row. */
    own: points.record.apply[project.record[0]!]! + points.answer.apply[project.answer[0]!]!,
    vector: project.hasText[0] === 1 ? project.text : null,
    text: points.text.both,
    textMost: largestOf(points.text.both),
  }
}

export type ProjectLookups = ReturnType<typeof projectLookups>

/** Scores talents `from` … `to` - 1 into scores[0 …]; OUT where filtered, or where the score cannot reach `floor`. */
export function scanTalents(
  store: TalentStore,
  look: ProjectLookups,
  blocked: Uint32Array | null,
  from: number,
  to: number,
  floor: number,
  scores: Int32Array,
): void {
  const { live, hours, times, visits, codes, skills, industries, tiePlaces, ties, fee, prefecture, motives, price } =
    store
  const { record, answer, hasText, text } = store
  const { rungs, aims, code, level, industryBin, industry, nearness: near, tie, vector, motive } = look
  for (let row = from; row < to; row++) {
    if (
      live[row] === 0 ||
      hours[row] === 0 ||
      (times[row] !== 0 && (times[row]! & look.times) === 0) ||
      (look.barsRemoteOnly && visits[row] === 0) ||
      (blocked !== null && ((blocked[row >> 5]! >>> (row & 31)) & 1) === 1)
    ) {
      scores[row - from] = OUT
      continue
    }
    let rung = 0
    let aim = 0
    for (let at = row * TALENT_CODES, end = at + TALENT_CODES; at < end; at++) {
      const own = codes[at]!
      if (own === CODE_NONE) break
      if (rungs[own] === 0) continue
      rung |= rungs[own]!
      const worth = aims[own]!
      const found = (worth & 240) | LEVEL_BINS[((worth & 3) << 7) | skills[at]!]!
      if (found > aim) aim = found
    }
    let same = 0
    for (let at = row * TALENT_INDUSTRIES, end = at + TALENT_INDUSTRIES; at < end; at++) {
      const bin = industryBin[industries[at]!]!
      if (bin > same) same = bin
    }
    let bond = 0
    for (let at = row * TALENT_TIES, end = at + TALENT_TIES; at < end; at++) {
      const own = tiePlaces[at]!
      if (own === 0) break
      const step = own === look.place ? 3 : near[(own / 1000) | 0]!
      const bin = TIE_BINS[(step << 5) | ties[at]!]!
      if (bin > bond) bond = bin
    }
    const wants = motives[row]!
    let score =
      look.own +
      code[rung]! +
      level[aim]! +
      industry[same]! +
      tie[bond]! +
      look.hours[hours[row]!]! +
      look.fee[fee[row]!]! +
      look.work[prefecture[row]! * 5 + visits[row]!]! +
      (wants === 0 ? motive.notSaid : motive.common[BIT_COUNT[wants & look.motives]!]!) +
      look.record[record[row]!]! +
      look.answer[answer[row]!]! -
      price[row]!
    if (vector === null || hasText[row] === 0) score += look.text[0]!
    else if (score + look.textMost < floor) score = OUT
    else score += look.text[textBin(dotAt(text, row, vector))]!
    scores[row - from] = score
  }
}

/** Dot product of row `row` of `texts` with a vector, both int8. */
export function dotAt(texts: Int8Array, row: number, vector: Int8Array): number {
  const start = row * vector.length
  let dot = 0
  for (let axis = 0; axis < vector.length; axis++) dot += texts[start + axis]! * vector[axis]!
  return dot
}

function codeLookups(world: World, { points }: Tables, project: ProjectStore) {
  const count = Math.floor(project.shape[0]! / 5)
  const musts = project.shape[0]! % 5
  const leaves = world.tree.middleOf.length
  /** Agreement with each wanted code, three bits each. */
  const rungs = new Uint16Array(leaves)
  /** Worth of the best agreement × 16 + level asked - 1. */
  const aims = new Uint8Array(leaves)
  for (let leaf = 0; leaf < leaves; leaf++) {
    let best = 0
    for (let slot = 0; slot < count; slot++) {
      const agrees = agreement(world, project.codes[slot]!, leaf)
      const worth = WORTH[slot < musts ? 1 : 0][agrees]!
      const asked = project.levels[slot]! - 1
      rungs[leaf]! |= RUNG[agrees]! << (slot * 3)
      if (worth > best >> 4 || (worth === best >> 4 && asked < (best & 3))) best = (worth << 4) | asked
    }
    aims[leaf] = best
  }
  const code = new Int16Array(1 << (3 * PROJECT_CODES))
  for (let pack = 0; pack < 256; pack++) {
    const agreements = [pack & 3, (pack >> 2) & 3, (pack >> 4) & 3, pack >> 6]
    const rung = agreements.reduce((bits, agrees, slot) => bits | (RUNG[agrees]! << (slot * 3)), 0)
    code[rung] = points.code.both[codeBin(agreements, musts, count)]!
  }
  return { rungs, aims, code }
}
