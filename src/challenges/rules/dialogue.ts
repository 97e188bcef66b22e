import { z } from 'zod'
import { readReference } from '../../lib/reference.ts'
import { fold } from '../../text/normalise.ts'
import { head } from '../../text/truncate.ts'

/** Letters of one line of a sheet; a sheet has about twenty. */
export const LINE_MAX = 1000
/** Letters that are pasted: all of a workbook. */
export const SHEET_MAX = 60_000
/** Days for which a sheet waits for the company, then it is gone. */
export const DIALOGUE_DAYS = 30

const words = z.string().trim().min(1)
const shape = z.strictObject({
  parts: z.array(
    z.strictObject({
      name: words,
      labels: z.array(words),
      lines: z.array(
        z.strictObject({
          key: z.string().regex(/^[a-z]{2,20}$/),
          name: words.max(20),
          labels: z.array(words).min(1),
          chosen: z.boolean().default(false),
          never: z.boolean().default(false),
        }),
      ),
    }),
  ),
  others: z.array(words),
})

/** A line of the sheet that banks and chambers keep of a talk with a firm (`reference/dialogue.yaml` names its source). */
export type SheetLine = { readonly key: string; readonly name: string; readonly part: string; readonly chosen: boolean }
export type ReadLine = { readonly item: string; readonly text: string }

/** What a heading means: a line, or that nothing under it is read. */
type Heading = { readonly item: string | null }
type Known = { readonly lines: readonly SheetLine[]; readonly headings: ReadonlyMap<string, Heading> }

let known: Known | undefined

/** The lines that are read, in the order in which a challenge is made of them. */
export function sheetLines(): readonly SheetLine[] {
  return knownLines().lines
}

export function sheetLine(key: string): SheetLine | undefined {
  return sheetLines().find((line) => line.key === key)
}

/**
 * What a filled sheet says, line by line, as its cells stand: what is to the right of a heading belongs to it, else what is below
 * it. Money, loans and banks are not read, nor what stands under no heading. Cells are divided by tabs, as a spreadsheet copies
 * them; plain text with a heading to a line, or with 「課題：…」, is read too.
 */
export function readSheet(pasted: string): ReadLine[] {
  const { lines, headings } = knownLines()
  const found = new Map<string, string[]>()
  let open: { column: number; heading: Heading }[] = []
  for (const row of rowsOf(pasted)) {
    const read = row.map((cell) => readCell(cell, headings))
    const named = read.flatMap((cell, column) => (cell?.heading ? [{ column, heading: cell.heading }] : []))
    if (named.length > 0 || row[0]?.startsWith('\f')) open = named
    for (const [column, cell] of read.entries()) {
      const item = open.findLast((one) => one.column <= column)?.heading.item
      if (item && cell?.text) found.set(item, [...(found.get(item) ?? []), cell.text])
    }
  }
  return lines.flatMap(({ key }) => {
    const said = found.get(key)?.join('\n')
    return said ? [{ item: key, text: head(said, LINE_MAX) }] : []
  })
}

/** What a worry is made of: the lines that the owner agreed to, in the order in which they are read. */
export function worryFromLines(taken: readonly ReadLine[]): string {
  return sheetLines()
    .flatMap(({ key }) => taken.find(({ item }) => item === key)?.text ?? [])
    .join('\n')
}

/** Which line of the sheet a phrase of the worry stands in, by its name; null when in none. */
export function citedLine(phrase: string, taken: readonly ReadLine[]): string | null {
  const line = taken.find(({ text }) => text.includes(phrase))
  return line ? (sheetLine(line.item)?.name ?? null) : null
}

function knownLines(): Known {
  known ??= learn()
  return known
}

function learn(): Known {
  const { parts, others } = shape.parse(readReference('dialogue'))
  const headings = new Map<string, Heading>(
    [...others, ...parts.flatMap(({ labels }) => labels)].map((label) => [plain(label), { item: null }]),
  )
  for (const { key, labels, never } of parts.flatMap(({ lines }) => lines)) {
    for (const label of labels) headings.set(plain(label), { item: never ? null : key })
  }
  const lines = parts.flatMap((part) =>
    part.lines.filter(({ never }) => !never).map(({ key, name, chosen }) => ({ key, name, part: part.name, chosen })),
  )
  return { lines, headings }
}

/** A heading, with what stands after it in the same cell; or words alone. Null for an empty cell. */
function readCell(cell: string, headings: ReadonlyMap<string, Heading>) {
  const [first = '', ...rest] = cell.replace('\f', '').trim().split('\n')
  const whole = headings.get(plain(cell))
  if (whole) return { heading: whole, text: '' }
  const heading = headings.get(plain(first))
  if (heading) return { heading, text: below(rest, headings) }
  const said = /^(.{1,30}?)[：:]\s*(.+)$/su.exec([first, ...rest].join('\n'))
  const short = said && headings.get(plain(said[1]!))
  if (said && short) return { heading: short, text: said[2]!.trim() }
  const text = [first, ...rest].join('\n').trim()
  return text === '' ? null : { heading: null, text }
}

/** In the sheet of the ministry a heading goes on for some lines, with what is to be written there. */
function below(rest: readonly string[], headings: ReadonlyMap<string, Heading>): string {
  return rest
    .filter((line) => !headings.has(plain(line)) && !/^\s*[※（(]/.test(line))
    .join('\n')
    .trim()
}

/** A heading without what decorates it. */
function plain(label: string): string {
  return fold(label)
    .replace(/[\s\p{P}\p{S}①-⑳]/gu, '')
    .replace(/^[0-9]{1,2}(?=\D)/, '')
}

/** Rows of cells, as a spreadsheet copies them: a cell of several lines stands in quotation marks. */
function rowsOf(pasted: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of pasted.matchAll(/(?:"((?:[^"]|""){0,5000})"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/g)) {
    rows.at(-1)!.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'))
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  return rows
}
