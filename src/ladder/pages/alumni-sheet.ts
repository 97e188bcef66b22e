import { prefectureName } from '../../lib/regions.ts'
import { type Sheet, type SheetCell, sheetOf } from '../../lib/sheet.ts'
import { lastDayUntil, monthName, today } from '../../lib/time.ts'
import type { Alumnus } from '../rules/sharing.ts'
import { STEPS } from '../rules/steps.ts'

const COLUMNS: readonly SheetCell<Alumnus>[] = [
  { head: '名前', kind: 'text', cell: ({ familyName, givenName }) => `${familyName} ${givenName}` },
  {
    head: 'お住まい',
    kind: 'text',
    cell: ({ prefecture }) => (prefecture === null ? null : prefectureName(prefecture)),
  },
  ...STEPS.map(
    ({ id, name }): SheetCell<Alumnus> => ({
      head: name,
      kind: 'text',
      cell: ({ taken }) => {
        const since = taken.get(id)
        return since ? monthName(today(since)) : taken.has(id) ? 'はい' : null
      },
    }),
  ),
  { head: '名前を使える日まで', kind: 'date', cell: ({ until }) => until && lastDayUntil(until) },
]
export const USE_OF_NAMES =
  'ここの名前は、便りと催しの案内のほかには使えません。企業や、ほかの部署に渡すこともできません。'
const NEW_EACH_TIME =
  '受け取った日に、伝えてよいと決めていた方です。やめた方は一覧からすぐに消えます。使う前に、新しい一覧を受け取ってください。'

/** 地域の仲間 as the page lists them: who lets this partner know the name on the day of the file. */
export function alumniSheet(alumni: readonly Alumnus[]): Sheet {
  return sheetOf('地域の仲間', COLUMNS, alumni, [USE_OF_NAMES, NEW_EACH_TIME])
}
