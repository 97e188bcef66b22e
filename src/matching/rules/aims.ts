import { z } from 'zod'
import type { Aim } from '../../engine/market/plan.ts'

/** What lists are made for, as it is kept: hundredths, and places of a list. */
export type KeptAim = { readonly alpha: number; readonly places: number; readonly floor: number }

/** As long as nobody has chosen: most contracts, and a fifth of the mean attention for whoever would get none. */
export const FIRST_AIM: KeptAim = { alpha: 100, places: 12, floor: 20 }

type Choice = { readonly value: string; readonly label: string; readonly note: string }

export const ALPHAS: readonly Choice[] = [
  { value: '0', label: '行きわたりを第一に', note: 'まだ見られていない案件や人を、できるだけ先に出します。' },
  { value: '50', label: '半々', note: '行きわたりと成約の、まんなかです。' },
  { value: '100', label: '成約を第一に', note: '全体で決まる数が、いちばん多くなるように出します。' },
]
export const PLACES: readonly Choice[] = [
  { value: '8', label: '8件', note: 'さっと見られます。' },
  { value: '12', label: '12件', note: 'ふつうの長さです。' },
  { value: '20', label: '20件', note: 'ゆっくり選びたい方が多いとき。' },
]
export const FLOORS: readonly Choice[] = [
  { value: '0', label: '決めない', note: '下限を設けません。' },
  { value: '20', label: '平均の2割', note: '一覧の4番目から後ろで、見られていないものを先に出します。' },
  { value: '50', label: '平均の5割', note: '後ろの席を、もっと広く使います。' },
]

const oneOf = (choices: readonly Choice[]) =>
  z
    .enum(choices.map(({ value }) => value) as [string, ...string[]], { error: '一つ選んでください。' })
    .transform(Number)

export const aimForm = z.object({ alpha: oneOf(ALPHAS), places: oneOf(PLACES), floor: oneOf(FLOORS) })

/** As the engine takes it. */
export function engineAim({ alpha, places, floor }: KeptAim): Aim {
  return { alpha: alpha / 100, places, floor: floor / 100 }
}

export function sameAim(one: KeptAim, other: KeptAim): boolean {
  return one.alpha === other.alpha && one.places === other.places && one.floor === other.floor
}

/** How much for matches, in words; between the three to choose from, as parts of a hundred. */
export function alphaInWords(alpha: number): string {
  return ALPHAS.find(({ value }) => Number(value) === alpha)?.label ?? `成約に${alpha}％`
}

/** Each of its three answers in words. */
export function aimInWords({ alpha, places, floor }: KeptAim): { alpha: string; places: string; floor: string } {
  const words = (choices: readonly Choice[], value: number, unit: string) =>
    choices.find((one) => Number(one.value) === value)?.label ?? `${value}${unit}`
  return {
    alpha: alphaInWords(alpha),
    places: words(PLACES, places, '件'),
    floor: words(FLOORS, floor, '％'),
  }
}
