/** What a mail says, before it is text and HTML. */
export type Letter = {
  /** Neutral: it may be read on somebody's lock screen. */
  readonly subject: string
  readonly lines: readonly string[]
  readonly link?: { readonly href: string; readonly label: string }
  /** Things that the letter tells of, one under the other, each with its page. */
  readonly items?: readonly { readonly title: string; readonly note: string; readonly href: string }[]
  /** Where such letters are stopped, without signing in. Mail programs offer it too: posting there is enough. */
  readonly stop?: string
  /** Comes before everything else, and fills what a lock screen shows of a mail. */
  readonly preview?: string
  /** Shown large and alone: a code. */
  readonly code?: string
}

/** A subject for lock screens, also those at work: it does not say what the letter is about. */
export const NEUTRAL = 'めぐりからのお知らせ'

const SIGNATURE = ['めぐり', 'このメールに心当たりがないときは、そのまま消してください。']
const STOP = 'このお知らせを止める'

/** Nothing that can be seen, and enough of it that no word of the letter itself comes into view. */
const FILLER = '&#847;&zwnj;&nbsp;'.repeat(100)

/** The two forms of a letter. No pictures, nothing fetched, nothing that tells that it was opened. */
export function written(letter: Letter, phone: string): { text: string; html: string } {
  const foot = [...SIGNATURE, ...(phone ? [`電話でのご相談：${phone}`] : [])]
  const text = [
    ...(letter.preview ? [letter.preview, ''] : []),
    ...letter.lines,
    ...(letter.code ? ['', letter.code] : []),
    ...(letter.items ?? []).flatMap(({ title, note, href }) => ['', `■ ${title}`, note, href]),
    ...(letter.link ? ['', `${letter.link.label}：`, letter.link.href] : []),
    ...(letter.stop ? ['', `${STOP}：`, letter.stop] : []),
    '',
    '--',
    ...foot,
  ].join('\n')
  const body = [
    ...(letter.preview
      ? [`<div style="display:none;max-height:0;overflow:hidden">${letter.preview}${FILLER}</div>`]
      : []),
    ...letter.lines.map((line) => `<p>${escaped(line)}</p>`),
    ...(letter.code
      ? [`<p style="font-size:28px;letter-spacing:.2em;font-weight:bold">${escaped(letter.code)}</p>`]
      : []),
    ...(letter.items ?? []).map(
      ({ title, note, href }) => `<p><a href="${escaped(href)}">${escaped(title)}</a><br>${escaped(note)}</p>`,
    ),
    ...(letter.link ? [`<p><a href="${escaped(letter.link.href)}">${escaped(letter.link.label)}</a></p>`] : []),
    ...(letter.stop ? [`<p><a href="${escaped(letter.stop)}">${STOP}</a></p>`] : []),
    '<hr>',
    ...foot.map((line) => `<p>${escaped(line)}</p>`),
  ].join('\n')
  return { text, html: `<div lang="ja" style="font-size:17px;line-height:1.8;max-width:34em">${body}</div>` }
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
}
