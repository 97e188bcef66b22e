import {
  AGREEMENT,
  BIT_COUNT,
  codeBin,
  feeBin,
  hoursBin,
  levelBin,
  shownQuarters,
  textBin,
  tieBin,
  visitsImpossible,
  WORTH,
  workBin,
} from './bins.ts'
import type { World } from './columns.ts'
import { agreement, nearness } from './facts.ts'
import { CODE_NONE, PROJECT_CODES, TALENT_CODES, TALENT_TIES } from './fields.ts'
import type { Tables } from './fixed.ts'
import type { Hits } from './hits.ts'
import { byteTable, industryTable, largestOf, motiveTable, tiePoints } from './lookups.ts'
import { levelPoints } from './points.ts'
import { distanceBand, PREFECTURES } from './prefectures.ts'
import { type AskedWalk, FEE_STEPS, feesOf, TIES, tieAt } from './retrieval/asked.ts'
import { PROJECT_AT, type TalentRow } from './row.ts'
import { STRIDE, type Store } from './store.ts'
import { dotAt } from './talentscan.ts'

/** Code bin by shape × 256 + four agreements of two bits. */
const CODE_BINS = Uint8Array.from({ length: 25 * 256 }, (_, at) => {
  const shape = at >> 8
  const musts = Math.min(shape % 5, Math.floor(shape / 5))
  return codeBin([at & 3, (at >> 2) & 3, (at >> 4) & 3, (at >> 6) & 3], musts, Math.floor(shape / 5))
})
/** Code bins that can be where no code agrees better than 0, 1, 2, 3. */
const BINS_UP_TO = [AGREEMENT.none, AGREEMENT.major, AGREEMENT.middle, AGREEMENT.leaf].map((most) => {
  const packs = Array.from(CODE_BINS.keys()).filter((at) => [0, 2, 4, 6].every((bit) => ((at >> bit) & 3) <= most))
  return [...new Set(packs.map((at) => CODE_BINS[at]!))]
})
/** Level bin by (asked - 1) × 32 + quarters shown. */
const LEVEL_BINS = Uint8Array.from({ length: 128 }, (_, at) => levelBin(at & 31, (at >> 5) + 1))
/** Place of the wider columns, in halves of two bytes. */
const AT_HALF = {
  codes: PROJECT_AT.codes / 2,
  place: PROJECT_AT.place / 2,
  fee: PROJECT_AT.fee / 2,
  motives: PROJECT_AT.motives / 2,
  price: PROJECT_AT.price / 2,
}
/** Values of the byte visits × 2 + travel paid. */
const WORKS = 12

/**
 * Everything one talent makes of a project's columns, as look-up tables.
 * @param lowestPrice no row's price is below this
 */
export function talentLookups(world: World, tables: Tables, talent: TalentRow, lowestPrice: number) {
  const { points } = tables
  const industryBins = Array.from(talent.industries, (own) => industryTable(world, own))
  const look = {
    agrees: codeLookups(world, talent),
    code: points.code.both,
    level: levelPoints(tables),
    industry: byteTable(points.industry, (one) => industryBins.reduce((most, bins) => Math.max(most, bins[one]!), 0)),
    ...tieLookups(talent),
    tie: tiePoints(tables),
    hours: byteTable(points.hours, (wanted) => hoursBin(talent.hours[0]!, wanted)),
    hoped: talent.fee[0]!,
    fee: points.fee.both,
    work: workLookup(talent, points.work.both),
    barred: Uint8Array.from({ length: WORKS }, (_, work) => Number(visitsImpossible(work >> 1, talent.visits[0]!))),
    free: talent.live[0] === 1 && talent.hours[0] !== 0,
    times: talent.times[0]! || 255,
    motives: talent.motives[0]!,
    motive: motiveTable(points.motive, talent.motives[0]!),
    record: points.record.apply,
    answer: points.answer.apply,
    /** The talent's own part of record and answer, the same for every row. */
    own: points.record.offer[talent.record[0]!]! + points.answer.offer[talent.answer[0]!]!,
    vector: talent.hasText[0] === 1 ? talent.text : null,
    text: points.text.both,
    textMost: talent.hasText[0] === 1 ? largestOf(points.text.both) : points.text.both[0]!,
  }
  const { industry, hours, fee, work, motive, record, answer } = look
  const others = [hours, fee, work, record, answer].map(largestOf)
  const inCommon = motive.common.subarray(0, BIT_COUNT[look.motives]! + 1)
  /** The most that those factors can bring of which a digest says nothing. */
  const untold = Math.max(motive.notSaid, largestOf(inCommon)) + look.own + look.textMost
  others.push(untold, -lowestPrice)
  /** The most that all factors but code, level, industry and tie can bring together, to whichever project. */
  const othersMost = others.reduce((sum, one) => sum + one)
  /** And with those two. */
  return { ...look, untold, othersMost, most: othersMost + largestOf(industry) + strongestTie(look) }
}

