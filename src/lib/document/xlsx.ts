import { plainOf, xmlIn } from './xml.ts'
import type { Entry } from './zip.ts'

const BOOK = 'xl/workbook.xml'
const CELL = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g
const TEXT = /<t(?:\s[^>]*)?>([^<]*)<\/t>/g
/** How words are read aloud stands beside them, and is none of them. */
const SPOKEN = /<rPh\b[\s\S]*?<\/rPh>/g
/** No sheet for people is wider. */
const WIDEST = 200

/**
 * The words of a spreadsheet (ECMA-376, SpreadsheetML): a line for each row, its cells between tabs where they stand, as they
 * are when somebody copies them. A cell of several lines stands in quotation marks; \f begins a sheet. Hidden sheets are not read.
 */
export function wordsOfXlsx(bytes: Uint8Array, files: ReadonlyMap<string, Entry>): string {
  const part = (name: string) => {
    const entry = files.get(name)
    return entry ? xmlIn(bytes, entry) : ''
  }
  const shared = part('xl/sharedStrings.xml')
    .split(/<si\b[^>]*>/)
    .slice(1)
    .map(textOf)
  const targets = new Map(
    tagsOf(part('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [named(tag, 'Id'), named(tag, 'Target')]),
  )
  const shown = tagsOf(part(BOOK), 'sheet').filter((tag) => !/hidden/i.test(named(tag, 'state')))
  return shown
    .map((tag) => (targets.get(named(tag, 'r:id')) ?? '').replace(/^\/?(xl\/)?/, 'xl/'))
    .map((name) => `\f${rowsOf(part(name), shared)}`)
    .join('\n')
}

export function isXlsx(files: ReadonlyMap<string, Entry>): boolean {
  return files.has(BOOK)
}

function rowsOf(xml: string, shared: readonly string[]): string {
  return xml
    .split(/<row\b/)
    .slice(1)
    .map((row) => {
      const cells: string[] = []
      for (const [, about = '', content = ''] of row.matchAll(CELL)) {
        const column = columnOf(named(about, 'r')) ?? cells.length
        const value = /<v>([^<]*)<\/v>/.exec(content)?.[1] ?? ''
        const type = named(about, 't')
        const text =
          type === 's' ? (shared[Number(value)] ?? '') : type === 'inlineStr' ? textOf(content) : plainOf(value)
        if (column < WIDEST && text.trim() !== '') cells[column] = quoted(text.trim())
      }
      return Array.from(cells, (cell) => cell ?? '').join('\t')
    })
    .filter((row) => row !== '')
    .join('\n')
}

function textOf(xml: string): string {
  return [...xml.replace(SPOKEN, '').matchAll(TEXT)].map(([, text = '']) => plainOf(text)).join('')
}

function quoted(text: string): string {
  return /[\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function tagsOf(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? []
}

function named(tag: string, name: string): string {
  return plainOf(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
}

/** 'C7' → 2 */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference)?.[0]
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : null
}
