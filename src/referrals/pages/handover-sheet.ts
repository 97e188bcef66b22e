import { type Sheet, type SheetCell, sheetOf } from '../../lib/sheet.ts'
import { today } from '../../lib/time.ts'
import { historySpan, PART_WORDS, PARTS, type Pack, type Part } from '../rules/handover.ts'
import type { HandoverReceipt } from '../schema.ts'

type Row = {
  readonly part: Part
  readonly day?: string
  readonly title: string
  readonly words?: string | null
  readonly phone?: string | null
}

const ROWS: Readonly<Record<Part, (pack: Pack) => readonly Omit<Row, 'part'>[]>> = {
  matters: ({ matters }) => matters,
  promises: ({ promises }) => promises,
  contacts: ({ contacts }) =>
    contacts.map(({ firm, contact, phone }) => ({ title: firm, words: contact && `${contact}さん`, phone })),
  history: ({ history }) => history,
  calendar: ({ calendar }) => calendar,
}

/** Every part of a pack, one under the other, each with the day on which it was taken over. */
export function handoverSheet(title: string, words: string, pack: Pack, receipts: readonly HandoverReceipt[]): Sheet {
  const receivedOn = new Map(receipts.map(({ part, acknowledgedAt }) => [part, today(acknowledgedAt)]))
  const columns: readonly SheetCell<Row>[] = [
    { head: '部分', kind: 'text', cell: ({ part }) => PART_WORDS[part] },
    { head: '日', kind: 'date', cell: ({ day }) => day },
    { head: 'こと', kind: 'text', cell: ({ title: what }) => what },
    { head: 'いまのこと・担当の方', kind: 'text', cell: (row) => row.words },
    { head: '電話', kind: 'text', cell: ({ phone }) => phone },
    { head: '受け取った日', kind: 'date', cell: ({ part }) => receivedOn.get(part) },
  ]
  const rows = PARTS.flatMap((part) => ROWS[part](pack).map((row) => ({ part, ...row })))
  const notes = [
    ...(words ? [`申し送り：${words}`] : []),
    `${PART_WORDS.history}は、${historySpan(pack.history.length)}`,
  ]
  return sheetOf(title, columns, rows, notes)
}
