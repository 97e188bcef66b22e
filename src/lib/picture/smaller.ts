import { decoded, drawn, frameOf, segments } from './jpeg-decode.ts'
import { encoded, type Plane } from './jpeg-encode.ts'

/** Pixels of the longer side: every line of a page on paper is still read. */
export const LONGEST = 2000
/** JFIF's head, which side is up, what its colours mean. */
const KEPT = new Set([0xe0, 0xe1, 0xe2])
const ADOBE = 0xee

/**
 * A photo as a camera makes it, from `plainJpeg`, no larger than a screen shows; null when it is small enough already, or made in
 * another way than cameras do. Light and colour stay what they are and are never mixed: only points go.
 */
export function smallerJpeg(bytes: Uint8Array): Uint8Array | null {
  const frame = frameOf(bytes)
  const all = segments(bytes)
  if (!frame || Math.max(frame.width, frame.height) <= LONGEST || all.some(({ marker }) => marker === ADOBE))
    return null
  const layers = decoded(bytes)
  if (!layers) return null
  const longest = Math.max(frame.width, frame.height)
  const n = ([1, 2, 4, 8] as const).find((points) => (longest * points) / 8 >= LONGEST)!
  const size = (side: number) => Math.max(1, Math.round((side * LONGEST) / longest))
  const [width, height] = [size(frame.width), size(frame.height)]
  const planes = layers.map((layer, at) => {
    const half = at > 0 ? 2 : 1
    return resized(drawn(layer, n), Math.ceil(width / half), Math.ceil(height / half))
  })
  const kept = all.filter(({ marker }) => KEPT.has(marker)).map(({ from, end }) => bytes.subarray(from - 4, end))
  return encoded(planes, kept)
}

/** Each new point is what lies under it, on average; where there are fewer points than wanted, the nearest stand twice. */
export function resized(plane: Plane, width: number, height: number): Plane {
  const columns = spans(plane.width, width)
  const rows = spans(plane.height, height)
  const narrow = new Float32Array(width * plane.height)
  for (let y = 0; y < plane.height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (const [at, part] of columns[x]!) sum += plane.points[y * plane.width + at]! * part
      narrow[y * width + x] = sum
    }
  }
  const points = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    for (const [at, part] of rows[y]!) {
      for (let x = 0; x < width; x++) points[y * width + x]! += narrow[at * width + x]! * part
    }
  }
  return { width, height, points }
}

/** Which of `from` points lie under each of `to`, and what part of it each is. */
function spans(from: number, to: number): (readonly [at: number, part: number])[][] {
  return Array.from({ length: to }, (_, n) => {
    const [start, end] = [(n * from) / to, ((n + 1) * from) / to]
    const span: (readonly [number, number])[] = []
    for (let at = Math.floor(start); at < Math.min(from, Math.ceil(end)); at++) {
      span.push([at, (Math.min(end, at + 1) - Math.max(start, at)) / (end - start)])
    }
    return span
  })
}
