import { telephoneNumber } from '../../lib/ids.ts'
import { type Sheet, type SheetCell, sheetOf } from '../../lib/sheet.ts'
import { type LegalDate, today } from '../../lib/time.ts'
import { type Reached, STEP_WORDS, STEPS } from '../rules/funnel.ts'
import { stateOf } from '../rules/slip.ts'
import type { Referral } from '../schema.ts'
import { STATES } from './list.tsx'

type Line = { readonly referral: Referral; readonly reached: Reached; readonly day: LegalDate }

const COLUMNS: readonly SheetCell<Line>[] = [
  { head: '番号', kind: 'text', cell: ({ referral }) => telephoneNumber(referral.number) },
  { head: '会社', kind: 'text', cell: ({ referral }) => referral.firm },
  { head: 'いま', kind: 'text', cell: ({ referral, day }) => STATES[stateOf(referral, day)][0] },
  { head: '最初の電話の期限', kind: 'date', cell: ({ referral }) => referral.callBy },
  ...STEPS.map(
    (step): SheetCell<Line> => ({
      head: STEP_WORDS[step],
      kind: 'date',
      cell: ({ reached }) => reached[step] && today(reached[step]),
    }),
  ),
]

/** Those that go on, as the page lists them, with the day of each step; of what a company ended there is no line. */
export function referralsSheet(referrals: readonly Referral[], reached: readonly Reached[], day: LegalDate): Sheet {
  const lines = referrals.map((referral, at) => ({ referral, reached: reached[at]!, day }))
  return sheetOf('お取次ぎ', COLUMNS, lines)
}
