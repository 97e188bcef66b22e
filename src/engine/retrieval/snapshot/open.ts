import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import type { ModelColumns, Side } from '../../columns.ts'
import { emptyModel, type Model } from '../../model.ts'
import { STRIDE } from '../../store.ts'
import { noteChange } from '../changes.ts'
import { bytesOf, postingsIn, postingsSizeOf } from '../postings.ts'
import { CHUNK, HEAD, type Index, MAGIC, meaningOf, PART_NAMES, type PartName, TAIL, VERSION } from './format.ts'

/**
 * Reads a model from a file that saveSnapshot wrote, with its postings.
 * @param columns side, job codes, industries, dimension and weights as the model had them
 * @returns the model and the note that was saved with it
 * @throws RangeError naming the file when it is no snapshot, is cut off or damaged, or was made with other weights, job codes,
 *   industries or another version; Error when it cannot be read
 */
export function openSnapshot<S extends Side>(
  file: string,
  columns: Omit<ModelColumns<S>, 'rows'>,
): { model: Model<S>; note: string } {
  const handle = openSync(file, 'r')
  try {
    return read(handle, file, columns)
  } finally {
    closeSync(handle)
  }
}

function read<S extends Side>(handle: number, file: string, columns: Omit<ModelColumns<S>, 'rows'>) {
  const index = indexOf(handle, file)
  const model = emptyModel(columns, index.rows)
  if (index.meaning !== meaningOf(model)) {
    throw new RangeError(`${file}: made with other weights, job codes, industries or length of texts`)
  }
  const { store } = model
  const places = placesOf(index)
  const take = (name: PartName, to: Uint8Array) => {
    const { bytes, crc } = index.parts[name]
    if (to.length !== bytes) throw new RangeError(`${file}: ${name} has ${bytes} bytes, must have ${to.length}`)
    if (readInto(handle, places[name], to) !== crc) throw new RangeError(`${file}: ${name} is damaged`)
  }
  // Rows that were added while the file was written stand among the changed ones.
  const rows = index.parts.ids.bytes / 4
  take('rows', store.bytes.subarray(0, rows * STRIDE[store.side]))
  take('texts', new Uint8Array(store.text.buffer, store.text.byteOffset, rows * store.dimension))
  take('ids', new Uint8Array(store.id.buffer, store.id.byteOffset, rows * 4))
  const taken = (name: PartName) => {
    const bytes = new Uint8Array(index.parts[name].bytes)
    take(name, bytes)
    return bytes
  }
  putRows(model, taken('changed'))
  model.rows = index.rows
  model.lowestPrice = index.lowestPrice
  model.free = [...new Int32Array(taken('free').buffer)]
  const free = new Set(model.free)
  for (let row = 0; row < model.rows; row++) if (!free.has(row)) model.rowOf.set(store.id[row]!, row)
  if (index.postings !== null) {
    const leaves = model.world.tree.middleOf.length
    const { kernel } = model
    const buffer = kernel?.memory.buffer ?? new ArrayBuffer(postingsSizeOf(leaves, index.postings))
    const postings = postingsIn(buffer, kernel?.layout.areas[0] ?? 0, leaves, index.postings, 0)
    take('postings', bytesOf(postings))
    model.postings = postings
    for (const row of new Int32Array(taken('recent').buffer)) noteChange(model.changes, row)
  }
  return { model, note: index.note }
}

function indexOf(handle: number, file: string): Index {
  const { size } = fstatSync(handle)
  const head = Buffer.alloc(HEAD)
  const tail = Buffer.alloc(TAIL)
  if (size >= HEAD + TAIL) {
    readInto(handle, 0, head)
    readInto(handle, size - TAIL, tail)
  }
  if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new RangeError(`${file}: no snapshot of the matching engine`)
  const version = head.readUInt32LE(MAGIC.length)
  if (version !== VERSION) throw new RangeError(`${file}: of version ${version}, must be ${VERSION}`)
  const length = tail.readUInt32LE(0)
  if (!tail.subarray(8).equals(MAGIC) || length > size - HEAD - TAIL) throw new RangeError(`${file}: cut off`)
  const text = Buffer.alloc(length)
  if (readInto(handle, size - TAIL - length, text) !== tail.readUInt32LE(4)) {
    throw new RangeError(`${file}: its index is damaged`)
  }
  const index = JSON.parse(text.toString()) as Index
  const parts = PART_NAMES.reduce((sum, name) => sum + index.parts[name].bytes, 0)
  if (HEAD + parts + length + TAIL !== size) throw new RangeError(`${file}: ${size} bytes are not what its index says`)
  return index
}

function placesOf({ parts }: Index): Record<PartName, number> {
  let at = HEAD
  const places = {} as Record<PartName, number>
  for (const name of PART_NAMES) {
    places[name] = at
    at += parts[name].bytes
  }
  return places
}

/** Fills `to` from the file and returns the CRC-32 of what was read. */
function readInto(handle: number, from: number, to: Uint8Array): number {
  const chunk = Buffer.alloc(Math.min(CHUNK, to.length))
  let crc = 0
  for (let at = 0; at < to.length; ) {
    const count = readSync(handle, chunk, 0, Math.min(chunk.length, to.length - at), from + at)
    if (count === 0) return Number.NaN
    const read = chunk.subarray(0, count)
    crc = crc32(read, crc)
    to.set(read, at)
    at += count
  }
  return crc
}

function putRows({ store }: Model, changed: Uint8Array): void {
  const stride = STRIDE[store.side]
  const size = 8 + stride + store.dimension
  const view = new DataView(changed.buffer)
  for (let at = 0; at < changed.length; at += size) {
    const row = view.getInt32(at, true)
    store.id[row] = view.getInt32(at + 4, true)
    store.bytes.set(changed.subarray(at + 8, at + 8 + stride), row * stride)
    store.text.set(changed.subarray(at + 8 + stride, at + size), row * store.dimension)
  }
}
