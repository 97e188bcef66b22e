import { decoded, drawn } from '../picture/jpeg-decode.ts'
import { type Points, pngOf, pointsOfPng } from '../picture/points.ts'
import { resized } from '../picture/smaller.ts'
import { readPicture } from '../picture.ts'

/** Points of a logo at most: twice as fine as it is shown. */
export const LOGO_SIZE = { width: 640, height: 192 }
/** More is no logo: a few bytes may claim to be one. */
const MOST_POINTS = 20_000_000

export type Fitted = { readonly width: number; readonly height: number; readonly content: Uint8Array }

/** A PNG or a camera's JPEG as the points of a logo, on white, no larger than it is shown; null when it is neither, or broken. */
export function fittedLogo(bytes: Uint8Array): Fitted | null {
  const picture = readPicture(bytes)
  const points =
    picture?.type === 'image/png'
      ? pointsOfPng(picture.content, MOST_POINTS)
      : picture?.type === 'image/jpeg'
        ? pointsOfJpeg(picture.content)
        : null
  if (!points) return null
  const fitting = fittedIn(points)
  return { width: fitting.width, height: fitting.height, content: pngOf(fitting) }
}

function fittedIn(points: Points): Points {
  const scale = Math.min(1, LOGO_SIZE.width / points.width, LOGO_SIZE.height / points.height)
  if (scale === 1) return points
  const size = (side: number) => Math.max(1, Math.round(side * scale))
  const [width, height] = [size(points.width), size(points.height)]
  const rgb = new Uint8Array(width * height * 3)
  for (let channel = 0; channel < 3; channel++) {
    const plane = Float32Array.from({ length: points.width * points.height }, (_, n) => points.rgb[n * 3 + channel]!)
    const { points: less } = resized({ width: points.width, height: points.height, points: plane }, width, height)
    for (let n = 0; n < less.length; n++) rgb[n * 3 + channel] = Math.round(less[n]!)
  }
  return { width, height, rgb }
}

/** Light and two colours (ITU-T T.871) as red, green and blue. */
function pointsOfJpeg(bytes: Uint8Array): Points | null {
  const layers = decoded(bytes)
  const [light, blue, red] = layers?.map((layer) => drawn(layer, 8)) ?? []
  if (!light || light.width * light.height > MOST_POINTS) return null
  const { width, height } = light
  const whole = (plane: typeof light | undefined) => (plane ? resized(plane, width, height).points : null)
  const [cb, cr] = [whole(blue), whole(red)]
  const rgb = new Uint8ClampedArray(width * height * 3)
  for (let n = 0; n < width * height; n++) {
    const [y, b, r] = [light.points[n]!, cb ? cb[n]! - 128 : 0, cr ? cr[n]! - 128 : 0]
    rgb.set([y + 1.402 * r, y - 0.344_136 * b - 0.714_136 * r, y + 1.772 * b], n * 3)
  }
  return { width, height, rgb: new Uint8Array(rgb.buffer) }
}
