import { crc32 } from 'node:zlib'

export type Packed = { readonly name: string; readonly bytes: Uint8Array }

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50] as const
/** Version 2.0; names are UTF-8 (bit 11). */
const [VERSION, UTF8] = [20, 0x0800] as const

/**
 * A ZIP archive of files as they are, not made smaller (PKWARE APPNOTE 6.3, without ZIP64: under 4 GB and 65,536 files). `day`
 * stands at every file: 'YYYY-MM-DD', from 1980 on. A name that comes twice gets a number.
 */
export function zip(files: readonly Packed[], day: string): Buffer {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number)
  const dosDay = ((year - 1980) << 9) | (month << 5) | date
  const parts: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of distinct(files)) {
    const named = Buffer.from(name, 'utf8')
    const about = Buffer.alloc(22)
    about.writeUInt16LE(VERSION, 0)
    about.writeUInt16LE(UTF8, 2)
    about.writeUInt16LE(dosDay, 8)
    about.writeUInt32LE(crc32(bytes), 10)
    about.writeUInt32LE(bytes.length, 14)
    about.writeUInt32LE(bytes.length, 18)
    const lengths = Buffer.alloc(4)
    lengths.writeUInt16LE(named.length, 0)
    const local = Buffer.concat([word(LOCAL), about, lengths, named, bytes])
    // No comment, first disk, no attributes; then where the file begins.
    entries.push(Buffer.concat([word(CENTRAL), half(VERSION), about, lengths, Buffer.alloc(10), word(offset), named]))
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
