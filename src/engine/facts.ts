import {
  AGREEMENT,
  agreementOf,
  codeBin,
  feeBin,
  hoursBin,
  levelBin,
  motiveBin,
  shownQuarters,
  textBin,
  tieBin,
  WORTH,
  workBin,
} from './bins.ts'
import type { World } from './columns.ts'
import { CODE_NONE, INDUSTRY_NONE, TALENT_CODES, TALENT_INDUSTRIES, TALENT_TIES } from './fields.ts'
import { blockOf, distanceBand } from './prefectures.ts'
import type { ProjectRow, TalentRow } from './row.ts'

/** What is so about one pair: the bins of every table, and which code and which tie decided. */
export interface Facts {
  bins: {
    code: number
    level: number
    industry: number
    tie: number
    hours: number
    fee: number
    work: number
    motive: number
    text: number
  }
  /** Best agreement 0–3 (see AGREEMENT) of any wanted code with any code of the talent. */
  agreement: number
  /** Dense code indices behind the level bin; null where no code agrees. */
  wanted: number | null
  code: number | null
  /** Level shown minus level asked, in quarter levels. */
  levelGap: number | null
  /** The strongest tie: its place in the talent's list, and 1 block, 2 prefecture, 3 municipality; null where none. */
  tie: { slot: number; place: number; kind: number; recency: number; nearness: number } | null
  /** Distance band 0–4 between home and place. */
  distance: number
}

/** Facts of one talent and one project: the plain reference that the scans are tested against. */
export function pairFacts(world: World, talent: TalentRow, project: ProjectRow): Facts {
  const code = codeFacts(world, talent, project)
  const tie = tieFacts(talent, project)
  const place = project.place[0]!
  const work = project.work[0]!
  const distance = distanceBand(talent.prefecture[0]!, Math.floor(place / 1000))
  return {
    bins: {
      code: code.bin,
      level: code.level,
      industry: industryBin(world, talent, project.industry[0]!),
      tie: tie.bin,
      hours: hoursBin(talent.hours[0]!, project.hours[0]!),
      fee: feeBin(project.fee[0]!, talent.fee[0]!),
      work: workBin(work >> 1, work & 1, talent.visits[0]!, distance),
      motive: motiveBin(talent.motives[0]!, project.motives[0]!),
      text: textPairBin(talent, project),
    },
    agreement: agreementOf(code.worth),
    wanted: code.wanted,
    code: code.code,
    levelGap: code.gap,
    tie: tie.strongest,
    distance,
  }
}

/** Agreement 0–3 of two leaves. */
export function agreement({ tree }: World, a: number, b: number): number {
  if (a === b) return AGREEMENT.leaf
  const [middleA, middleB] = [tree.middleOf[a]!, tree.middleOf[b]!]
  if (middleA === middleB) return AGREEMENT.middle
  return tree.majorOf[middleA] === tree.majorOf[middleB] ? AGREEMENT.major : AGREEMENT.none
}

function codeFacts(world: World, talent: TalentRow, project: ProjectRow) {
  const count = Math.floor(project.shape[0]! / 5)
  const musts = project.shape[0]! % 5
  const agreements = [0, 0, 0, 0]
  let [worth, level] = [0, 0]
  let wanted: number | null = null
  let code: number | null = null
  let gap: number | null = null
  for (let slot = 0; slot < count; slot++) {
    const other = project.codes[slot]!
    const asked = project.levels[slot]!
    for (let at = 0; at < TALENT_CODES; at++) {
      const own = talent.codes[at]!
      if (own === CODE_NONE) break
      const agrees = agreement(world, other, own)
      agreements[slot] = Math.max(agreements[slot]!, agrees)
      const found = WORTH[slot < musts ? 1 : 0][agrees]!
      if (found === 0 || found < worth) continue
      const skill = talent.skills[at]!
      const shown = shownQuarters((skill & 3) + 1, (skill >> 2) & 3, skill >> 4)
      const reached = levelBin(shown, asked)
      if (found === worth && reached <= level) continue
      worth = found
      level = reached
      wanted = other
      code = own
      gap = shown - asked * 4
    }
  }
  return { bin: codeBin(agreements, musts, count), worth, level, wanted, code, gap }
}

function tieFacts(talent: TalentRow, project: ProjectRow) {
  const place = project.place[0]!
  let strongest: Facts['tie'] = null
  let bin = 0
  for (let slot = 0; slot < TALENT_TIES; slot++) {
    const own = talent.tiePlaces[slot]!
    if (own === 0) break
    const tie = talent.ties[slot]!
    const near = nearness(own, place)
    const found = tieBin(near, tie & 7, tie >> 3)
    if (found <= bin) continue
    bin = found
    strongest = { slot, place: own, kind: tie & 7, recency: tie >> 3, nearness: near }
  }
  return { bin, strongest }
}

/** 0 elsewhere, 1 same region block, 2 same prefecture, 3 same municipality; places are JIS X 0402 numbers, 0 = not said. */
export function nearness(a: number, b: number): number {
  if (a === 0 || b === 0) return 0
  if (a === b && a % 1000 !== 0) return 3
  const [inA, inB] = [Math.floor(a / 1000), Math.floor(b / 1000)]
  return inA === inB ? 2 : blockOf(inA) === blockOf(inB) ? 1 : 0
}

function industryBin({ industries }: World, talent: TalentRow, asked: number): number {
  let best = 0
  for (let slot = 0; slot < TALENT_INDUSTRIES; slot++) {
    best = Math.max(best, industryPairBin(industries, talent.industries[slot]!, asked))
  }
  return best
}

/** 0 not said, 1 another, 2 neighbouring, 3 same. */
export function industryPairBin({ count, near }: World['industries'], own: number, asked: number): number {
  if (own === INDUSTRY_NONE || asked === INDUSTRY_NONE) return 0
  return own === asked ? 3 : near[own * count + asked] === 1 ? 2 : 1
}

function textPairBin(talent: TalentRow, project: ProjectRow): number {
  if (talent.hasText[0] === 0 || project.hasText[0] === 0) return 0
  let dot = 0
  for (let axis = 0; axis < talent.text.length; axis++) dot += talent.text[axis]! * project.text[axis]!
  return textBin(dot)
}
