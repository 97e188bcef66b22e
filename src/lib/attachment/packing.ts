import { crc32, deflateRawSync } from 'node:zlib'
import type { Entry } from '../document/zip.ts'

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50] as const
const [VERSION, UTF8, DEFLATED] = [20, 0x0800, 8] as const
/** 1 January 1980, as Office writes it: when a file was kept is nobody's business. */
const DAY = 0x0021

/** A file of an archive: as it lay there packed (`raw`), or with other content (`plain`). */
export type Kept = {
  readonly name: string
  readonly entry: Entry
  readonly raw: Uint8Array
  readonly plain: Uint8Array | null
}

/** These files as an archive (PKWARE APPNOTE 6.3, without ZIP64); nothing is between or behind them. */
export function packed(files: readonly Kept[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let place = 0
  for (const { name, entry, raw, plain } of files) {
    const named = Buffer.from(name, 'utf8')
    const content = plain ? deflateRawSync(plain) : raw
    const about = Buffer.alloc(26)
    about.writeUInt16LE(VERSION, 0)
    about.writeUInt16LE(UTF8, 2)
    about.writeUInt16LE(plain ? DEFLATED : entry.method, 4)
    about.writeUInt16LE(DAY, 8)
    about.writeUInt32LE(plain ? crc32(plain) : entry.crc, 10)
    about.writeUInt32LE(content.length, 14)
    about.writeUInt32LE(plain ? plain.length : entry.size, 18)
    about.writeUInt16LE(named.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(place, 10)
    directory.push(Buffer.concat([word(CENTRAL), half(VERSION), about, rest, named]))
    const local = Buffer.concat([word(LOCAL), about, named, content])
    parts.push(local)
    place += local.length
  }
  const central = Buffer.concat(directory)
  const end = [word(END), word(0), half(files.length), half(files.length), word(central.length), word(place), half(0)]
  return new Uint8Array(Buffer.concat([...parts, central, ...end]))
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
