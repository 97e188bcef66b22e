import type { ComponentChildren } from 'preact'
import { type Mark, marksIn } from '../text/search/marks.ts'
import { phrasesOf } from './phrase.tsx'

/** A sentence that breaks between phrases, with what was looked for in another light. */
export function Marked({ children, of }: { children: string; of: readonly string[] }) {
  const marks = marksIn(children, of)
  let at = 0
  return (
    <span class="phrase">
      {phrasesOf(children).flatMap((phrase, index) => {
        const from = at
        at += phrase.length
        const shown = lit(children, from, at, marks)
        return index === 0 ? shown : [<wbr key={`${index}`} />, ...shown]
      })}
    </span>
  )
}

/** The part of a text around what was looked for; nothing where it does not stand there. */
export function Excerpt({ text, of }: { text: string; of: readonly string[] }) {
  const [first] = marksIn(text, of)
  if (!first) return null
  const from = Math.max(0, first.start - BEFORE)
  const end = Math.min(text.length, first.end + AFTER)
  const part = text.slice(from, end).replace(/\s+/g, ' ').toWellFormed()
  return (
    <>
      {from > 0 && '…'}
      {lit(part, 0, part.length, marksIn(part, of))}
      {end < text.length && '…'}
    </>
  )
}

const BEFORE = 20
const AFTER = 50

/** The piece of a text from one place to before another, with the parts of marks in it. */
function lit(text: string, from: number, end: number, marks: readonly Mark[]): ComponentChildren[] {
  const shown: ComponentChildren[] = []
  let at = from
  for (const mark of marks) {
    const [start, stop] = [Math.max(mark.start, from), Math.min(mark.end, end)]
    if (start >= stop) continue
    if (start > at) shown.push(text.slice(at, start))
    shown.push(<mark key={`${start}`}>{text.slice(start, stop)}</mark>)
    at = stop
  }
  if (at < end) shown.push(text.slice(at, end))
  return shown
}
