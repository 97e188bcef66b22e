import { BIT_COUNT, codeBin, feeBin, hoursBin, RUNG, textBin, visitsImpossible, WORTH, workBin } from './bins.ts'
import type { World } from './columns.ts'
import { agreement, nearness } from './facts.ts'
import { CODE_NONE, PROJECT_CODES, TALENT_CODES, TALENT_INDUSTRIES, TALENT_TIES } from './fields.ts'
import type { Tables } from './fixed.ts'
import type { Hits } from './hits.ts'
import { byteTable, industryTable, LEVEL_BINS, largestOf, motiveTable, TIE_BINS, tiePoints } from './lookups.ts'
import { levelPoints } from './points.ts'
import { distanceBand, PREFECTURES } from './prefectures.ts'
import { blockBit } from './retrieval/postings.ts'
import { type ProjectRow, TALENT_AT } from './row.ts'
import { STRIDE, type Store } from './store.ts'

/** Place of the wider columns, in halves of two bytes. */
const AT_HALF = {
  codes: TALENT_AT.codes / 2,
  tiePlaces: TALENT_AT.tiePlaces / 2,
  fee: TALENT_AT.fee / 2,
  motives: TALENT_AT.motives / 2,
  price: TALENT_AT.price / 2,
}
/**
 * Everything one project makes of a talent's columns, as look-up tables.
 * @param lowestPrice no row's price is below this
 */
export function projectLookups(world: World, tables: Tables, project: ProjectRow, lowestPrice: number) {
  const { points } = tables
  const visits = project.work[0]! >> 1
  const place = project.place[0]!
  const tie = tiePoints(tables).subarray(visits * 16, visits * 16 + 16)
  const inPrefecture = Array.from({ length: PREFECTURES }, (_, one) => nearness(one * 1000, place))
  const look = {
    ...codeLookups(world, tables, project),
    level: levelPoints(tables),
    industryBin: industryTable(world, project.industry[0]!),
    industry: points.industry.both,
    place: place % 1000 === 0 ? 0 : place,
    nearness: Uint8Array.from(inPrefecture),
    tie,
    /** The bit of a posting that whoever has a tie near the project has; 0 where the project has no place. */
    tieBlock: place === 0 ? 0 : blockBit(Math.floor(place / 1000)),
    /** So much less than the most can a tie bring where that bit is not set. */
    tieMore: largestOf(tie) - tie[0]!,
    hours: byteTable(points.hours, (free) => hoursBin(free, project.hours[0]!)),
    offered: project.fee[0]!,
    fee: points.fee.both,
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
    textMost: project.hasText[0] === 1 ? largestOf(points.text.both) : points.text.both[0]!,
  }
  const { industry, hours, fee, work, motive, record, answer } = look
  /** The most that industry, tie and text can bring together. */
  const late = largestOf(industry) + largestOf(tie) + look.textMost
  /** The most that those factors can bring of which a posting says nothing. */
  const untold = look.own + late + Math.max(motive.notSaid, largestOf(motive.common))
  /** The most that hours, fee and way of working can bring together. */
  const terms = largestOf(hours) + largestOf(fee) + largestOf(work)
  /** The most that all factors but code and level can bring together, to whomever. */
  const most = untold + terms + largestOf(record) + largestOf(answer) - lowestPrice
  return { ...look, late, untold, terms, most }
}

export type ProjectLookups = ReturnType<typeof projectLookups>

/** One project made ready. */
export interface Wanted {
  project: ProjectRow
  look: ProjectLookups
}

/**
 * The plain twin of the vector kernel. The job codes are looked at first: whoever cannot reach the floor by what they can
 * do and the best of everything else, is left after reading a quarter of the row.
 */
