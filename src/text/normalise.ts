/**
 * One spelling for search and comparison (Unicode Standard Annex #15, NFKC), and what no input may hold.
 * Nothing here throws, whatever the string.
 */

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/
const BIDI_ALL = new RegExp(BIDI.source, 'g')
const MARK = /[\p{M}\uff9e\uff9f]/u
/** Zero-width characters, joiners of emoji, variation selectors: invisible, so they must not part a word. */
const INVISIBLE = /\u00ad|[\u200b-\u200d]|\u2060|[\ufe00-\ufe0f]|\ufeff/g
const DASH = /^[-\u2010-\u2015\u2212\u2500\u2501\ufe63~\u301c\u3030]$/
/** Most Japanese words are in their one spelling already. */
const FOLDED = /^(?!.*ーー)[\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fffa-z0-9]*$/
const KANA = /^[\u3041-\u3096\u30a1-\u30fc]$/

export type Forbidden = 'nul' | 'surrogate' | 'bidi'

/** What a form has to refuse in this text, or null: NUL, a lone surrogate, or a character that turns the direction. */
export function forbidden(text: string): Forbidden | null {
  if (text.includes('\0')) return 'nul'
  if (!text.isWellFormed()) return 'surrogate'
  return BIDI.test(text) ? 'bidi' : null
}

/** For storing and showing: NFC without NUL, lone surrogates and bidi controls; line ends become \n. */
export function normalise(text: string): string {
  return withoutLoneSurrogates(text).replaceAll('\0', '').replace(BIDI_ALL, '').replace(/\r\n?/g, '\n').normalize('NFC')
}

/**
 * For searching: NFKC, lower case, one long vowel, one dash, one space, no invisible character.
 * 「ＨＰ」 → 「hp」, 「ﾎｰﾑﾍﾟｰｼﾞ」 → 「ホームページ」, 「サ－ビス」 → 「サービス」, 「すご〜〜い」 → 「すごーい」.
 */
export function fold(text: string): string {
  return FOLDED.test(text) ? text : foldInto(text, null)
}

export type Folded = {
  text: string
  /** places[i] = the index in the original of the character that became text[i]; one more entry marks the end. */
  places: Uint32Array
}

/** Like {@link fold}, and remembers where each character came from, so that a match can be shown in the original. */
export function foldWithPlaces(text: string): Folded {
  const places = new Places(text.length + 1)
  const folded = foldInto(text, places)
  places.push(text.length)
  return { text: folded, places: places.whole() }
}

function foldInto(text: string, places: Places | null): string {
  let folded = ''
  let last = ''
  for (let at = 0; at < text.length; ) {
    const plain = plainEnd(text, at, last)
    if (plain > at) {
      folded += text.slice(at, plain)
      for (let place = at; place < plain; place++) places?.push(place)
      last = text[plain - 1]!
      at = plain
      continue
    }
    const end = chunkEnd(text, at)
    const piece = spelling(text.slice(at, end), last)
    const kept = (piece === ' ' || piece === 'ー') && last === piece ? '' : piece
    for (let i = 0; i < kept.length; i++) places?.push(at)
    folded += kept
    if (kept !== '') last = kept.at(-1)!
    at = end
  }
  return folded
}

/** Katakana as hiragana, for comparing readings: 「ゲンカ」 → 「げんか」. */
export function hiragana(text: string): string {
  return text.replace(/[\u30a1-\u30f6]+/g, (run) => {
    let spoken = ''
    for (let at = 0; at < run.length; at++) spoken += String.fromCharCode(run.charCodeAt(at) - 0x60)
    return spoken
  })
}

function withoutLoneSurrogates(text: string): string {
  if (text.isWellFormed()) return text
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
}

/** Hiragana, katakana, kanji, ASCII small letters and digits are already in their one spelling. */
function isPlain(code: number): boolean {
  return (
    (code >= 0x3041 && code <= 0x3096) ||
    (code >= 0x30a1 && code <= 0x30fc) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x30 && code <= 0x39)
  )
}

const [UNKNOWN, PLAIN, MARKING, OTHER] = [0, 1, 2, 3]
/** By 16 bits of text, written down when first met. */
const kinds = new Uint8Array(0x10000)

function kindOf(code: number): number {
  const known = kinds[code]!
  if (known !== UNKNOWN) return known
  const kind = isPlain(code) ? PLAIN : code > 0x2ff && MARK.test(String.fromCharCode(code)) ? MARKING : OTHER
  kinds[code] = kind
  return kind
}

const LONG = 0x30fc

/** To where a text stands in its one spelling already: no mark belongs to the last letter, no long vowel is said twice. */
function plainEnd(text: string, from: number, last: string): number {
  let before = last === '' ? 0 : last.charCodeAt(0)
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const kind = kindOf(code)
    if (kind === MARKING && at > from) return at - 1
    if (kind !== PLAIN || (code === LONG && before === LONG)) return at
    before = code
  }
  return text.length
}

/** A base character with its marks (か + ゛, ﾊ + ﾟ) is one chunk, because only together do they have one spelling. */
function chunkEnd(text: string, at: number): number {
  let end = at + (text.codePointAt(at)! > 0xffff ? 2 : 1)
  while (end < text.length && kindOf(text.charCodeAt(end)) === MARKING) end++
  return end
}

/** By a letter that stands for itself: its spelling, which is the same after any other (a dash is not among them). */
const spellings = new Map<string, string>()

function spelling(chunk: string, last: string): string {
  const known = chunk.length === 1 ? spellings.get(chunk) : undefined
  if (known !== undefined) return known
  const piece = spellingAfter(chunk, last)
  if (chunk.length === 1 && !DASH.test(piece) && piece !== 'ー') spellings.set(chunk, piece)
  return piece
}

function spellingAfter(chunk: string, last: string): string {
  if (!chunk.isWellFormed() || chunk === '\0' || BIDI.test(chunk)) return ''
  // Small letters of some Greek capitals are not composed, hence the second time.
  const piece = chunk.normalize('NFKC').toLowerCase().normalize('NFKC').replace(INVISIBLE, '')
  if (DASH.test(piece)) return KANA.test(last) ? 'ー' : '-'
  return /^\s+$/.test(piece) ? ' ' : piece
}

/** NFKC may lengthen a text (㈱ → (株)), so the table grows as needed. */
class Places {
  private places: Uint32Array
  private count = 0

  constructor(size: number) {
    this.places = new Uint32Array(size)
  }

  push(place: number): void {
    if (this.count === this.places.length) {
      const larger = new Uint32Array(this.places.length * 2 + 1)
      larger.set(this.places)
      this.places = larger
    }
    this.places[this.count++] = place
  }

  whole(): Uint32Array {
    return this.places.slice(0, this.count)
  }
}
