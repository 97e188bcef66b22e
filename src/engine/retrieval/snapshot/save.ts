import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import type { Model } from '../../model.ts'
import { STRIDE, type Store } from '../../store.ts'
import { changedSince, versionOf } from '../changes.ts'
import { bytesOf } from '../postings.ts'
import { CHUNK, type Index, MAGIC, meaningOf, type PartName, VERSION } from './format.ts'

/**
 * Writes a model to a file, whole or not at all, as it is when the writing ends. It may change meanwhile: rows that did are
 * written once more.
 * @param note the caller's own words, given back by openSnapshot
 * @param attached bytes of the caller's own, asked for at the moment as of which the model is written
 * @throws Error when the file cannot be written, or more changes than are remembered came meanwhile
 */
export async function saveSnapshot(
  model: Model,
  file: string,
  note = '',
  attached: () => Uint8Array = () => new Uint8Array(),
): Promise<void> {
  const begun = { ...model, version: versionOf(model.changes) }
  const unfinished = `${file}.${process.pid}`
  const handle = await open(unfinished, 'w', 0o600)
  try {
    await write(handle, model, begun, note, attached)
    await handle.sync()
    await handle.close()
    await rename(unfinished, file)
  } catch (error) {
    await handle.close().catch(() => {})
    await rm(unfinished, { force: true })
    throw error
  }
}

/** @param begun the model as it was when the writing began */
async function write(
  handle: FileHandle,
  model: Model,
  { store, rows, postings, version }: Model & { version: number },
  note: string,
  attached: () => Uint8Array,
): Promise<void> {
  const parts = {} as Index['parts']
  // One for all: a new one a piece had the garbage collector stop this thread again and again.
  const piece = Buffer.allocUnsafe(CHUNK)
  const put = async (name: PartName, bytes: Uint8Array) => {
    let crc = 0
    // Copied first, because it may change before it is on the disk, and then its checksum would be another's.
    for (let at = 0; at < bytes.length; at += CHUNK) {
      const part = bytes.subarray(at, at + CHUNK)
      const chunk = piece.subarray(0, part.length)
      chunk.set(part)
      crc = crc32(chunk, crc)
      await handle.writeFile(chunk)
    }
    parts[name] = { bytes: bytes.length, crc }
  }
  const head = Buffer.alloc(4)
  head.writeUInt32LE(VERSION)
  await handle.writeFile(Buffer.concat([MAGIC, head]))
  await put('rows', store.bytes.subarray(0, rows * STRIDE[store.side]))
  await put('texts', bytesIn(store.text.subarray(0, rows * store.dimension)))
  await put('ids', bytesIn(store.id.subarray(0, rows)))
  const walkable = postings !== null && changedSince(model.changes, postings.version) !== null
  await put('postings', walkable ? bytesOf(postings) : new Uint8Array())

  // From here on nobody else has a turn until all that remains is in hand.
  const changed = changedSince(model.changes, version)
  if (changed === null)
    throw new Error(`${model.changes.rows.length} changes while a snapshot was written are too many`)
  const recent = postings && changedSince(model.changes, postings.version)
  const kept = walkable && model.postings === postings && recent !== null
  const last = {
    changed: rowsOf(model.store, [...new Set(changed)]),
    recent: bytesIn(Int32Array.from(kept ? recent : [])),
    free: bytesIn(Int32Array.from(model.free)),
    attached: attached(),
  }
  const index: Index = {
    ...{ meaning: meaningOf(model), note, rows: model.rows, lowestPrice: model.lowestPrice, parts },
    postings: kept ? postings.rows.length : null,
  }
  for (const name of ['changed', 'recent', 'free', 'attached'] as const) await put(name, last[name])
  const text = Buffer.from(JSON.stringify(index))
  const tail = Buffer.alloc(8)
  tail.writeUInt32LE(text.length)
  tail.writeUInt32LE(crc32(text), 4)
  await handle.writeFile(Buffer.concat([text, tail, MAGIC]))
}

/** Whole rows: number, key, columns, text. */
function rowsOf(store: Store, rows: number[]): Uint8Array {
  const stride = STRIDE[store.side]
  const size = 8 + stride + store.dimension
  const all = Buffer.alloc(rows.length * size)
  for (const [at, row] of rows.entries()) {
    const to = at * size
    all.writeInt32LE(row, to)
    all.writeInt32LE(store.id[row]!, to + 4)
    all.set(store.bytes.subarray(row * stride, (row + 1) * stride), to + 8)
    all.set(bytesIn(store.text.subarray(row * store.dimension, (row + 1) * store.dimension)), to + 8 + stride)
  }
  return all
}

function bytesIn({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}
