import { inFives } from '../../lib/few.ts'
import { prefectureName } from '../../lib/regions.ts'
import { type Sheet, type SheetCell, sheetOf } from '../../lib/sheet.ts'
import { japaneseDate, type LegalDate, lastDayUntil, monthName, today } from '../../lib/time.ts'
import type { Alumnus } from '../rules/sharing.ts'
import { STEPS, type Step } from '../rules/steps.ts'

const COLUMNS: readonly SheetCell<Alumnus>[] = [
  { head: '名前', kind: 'text', cell: ({ familyName, givenName }) => `${familyName} ${givenName}` },
  {
    head: 'お住まい',
    kind: 'text',
    cell: ({ prefecture }) => (prefecture === null ? null : prefectureName(prefecture)),
  },
  { head: '紹介した団体', kind: 'text', cell: ({ from }) => from },
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

const STEP_COLUMNS: readonly SheetCell<readonly [Step, string, string, string]>[] = [
  { head: '段階', kind: 'text', cell: ([, name]) => name },
  { head: '決まり', kind: 'text', cell: ([, , how]) => how },
  { head: '人数', kind: 'text', cell: ([, , , people]) => people },
]

/** How many had taken each step when the month began, as the page tells it: in fives, and none below. */
export function stepsSheet(counted: ReadonlyMap<Step, number>, commended: number, since: LegalDate): Sheet {
  const rows = STEPS.map(({ id, name, how }) => [id, name, how, peopleInWords(counted.get(id) ?? 0)] as const)
  return sheetOf('関係人口の段階', STEP_COLUMNS, rows, [
    sinceInWords(since),
    `ほかの地域から紹介された方：${peopleInWords(commended)}`,
  ])
}

export function sinceInWords(since: LegalDate): string {
  return `${japaneseDate(since)}の人数です。5人ごとに数え、5人より少ないときは出しません。`
}

export function peopleInWords(people: number): string {
  const told = inFives(people)
  return told === null ? '5人より少ない' : `${told}人以上`
}

/** 地域の仲間 as the page lists them: who lets this partner know the name on the day of the file. */
export function alumniSheet(alumni: readonly Alumnus[]): Sheet {
  return sheetOf('地域の仲間', COLUMNS, alumni, [USE_OF_NAMES, NEW_EACH_TIME])
}
