import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import type { CellObject, Feature, SheetData } from 'write-excel-file/node'
import type { Sheet, SheetKind, SheetValue } from '../sheet.ts'

const FONT = '游ゴシック'
const FORMATS: Readonly<Record<Exclude<SheetKind, 'text'>, string>> = {
  ...{ number: '#,##0', yen: '#,##0"円"', date: 'yyyy/mm/dd' },
}
/** In half-width letters. */
const WIDTH = { least: 6, most: 48 }
const SHEET_NAME_LETTERS = 31

/** A real .xlsx: dates are dates, figures figures; its heads stay in sight, and it prints on A4 across, with the heads on each page. */
export async function xlsx(sheet: Sheet): Promise<Uint8Array> {
  // A package that only this needs: a start does not wait for it.
  const { default: write } = await import('write-excel-file/node')
  const name = sheetName(sheet.title)
  const heads: SheetData[number] = sheet.columns.map(({ head, kind }) => ({
    value: head,
    type: String,
    fontWeight: 'bold',
    wrap: true,
    backgroundColor: '#E7EFE9',
    bottomBorderStyle: 'thin',
    align: isFigure(kind) ? 'right' : 'left',
  }))
  const rows = sheet.rows.map((row) => row.map((value, at) => cell(value, sheet.columns[at]?.kind ?? 'text')))
  const notes = sheet.notes.map((note) => [{ value: note, type: String } as const])
  const data: SheetData = [heads, ...rows, ...(notes.length > 0 ? [[], ...notes] : [])]
  return write(
    data,
    {
      sheet: name,
      orientation: 'landscape',
      stickyRowsCount: 1,
      columns: sheet.columns.map(({ head }, at) => ({ width: widthOf([head, ...sheet.rows.map((row) => row[at])]) })),
    },
    { fontFamily: FONT, fontSize: 11, features: [printing(name)] },
  ).toBuffer()
}

function cell(value: SheetValue | undefined, kind: SheetKind): CellObject | null {
  if (value === null || value === undefined || value === '') return null
  const style = { alignVertical: 'top', wrap: kind === 'text' } as const
  if (kind === 'date' && typeof value === 'string') {
    return { ...style, value: new Date(`${value}T00:00:00Z`), type: Date, format: FORMATS.date }
  }
  if (typeof value === 'number') {
    return { ...style, value, type: Number, ...(kind !== 'text' && { format: FORMATS[kind] }) }
  }
  // Written as text, so that a program neither computes a formula nor turns a number with a nought before it into one.
  return { ...style, value, type: String, format: '@', ...(isFigure(kind) && { align: 'right' }) }
}

function isFigure(kind: SheetKind): boolean {
  return kind === 'number' || kind === 'yen'
}

/** As wide as the widest line of a cell, within reason. */
function widthOf(values: readonly (SheetValue | undefined)[]): number {
  const lengths = values.flatMap((value) => String(value ?? '').split('\n')).map(halfWidths)
  return Math.min(WIDTH.most, Math.max(WIDTH.least, ...lengths) + 2)
}

function halfWidths(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u00ff' && !/[\uff61-\uff9f]/.test(letter) ? 2 : 1), 0)
}

/** Excel refuses some signs in the name of a tab. */
function sheetName(title: string): string {
  return title.replace(/[[\]/\\:*?']/g, ' ').slice(0, SHEET_NAME_LETTERS)
}

/** As wide as the paper and as long as it gets, the heads on every page. */
function printing(name: string): Feature<Buffer | Stream | Blob> {
  const heads = `<definedName name="_xlnm.Print_Titles" localSheetId="0">'${escaped(name)}'!$1:$1</definedName>`
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml) =>
            /<definedNames\b/.test(xml)
              ? xml.replace(
                  /<definedNames\s*\/>|<definedNames><\/definedNames>/,
                  `<definedNames>${heads}</definedNames>`,
                )
              : xml.replace(/<\/sheets>/, `</sheets><definedNames>${heads}</definedNames>`),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) => xml.replace(/(<worksheet\b[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
          transformElementAttributes: (tag, attributes) =>
            tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
        },
      },
    },
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
