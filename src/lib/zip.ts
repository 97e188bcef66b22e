import { crc32, deflateRawSync } from 'node:zlib'

export type Packed = { readonly name: string; readonly bytes: Uint8Array }

/** A file as it lies in an archive: its bytes as they are or made smaller (`method`), and what they are of. */
type Laid = {
  readonly name: string
  readonly method: number
  readonly crc: number
  /** Before it was made smaller. */
  readonly size: number
  readonly content: Uint8Array
}

/** What stands before each file, before its line in the directory, and before the end (PKWARE APPNOTE 6.3). */
export const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50] as const
/** Version 2.0; names are UTF-8 (bit 11). */
const [VERSION, UTF8] = [20, 0x0800] as const
export const DEFLATED = 8
const STORED = 0

/**
 * A ZIP archive of files as they are, not made smaller. `day` stands at every file: 'YYYY-MM-DD', from 1980 on. A name that
 * comes twice gets a number.
 */
export function zip(files: readonly Packed[], day: string): Buffer {
  const laid = distinct(files).map(({ name, bytes }) => ({
    ...{ name, method: STORED, crc: crc32(bytes), size: bytes.length, content: bytes },
  }))
  return archiveOf(laid, day)
}

/** A file that is made smaller. */
export function deflated(name: string, bytes: Uint8Array): Laid {
  return { name, method: DEFLATED, crc: crc32(bytes), size: bytes.length, content: deflateRawSync(bytes) }
}

/** These files as an archive, without ZIP64: under 4 GB and 65,536 files. Nothing is between or behind them. */
export function archiveOf(files: readonly Laid[], day: string): Buffer {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number)
  const dosDay = ((year - 1980) << 9) | (month << 5) | date
  const parts: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { name, method, crc, size, content } of files) {
    const named = Buffer.from(name, 'utf8')
    const about = Buffer.alloc(26)
    about.writeUInt16LE(VERSION, 0)
    about.writeUInt16LE(UTF8, 2)
    about.writeUInt16LE(method, 4)
    about.writeUInt16LE(dosDay, 8)
    about.writeUInt32LE(crc, 10)
    about.writeUInt32LE(content.length, 14)
    about.writeUInt32LE(size, 18)
    about.writeUInt16LE(named.length, 22)
    const local = Buffer.concat([word(LOCAL), about, named, content])
    // No comment, first disk, no attributes; then where the file begins.
    entries.push(Buffer.concat([word(CENTRAL), half(VERSION), about, Buffer.alloc(10), word(offset), named]))
    parts.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.concat([
    ...[word(END), Buffer.alloc(4), half(files.length), half(files.length)],
    ...[word(directory.length), word(offset), half(0)],
  ])
  return Buffer.concat([...parts, directory, end])
}

function distinct(files: readonly Packed[]): Packed[] {
  const used = new Set<string>()
  return files.map(({ name, bytes }) => {
    let free = name
    for (let n = 2; used.has(free); n++) free = name.replace(/(\.[^.]*)?$/, `_${n}$1`)
    used.add(free)
    return { name: free, bytes }
  })
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function half(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
