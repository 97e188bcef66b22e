import { type Sheet, type SheetCell, sheetOf } from '../../lib/sheet.ts'
import { today } from '../../lib/time.ts'
import { STATE_WORDS, stateOf } from '../rules/state.ts'
import { KIND_WORDS, whereInWords } from '../rules/words.ts'
import type { Event } from '../schema.ts'

type Counted = { readonly meant: number; readonly came: number }
type Line = { readonly event: Event; readonly state: string; readonly counted: Counted | undefined }

const COLUMNS: readonly SheetCell<Line>[] = [
  { head: '催し', kind: 'text', cell: ({ event }) => event.title },
  { head: '開き方', kind: 'text', cell: ({ event }) => KIND_WORDS[event.kind] },
  { head: '場所', kind: 'text', cell: ({ event }) => whereInWords(event) },
  { head: '始まる日', kind: 'date', cell: ({ event }) => today(event.beginsAt) },
  { head: '終わる日', kind: 'date', cell: ({ event }) => today(event.endsAt) },
  { head: 'いま', kind: 'text', cell: ({ state }) => state },
  { head: '定員', kind: 'number', cell: ({ event }) => event.capacity },
  { head: '申し込んだ方', kind: 'number', cell: ({ counted }) => counted?.meant ?? 0 },
  { head: '受付をした方', kind: 'number', cell: ({ counted }) => counted?.came ?? 0 },
]

/** All events of one host, the last to come first, with how many registered and came; nobody's name. */
export function eventsSheet(events: readonly Event[], counted: ReadonlyMap<string, Counted>, now: Date): Sheet {
  const lines = events.map((event) => ({
    ...{ event, state: STATE_WORDS[stateOf(event, now)], counted: counted.get(event.id) },
  }))
  return sheetOf('催し', COLUMNS, lines, ['申し込んだ方に、取り消した方と見送った方は入りません。'])
}
