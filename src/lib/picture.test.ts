import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPicture } from './picture.ts'

const PLACE = 'GPS 38.2404 140.3633'
const bytes = fc.uint8Array({ maxLength: 40 })
const word = (text: string) => Buffer.from(text, 'latin1')
const holds = (content: Uint8Array, what: string) => Buffer.from(content).includes(word(what))

const segment = (marker: number, body: Uint8Array) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
/** What a camera notes, with the picture lying on its side. */
const exif = (turn: number) =>
  Buffer.concat([
    word('Exif\0\0II*\0'),
    Buffer.from([8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, turn, 0, 0, 0, 0, 0, 0, 0]),
    word(PLACE),
  ])
const FRAME = segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0]))
const SCAN = Buffer.concat([
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([0x12, 0xff, 0, 0xff, 0xd0, 7]),
])
const jpegOf = (notes: readonly Uint8Array[], behind: Uint8Array = Buffer.alloc(0)) =>
  Buffer.concat([Buffer.from([0xff, 0xd8]), ...notes, FRAME, SCAN, SCAN, Buffer.from([0xff, 0xd9]), behind])
const JFIF = segment(0xe0, word('JFIF\0\x01\x01'))

const chunk = (name: string, body: Uint8Array) => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, body, Buffer.alloc(4)])
}
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const pngOf = (notes: readonly Uint8Array[], behind: Uint8Array = Buffer.alloc(0)) => {
  const parts = [chunk('IHDR', Buffer.alloc(13)), ...notes, chunk('IDAT', word('dots')), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([SIGNATURE, ...parts, behind])
}

const part = (name: string, body: Uint8Array) => {
  const head = Buffer.alloc(8)
  head.write(name, 0, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}
const webpOf = (notes: readonly Uint8Array[], behind: Uint8Array = Buffer.alloc(0)) => {
  const body = Buffer.concat([
    word('WEBP'),
    part('VP8X', Buffer.from([0x1c, ...Array(9).fill(0)])),
    part('VP8L', word('dots!')),
    ...notes,
  ])
  const head = Buffer.alloc(8)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, behind])
}

const KINDS = [
  {
    type: 'image/jpeg',
    make: jpegOf,
    note: (body: Uint8Array) => [0xe1, 0xed, 0xfe, 0xe2, 0xe5].map((marker) => segment(marker, body)),
  },
  {
    type: 'image/png',
    make: pngOf,
    note: (body: Uint8Array) => ['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME', 'prVt'].map((name) => chunk(name, body)),
  },
  { type: 'image/webp', make: webpOf, note: (body: Uint8Array) => ['EXIF', 'XMP ', 'odd?'].map((n) => part(n, body)) },
] as const

describe.each(KINDS)('$type', ({ type, make, note }) => {
  test('loses every note and what hangs behind it, and nothing of the picture', () => {
    fc.assert(
      fc.property(bytes, bytes, (body, behind) => {
        const noted = Buffer.concat([word(PLACE), body])
        const picture = readPicture(make(note(noted), Buffer.concat([word(PLACE), behind])))
        expect(picture).toEqual({ type, content: readPicture(make([]))!.content })
        expect(holds(picture!.content, PLACE)).toBe(false)
      }),
    )
  })

  test('what came out comes out again', () => {
    const { content } = readPicture(make(note(word('x'))))!
    expect(readPicture(content)).toEqual({ type, content })
  })

  test('cut off anywhere, it is refused or comes out whole and without its notes', () => {
    const whole = make(note(word(PLACE)))
    for (let length = 0; length < whole.length; length++) {
      const picture = readPicture(whole.subarray(0, length))
      if (!picture) continue
      expect(holds(picture.content, PLACE)).toBe(false)
      expect(readPicture(picture.content)).toEqual(picture)
    }
  })

  test('whatever else it is, reading it never fails', () => {
    const start = make([]).subarray(0, 12)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(12), (rest, kept) => {
        const picture = readPicture(Buffer.concat([start.subarray(0, kept), rest]))
        if (picture) expect(readPicture(picture.content)).toEqual(picture)
      }),
    )
  })
})

test('a photo that lies on its side still does, and says nothing else', () => {
  for (const turn of [3, 6, 8]) {
    const { content } = readPicture(jpegOf([JFIF, segment(0xe1, exif(turn))]))!
    expect(holds(content, 'Exif')).toBe(true)
    expect(holds(content, PLACE)).toBe(false)
    expect(content.length - readPicture(jpegOf([JFIF]))!.content.length).toBe(36)
    expect(readPicture(content)!.content).toEqual(content)
    expect([...content.subarray(2, 4)]).toEqual([0xff, 0xe0])
  }
  expect(readPicture(jpegOf([segment(0xe1, exif(1))]))).toEqual(readPicture(jpegOf([])))
})

test('colours stay', () => {
  const colours = segment(0xe2, word('ICC_PROFILE\0\x01\x01colours'))
  expect(holds(readPicture(jpegOf([JFIF, colours, segment(0xee, word('Adobe\0'))]))!.content, 'colours')).toBe(true)
  expect(holds(readPicture(pngOf([chunk('iCCP', word('colours'))]))!.content, 'colours')).toBe(true)
  expect(holds(readPicture(webpOf([part('ICCP', word('colours'))]))!.content, 'colours')).toBe(true)
})

test.each([
  ['nothing', ''],
  ['a GIF', 'GIF89a..........'],
  ['a page', '<html><script>1</script></html>'],
  ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['a HEIC', '\0\0\0\x18ftypheic........'],
])('%s is no picture', (_what, text) => {
  expect(readPicture(word(text))).toBeNull()
})
