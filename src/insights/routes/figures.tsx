import { dayOfMonth } from '../../law/dates.ts'
import { csvHeaders } from '../../lib/csv.ts'
import { legalDate } from '../../lib/time.ts'
import { found } from '../../lib/web/errors.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, type Route } from '../../lib/web/route.ts'
import { formatOf, sheetAnswer } from '../../lib/web/sheet-answer.ts'
import { Circulation } from '../pages/circulation.tsx'
import { DataPage } from '../pages/data.tsx'
import { Insights } from '../pages/insights.tsx'
import { trail } from '../queries/circulation.ts'
import { allReleases, newestRelease, releaseFile, releaseOf } from '../queries/releases.ts'
import { type Released, releaseName } from '../rules/figures.ts'
import { AREAS, TABLES, type TableName, USUAL_HEADS } from '../rules/tables.ts'

/** Nothing here counts anything: what a release says is all that there is to read until the next one. */
export const figureRoutes: Route[] = [
  get('/insights', anyone, async (call) => {
    const map = call.query('map') === 'tiles' ? 'tiles' : 'shapes'
    const area = AREAS.find((one) => one === call.query('area')) ?? 'all'
    return call.page(<Insights release={await call.read(newestRelease)} map={map} area={area} />)
  }),

  get('/insights/data', anyone, async (call) => call.page(<DataPage releases={await call.read(allReleases)} />)),

  get('/insights/data/:month/:file', anyone, async (call) => {
    const [month, name] = [call.param('month'), call.param('file')]
    const last = found(/^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? legalDate(`${month}-01`) : null)
    const until = dayOfMonth(last, 1, 1)
    const format = formatOf(call)
    const table = isTable(name) ? name.slice(0, -'.csv'.length) : null
    if (table && format && format !== 'csv') {
      const release = found(await call.read((tx) => releaseOf(tx, until)))
      return sheetAnswer(call, sheetIn(release, table as TableName), format)
    }
    const { content } = found(await call.read((tx) => releaseFile(tx, until, name)))
    const headers = table
      ? csvHeaders(`meguri-${month}-${name}`)
      : { 'content-type': 'application/json; charset=utf-8' }
    return call.c.body(content, 200, headers)
  }),

  get('/circulation', anyone, async (call) =>
    call.page(
      <Circulation
        {...(await call.read(async (tx) => ({ stops: await trail(tx), release: await newestRelease(tx) })))}
      />,
    ),
  ),

  // Where the files were before there were releases.
  ...['matches', 'prefectures', 'flows'].map((table) =>
    get(`/insights/${table}.csv`, anyone, async (call) => {
      const newest = found(await call.read(newestRelease))
      return call.c.redirect(`/insights/data/${releaseName(newest.until)}/${table}.csv`, 303)
    }),
  ),
]

const isTable = (name: string) => Object.keys(TABLES).some((table) => name === `${table}.csv`)

/** The same rows for other programs than those that read the file of the release byte for byte. */
function sheetIn(release: Released, table: TableName) {
  const { title, definition, rows } = TABLES[table]
  const [heads = [], ...rest] = rows(release)
  const columns = heads.map(
    (head) => ({ head: String(head), kind: isFigure(String(head)) ? 'number' : 'text' }) as const,
  )
  return { title, columns, rows: rest, notes: [definition] }
}

const FIGURE_HEADS: readonly string[] = ['契約数', '求める会社', '出せる人']

function isFigure(head: string): boolean {
  return [...FIGURE_HEADS, ...USUAL_HEADS].includes(head)
}
