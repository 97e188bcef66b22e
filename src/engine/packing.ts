import { answerBin, recordBin } from './bins.ts'
import type { FullProjects, FullTalents } from './columns.ts'
import { CODE_NONE, PROJECT_CODES, TALENT_CODES, TALENT_INDUSTRIES, TALENT_TIES } from './fields.ts'
import type { ProjectStore, TalentStore } from './store.ts'

type Part<S, C> = (store: S, row: number, from: C, at: number) => void

/** Writers of the parts of a row, by the keys of a record, so that a change of one part leaves the others alone. */
export const TALENT_PARTS: Record<string, Part<TalentStore, FullTalents>> = {
  id: (store, row, from, at) => set(store.id, row, from.id[at]!),
  visible: (store, row, from, at) => set(store.live, row, from.visible[at]!),
  codes: packSkills,
  industries: (store, row, from, at) => {
    for (let slot = 0; slot < TALENT_INDUSTRIES; slot++) {
      store.industries[row * TALENT_INDUSTRIES + slot] = from.industries[at * TALENT_INDUSTRIES + slot]!
    }
  },
  ties: packTies,
  prefecture: (store, row, from, at) => set(store.prefecture, row, from.prefecture[at]!),
  visits: (store, row, from, at) => set(store.visits, row, from.visits[at]!),
}

export const PROJECT_PARTS: Record<string, Part<ProjectStore, FullProjects>> = {
  id: (store, row, from, at) => set(store.id, row, from.id[at]!),
  open: (store, row, from, at) => set(store.live, row, from.open[at]!),
  codes: packWanted,
  industry: (store, row, from, at) => set(store.industry, row, from.industry[at]!),
  place: (store, row, from, at) => set(store.place, row, from.place[at]!),
  visits: (store, row, from, at) => set(store.work, row, from.visits[at]! * 2 + (store.work[row]! & 1)),
  travelPaid: (store, row, from, at) => set(store.work, row, (store.work[row]! & 254) + from.travelPaid[at]!),
}

/** Parts that both kinds of row have. */
export const COMMON_PARTS: Record<string, Part<TalentStore | ProjectStore, FullTalents | FullProjects>> = {
  hours: (store, row, from, at) => set(store.hours, row, from.hours[at]!),
  times: (store, row, from, at) => set(store.times, row, from.times[at]!),
  fee: (store, row, from, at) => set(store.fee, row, from.fee[at]!),
  motives: (store, row, from, at) => set(store.motives, row, from.motives[at]!),
  record: (store, row, from, at) => set(store.record, row, recordBin(from.finished[at]!, from.confirmed[at]!)),
  answers: (store, row, from, at) =>
    set(store.answer, row, answerBin(from.seenDays[at]!, from.asked[at]!, from.answered[at]!)),
  price: (store, row, from, at) => set(store.price, row, from.price[at]!),
  text: packText,
}

function packSkills(store: TalentStore, row: number, from: FullTalents, at: number): void {
  const end = (row + 1) * TALENT_CODES
  let to = row * TALENT_CODES
  for (let slot = at * TALENT_CODES; slot < (at + 1) * TALENT_CODES; slot++) {
    if (from.codes[slot] === CODE_NONE) continue
    store.codes[to] = from.codes[slot]!
    store.skills[to] = (from.levels[slot]! - 1) | (from.evidence[slot]! << 2) | (from.years[slot]! << 4)
    to++
  }
  store.codes.fill(CODE_NONE, to, end)
  store.skills.fill(0, to, end)
}

function packTies(store: TalentStore, row: number, from: FullTalents, at: number): void {
  const end = (row + 1) * TALENT_TIES
  let to = row * TALENT_TIES
  for (let slot = at * TALENT_TIES; slot < (at + 1) * TALENT_TIES; slot++) {
    if (from.tiePlaces[slot] === 0) continue
    store.tiePlaces[to] = from.tiePlaces[slot]!
    store.ties[to] = from.tieKinds[slot]! | (from.tieRecency[slot]! << 3)
    to++
  }
  store.tiePlaces.fill(0, to, end)
  store.ties.fill(0, to, end)
}

/** Musts come first; where none is a must, all are. */
function packWanted(store: ProjectStore, row: number, from: FullProjects, at: number): void {
  const slots = Array.from({ length: PROJECT_CODES }, (_, slot) => at * PROJECT_CODES + slot)
  const said = slots.filter((slot) => from.codes[slot] !== CODE_NONE)
  const musts = said.filter((slot) => from.musts[slot] === 1)
  const nice = said.filter((slot) => from.musts[slot] !== 1)
  const inOrder = [...musts, ...nice]
  for (let slot = 0; slot < PROJECT_CODES; slot++) {
    const source = inOrder[slot]
    store.codes[row * PROJECT_CODES + slot] = source === undefined ? CODE_NONE : from.codes[source]!
    store.levels[row * PROJECT_CODES + slot] = source === undefined ? 0 : from.levels[source]!
  }
  store.shape[row] = said.length * 5 + (musts.length || said.length)
}

const TEXT_LENGTH = 127

/** Every text is stored at length 127, so that a cosine is a whole-number dot product on every kernel. */
function packText(store: TalentStore | ProjectStore, row: number, from: FullTalents | FullProjects, at: number): void {
  const dimension = store.text.length / store.id.length
  let squares = 0
  for (let axis = 0; from.text && axis < dimension; axis++) squares += from.text[at * dimension + axis]! ** 2
  const scale = squares === 0 ? 0 : TEXT_LENGTH / Math.sqrt(squares)
  for (let axis = 0; axis < dimension; axis++) {
    store.text[row * dimension + axis] = from.text ? Math.round(from.text[at * dimension + axis]! * scale) : 0
  }
  store.hasText[row] = squares === 0 ? 0 : 1
}

function set(column: { [row: number]: number }, row: number, value: number): void {
  column[row] = value
}
