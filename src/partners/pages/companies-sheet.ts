import { telephoneNumber } from '../../lib/ids.ts'
import { municipalityName, prefectureName } from '../../lib/regions.ts'
import { type Sheet, type SheetCell, sheetOf } from '../../lib/sheet.ts'
import { today } from '../../lib/time.ts'
import { OUTCOME_WORDS } from '../../works/rules/reviews.ts'
import { FIELD_WORDS, FIELDS, type Field, type SeenCompany } from '../rules/consent.ts'
import { type Line, linesOf, STAGES } from '../rules/lines.ts'

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

/** What a company allows; columns that none allows are left out. */
const MORE: Readonly<Record<Field, SheetCell<Line>>> = {
  titles: { head: FIELD_WORDS.titles, kind: 'text', cell: ({ project }) => project?.title },
  fee: { head: `${FIELD_WORDS.fee}（月、円）`, kind: 'number', cell: ({ project }) => project?.fee },
  result: {
    ...{ head: FIELD_WORDS.result, kind: 'text' },
    cell: ({ project }) => project?.outcome && OUTCOME_WORDS[project.outcome],
  },
}

/** What the page shows: a line for each project, and one for a company without any. */
export function companiesSheet(companies: readonly SeenCompany[]): Sheet {
  const allowed = FIELDS.filter((field) => companies.some(({ fields }) => fields.includes(field)))
  return sheetOf('わたしたちの企業', [...COLUMNS, ...allowed.map((field) => MORE[field])], linesOf(companies))
}
