/** Excel takes a file for UTF-8 only when it begins so. */
const BOM = '\ufeff'

/** A table as CSV (RFC 4180), UTF-8 with a byte order mark; null is an empty cell. */
export function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  return BOM + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(value: string | number | null): string {
  const text = String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The headers of a download that is the same for everybody. */
export function csvHeaders(name: string): Record<string, string> {
  return {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  }
}
