type TypedArray = Int32Array | Uint16Array | Int16Array | Uint8Array | Int8Array
interface ArrayOf<T extends TypedArray> {
  new (buffer: ArrayBuffer, offset: number, length: number): T
  BYTES_PER_ELEMENT: number
}
type Layout = Record<string, readonly [ArrayOf<TypedArray>, number]>
export type Store<L extends Layout> = { [K in keyof L]: InstanceType<L[K][0]> } & { text: Int8Array }

/** 52 bytes a talent, widest columns first so that one buffer holds all of them aligned. */
const TALENT_LAYOUT = {
  id: [Int32Array, 1],
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
} as const

/** 35 bytes a project. */
const PROJECT_LAYOUT = {
  id: [Int32Array, 1],
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

export type TalentStore = Store<typeof TALENT_LAYOUT>
export type ProjectStore = Store<typeof PROJECT_LAYOUT>

export function talentStore(capacity: number, dimension: number): TalentStore {
  return allocate(TALENT_LAYOUT, capacity, dimension)
}

export function projectStore(capacity: number, dimension: number): ProjectStore {
  return allocate(PROJECT_LAYOUT, capacity, dimension)
}

/** Copies all columns of a row or more into another store of the same kind. */
export function copyRows<T extends TalentStore | ProjectStore>(
  from: T,
  row: number,
  count: number,
  to: T,
  at: number,
): void {
  const capacity = from.id.length
  for (const [name, column] of Object.entries(from)) {
    const width = capacity === 0 ? 0 : column.length / capacity
    const target = to[name as keyof T] as Int32Array
    target.set(column.subarray(row * width, (row + count) * width), at * width)
  }
}

function allocate<L extends Layout>(layout: L, capacity: number, dimension: number): Store<L> {
  const width = Object.values(layout).reduce((sum, [type, count]) => sum + type.BYTES_PER_ELEMENT * count, dimension)
  const buffer = new ArrayBuffer(width * capacity)
  const store: Record<string, TypedArray> = {}
  let offset = 0
  for (const [name, [type, count]] of Object.entries(layout)) {
    store[name] = new type(buffer, offset, count * capacity)
    offset += type.BYTES_PER_ELEMENT * count * capacity
  }
  store.text = new Int8Array(buffer, offset, dimension * capacity)
  return store as Store<L>
}
