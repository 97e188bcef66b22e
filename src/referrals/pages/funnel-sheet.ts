import { type Sheet, type SheetCell, sheetOf } from '../../lib/sheet.ts'
import type { LegalDate } from '../../lib/time.ts'
import { AGREED, callsKept, type FunnelLine, funnelOf, STEP_WORDS } from '../rules/funnel.ts'
import { type ByPartner, endedWords, lateWords } from './funnel.tsx'

const COLUMNS: readonly SheetCell<FunnelLine>[] = [
  { head: '段階', kind: 'text', cell: ({ step }) => STEP_WORDS[step] },
  { head: '社数', kind: 'number', cell: ({ count }) => count },
  { head: '前の段階から（%）', kind: 'number', cell: ({ percent }) => percent },
  { head: 'かかった日数', kind: 'number', cell: ({ days }) => days },
]

/** From the slip to the contract, as the page of the partner tells it. */
export function funnelSheet(lines: readonly FunnelLine[], kept: ReturnType<typeof callsKept>, ended: number): Sheet {
  return sheetOf('契約までのあゆみ', COLUMNS, lines, [endedWords(ended), lateWords(kept)])
}

/** For the desk: the same for each partner, in one row. */
export function partnersSheet(partners: readonly ByPartner[], day: LegalDate): Sheet {
  const lines = partners.map(({ partner, referrals, reached }) => ({
    ...{ partner, steps: funnelOf(reached, 0, AGREED), kept: callsKept(referrals, day) },
  }))
  type Line = (typeof lines)[number]
  const columns: SheetCell<Line>[] = [
    { head: '提携先', kind: 'text', cell: ({ partner }) => partner },
    ...AGREED.flatMap((step, at): SheetCell<Line>[] => [
      { head: STEP_WORDS[step], kind: 'number', cell: ({ steps }) => steps[at]!.count },
      ...(at === 0
        ? []
        : [{ head: `そこまでの日数`, kind: 'number', cell: ({ steps }) => steps[at]!.days } satisfies SheetCell<Line>]),
    ]),
    { head: '約束の日が来た電話', kind: 'number', cell: ({ kept }) => kept.due },
    { head: 'そのうち約束の日までの電話', kind: 'number', cell: ({ kept }) => kept.inTime },
  ]
  return sheetOf('提携先ごとのお取次ぎ', columns, lines, ['日数は前の段階からの日の、まん中の値です。'])
}
