/** Excel takes a file for UTF-8 only when it begins so. */
const BOM = '\ufeff'

type Rows = readonly (readonly (string | number | null)[])[]

/** A table as CSV (RFC 4180), UTF-8 with a byte order mark; null is an empty cell. */
export function csv(rows: Rows): string {
  return BOM + csvLines(rows)
}

/** The same without the mark, for another encoding. */
export function csvLines(rows: Rows): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/**
 * A text that begins like a formula is one to a spreadsheet program, and may send what stands beside it elsewhere. An
 * apostrophe makes it text again (OWASP, "CSV Injection"; Japanese Excel takes the wide signs too). Numbers stay numbers.
 */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/

function cell(value: string | number | null): string {
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The headers of a download that is the same for everybody. */
export function csvHeaders(name: string): Record<string, string> {
  return {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  }
}