export function scanTalents(
  store: Store,
  look: ProjectLookups,
  list: Int32Array | null,
  from: number,
  to: number,
  floor: number,
  hits: Hits,
): void {
  const { bytes, halves, signed, text } = store
  const { rungs, aims, code, level, industryBin, industry, nearness: near, tie, vector, motive } = look
  const enough = floor - look.most
  let size = 0
  for (let at = from; at < to; at++) {
    const row = list === null ? at : list[at]!
    const start = row * STRIDE.talents
    const half = start >> 1
    let rung = 0
    let aim = 0
    for (let slot = 0; slot < TALENT_CODES; slot++) {
      const own = halves[half + AT_HALF.codes + slot]!
      if (own === CODE_NONE) break
      if (rungs[own] === 0) continue
      rung |= rungs[own]!
      const worth = aims[own]!
      const found = (worth & 240) | LEVEL_BINS[((worth & 3) << 7) | bytes[start + TALENT_AT.skills + slot]!]!
      if (found > aim) aim = found
    }
    const able = code[rung]! + level[aim]!
    if (able < enough) continue
    const free = bytes[start + TALENT_AT.hours]!
    const times = bytes[start + TALENT_AT.times]!
    const visits = bytes[start + TALENT_AT.visits]!
    if (
      bytes[start + TALENT_AT.live] === 0 ||
      free === 0 ||
      (times !== 0 && (times & look.times) === 0) ||
      (look.barsRemoteOnly && visits === 0)
    ) {
      continue
    }
    const wants = halves[half + AT_HALF.motives]!
    let score =
      look.own +
      able +
      look.hours[free]! +
      look.fee[feeBin(look.offered, halves[half + AT_HALF.fee]!)]! +
      look.work[bytes[start + TALENT_AT.prefecture]! * 5 + visits]! +
      (wants === 0 ? motive.notSaid : motive.common[BIT_COUNT[wants & look.motives]!]!) +
      look.record[bytes[start + TALENT_AT.record]!]! +
      look.answer[bytes[start + TALENT_AT.answer]!]! -
      signed[half + AT_HALF.price]!
    if (score + look.late < floor) continue
    let same = 0
    for (let one = start + TALENT_AT.industries, end = one + TALENT_INDUSTRIES; one < end; one++) {
      const bin = industryBin[bytes[one]!]!
      if (bin > same) same = bin
    }
    let bond = 0
    for (let slot = 0; slot < TALENT_TIES; slot++) {
      const own = halves[half + AT_HALF.tiePlaces + slot]!
      if (own === 0) break
      const step = own === look.place ? 3 : near[(own / 1000) | 0]!
      const bin = TIE_BINS[(step << 5) | bytes[start + TALENT_AT.ties + slot]!]!
      if (bin > bond) bond = bin
    }
    score += industry[same]! + tie[bond]!
    if (vector === null || bytes[start + TALENT_AT.hasText] === 0) score += look.text[0]!
    else if (score + look.textMost < floor) continue
    else score += look.text[textBin(dotAt(text, row, vector))]!
    if (score < floor) continue
    hits.rows[size] = row
    hits.scores[size++] = score
  }
  hits.size = size
}

/** Dot product of row `row` of `texts` with a vector, both int8. */
export function dotAt(texts: Int8Array, row: number, vector: Int8Array): number {
  const start = row * vector.length
  let dot = 0
  for (let axis = 0; axis < vector.length; axis++) dot += texts[start + axis]! * vector[axis]!
  return dot
}

function codeLookups(world: World, { points }: Tables, project: ProjectRow) {
  const count = Math.floor(project.shape[0]! / 5)
  const musts = project.shape[0]! % 5
  const leaves = world.tree.middleOf.length
  /** Agreement with each wanted code, three bits each. */
  const rungs = new Uint16Array(leaves)
  /** Worth of the best agreement × 16 + level asked - 1. */
  const aims = new Uint8Array(leaves)
  /** Leaves that agree with any wanted code. */
  const agreeing: number[] = []
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
    if (best > 0) agreeing.push(leaf)
  }
  const code = new Int16Array(1 << (3 * PROJECT_CODES))
  for (let pack = 0; pack < 256; pack++) {
    const agreements = [pack & 3, (pack >> 2) & 3, (pack >> 4) & 3, pack >> 6]
    const rung = agreements.reduce((bits, agrees, slot) => bits | (RUNG[agrees]! << (slot * 3)), 0)
    code[rung] = points.code.both[codeBin(agreements, musts, count)]!
  }
  return { rungs, aims, code, leaves: agreeing }
}
