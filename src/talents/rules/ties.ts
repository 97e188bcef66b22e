import { municipalitiesOf, prefectureName } from '../../lib/regions.ts'
import type { Tie } from '../schema.ts'
import { type Answers, TIES } from './profile.ts'

export type TieAnswer = Pick<Tie, 'kind' | 'prefecture' | 'municipality' | 'lastYear'>

/** The places for ties on the form, from 1. */
export const TIE_NUMBERS: readonly number[] = Array.from({ length: TIES }, (_, index) => index + 1)

/** The ties of a form in its order, empty places left out, and what is wrong with the others by field. */
export function readTies(answers: Answers): { ties: TieAnswer[]; errors: Record<string, string> } {
  const ties: TieAnswer[] = []
  const errors: Record<string, string> = {}
  for (const n of TIE_NUMBERS) {
    const kind = answers[`tie-kind-${n}`]
    const prefecture = answers[`tie-prefecture-${n}`]
    const town = answers[`tie-town-${n}`] ?? ''
    if (!kind && !prefecture && !town) continue
    if (!kind) errors[`tie-kind-${n}`] = 'どんなゆかりかを選んでください。'
    if (!prefecture) errors[`tie-prefecture-${n}`] = 'ゆかりの都道府県を選んでください。'
    if (!kind || !prefecture) continue
    const municipality = town ? municipalityIn(Number(prefecture), town) : null
    if (town && !municipality) {
      errors[`tie-town-${n}`] =
        `${prefectureName(Number(prefecture))}に「${town}」は見つかりません。市町村の名前だけにするか、空けておいてください。`
    }
    const lastYear = answers[`tie-year-${n}`] ?? null
    ties.push({ kind: kind as Tie['kind'], prefecture: Number(prefecture), municipality, lastYear })
  }
  return { ties, errors }
}

/** The code of the place that somebody typed: 「新庄市」, 「新庄」 or its reading; null when none or several answer. */
export function municipalityIn(prefecture: number, typed: string): string | null {
  const wanted = typed.normalize('NFKC').replace(/\s/g, '')
  const places = municipalitiesOf(prefecture)
  const exact = places.filter(({ name, reading }) => name === wanted || reading === wanted)
  const near = exact.length > 0 ? exact : places.filter((place) => withoutKind(place.name) === wanted)
  return near.length === 1 ? near[0]!.code : null
}

/** 最上郡真室川町 and 真室川町 → 真室川. */
function withoutKind(name: string): string {
  return name.replace(/^.+?郡(?=.)/, '').replace(/(?<=.)[市町村区]$/, '')
}
