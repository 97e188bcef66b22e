import { chance } from '../logistic.ts'
import type { Market } from '../market/market.ts'
import { type Matrix, matrix, transposed } from '../market/matrix.ts'
import { createMersenne, type Mersenne } from '../market/mersenne.ts'
import { checkSetting, type Setting } from './setting.ts'

/** Everybody who will ever come, and how much they will like each other: the same for every method. */
export type World = {
  readonly people: { readonly arrives: Int32Array; readonly hours: Float64Array }
  readonly projects: {
    readonly arrives: Int32Array
    readonly openings: Int32Array
    /** A month. */
    readonly hours: Float64Array
  }
  /** How likely somebody who looks applies, and a company that looks offers. */
  readonly truth: Market
  /** What the platform believes of it. */
  readonly belief: Market
  /** Of whom no more is known than what they say. */
  readonly isNew: { readonly people: Uint8Array; readonly projects: Uint8Array }
}

const HOURS_FREE = [10, 20, 30, 40]
const HOURS_WANTED = [5, 10, 15, 20]
const MOST_OPENINGS = 3
const ARRIVING = 2 / 3
/** Each side has as many tastes. */
const TASTES = 4
const TASTE = 1.2
/** Logits of somebody whom nothing speaks for or against. */
const APPLIES = -1.5
const OFFERS = -1.5

/** The same seed gives the same world, whatever the method. */
export function createWorld(setting: Setting, seed: number): World {
  checkSetting(setting)
  const { people: n, projects: m, days, popularity, doubt } = setting
  const chance = createMersenne(seed)
  const arrivals = (count: number) => Int32Array.from({ length: count }, () => pick(chance, Math.ceil(days * ARRIVING)))
  const people = {
    arrives: arrivals(n),
    hours: Float64Array.from({ length: n }, () => HOURS_FREE[pick(chance, HOURS_FREE.length)]!),
  }
  const projects = {
    arrives: arrivals(m),
    openings: Int32Array.from({ length: m }, () => 1 + pick(chance, MOST_OPENINGS)),
    hours: Float64Array.from({ length: m }, () => HOURS_WANTED[pick(chance, HOURS_WANTED.length)]!),
  }
  const [likesWork, work] = [tastes(chance, n), tastes(chance, m)]
  const [likesPeople, persons] = [tastes(chance, m), tastes(chance, n)]
  const wants = logits(likesWork, work, normals(chance, m), popularity, APPLIES)
  const wanted = logits(likesPeople, persons, normals(chance, n), popularity, OFFERS)
  const belief = { wants: doubted(chance, wants, doubt), wanted: doubted(chance, wanted, doubt) }
  const isNew = {
    people: unknownOf(chance, setting, wanted, belief.wanted),
    projects: unknownOf(chance, setting, wants, belief.wants),
  }
  const likely = ({ wants, wanted }: Market) => ({ wants: chances(wants), wanted: chances(wanted) })
  return { people, projects, truth: likely({ wants, wanted }), belief: likely(belief), isNew }
}

/** Adds to each column what stands nowhere, to what is believed only where it is known by now; gives the columns of newcomers. */
function unknownOf({ normal, random }: Mersenne, setting: Setting, truth: Matrix, belief: Matrix): Uint8Array {
  const { columns } = truth
  if (setting.unknown === 0) return new Uint8Array(columns)
  const appeal = Float64Array.from({ length: columns }, () => setting.unknown * normal())
  const isNew = Uint8Array.from({ length: columns }, () => Number(random() < setting.newcomers))
  for (let at = 0; at < truth.values.length; at++) {
    const column = at % columns
    truth.values[at] = truth.values[at]! + appeal[column]!
    if (!isNew[column]) belief.values[at] = belief.values[at]! + appeal[column]!
  }
  return isNew
}

function pick({ random }: Mersenne, count: number): number {
  return Math.floor(random() * count)
}

function normals({ normal }: Mersenne, count: number): Float64Array {
  return Float64Array.from({ length: count }, normal)
}

function tastes(chance: Mersenne, count: number): Matrix {
  return { rows: count, columns: TASTES, values: normals(chance, count * TASTES) }
}

/** Tastes in common and popularity: rows like columns. */
function logits(likes: Matrix, are: Matrix, popular: Float64Array, popularity: number, base: number): Matrix {
  const made = matrix(likes.rows, are.rows)
  for (let row = 0; row < likes.rows; row++) {
    for (let column = 0; column < are.rows; column++) {
      let taste = 0
      for (let at = 0; at < TASTES; at++) taste += likes.values[row * TASTES + at]! * are.values[column * TASTES + at]!
      made.values[row * are.rows + column] = base + (TASTE * taste) / Math.sqrt(TASTES) + popularity * popular[column]!
    }
  }
  return made
}

function chances({ rows, columns, values }: Matrix): Matrix {
  return { rows, columns, values: values.map(chance) }
}

function doubted({ normal }: Mersenne, { rows, columns, values }: Matrix, doubt: number): Matrix {
  return { rows, columns, values: values.map((logit) => logit + doubt * normal()) }
}

/** The part of a market in which only these people and projects are. */
export function partOf({ wants, wanted }: Market, people: Int32Array, projects: Int32Array): Market {
  const part = matrix(people.length, projects.length)
  const back = matrix(people.length, projects.length)
  for (const [row, i] of people.entries()) {
    for (const [column, j] of projects.entries()) {
      part.values[row * projects.length + column] = wants.values[i * wants.columns + j]!
      back.values[row * projects.length + column] = wanted.values[j * wanted.columns + i]!
    }
  }
  return { wants: part, wanted: transposed(back) }
}
