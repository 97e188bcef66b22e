/** A date is a legal day; text in a column of figures is what stands instead of one. null: empty. */
export type SheetValue = string | number | null

export type SheetKind = 'text' | 'number' | 'yen' | 'date'

export type SheetColumn = { readonly head: string; readonly kind: SheetKind }

/** A table as it leaves the program, whichever kind of file it becomes. */
export type Sheet = {
  /** Names the file and the tab. */
  readonly title: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly SheetValue[])[]
  /** Lines under the table. */
  readonly notes: readonly string[]
}

/** How a row gives the cells of a column. */
export type SheetCell<Row> = SheetColumn & { readonly cell: (row: Row) => SheetValue | undefined }

/** A list as a table. */
export function sheetOf<Row>(
  title: string,
  columns: readonly SheetCell<Row>[],
  rows: readonly Row[],
  notes: readonly string[] = [],
): Sheet {
  return {
    title,
    columns: columns.map(({ head, kind }) => ({ head, kind })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row) ?? null)),
    notes,
  }
}

/** The same table for a CSV: heads, rows, and the notes after an empty line. */
export function plainRows({ columns, rows, notes }: Sheet): SheetValue[][] {
  const under = notes.length > 0 ? [[], ...notes.map((note) => [note])] : []
  return [columns.map(({ head }) => head), ...rows.map((row) => [...row]), ...under]
}
