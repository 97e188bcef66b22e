import { japaneseDate, monthName, today } from '../../lib/time.ts'
import { said } from '../../ui/charts/chart.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { SheetLinks } from '../../ui/sheet-links.tsx'
import { monthsBefore } from '../rules/cells.ts'
import { figureIn, type Released, releaseName } from '../rules/figures.ts'
import { TABLES, type TableName } from '../rules/tables.ts'

export const UNIT = '件'

/** What still stands as an earlier release said it. */
export function Older({ release, keys }: { release: Released; keys: readonly { key: string; name: string }[] }) {
  const older = Map.groupBy(
    keys.flatMap(({ key, name }) => {
      const until = figureIn(release.figures, key)?.until
      return until ? [{ until, name }] : []
    }),
    ({ until }) => until,
  )
  if (older.size === 0) return null
  return (
    <details class="chart-table">
      <summary>前の公表のままの数があります</summary>
      {[...older].map(([until, names]) => (
        <p key={until}>
          {`${monthName(releaseName(until))}までの数のまま：${names.map(({ name }) => name).join('、')}`}
        </p>
      ))}
    </details>
  )
}

type NoteProps = { table: TableName; also?: readonly TableName[]; release: Released }

/** Of how many and when it was counted; behind it how, and the same figures as files. */
export function Note({ table, also = [], release }: NoteProps) {
  const { until, figures, madeAt } = release
  const name = releaseName(until)
  const all = figureIn(figures, 'all')
  const companies = figureIn(figures, 'companies')
  const first = monthsBefore(until)[0]!.slice(0, 7)
  const whole = `${said(all?.value ?? null, UNIT)}${companies ? `（${companies.value}社以上）` : ''}`
  return (
    <div class="figure-note">
      <p>
        <Phrase>{`対象：${monthName(first)}から${monthName(name)}まで　${whole}。計算した日：${japaneseDate(today(madeAt))}`}</Phrase>
      </p>
      <details class="chart-table">
        <summary>数え方と、数字のファイル</summary>
        <p>{TABLES[table].definition}</p>
        <SheetLinks href={`/insights/data/${name}/${table}.csv`} of={`${TABLES[table].title}の数字`} print={false} />
        {also.map((one) => (
          <p key={one}>
            <a href={`/insights/data/${name}/${one}.csv`} download>
              {`${TABLES[one].title}（CSV）`}
            </a>
          </p>
        ))}
      </details>
    </div>
  )
}
