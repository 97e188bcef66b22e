import { type Points, pngOf } from '../../src/lib/picture/points.ts'
import { accountId, partnerId } from '../cast.ts'
import type { Stage } from './rows.ts'

const DAY = 86_400_000
const [WIDTH, HEIGHT] = [360, 120]
type Colour = readonly [number, number, number]
const WHITE: Colour = [255, 255, 255]
/** What is painted at a place; null: nothing. */
type Painted = (x: number, y: number) => Colour | null

const disc = (x: number, y: number, r: number) => (u: number, v: number) => (u - x) ** 2 + (v - y) ** 2 <= r ** 2
const GLOW = disc(60, 60, 46)
const LIGHT = disc(60, 60, 22)
const SUN = disc(60, 76, 40)

/** A firefly's light beside three leaves; a sun over three fields. */
const MARKS: Readonly<Record<'town' | 'bank', Painted>> = {
  town: (x, y) => {
    if (LIGHT(x, y)) return [255, 222, 89]
    if (GLOW(x, y)) return [226, 81, 0]
    const leaf = [150, 220, 290].some((at) => disc(at, 92, 44)(x, y) && disc(at + 34, 42, 44)(x, y))
    return leaf ? [12, 71, 42] : null
  },
  bank: (x, y) => {
    if (y > 76) return y < 108 && Math.floor((y - 76) / 8) % 2 === 0 ? [12, 71, 42] : null
    if (SUN(x, y)) return [226, 81, 0]
    return x > 130 && x < 344 && y > 44 && y < 64 ? [12, 71, 42] : null
  },
}

/** Each point is the middle of nine, so that nothing is jagged. */
function drawn(painted: Painted): Points {
  const rgb = new Uint8Array(WIDTH * HEIGHT * 3)
  const near = [-1 / 3, 0, 1 / 3]
  for (let n = 0; n < WIDTH * HEIGHT; n++) {
    const [x, y] = [n % WIDTH, Math.floor(n / WIDTH)]
    const seen = near.flatMap((dx) => near.map((dy) => painted(x + dx, y + dy) ?? WHITE))
    for (let channel = 0; channel < 3; channel++) {
      rgb[n * 3 + channel] = Math.round(seen.reduce((sum, colour) => sum + colour[channel]!, 0) / seen.length)
    }
  }
  return { width: WIDTH, height: HEIGHT, rgb }
}

/** The marks of the town and the bank. */
export function markPartners({ now, rows, done }: Stage): void {
  const savedAt = new Date(now.getTime() - 200 * DAY)
  for (const [name, actor] of [
    ['town', 'koga'],
    ['bank', 'abe'],
  ] as const) {
    const id = partnerId(name)
    rows.partnerLogos.push({
      ...{ partnerId: id, width: WIDTH, height: HEIGHT, content: pngOf(drawn(MARKS[name])), savedAt },
    })
    done(savedAt, 'partner.logo-saved', { kind: 'partner', id }, { actor: accountId(actor), organisation: id })
  }
}
