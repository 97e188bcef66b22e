import type { Case } from '../schema.ts'

/** The parts of a text, as the screen says them. */
export const PARTS = {
  title: '題',
  problem: '困りごと',
  done: 'したこと',
  result: '結果',
  learned: '学んだこと',
  surprised: '思いがけなかったこと',
  told: '手伝った人の言葉',
} as const
type Part = keyof typeof PARTS

export type Mended = { readonly part: string; readonly gone: readonly string[]; readonly come: readonly string[] }

/** What the desk took out of each part and put into it, sentence by sentence; parts that stayed are left out. */
export function mendedParts(row: Pick<Case, Part | 'earlier'>): Mended[] {
  const { earlier } = row
  if (!earlier) return []
  return (Object.keys(PARTS) as Part[]).flatMap((part) => {
    const [before, now] = [sentencesOf(earlier[part] ?? ''), sentencesOf(row[part] ?? '')]
    const gone = before.filter((sentence) => !now.includes(sentence))
    const come = now.filter((sentence) => !before.includes(sentence))
    return gone.length + come.length === 0 ? [] : [{ part: PARTS[part], gone, come }]
  })
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=。)|\n/)
    .map((sentence) => sentence.trim())
    .filter(Boolean)
}