/** By work × prefecture. */
function workLookup(talent: TalentRow, points: Int16Array): Int16Array {
  const table = new Int16Array(WORKS * PREFECTURES)
  for (let prefecture = 0; prefecture < PREFECTURES; prefecture++) {
    const distance = distanceBand(talent.prefecture[0]!, prefecture)
    for (let work = 0; work < WORKS; work++)
      table[work * PREFECTURES + prefecture] = points[workBin(work >> 1, work & 1, talent.visits[0]!, distance)]!
  }
  return table
}

/** The most points of a tie: most people have few ties or none, so this is far below the most of the table. */
function strongestTie({
  tie,
  inPrefecture,
  inPlace,
}: {
  tie: Int16Array
  inPrefecture: Uint8Array
  inPlace: Uint8Array
}) {
  const bins = new Set([0, ...inPrefecture, ...inPlace])
  return largestOf(tie.filter((_, at) => bins.has(at & 15)))
}

export type TalentLookups = ReturnType<typeof talentLookups>

/** As scanTalents, for the other side. */
export function scanProjects(
  store: Store,
  look: TalentLookups,
  list: Int32Array | null,
  from: number,
  to: number,
  floor: number,
  hits: Hits,
): void {
  const { bytes, halves, signed, text } = store
  const { agrees, level, vector, motive, tiePlaces, inPrefecture, inPlace } = look
  const enough = floor - look.most
  const enoughTied = floor - look.othersMost
  const none = look.code[0]! + level[0]!
  let size = 0
  for (let at = from; look.free && at < to; at++) {
    const row = list === null ? at : list[at]!
    const start = row * STRIDE.projects
    const half = start >> 1
    const first = half + AT_HALF.codes
    // Without a branch for each code, because most projects want none that agrees.
    const agreeing =
      agrees[halves[first]!]! | agrees[halves[first + 1]!]! | agrees[halves[first + 2]!]! | agrees[halves[first + 3]!]!
    if (agreeing === 0 && none < enough) continue
    let able = none
    if (agreeing !== 0) {
      const shape = bytes[start + PROJECT_AT.shape]!
      const musts = shape % 5
      let pack = 0
      let aim = 0
      for (let slot = 0; slot < PROJECT_CODES; slot++) {
        const own = agrees[halves[first + slot]!]!
        if (own === 0) continue
        pack |= (own >> 5) << (slot * 2)
        const asked = bytes[start + PROJECT_AT.levels + slot]!
        const found = (WORTH[slot < musts ? 1 : 0][own >> 5]! << 4) | LEVEL_BINS[((asked - 1) << 5) | (own & 31)]!
        if (found > aim) aim = found
      }
      able = look.code[CODE_BINS[(shape << 8) | pack]!]! + level[aim]!
      if (able < enough) continue
    }
    const times = bytes[start + PROJECT_AT.times]!
    const work = bytes[start + PROJECT_AT.work]!
    if (
      bytes[start + PROJECT_AT.live] === 0 ||
      (times !== 0 && (times & look.times) === 0) ||
      look.barred[work] === 1
    ) {
      continue
    }
    const where = halves[half + AT_HALF.place]!
    const prefecture = (where / 1000) | 0
    let bond = inPrefecture[prefecture]!
    for (let slot = 0; slot < tiePlaces.length; slot++) {
      if (tiePlaces[slot] === where && inPlace[slot]! > bond) bond = inPlace[slot]!
    }
    const tied = able + look.industry[bytes[start + PROJECT_AT.industry]!]! + look.tie[((work >> 1) << 4) | bond]!
    // Ties move a pair most, and most projects have none with somebody: they are left here.
    if (tied < enoughTied) continue
    const offers = halves[half + AT_HALF.motives]!
    let score =
      look.own +
      tied +
      look.hours[bytes[start + PROJECT_AT.hours]!]! +
      look.fee[feeBin(halves[half + AT_HALF.fee]!, look.hoped)]! +
      look.work[work * PREFECTURES + prefecture]! +
      (offers === 0 ? motive.notSaid : motive.common[BIT_COUNT[offers & look.motives]!]!) +
      look.record[bytes[start + PROJECT_AT.record]!]! +
      look.answer[bytes[start + PROJECT_AT.answer]!]! -
      signed[half + AT_HALF.price]!
    if (vector === null || bytes[start + PROJECT_AT.hasText] === 0) score += look.text[0]!
    else if (score + look.textMost < floor) continue
    else score += look.text[textBin(dotAt(text, row, vector))]!
    if (score < floor) continue
    hits.rows[size] = row
    hits.scores[size++] = score
  }
  hits.size = size
}

