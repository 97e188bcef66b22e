import type { Path2D, SKRSContext2D } from '@napi-rs/canvas'
import { fontBlobs } from '../../lib/pdf/fonts.ts'
import { phrasesOf } from '../phrase.tsx'

/** What a picture says that stands beside a link somewhere else: in a chat, in a post. */
export type ShareCard = {
  /** A few words above the title. */
  readonly above: string
  readonly title: string
  /** One line under it. */
  readonly below: string
  /** A PNG of our own making, across from our mark. */
  readonly logo?: Uint8Array | null
}

export const SHARE_SIZE = { width: 1200, height: 630 }

/** How it is answered: the same for everybody, and drawing one takes some twenty milliseconds. */
export const PICTURE = {
  headers: { 'content-type': 'image/png' },
  options: { cache: 'public, max-age=3600', rate: { count: 60, seconds: 60 } },
} as const

/** As in styles/tokens.css: what is sent out has no dark scheme. */
export const SHARE_COLOURS = { paper: '#fcf8ed', ink: '#1f1b13', soft: '#453e31', main: '#0c472a', accent: '#e25100' }

const EDGE = 80
const ROOM = SHARE_SIZE.width - 2 * EDGE
const LOGO_ROOM = { width: 420, height: 88, bottom: 598 }
const MOST_LINES = 4
const FAMILIES = '"BIZ UDGothic", "Noto Sans JP"'
const FONTS = {
  small: `34px ${FAMILIES}`,
  brand: `bold 40px ${FAMILIES}`,
  title: (px: number) => `bold ${px}px ${FAMILIES}`,
}
/** The largest size whose lines fit is taken. */
const TITLE_SIZES = [68, 58, 50]
const LINE = 1.4

/** A picture of 1200 × 630 as PNG. The same words give the same picture on every machine: only our own fonts are used. */
export async function sharePicture({ above, title, below, logo }: ShareCard): Promise<Uint8Array<ArrayBuffer>> {
  const { createCanvas, loadImage, Path2D } = await canvas()
  const drawn = createCanvas(SHARE_SIZE.width, SHARE_SIZE.height)
  const c = drawn.getContext('2d')
  c.fillStyle = SHARE_COLOURS.paper
  c.fillRect(0, 0, SHARE_SIZE.width, SHARE_SIZE.height)
  c.fillStyle = SHARE_COLOURS.main
  c.fillRect(0, 0, SHARE_SIZE.width, 20)
  c.textBaseline = 'alphabetic'
  say(c, above, FONTS.small, SHARE_COLOURS.soft, 118)
  const { lines, size } = fitting(c, title)
  for (const [row, line] of lines.entries())
    say(c, line, FONTS.title(size), SHARE_COLOURS.ink, 130 + size * LINE * (row + 1))
  say(c, below, FONTS.small, SHARE_COLOURS.ink, 490)
  mark(c, (path) => new Path2D(path), EDGE, 534)
  c.font = FONTS.brand
  c.fillStyle = SHARE_COLOURS.main
  c.fillText('めぐり', EDGE + 72, 574)
  if (logo) {
    const image = await loadImage(Buffer.from(logo))
    const scale = Math.min(1, LOGO_ROOM.width / image.width, LOGO_ROOM.height / image.height)
    const [width, height] = [image.width * scale, image.height * scale]
    c.drawImage(image, SHARE_SIZE.width - EDGE - width, LOGO_ROOM.bottom - height, width, height)
  }
  return new Uint8Array(await drawn.encode('png'))
}

/** Machine code of thirty megabytes: loaded when the first picture is asked for. */
async function canvas() {
  const loaded = await import('@napi-rs/canvas')
  if (!loaded.GlobalFonts.has('BIZ UDGothic')) for (const font of fontBlobs()) loaded.GlobalFonts.register(font)
  return loaded
}

function say(c: SKRSContext2D, words: string, font: string, colour: string, y: number): void {
  c.font = font
  c.fillStyle = colour
  c.fillText(shortened(c, words), EDGE, y)
}

function fitting(c: SKRSContext2D, title: string): { lines: string[]; size: number } {
  for (const size of TITLE_SIZES) {
    c.font = FONTS.title(size)
    const lines = linesOf(c, title)
    if (lines.length * size * LINE <= 300) return { lines, size }
  }
  const [head, rest] = [linesOf(c, title).slice(0, MOST_LINES - 1), linesOf(c, title).slice(MOST_LINES - 1)]
  return { lines: [...head, shortened(c, rest.join(''))], size: TITLE_SIZES.at(-1)! }
}

/** Lines that break between phrases, and within one only when it is wider than the picture. */
function linesOf(c: SKRSContext2D, text: string): string[] {
  const lines: string[] = ['']
  const pieces = phrasesOf(text).flatMap((phrase) => (c.measureText(phrase).width <= ROOM ? [phrase] : [...phrase]))
  for (const piece of pieces) {
    const longer = lines.at(-1)! + piece
    if (c.measureText(longer).width <= ROOM) lines[lines.length - 1] = longer
    else lines.push(piece)
  }
  return lines
}

function shortened(c: SKRSContext2D, text: string): string {
  if (c.measureText(text).width <= ROOM) return text
  const letters = [...text]
  while (letters.length > 0 && c.measureText(`${letters.join('')}…`).width > ROOM) letters.pop()
  return `${letters.join('')}…`
}

/** The mark, as brand.tsx draws it on 32 × 32. */
const MARK = [
  { colour: SHARE_COLOURS.main, path: 'M5 17.5A11 11 0 0 0 24.5 23', head: [24.6, 22.6] },
  { colour: SHARE_COLOURS.accent, path: 'M27 14.5A11 11 0 0 0 7.5 9', head: [7.4, 9.4] },
] as const
const MARK_SCALE = 1.75

function mark(c: SKRSContext2D, drawn: (path: string) => Path2D, x: number, y: number): void {
  c.save()
  c.translate(x, y)
  c.scale(MARK_SCALE, MARK_SCALE)
  c.lineWidth = 4
  c.lineCap = 'round'
  for (const { colour, path, head } of MARK) {
    c.strokeStyle = colour
    c.fillStyle = colour
    c.stroke(drawn(path))
    c.beginPath()
    c.arc(head[0], head[1], 4.1, 0, 2 * Math.PI)
    c.fill()
  }
  c.restore()
}
