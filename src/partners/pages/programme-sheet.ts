import { telephoneNumber } from '../../lib/ids.ts'
import { type Sheet, type SheetCell, sheetOf } from '../../lib/sheet.ts'
import { today } from '../../lib/time.ts'
import { STATE_WORDS, type State } from '../../projects/rules/state.ts'
import type { Programme } from '../schema.ts'

/** A project that joined a programme, as everybody may read it. */
export type ProgrammeProject = {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly company: string
  readonly state: State
  readonly publishedAt: Date | null
}

const COLUMNS: readonly SheetCell<ProgrammeProject>[] = [
  { head: '番号', kind: 'text', cell: ({ number }) => telephoneNumber(number) },
  { head: '案件', kind: 'text', cell: ({ title }) => title },
  { head: '企業', kind: 'text', cell: ({ company }) => company },
  { head: 'いま', kind: 'text', cell: ({ state }) => STATE_WORDS[state] },
  { head: '公開した日', kind: 'date', cell: ({ publishedAt }) => publishedAt && today(publishedAt) },
]

export function programmeSheet(programme: Pick<Programme, 'title'>, projects: readonly ProgrammeProject[]): Sheet {
  return sheetOf(`事業の案件-${programme.title}`, COLUMNS, projects)
}
