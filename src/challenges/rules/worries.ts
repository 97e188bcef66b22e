import { isIntroduction } from '../../jobcodes/rules/quiet.ts'
import { clauses, type Part, sentences } from '../../text/sentences.ts'

/** In a long interview the first sentences that name a subject are enough to part the worries. */
const MOST = 20
/** What a classifier reads at most. */
const LONGEST = 20_000
/** A shorter clause does not say a worry by itself. */
const LEAST = 6

export type Worries = {
  /** One for each thing said: a sentence, or its halves when it goes on with 「…し、」. Never empty when anything was said. */
  parts: Part[]
  /** What the owner said about the firm itself (「うちは三代続く旅館です」): it helps to understand, but hurts nobody. */
  introduction: string
}

export function worriesOf(text: string): Worries {
  const said = saidByOwner(text.slice(0, LONGEST))
  const introductions = said.filter((sentence) => isIntroduction(sentence.text))
  if (introductions.length === said.length) return { parts: said.slice(0, MOST), introduction: '' }
  const rest = said.filter((sentence) => !introductions.includes(sentence)).slice(0, MOST)
  return {
    parts: rest.flatMap((sentence) => halves(sentence)),
    introduction: introductions.map((sentence) => sentence.text).join('\n'),
  }
}

/** In typed notes of a talk stands who spoke (「社長：…」): a name is no worry, and what the asker says is not the owner's. */
const SPEAKER = /^[ \t　]*[（(]?\p{L}[\p{L}\p{N}・]{0,7}[）)]?[ 　]*[：:](?![\d/])[ 　]*/u
const ASKER = /^[ \t　]*[（(]?(聞き手|インタビュアー|記者|取材|質問|問|Q|Ｑ|事務局)/u

function saidByOwner(text: string): Part[] {
  const all = sentences(text).map((sentence) => ({ sentence, line: text.lastIndexOf('\n', sentence.start - 1) + 1 }))
  const own = all.filter(({ line }) => {
    const speaker = SPEAKER.exec(text.slice(line, line + 20))?.[0]
    return !speaker || !ASKER.test(speaker)
  })
  return (own.length > 0 ? own : all).flatMap(({ sentence }) => {
    const label = SPEAKER.exec(sentence.text)?.[0].length ?? 0
    return label < sentence.text.length ? [cut(sentence, label, sentence.text.length)] : []
  })
}

function halves(sentence: Part): Part[] {
  const found: Part[] = []
  let start = 0
  for (const clause of clauses(sentence.text)) {
    const rest = sentence.text.length - clause.end
    if (!/(し|うえに|上に)$/.test(clause.text) || clause.end - start < LEAST || rest < LEAST) continue
    found.push(cut(sentence, start, clause.end))
    start = clause.end
  }
  found.push(cut(sentence, start, sentence.text.length))
  return found
}

function cut(sentence: Part, from: number, to: number): Part {
  const raw = sentence.text.slice(from, to)
  const text = raw.replace(/^[\s、，,]+/, '').trimEnd()
  const start = sentence.start + from + raw.indexOf(text)
  return { start, end: start + text.length, text }
}
