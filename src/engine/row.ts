import type { Side } from './columns.ts'

type TypedArray = Int32Array | Uint16Array | Int16Array | Uint8Array | Int8Array
interface ArrayOf<T extends TypedArray> {
  new (buffer: ArrayBuffer, offset: number, length: number): T
  BYTES_PER_ELEMENT: number
}
type Layout = Record<string, readonly [ArrayOf<TypedArray>, number]>

/** One row, column by column, over the very bytes that the store holds of it. */
export type Row<L extends Layout> = { [K in keyof L]: InstanceType<L[K][0]> } & {
  id: Int32Array
  text: Int8Array
  /** All columns but id and text. */
  bytes: Uint8Array
}

/** 50 bytes a talent; widest columns first so that all are aligned, codes at the beginning for the vector kernel. */
const TALENT_LAYOUT = {
  codes: [Uint16Array, 6],
  tiePlaces: [Uint16Array, 4],
  fee: [Uint16Array, 1],
  motives: [Uint16Array, 1],
  price: [Int16Array, 1],
  /** (level - 1) | evidence << 2 | years << 4, in the order of codes. */
  skills: [Uint8Array, 6],
  /** kind | recency << 3, in the order of tiePlaces. */
  ties: [Uint8Array, 4],
  industries: [Uint8Array, 3],
  hours: [Uint8Array, 1],
  times: [Uint8Array, 1],
  prefecture: [Uint8Array, 1],
  visits: [Uint8Array, 1],
  record: [Uint8Array, 1],
  answer: [Uint8Array, 1],
  /** 1 = in the store and visible or open; anything else is never returned. */
  live: [Uint8Array, 1],
  hasText: [Uint8Array, 1],
  seeks: [Uint8Array, 1],
  /** Low byte, high byte. */
  since: [Uint8Array, 2],
} as const

/** 31 bytes a project. */
const PROJECT_LAYOUT = {
  codes: [Uint16Array, 4],
  place: [Uint16Array, 1],
  fee: [Uint16Array, 1],
  motives: [Uint16Array, 1],
  price: [Int16Array, 1],
  /** Level asked 1–4 in the order of codes, musts first. */
  levels: [Uint8Array, 4],
  /** count * 5 + musts of the codes. */
  shape: [Uint8Array, 1],
  industry: [Uint8Array, 1],
  hours: [Uint8Array, 1],
  times: [Uint8Array, 1],
  /** visits * 2 + travel paid. */
  work: [Uint8Array, 1],
  record: [Uint8Array, 1],
  answer: [Uint8Array, 1],
  live: [Uint8Array, 1],
  hasText: [Uint8Array, 1],
} as const

export type TalentRow = Row<typeof TALENT_LAYOUT>
export type ProjectRow = Row<typeof PROJECT_LAYOUT>
export type RowOf<S extends Side> = S extends 'talents' ? TalentRow : ProjectRow

/** Byte of each column within a row. */
export const TALENT_AT = offsetsOf(TALENT_LAYOUT)
export const PROJECT_AT = offsetsOf(PROJECT_LAYOUT)

export function emptyRow<S extends Side>(side: S, dimension: number): RowOf<S> {
  const row = side === 'talents' ? allocate(TALENT_LAYOUT, dimension) : allocate(PROJECT_LAYOUT, dimension)
  return row as RowOf<S>
}

function allocate<L extends Layout>(layout: L, dimension: number): Row<L> {
  const width = widthOf(layout)
  const buffer = new ArrayBuffer(width + dimension)
  const at = offsetsOf(layout)
  const columns = Object.entries(layout).map(([name, [type, count]]) => [name, new type(buffer, at[name]!, count)])
  return {
    ...Object.fromEntries(columns),
    id: new Int32Array(1),
    text: new Int8Array(buffer, width, dimension),
    bytes: new Uint8Array(buffer, 0, width),
  }
}

function offsetsOf<L extends Layout>(layout: L): Record<keyof L, number> {
  let offset = 0
  const offsets: Record<string, number> = {}
  for (const [name, [type, count]] of Object.entries(layout)) {
    offsets[name] = offset
    offset += type.BYTES_PER_ELEMENT * count
  }
  return offsets as Record<keyof L, number>
}

function widthOf(layout: Layout): number {
  return Object.values(layout).reduce((sum, [type, count]) => sum + type.BYTES_PER_ELEMENT * count, 0)
}