/** Which codes to look for, the best agreement first, what is left for whoever asks for none of them, and what tells most out. */
export function askedWalk({ tree }: World, look: TalentLookups): AskedWalk {
  const { agrees, code, level, most } = look
  const leaves: [number[], number[], number[]] = [[], [], []]
  for (let leaf = 0; leaf < tree.middleOf.length; leaf++) {
    const own = agrees[leaf]! >> 5
    if (own > 0) leaves[AGREEMENT.leaf - own]!.push(leaf)
  }
  // Every bin and level that can be is tried, because a learned table need not rise with the agreement.
  const ableOf = (agreement: number) => {
    let aim = level[0]!
    for (const worths of WORTH) {
      for (const worth of worths.slice(1, agreement + 1)) {
        for (let bin = 1; bin < 16; bin++) aim = Math.max(aim, level[(worth << 4) | bin]!)
      }
    }
    return Math.max(...BINS_UP_TO[agreement]!.map((bin) => code[bin]!)) + aim
  }
  const able = [AGREEMENT.leaf, AGREEMENT.middle, AGREEMENT.major, AGREEMENT.none].map(ableOf)
  const fee = feesByDigest(look)
  return {
    ...{
      leaves: leaves.map((some) => Int32Array.from(some)),
      able,
      below: able.slice(1).map((reached) => reached + most),
    },
    ...{ ties: tiesByDigest(look), industry: look.industry, hours: look.hours, fee },
    ...{ times: look.times, others: look.untold },
    told: largestOf(look.industry) + largestOf(look.hours) + largestOf(fee),
  }
}

/** Far below every score, and far from the end of 32 bits. */
const NEVER = -1_000_000_000

function tiesByDigest({ tie, tiePlaces, inPrefecture, inPlace, work: points, barred }: TalentLookups): Int32Array {
  const most = new Int32Array(TIES).fill(NEVER)
  for (let prefecture = 0; prefecture < PREFECTURES; prefecture++) {
    const inside = inPlace.filter((_, slot) => Math.floor(tiePlaces[slot]! / 1000) === prefecture)
    for (let work = 0; work < WORKS; work++) {
      if (barred[work] === 1) continue
      const first = (work >> 1) << 4
      let bond = tie[first | inPrefecture[prefecture]!]!
      for (const bin of inside) bond = Math.max(bond, tie[first | bin]!)
      most[tieAt(prefecture, work)] = points[work * PREFECTURES + prefecture]! + bond
    }
  }
  return most
}

/** Every bin that a fee of a step can be in is tried: a learned table need not rise. */
function feesByDigest({ fee, hoped }: TalentLookups): Int16Array {
  const most = new Int16Array(FEE_STEPS)
  for (let step = 0; step < FEE_STEPS; step++) {
    const [lowest, highest] = feesOf(step)
    const last = feeBin(highest, hoped)
    most[step] = fee[last]!
    for (let bin = feeBin(lowest, hoped); bin < last; bin++) most[step] = Math.max(most[step]!, fee[bin]!)
  }
  return most
}

/** Of each leaf: best agreement with the talent × 32 + the most quarters shown in a code that agrees so; 0 of CODE_NONE. */
function codeLookups(world: World, talent: TalentRow): Uint8Array {
  const table = new Uint8Array(CODE_NONE + 1)
  const { middleOf, majorOf } = world.tree
  for (let slot = 0; slot < TALENT_CODES; slot++) {
    const own = talent.codes[slot]!
    if (own === CODE_NONE) break
    const skill = talent.skills[slot]!
    const shown = shownQuarters((skill & 3) + 1, (skill >> 2) & 3, skill >> 4)
    const major = majorOf[middleOf[own]!]
    for (let leaf = 0; leaf < middleOf.length; leaf++) {
      // First, because most leaves are of another major: with thousands of them this is a good part of a query.
      if (majorOf[middleOf[leaf]!] !== major) continue
      table[leaf] = Math.max(table[leaf]!, agreement(world, own, leaf) * 32 + shown)
    }
  }
  return table
}

function tieLookups(talent: TalentRow) {
  const slots = Array.from({ length: TALENT_TIES }, (_, slot) => slot)
  const own = slots.filter((slot) => talent.tiePlaces[slot] !== 0)
  const bin = (slot: number, near: number) => tieBin(near, talent.ties[slot]! & 7, talent.ties[slot]! >> 3)
  const inTown = own.filter((slot) => talent.tiePlaces[slot]! % 1000 !== 0)
  return {
    inPrefecture: Uint8Array.from({ length: PREFECTURES }, (_, prefecture) =>
      Math.max(0, ...own.map((slot) => bin(slot, nearness(talent.tiePlaces[slot]!, prefecture * 1000)))),
    ),
    tiePlaces: Uint16Array.from(inTown, (slot) => talent.tiePlaces[slot]!),
    inPlace: Uint8Array.from(inTown, (slot) => bin(slot, 3)),
  }
}
