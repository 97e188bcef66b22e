import { answerBin, recordBin } from './bins.ts'
import type { FullProjects, FullTalents } from './columns.ts'
import { CODE_NONE, PROJECT_CODES, TALENT_CODES, TALENT_INDUSTRIES, TALENT_TIES } from './fields.ts'
import type { ProjectRow, TalentRow } from './row.ts'

type Part<R, C> = (to: R, from: C, at: number) => void

/** Writers of the parts of a row, by the keys of a record, so that a change of one part leaves the others alone. */
export const TALENT_PARTS: Record<string, Part<TalentRow, FullTalents>> = {
  id: (to, from, at) => set(to.id, from.id[at]!),
  visible: (to, from, at) => set(to.live, from.visible[at]!),
  codes: packSkills,
  industries: (to, from, at) => {
    for (let slot = 0; slot < TALENT_INDUSTRIES; slot++) {
      to.industries[slot] = from.industries[at * TALENT_INDUSTRIES + slot]!
    }
  },
  ties: packTies,
  prefecture: (to, from, at) => set(to.prefecture, from.prefecture[at]!),
  visits: (to, from, at) => set(to.visits, from.visits[at]!),
  seeks: (to, from, at) => set(to.seeks, from.seeks[at]!),
  since: (to, from, at) => {
    to.since[0] = from.since[at]! & 255
    to.since[1] = from.since[at]! >> 8
  },
}

export const PROJECT_PARTS: Record<string, Part<ProjectRow, FullProjects>> = {
  id: (to, from, at) => set(to.id, from.id[at]!),
  open: (to, from, at) => set(to.live, from.open[at]!),
  codes: packWanted,
  industry: (to, from, at) => set(to.industry, from.industry[at]!),
  place: (to, from, at) => set(to.place, from.place[at]!),
  visits: (to, from, at) => set(to.work, from.visits[at]! * 2 + (to.work[0]! & 1)),
  travelPaid: (to, from, at) => set(to.work, (to.work[0]! & 254) + from.travelPaid[at]!),
}

/** Parts that both kinds of row have. */
export const COMMON_PARTS: Record<string, Part<TalentRow | ProjectRow, FullTalents | FullProjects>> = {
  hours: (to, from, at) => set(to.hours, from.hours[at]!),
  times: (to, from, at) => set(to.times, from.times[at]!),
  fee: (to, from, at) => set(to.fee, from.fee[at]!),
  motives: (to, from, at) => set(to.motives, from.motives[at]!),
  record: (to, from, at) => set(to.record, recordBin(from.finished[at]!, from.confirmed[at]!, from.usual[at]!)),
  answers: (to, from, at) => set(to.answer, answerBin(from.seenDays[at]!, from.asked[at]!, from.answered[at]!)),
  price: (to, from, at) => set(to.price, from.price[at]!),
  text: packText,
}

function packSkills(row: TalentRow, from: FullTalents, at: number): void {
  let to = 0
  for (let slot = at * TALENT_CODES; slot < (at + 1) * TALENT_CODES; slot++) {
    if (from.codes[slot] === CODE_NONE) continue
    row.codes[to] = from.codes[slot]!
    row.skills[to] = (from.levels[slot]! - 1) | (from.evidence[slot]! << 2) | (from.years[slot]! << 4)
    to++
  }
  row.codes.fill(CODE_NONE, to)
  row.skills.fill(0, to)
}

function packTies(row: TalentRow, from: FullTalents, at: number): void {
  let to = 0
  for (let slot = at * TALENT_TIES; slot < (at + 1) * TALENT_TIES; slot++) {
    if (from.tiePlaces[slot] === 0) continue
    row.tiePlaces[to] = from.tiePlaces[slot]!
    row.ties[to] = from.tieKinds[slot]! | (from.tieRecency[slot]! << 3)
    to++
  }
  row.tiePlaces.fill(0, to)
  row.ties.fill(0, to)
}

/** Musts come first; where none is a must, all are. */
function packWanted(row: ProjectRow, from: FullProjects, at: number): void {
  const slots = Array.from({ length: PROJECT_CODES }, (_, slot) => at * PROJECT_CODES + slot)
  const said = slots.filter((slot) => from.codes[slot] !== CODE_NONE)
  const musts = said.filter((slot) => from.musts[slot] === 1)
  const nice = said.filter((slot) => from.musts[slot] !== 1)
  const inOrder = [...musts, ...nice]
  for (let slot = 0; slot < PROJECT_CODES; slot++) {
    const source = inOrder[slot]
    row.codes[slot] = source === undefined ? CODE_NONE : from.codes[source]!
    row.levels[slot] = source === undefined ? 0 : from.levels[source]!
  }
  row.shape[0] = said.length * 5 + (musts.length || said.length)
}

const TEXT_LENGTH = 127
const ROUNDING = 1.5

/** Every text is stored at length 127, so that a cosine is a whole-number dot product on every kernel. */
function packText(row: TalentRow | ProjectRow, from: FullTalents | FullProjects, at: number): void {
  const dimension = row.text.length
  let squares = 0
  for (let axis = 0; from.text && axis < dimension; axis++) squares += from.text[at * dimension + axis]! ** 2
  const length = Math.sqrt(squares)
  // What has that length but for its rounding stays as it is: so a row that is put again is the same.
  const scale = squares === 0 ? 0 : Math.abs(length - TEXT_LENGTH) < ROUNDING ? 1 : TEXT_LENGTH / length
  for (let axis = 0; axis < dimension; axis++) {
    row.text[axis] = from.text ? Math.round(from.text[at * dimension + axis]! * scale) : 0
  }
  row.hasText[0] = squares === 0 ? 0 : 1
}

function set(column: { [at: number]: number }, value: number): void {
  column[0] = value
}
