import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { readPicture } from '../picture.ts'
import { LONGEST, smallerJpeg } from './smaller.ts'

/** Colours and edges all over, so that a number in the wrong place is seen. */
function painted(width: number, height: number) {
  const canvas = createCanvas(width, height)
  const pen = canvas.getContext('2d')
  const slope = pen.createLinearGradient(0, 0, width, height)
  for (const [at, colour] of ['#123', '#d62', '#fff', '#174', '#29c'].entries()) slope.addColorStop(at / 4, colour)
  pen.fillStyle = slope
  pen.fillRect(0, 0, width, height)
  for (let n = 0; n < 40; n++) {
    pen.fillStyle = `hsl(${n * 47} 80% ${20 + n}%)`
    pen.fillRect((n * 331) % width, (n * 197) % height, 300, 220)
  }
  return canvas
}

async function pixels(bytes: Uint8Array, width: number, height: number) {
  const canvas = createCanvas(width, height)
  canvas.getContext('2d').drawImage(await loadImage(Buffer.from(bytes)), 0, 0, width, height)
  return canvas.getContext('2d').getImageData(0, 0, width, height).data
}

test.each([
  [2701, 800],
  [901, 4003],
])(
  'a photo of %i × %i comes out smaller, and looks the same',
  async (width, height) => {
    const photo = readPicture(painted(width, height).toBuffer('image/jpeg', 92))!.content
    const made = smallerJpeg(photo)!
    expect(made.length).toBeLessThan(photo.length)
    const shown = await loadImage(Buffer.from(made))
    expect(Math.max(shown.width, shown.height)).toBe(LONGEST)
    expect(shown.width / shown.height).toBeCloseTo(width / height, 2)
    expect(readPicture(made)?.content.length).toBe(made.length)
    const [one, other] = [await pixels(photo, 150, 150), await pixels(made, 150, 150)]
    const off = one.map((value, at) => Math.abs(value - other[at]!))
    expect(off.reduce((sum, value) => sum + value, 0) / off.length).toBeLessThan(2)
    // At an edge one point more or less is another colour.
    expect(off.filter((value) => value > 40).length / off.length).toBeLessThan(0.005)
  },
  60_000,
)

test('what is small enough, broken, or made in another way stays as it is', () => {
  const small = readPicture(painted(300, 200).toBuffer('image/jpeg', 90))!.content
  expect(smallerJpeg(small)).toBeNull()
  const large = readPicture(painted(2101, 900).toBuffer('image/jpeg', 90))!.content
  const progressive = large.slice()
  progressive[large.findIndex((byte, at) => byte === 0xff && large[at + 1] === 0xc0) + 1] = 0xc2
  expect(smallerJpeg(progressive)).toBeNull()
  // A scan that ends too early says nothing more, and takes no longer.
  expect(() => smallerJpeg(large.subarray(0, large.length >> 1))).not.toThrow()
})
