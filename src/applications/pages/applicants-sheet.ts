import { type Sheet, type SheetCell, sheetOf } from '../../lib/sheet.ts'
import { today } from '../../lib/time.ts'
import { applicationNumber, stateOf } from '../rules/state.ts'
import { WORDS } from '../rules/words.ts'
import type { Applied } from './applicants.tsx'

const COLUMNS: readonly SheetCell<Applied>[] = [
  { head: '応募', kind: 'text', cell: ({ application }) => applicationNumber(application) },
  { head: 'いま', kind: 'text', cell: ({ application }) => WORDS.company[stateOf(application)] },
  { head: '届いた日', kind: 'date', cell: ({ application: { sentAt } }) => sentAt && today(sentAt) },
  { head: '返事の約束の日', kind: 'date', cell: ({ application: { answerBy } }) => answerBy && today(answerBy) },
  { head: 'ひとこと', kind: 'text', cell: ({ card }) => card?.headline ?? 'プロフィールは見られなくなりました' },
  { head: '住む都道府県', kind: 'text', cell: ({ card }) => card?.prefecture ?? null },
  { head: 'できる仕事', kind: 'text', cell: ({ card }) => card?.codes.map(({ name }) => name).join('、') },
  { head: '使える時間', kind: 'text', cell: ({ card }) => card?.hours ?? null },
  { head: 'お礼の希望', kind: 'text', cell: ({ card }) => card?.fee ?? null },
  { head: '合うところ', kind: 'text', cell: ({ card, reason }) => card && reason },
]

/** What the cards of the list show, without names and without what anybody wrote to this company. */
export function applicantsSheet(number: string, applicants: readonly Applied[]): Sheet {
  return sheetOf(`届いた応募 ${number}`, COLUMNS, applicants)
}
