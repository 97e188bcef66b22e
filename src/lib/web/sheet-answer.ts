import type { VNode } from 'preact'
import { csv, csvLines } from '../csv.ts'
import { plainRows, type Sheet } from '../sheet.ts'
import { today } from '../time.ts'
import type { Call, PageOptions } from './call.ts'
import { disposition } from './to-keep.ts'

/** What a list may be taken as, by the words that stand in an address: `?format=xlsx`. */
const SHEET_FORMATS = ['xlsx', 'csv', 'sjis'] as const
export type SheetFormat = (typeof SHEET_FORMATS)[number]

/** A list as its page or, where the address asks for it, as a file: the same guard, the same rows. */
export async function pageOrSheet(
  call: Call,
  page: () => VNode,
  sheet: () => Sheet,
  options: PageOptions = {},
): Promise<Response> {
  const format = formatOf(call)
  return format ? sheetAnswer(call, sheet(), format) : call.page(page(), options)
}

export function formatOf(call: Call): SheetFormat | null {
  return SHEET_FORMATS.find((format) => format === call.query('format')) ?? null
}

export async function sheetAnswer(call: Call, sheet: Sheet, format: SheetFormat): Promise<Response> {
  const { end, type, content } = await fileOf(sheet, format)
  return call.c.body(new Uint8Array(content), 200, {
    'content-type': type,
    'content-disposition': disposition(`${sheet.title}-${today(call.now)}.${end}`, `meguri.${end}`),
  })
}

type File = { readonly end: string; readonly type: string; readonly content: Uint8Array }

async function fileOf(sheet: Sheet, format: SheetFormat): Promise<File> {
  if (format === 'xlsx') {
    const { xlsx } = await import('../sheet/xlsx.ts')
    return {
      end: 'xlsx',
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content: await xlsx(sheet),
    }
  }
  if (format === 'csv') {
    return { end: 'csv', type: 'text/csv; charset=utf-8', content: Buffer.from(csv(plainRows(sheet))) }
  }
  return { end: 'csv', type: 'text/csv; charset=Shift_JIS', content: await shiftJis(sheet) }
}

/** Shift_JIS has not every sign: what is missing is marked where it stood, and told under the table. */
async function shiftJis(sheet: Sheet): Promise<Uint8Array> {
  const { codePoints, MISSING_SIGN, toShiftJis } = await import('../sheet/shift-jis.ts')
  const { bytes, missing } = toShiftJis(csvLines(plainRows(sheet)))
  if (missing.length === 0) return bytes
  const which = [...new Set(missing)].map(codePoints).join('、')
  const told = `Shift_JISにない文字が${missing.length}字あり、${MISSING_SIGN}か似た字に置きかえました（${which}）。正しい字は.xlsxかUTF-8のCSVにあります。`
  return Buffer.concat([bytes, toShiftJis(csvLines([[], [told]])).bytes])
}
