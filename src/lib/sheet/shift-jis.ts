import iconv from 'iconv-lite'

const ENCODING = 'windows-31j'

/** What stands for a sign that Shift_JIS does not have: the mark that printers set for a missing type. */
export const MISSING_SIGN = '〓'

/** The same signs as Windows names them; Macs and telephones type the others. */
const AS_WINDOWS: Readonly<Record<string, string>> = {
  ...{ '\u301c': '\uff5e', '\u2212': '\uff0d', '\u2016': '\u2225', '\u2014': '\u2015' },
  ...{ '\u00a2': '\uffe0', '\u00a3': '\uffe1', '\u00ac': '\uffe2', '\u00a5': '\uffe5' },
}
const OTHERWISE = new RegExp(`[${Object.keys(AS_WINDOWS).join('')}]`, 'g')

const signs = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** Text in the Shift_JIS of Windows, and every sign that could not be written, each time it stood there. */
export function toShiftJis(text: string): { bytes: Uint8Array; missing: string[] } {
  const plain = text.normalize('NFC').replace(OTHERWISE, (sign) => AS_WINDOWS[sign]!)
  if (isWritable(plain)) return { bytes: iconv.encode(plain, ENCODING), missing: [] }
  const missing: string[] = []
  const known = new Map<string, string>()
  const written = Array.from(signs.segment(plain), ({ segment }) => {
    const instead = known.get(segment) ?? writable(segment)
    known.set(segment, instead)
    if (instead !== segment) missing.push(segment)
    return instead
  })
  return { bytes: iconv.encode(written.join(''), ENCODING), missing }
}

/** A letter without the mark for one of its shapes (葛󠄀) is still the letter. */
function writable(sign: string): string {
  if (isWritable(sign)) return sign
  const [letter = ''] = sign
  return isWritable(letter) ? letter : MISSING_SIGN
}

function isWritable(text: string): boolean {
  return iconv.decode(iconv.encode(text, ENCODING), ENCODING) === text
}

/** U+20BB7: how somebody finds a sign that the file cannot show. */
export function codePoints(sign: string): string {
  return [...sign].map((point) => `U+${point.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')
}
