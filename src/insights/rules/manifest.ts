import { createHash } from 'node:crypto'
import { csv } from '../../lib/csv.ts'
import type { LegalDate } from '../../lib/time.ts'
import { MONTHS } from './cells.ts'
import { releaseName } from './figures.ts'
import type { Figures } from './released.ts'
import { TABLES, type TableName, WITHHELD_MARK } from './tables.ts'
import { LEAST_COMPANIES } from './withhold.ts'

/** Which version of the rules of this folder counts: one more when a figure would come out otherwise. */
export const COUNTING = 2

export const LICENCE = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/deed.ja' } as const
/** How whoever uses the figures names their source. */
export const CREDIT = '出典：めぐり「めぐりのようす」'
export const MANIFEST = 'manifest.json'

type File = { readonly name: string; readonly content: string }

/** All files of a release, the last one a manifest with the others' sums. */
export function filesOf(figures: Figures, until: LegalDate, madeAt: Date): File[] {
  const release = releaseName(until)
  const names = Object.keys(TABLES) as TableName[]
  const tables = names.map((name) => {
    const { title, definition, rows } = TABLES[name]
    const [columns, ...rest] = rows({ figures, until })
    return { name, title, definition, columns: columns!, rows: rest }
  })
  const files = [
    ...tables.map(({ name, columns, rows }) => ({ name: `${name}.csv`, content: csv([columns, ...rows]) })),
    { name: 'figures.json', content: json({ release, tables }) },
  ]
  const manifest = {
    ...{ title: 'めぐりのようす', release, months: MONTHS, until, madeAt: madeAt.toISOString(), counting: COUNTING },
    ...{ licence: LICENCE, credit: CREDIT, withheld: WITHHELD_MARK, leastCompanies: LEAST_COMPANIES },
    tables: tables.map(({ name, title, definition, columns }) => ({ name, title, definition, columns })),
    files: files.map(({ name, content }) => ({ name, bytes: Buffer.byteLength(content), sha256: sha256(content) })),
  }
  return [...files, { name: MANIFEST, content: json(manifest) }]
}

export function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex')
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`
}
