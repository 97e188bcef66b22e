import { levelBand, tieBand } from '../bins.ts'
import { TABLE_SIZES, type TableName } from '../prior.ts'
import type { Additive, Shape } from './fit.ts'
import { rising, risingSquare } from './rising.ts'

export const TABLE_NAMES = Object.keys(TABLE_SIZES) as TableName[]

/** From which bin on a table rises; before it stands "not said". */
const RISES_FROM: Readonly<Partial<Record<TableName, number>>> = {
  code: 0,
  level: 0,
  tie: 0,
  work: 0,
  record: 0,
  industry: 1,
  hours: 1,
  fee: 1,
  motive: 1,
  text: 1,
}
/** Four bands of days since somebody was seen, each with four of how often they answer. */
const BANDS = 4

/**
 * A better fit is never told as worse, whatever a few outcomes say: tables rise with their bins; answering with how often and how
 * lately; and a level or a tie together with its interaction, whatever the code or the visits.
 */
export const shape: Shape = (table, values, weights, model) => {
  const name = TABLE_NAMES[table]!
  if (name === 'answer') return risingSquare(values, weights, BANDS)
  if (name === 'codeLevel') return perBand(values, weights, (agreement, band) => agreement * BANDS + band, own('level'))
  if (name === 'tieOnSite') return perBand(values, weights, (ground, band) => band * BANDS + ground, own('tie'))
  const from = RISES_FROM[name] ?? 0
  const steps =
    name === 'level'
      ? needed(values.length, levelBand, own('codeLevel').curve, (agreement, band) => agreement * BANDS + band)
      : name === 'tie'
        ? needed(values.length, tieBand, own('tieOnSite').curve, (ground, band) => band * BANDS + ground)
        : undefined
  return [...values.slice(0, from), ...rising(values.slice(from), weights.slice(from), steps?.slice(from))]

  function own(of: TableName) {
    return { curve: curveOf(model, of), bandOf: of === 'level' ? levelBand : tieBand }
  }
}

function curveOf({ curves }: Additive, name: TableName): readonly number[] {
  return curves[TABLE_NAMES.indexOf(name)]!
}

type Place = (line: number, band: number) => number

/** By how much a table must rise into a bin so that no interaction takes it back. */
function needed(bins: number, bandOf: (bin: number) => number, interaction: readonly number[], at: Place): number[] {
  return Array.from({ length: bins }, (_, bin) => {
    const band = bandOf(bin)
    if (bin === 0 || bandOf(bin - 1) === band) return 0
    const falls = Array.from(
      { length: BANDS },
      (_, line) => interaction[at(line, band - 1)]! - interaction[at(line, band)]!,
    )
    return Math.max(0, ...falls)
  })
}

/** An interaction may fall from band to band by as much as its table rises there. */
function perBand(
  values: readonly number[],
  weights: readonly number[],
  at: Place,
  { curve, bandOf }: { curve: readonly number[]; bandOf: (bin: number) => number },
): number[] {
  const rises = Array.from({ length: BANDS }, (_, band) => {
    const first = curve.findIndex((_, bin) => bandOf(bin) === band)
    return first > 0 ? curve[first - 1]! - curve[first]! : 0
  })
  const found = values.slice()
  for (let line = 0; line < BANDS; line++) {
    const places = Array.from({ length: BANDS }, (_, band) => at(line, band))
    const risen = rising(
      places.map((place) => values[place]!),
      places.map((place) => weights[place]!),
      rises,
    )
    for (const [band, place] of places.entries()) found[place] = risen[band]!
  }
  return found
}
