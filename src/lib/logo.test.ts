import { crc32, deflateSync } from 'node:zlib'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { fittedLogo } from './logo/fitted.ts'
import { readLogo } from './logo.ts'
import { plainPng } from './picture/png.ts'
import { pngOf, pointsOfPng } from './picture/points.ts'

/** A red half, a half that is not there. */
function half(width: number, height: number) {
  const canvas = createCanvas(width, height)
  const c = canvas.getContext('2d')
  c.fillStyle = '#d02030'
  c.fillRect(0, 0, width / 2, height)
  return canvas
}

/** What another program sees at a place. */
async function seen(png: Uint8Array, x: number, y: number): Promise<number[]> {
  const image = await loadImage(Buffer.from(png))
  const c = createCanvas(image.width, image.height).getContext('2d')
  c.drawImage(image, 0, 0)
  return [...c.getImageData(x, y, 1, 1).data]
}

test('what is not drawn becomes white, and a large one as large as it is shown', async () => {
  const logo = (await readLogo(half(1600, 400).toBuffer('image/png')))!
  expect([logo.width, logo.height]).toEqual([640, 160])
  expect(await seen(logo.content, 10, 80)).toEqual([0xd0, 0x20, 0x30, 255])
  expect(await seen(logo.content, 630, 80)).toEqual([255, 255, 255, 255])
})

test('a JPEG keeps its colours, whatever else is no logo', async () => {
  const jpeg = fittedLogo(half(320, 90).toBuffer('image/jpeg', 95))!
  expect([jpeg.width, jpeg.height]).toEqual([320, 90])
  const [red, green, blue] = await seen(jpeg.content, 20, 40)
  expect(Math.abs(red! - 0xd0) + Math.abs(green! - 0x20) + Math.abs(blue! - 0x30)).toBeLessThan(12)
  const whole = half(40, 40).toBuffer('image/png')
  for (const other of [half(9, 9).toBuffer('image/webp'), Buffer.from('<svg/>'), whole.subarray(0, 60)])
    expect(fittedLogo(new Uint8Array(other))).toBeNull()
  expect(await readLogo(new Uint8Array())).toBeNull()
  expect(pointsOfPng(whole, 1599)).toBeNull()
})

test.each([
  [1, 0],
  [2, 0],
  [4, 3],
  [8, 3],
  [8, 4],
  [16, 6],
  [16, 2],
  [8, 0],
])('%i bits of colours of kind %i are read as another program reads them, interlaced too', async (depth, kind) => {
  for (const interlaced of [0, 1]) {
    const png = strange(depth, kind, interlaced)
    const points = pointsOfPng(plainPng(png)!, 1000)!
    const image = await loadImage(Buffer.from(png))
    const c = createCanvas(9, 5).getContext('2d')
    c.fillStyle = 'white'
    c.fillRect(0, 0, 9, 5)
    c.drawImage(image, 0, 0)
    const theirs = c.getImageData(0, 0, 9, 5).data.filter((_, n) => n % 4 !== 3)
    const farthest = Math.max(...points.rgb.map((value, n) => Math.abs(value - theirs[n]!)))
    expect(farthest).toBeLessThanOrEqual(kind === 4 || kind === 6 ? 2 : 1)
  }
})

test('the same points give the same bytes', () => {
  const points = pointsOfPng(plainPng(strange(8, 3, 0))!, 1000)!
  expect(pointsOfPng(pngOf(points), 1000)).toEqual(points)
  expect(pngOf(points)).toEqual(pngOf(points))
})

/** A PNG of 9 × 5 of that kind, its bytes counted up; every filter once. */
function strange(depth: number, kind: number, interlaced: number): Uint8Array {
  const channels = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[kind]!
  const rounds = [
    ...[
      [0, 0, 8, 8],
      [4, 0, 8, 8],
      [0, 4, 4, 8],
      [2, 0, 4, 4],
      [0, 2, 2, 4],
      [1, 0, 2, 2],
      [0, 1, 1, 2],
    ],
  ]
  let next = 7
  const lines = (interlaced ? rounds : [[0, 0, 1, 1]]).flatMap(([x, y, dx, dy]) => {
    const [across, down] = [Math.ceil((9 - x!) / dx!), Math.ceil((5 - y!) / dy!)]
    if (across < 1 || down < 1) return []
    return Array.from({ length: down }, (_, v) => [
      v % 5,
      ...Array.from({ length: Math.ceil((across * depth * channels) / 8) }, () => (next = (next * 31 + 11) & 255)),
    ])
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(9, 0)
  head.writeUInt32BE(5, 4)
  head.set([depth, kind, 0, 0, interlaced], 8)
  const palette = Buffer.from(Array.from({ length: 2 ** Math.min(depth, 8) * 3 }, (_, n) => (n * 37) & 255))
  return png([
    ['IHDR', head],
    ...(kind === 3 ? [['PLTE', palette] as const, ['tRNS', Buffer.from([0, 128])] as const] : []),
    ['IDAT', deflateSync(Buffer.from(lines.flat()))],
    ['IEND', Buffer.alloc(0)],
  ])
}

function png(parts: readonly (readonly [string, Buffer])[]): Uint8Array {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const whole = parts.map(([name, content]) => {
    const named = Buffer.concat([Buffer.from(name), content])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(content.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  })
  return new Uint8Array(Buffer.concat([signature, ...whole]))
}
