import { municipalityName } from '../../lib/regions.ts'
import { japaneseDate, type LegalDate } from '../../lib/time.ts'
import type { EvidenceItem } from './evidence.ts'

const STATES: Readonly<Record<EvidenceItem['state'], string>> = { there: 'あり', partly: '一部', missing: 'まだ' }

type Row = readonly (string | number | null)[]
type Month = {
  readonly month: string
  readonly hours: number
  readonly done: string
  readonly confirmedAt: Date | null
  readonly visits: readonly { readonly visitedOn: string; readonly municipality: string }[]
}

/** The list that lies on top of everything. */
export function evidenceRows(items: readonly EvidenceItem[]): Row[] {
  return [
    ['出すもの', 'そろい方', 'ようす'],
    ...items.map(({ what, state, sentence }) => [what, STATES[state], sentence]),
  ]
}

/** Month by month: hours, what was done, whether the company confirmed it. */
export function monthRows(months: readonly Month[]): Row[] {
  const rows = months.map(({ month, hours, done, confirmedAt }) => [
    ...[month.slice(0, 7), hours, done, confirmedAt ? '確かめました' : 'まだ'],
  ])
  return [['月', '時間', 'したこと', '会社の確認'], ...rows]
}

export function visitRows(months: readonly Month[]): Row[] {
  const days = months.flatMap(({ visits }) => visits).toSorted((a, b) => (a.visitedOn < b.visitedOn ? -1 : 1))
  const rows = days.map(({ visitedOn, municipality }) => [
    ...[japaneseDate(visitedOn as LegalDate), municipalityName(municipality) ?? municipality],
  ])
  return [['訪れた日', '場所'], ...rows]
}
