import { type Sheet, type SheetCell, sheetOf } from '../../lib/sheet.ts'
import { today } from '../../lib/time.ts'
import { standingWords } from '../rules/state.ts'
import { FORGOTTEN_NAME } from '../rules/words.ts'
import type { Event, Registration } from '../schema.ts'

type Line = { readonly one: Registration; readonly event: Pick<Event, 'kind'>; readonly isOver: boolean }

const COLUMNS: readonly SheetCell<Line>[] = [
  { head: '番号', kind: 'number', cell: ({ one }) => one.number },
  { head: 'お名前', kind: 'text', cell: ({ one }) => one.name || FORGOTTEN_NAME },
  { head: 'ふりがな', kind: 'text', cell: ({ one }) => one.kana },
  { head: '会社や団体', kind: 'text', cell: ({ one }) => one.affiliation },
  { head: 'いま', kind: 'text', cell: ({ one, event, isOver }) => standingWords(one, event, isOver) },
  { head: '申し込んだ日', kind: 'date', cell: ({ one }) => today(one.createdAt) },
  { head: '受付をした日', kind: 'date', cell: ({ one }) => one.checkedInAt && today(one.checkedInAt) },
]
const FOR_THIS_ONLY =
  'この催しのことにだけ使えます。めぐりでは、終わって三か月で名前が消えます。このファイルも、そのときまでに消してください。'

/** Everybody who registered, as the page of its host lists them; no address to write to. */
export function peopleSheet(
  event: Pick<Event, 'title' | 'kind'>,
  registrations: readonly Registration[],
  isOver: boolean,
): Sheet {
  const lines = registrations.map((one) => ({ one, event, isOver }))
  return sheetOf(`申し込んだ方-${event.title}`, COLUMNS, lines, [FOR_THIS_ONLY])
}
