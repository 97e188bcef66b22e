import { type FileHandle, open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import type { ModelColumns, Side } from '../../columns.ts'
import { emptyModel, type Model } from '../../model.ts'
import { STRIDE } from '../../store.ts'
import { noteChange } from '../changes.ts'
import { bytesOf, postingsIn, postingsSizeOf } from '../postings.ts'
import { CHUNK, HEAD, type Index, MAGIC, meaningOf, PART_NAMES, type PartName, TAIL, VERSION } from './format.ts'

/** What a file held. */
export interface Opened<S extends Side> {
  model: Model<S>
  /** As saved with it. */
  note: string
  attached: Uint8Array
}

/**
 * Reads a model from a file that saveSnapshot wrote, with its postings, piece by piece: others use this thread in between.
 * @param columns side, job codes, industries, dimension and weights as the model had them; with more `room`, if any is wished
 * @throws RangeError naming the file when it is no snapshot, is cut off or damaged, or was made with other weights, job codes,
 *   industries or another version; Error when it cannot be read
 */
export async function openSnapshot<S extends Side>(
  file: string,
  columns: Omit<ModelColumns<S>, 'rows'>,
): Promise<Opened<S>> {
  const handle = await open(file, 'r')
  try {
    return await read(handle, file, columns)
  } finally {
    await handle.close()
  }
}

async function read<S extends Side>(
  handle: FileHandle,
  file: string,
  columns: Omit<ModelColumns<S>, 'rows'>,
): Promise<Opened<S>> {
  const index = await indexOf(handle, file)
  const model = emptyModel(columns, Math.max(index.rows, columns.room ?? 0))
  if (index.meaning !== meaningOf(model)) {
    throw new RangeError(`${file}: made with other weights, job codes, industries or length of texts`)
  }
  const { store } = model
  const places = placesOf(index)
  const take = async (name: PartName, to: Uint8Array) => {
    const { bytes, crc } = index.parts[name]
    if (to.length !== bytes) throw new RangeError(`${file}: ${name} has ${bytes} bytes, must have ${to.length}`)
    if ((await readInto(handle, places[name], to)) !== crc) throw new RangeError(`${file}: ${name} is damaged`)
  }
  // Rows that were added while the file was written stand among the changed ones.
  const rows = index.parts.ids.bytes / 4
  await take('rows', store.bytes.subarray(0, rows * STRIDE[store.side]))
  await take('texts', new Uint8Array(store.text.buffer, store.text.byteOffset, rows * store.dimension))
  await take('ids', new Uint8Array(store.id.buffer, store.id.byteOffset, rows * 4))
  const taken = async (name: PartName) => {
    const bytes = new Uint8Array(index.parts[name].bytes)
    await take(name, bytes)
    return bytes
  }
  putRows(model, await taken('changed'))
  model.rows = index.rows
  model.lowestPrice = index.lowestPrice
  model.free = [...new Int32Array((await taken('free')).buffer)]
  await findRows(model)
  if (index.postings !== null) {
    const leaves = model.world.tree.middleOf.length
    const { kernel } = model
    const buffer = kernel?.memory.buffer ?? new ArrayBuffer(postingsSizeOf(leaves, index.postings))
    const postings = postingsIn(buffer, kernel?.layout.areas[0] ?? 0, leaves, index.postings, 0)
    await take('postings', bytesOf(postings))
    model.postings = postings
    for (const row of new Int32Array((await taken('recent')).buffer)) noteChange(model.changes, row)
  }
  return { model, note: index.note, attached: await taken('attached') }
}

/** Rows put among the ids before others have a turn: a millisecond or two. */
const ROWS_AT_ONCE = 16384

async function findRows({ rows, free, rowOf, store }: Model): Promise<void> {
  const unused = new Set(free)
  for (let row = 0; row < rows; row++) {
    if (!unused.has(row)) rowOf.set(store.id[row]!, row)
    if (row % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await new Promise((resolve) => setImmediate(resolve))
  }
}

async function indexOf(handle: FileHandle, file: string): Promise<Index> {
  const { size } = await handle.stat()
  const head = Buffer.alloc(HEAD)
  const tail = Buffer.alloc(TAIL)
  if (size >= HEAD + TAIL) {
    await readInto(handle, 0, head)
    await readInto(handle, size - TAIL, tail)
  }
  if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new RangeError(`${file}: no snapshot of the matching engine`)
  const version = head.readUInt32LE(MAGIC.length)
  if (version !== VERSION) throw new RangeError(`${file}: of version ${version}, must be ${VERSION}`)
  const length = tail.readUInt32LE(0)
  if (!tail.subarray(8).equals(MAGIC) || length > size - HEAD - TAIL) throw new RangeError(`${file}: cut off`)
  const text = Buffer.alloc(length)
  if ((await readInto(handle, size - TAIL - length, text)) !== tail.readUInt32LE(4)) {
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
async function readInto(handle: FileHandle, from: number, to: Uint8Array): Promise<number> {
  const chunk = Buffer.alloc(Math.min(CHUNK, to.length))
  let crc = 0
  for (let at = 0; at < to.length; ) {
    const { bytesRead } = await handle.read(chunk, 0, Math.min(chunk.length, to.length - at), from + at)
    if (bytesRead === 0) return Number.NaN
    const read = chunk.subarray(0, bytesRead)
    crc = crc32(read, crc)
    to.set(read, at)
    at += bytesRead
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
