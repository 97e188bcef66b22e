import { telephoneNumber } from '../../lib/ids.ts'
import { municipalityName, prefectureName } from '../../lib/regions.ts'
import { type Sheet, type SheetCell, sheetOf } from '../../lib/sheet.ts'
import { today } from '../../lib/time.ts'
import type { SeenCompany, SeenProject } from '../rules/consent.ts'
import { STAGES } from './companies.tsx'

type Line = { readonly company: SeenCompany; readonly project: SeenProject | null }

const COLUMNS: readonly SheetCell<Line>[] = [
  { head: '企業', kind: 'text', cell: ({ company }) => company.name },
  { head: '都道府県', kind: 'text', cell: ({ company }) => prefectureName(company.prefecture) },
  {
    head: '市区町村',
    kind: 'text',
    cell: ({ company: { municipality } }) => municipality && municipalityName(municipality),
  },
  { head: '見られる日まで', kind: 'date', cell: ({ company: { until } }) => until && today(until) },
  { head: '案件', kind: 'text', cell: ({ project }) => project && telephoneNumber(project.number) },
  { head: 'いま', kind: 'text', cell: ({ project }) => project && STAGES[project.stage][0] },
  { head: 'この段階の日', kind: 'date', cell: ({ project }) => project && today(project.since) },
]

/** What the page shows: a line for each project, and one for a company without any. */
export function companiesSheet(companies: readonly SeenCompany[]): Sheet {
  const lines = companies.flatMap((company): Line[] =>
    company.projects.length === 0
      ? [{ company, project: null }]
      : company.projects.map((project) => ({ company, project })),
  )
  return sheetOf('わたしたちの企業', COLUMNS, lines)
}
