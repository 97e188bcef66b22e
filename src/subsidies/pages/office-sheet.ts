import { fiscalYearInWords } from '../../law/fiscal-year.ts'
import { telephoneNumber } from '../../lib/ids.ts'
import { type Sheet, type SheetCell, sheetOf } from '../../lib/sheet.ts'
import { STATE_WORDS, stateOf } from '../rules/grant.ts'
import type { Budget, ShownGrant } from '../rules/office.ts'
import { subsidyOf } from '../rules/subsidies.ts'

const COLUMNS: readonly SheetCell<ShownGrant>[] = [
  { head: '番号', kind: 'text', cell: ({ grant }) => telephoneNumber(grant.number) },
  { head: '補助', kind: 'text', cell: ({ grant }) => subsidyOf(grant.subsidyId)?.name ?? grant.subsidyId },
  { head: '年度', kind: 'text', cell: ({ grant }) => fiscalYearInWords(grant.fiscalYear) },
  { head: '会社', kind: 'text', cell: ({ companyName }) => companyName },
  { head: 'いま', kind: 'text', cell: ({ grant }) => STATE_WORDS[stateOf(grant)] },
  { head: '申し込み', kind: 'date', cell: ({ grant }) => grant.appliedOn },
  { head: '見込み', kind: 'yen', cell: ({ grant }) => grant.expectedYen },
  { head: '決めた日', kind: 'date', cell: ({ grant }) => grant.decidedOn },
  { head: '決めた額', kind: 'yen', cell: ({ grant }) => grant.grantedYen },
]

/** Every application that was shown to the office, of all years, with what is left of this year's budgets under it. */
export function officeSheet(grants: readonly ShownGrant[], budgets: readonly Budget[]): Sheet {
  const notes = budgets.map(({ subsidy, fiscalYear, left }) =>
    left === null
      ? `${subsidy.name}：予算は入っていません`
      : `${subsidy.name}：${fiscalYearInWords(fiscalYear)}の残り ${left.toLocaleString('ja-JP')}円`,
  )
  return sheetOf('補助の申し込み', COLUMNS, grants, notes)
}
