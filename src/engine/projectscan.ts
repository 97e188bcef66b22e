import {
  BIT_COUNT,
  codeBin,
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
import { byteTable, industryTable, largestOf, motiveTable, offeredFeeTable, tiePoints } from './lookups.ts'
import { levelPoints } from './points.ts'
import { distanceBand, PREFECTURES } from './prefectures.ts'
import type { ProjectStore, TalentStore } from './store.ts'
import { dotAt, OUT } from './talentscan.ts'

/** Code bin by shape × 256 + four agreements of two bits. */
const CODE_BINS = Uint8Array.from({ length: 25 * 256 }, (_, at) => {
  const shape = at >> 8
  const musts = Math.min(shape % 5, Math.floor(shape / 5))
  return codeBin([at & 3, (at >> 2) & 3, (at >> 4) & 3, (at >> 6) & 3], musts, Math.floor(shape / 5))
})
/** Level bin by (asked - 1) × 32 + quarters shown. */
const LEVEL_BINS = Uint8Array.from({ length: 128 }, (_, at) => levelBin(at & 31, (at >> 5) + 1))
/** Values of the byte visits × 2 + travel paid. */
const WORKS = 12

/** Everything one talent makes of a project's columns, as look-up tables. */
export function talentLookups(world: World, tables: Tables, talent: TalentStore) {
  const { points } = tables
  const industryBins = Array.from(talent.industries, (own) => industryTable(world, own))
  return {
    agrees: codeLookups(world, talent),
    code: points.code.both,
    level: levelPoints(tables),
    industry: byteTable(points.industry, (one) => Math.max(...industryBins.map((bins) => bins[one]!))),
    ...tieLookups(talent),
    tie: tiePoints(tables),
    hours: byteTable(points.hours, (wanted) => hoursBin(talent.hours[0]!, wanted)),
    fee: offeredFeeTable(points.fee, talent.fee[0]!),
    work: Int16Array.from({ length: WORKS * PREFECTURES }, (_, at) => {
      const work = Math.floor(at / PREFECTURES)
      const distance = distanceBand(talent.prefecture[0]!, at % PREFECTURES)
      return points.work.both[workBin(work >> 1, work & 1, talent.visits[0]!, distance)]!
    }),
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
    textMost: largestOf(points.text.both),
  }
}

export type TalentLookups = ReturnType<typeof talentLookups>

/** Scores projects `from` … `to` - 1 into scores[0 …]; OUT where filtered, or where the score cannot reach `floor`. */
export function scanProjects(
  store: ProjectStore,
  look: TalentLookups,
  blocked: Uint32Array | null,
  from: number,
  to: number,
  floor: number,
  scores: Int32Array,
): void {
  const { live, times, work, codes, levels, shape, industry, place, hours, fee, motives, record, answer, price } = store
  const { hasText, text } = store
  const { agrees, level, vector, motive, tiePlaces, inPrefecture, inPlace } = look
  for (let row = from; row < to; row++) {
    if (
      live[row] === 0 ||
      !look.free ||
      (times[row] !== 0 && (times[row]! & look.times) === 0) ||
      look.barred[work[row]!] === 1 ||
      (blocked !== null && ((blocked[row >> 5]! >>> (row & 31)) & 1) === 1)
    ) {
      scores[row - from] = OUT
      continue
    }
    const musts = shape[row]! % 5
    let pack = 0
    let aim = 0
    for (let slot = 0; slot < PROJECT_CODES; slot++) {
      const wanted = codes[row * PROJECT_CODES + slot]!
      if (wanted === CODE_NONE) break
      const own = agrees[wanted]!
      if (own < 32) continue
      pack |= (own >> 5) << (slot * 2)
      const asked = levels[row * PROJECT_CODES + slot]!
      const found = (WORTH[slot < musts ? 1 : 0][own >> 5]! << 4) | LEVEL_BINS[((asked - 1) << 5) | (own & 31)]!
      if (found > aim) aim = found
    }
    const where = place[row]!
    const prefecture = (where / 1000) | 0
    let bond = inPrefecture[prefecture]!
    for (let slot = 0; slot < tiePlaces.length; slot++) {
      if (tiePlaces[slot] === where && inPlace[slot]! > bond) bond = inPlace[slot]!
    }
    const offers = motives[row]!
    let score =
      look.own +
      look.code[CODE_BINS[(shape[row]! << 8) | pack]!]! +
      level[aim]! +
      look.industry[industry[row]!]! +
      look.tie[((work[row]! >> 1) << 4) | bond]! +
      look.hours[hours[row]!]! +
      look.fee[fee[row]!]! +
      look.work[work[row]! * PREFECTURES + prefecture]! +
      (offers === 0 ? motive.notSaid : motive.common[BIT_COUNT[offers & look.motives]!]!) +
      look.record[record[row]!]! +
      look.answer[answer[row]!]! -
      price[row]!
    if (vector === null || hasText[row] === 0) score += look.text[0]!
    else if (score + look.textMost < floor) score = OUT
    else score += look.text[textBin(dotAt(text, row, vector))]!
    scores[row - from] = score
  }
}

/** Of each leaf: best agreement with the talent × 32 + the most quarters shown in a code that agrees so. */
function codeLookups(world: World, talent: TalentStore): Uint8Array {
  const table = new Uint8Array(world.tree.middleOf.length)
  for (let slot = 0; slot < TALENT_CODES; slot++) {
    const own = talent.codes[slot]!
    if (own === CODE_NONE) break
    const skill = talent.skills[slot]!
    const shown = shownQuarters((skill & 3) + 1, (skill >> 2) & 3, skill >> 4)
    for (let leaf = 0; leaf < table.length; leaf++) {
      const agrees = agreement(world, own, leaf)
      if (agrees > 0) table[leaf] = Math.max(table[leaf]!, agrees * 32 + shown)
    }
  }
  return table
}

function tieLookups(talent: TalentStore) {
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
