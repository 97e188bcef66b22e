/** What stands where a contact detail was. */
export const COVERED = '［連絡先］'

const MAIL = /[a-z0-9._%+-]+\s?@\s?[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi
/** Ten or eleven digits from a 0, or +81 and nine or ten, however they are parted. */
const PHONE = /(?<![\d.,-])(?:\+?81[-\s(.]*[1-9]|\(?0)(?:[-\s().]{0,2}\d){9,10}(?![\d])/g
const CHAT =
  /(?:https?:\/\/)?(?:[a-z0-9-]+\.)*(?:line\.me|lin\.ee|slack\.com|chatwork\.com|discord\.gg|discord\.com|t\.me|telegram\.me|wa\.me|whatsapp\.com|m\.me|messenger\.com|instagram\.com|facebook\.com|fb\.com|x\.com|twitter\.com|zoom\.us|meet\.google\.com|teams\.microsoft\.com|teams\.live\.com|skype\.com|kakao\.com|signal\.me)(?![a-z0-9-])(?:[/?#][^\s　、。」）)]*)?/gi
const LINE_ID = /(?:\bline|ライン)\s*(?:の)?\s*(?:id|アイディー)\s*(?:は|:|=)?\s*@?[a-z0-9._-]{4,20}/gi

const CONTACTS = [MAIL, CHAT, LINE_ID, PHONE]
/** Any address of the web, also one that is written without https. */
const WEB =
  /https?:\/\/[\w./?%&=+#~:@!$,;*-]+|(?<![a-z0-9@._-])(?:[a-z0-9-]+\.)+(?:jp|com|net|org|info|biz|shop|io)(?![a-z0-9-])(?:[/?#][\w./?%&=+#~:@!$,;*-]*)?/gi

/**
 * A message with mail addresses, telephone numbers and addresses of chat services covered, and whether there were any.
 * Full-width letters and digits are read as what they are; everything else stays as it was written.
 */
export function masked(text: string): { text: string; covered: boolean } {
  const ranges = rangesOf(text, CONTACTS)
  let out = ''
  let at = 0
  for (const [start, end] of ranges) {
    if (start >= at) out += text.slice(at, start) + COVERED
    at = Math.max(at, end)
  }
  return { text: out + text.slice(at), covered: ranges.length > 0 }
}

/** The contact details in a text and every address of the web, as they were written: what a published text must not hold. */
export function contactsIn(text: string): string[] {
  return rangesOf(text, [...CONTACTS, WEB]).map(([start, end]) => text.slice(start, end))
}

/** Every address of the web in a text, as it was written. */
export function addressesIn(text: string): string[] {
  return rangesOf(text, [WEB]).map(([start, end]) => text.slice(start, end))
}

function rangesOf(text: string, patterns: readonly RegExp[]): (readonly [start: number, end: number])[] {
  const plain = folded(text)
  return patterns
    .flatMap((pattern) => [...plain.matchAll(pattern)])
    .map((found) => [found.index, found.index + found[0].length] as const)
    .sort(([a], [b]) => a - b)
}

/** The same text sign for sign, each full-width form as the plain one, so that places in both are the same. */
function folded(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E\u3000]/g, (sign) => sign.normalize('NFKC'))
    .replace(/(?<=\d)[\u2010-\u2015\u2212\u30FC](?=\d)/g, '-')
}
