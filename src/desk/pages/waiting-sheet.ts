import { type Sheet, type SheetCell, sheetOf } from '../../lib/sheet.ts'
import { today } from '../../lib/time.ts'
import { linesOf, type Waiting, type WaitingLine } from '../rules/waiting.ts'

const COLUMNS: readonly SheetCell<WaitingLine>[] = [
  { head: '待ちはじめた日', kind: 'date', cell: ({ since }) => today(since) },
  { head: '待っていること', kind: 'text', cell: ({ kind }) => kind },
  { head: '企業・案件', kind: 'text', cell: ({ what }) => what },
  { head: '期限', kind: 'date', cell: ({ by }) => by },
]

export function waitingSheet(waiting: Waiting): Sheet {
  return sheetOf('事務局で待っていること', COLUMNS, linesOf(waiting))
}
