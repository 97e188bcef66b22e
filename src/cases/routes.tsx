import type { Call } from '../lib/web/call.ts'
import { found } from '../lib/web/errors.ts'
import { anyone, operator } from '../lib/web/guard.ts'
import { get, post, type Route } from '../lib/web/route.ts'
import { editCase, publishCase } from './actions/cases.ts'
import { CasePage } from './pages/case.tsx'
import { DeskCase, DeskCases } from './pages/desk.tsx'
import { CaseList } from './pages/list.tsx'
import { calledOf, caseById, closedCases, postedOf, readyCases } from './queries/cases.ts'
import { publishedCase, publishedCases, similarCases } from './queries/published.ts'
import { elsewhereRoutes } from './routes/elsewhere.ts'
import { ownRoutes } from './routes/own.tsx'
import { exposedIn } from './rules/exposed.ts'
import { addressOf, filterOf } from './rules/filter.ts'
import { caseForm } from './rules/forms.ts'

const PAGE = 20
const SIMILAR = 4
const DESK_MOST = 50

export const routes: Route[] = [
  ...elsewhereRoutes,

  get('/cases', anyone, async (call) => {
    const filter = filterOf((name) => call.query(name))
    const page = Math.max(1, Math.min(1000, Math.trunc(Number(call.query('page'))) || 1))
    const { total, rows } = await call.read((tx) => publishedCases(tx, filter, { size: PAGE, number: page }))
    return call.page(
      <CaseList
        rows={rows}
        total={total}
        filter={filter}
        page={page}
        pages={Math.ceil(total / PAGE)}
        href={(number) => addressOf(filter, number)}
      />,
    )
  }),

  get('/cases/:caseId', anyone, async (call) => {
    const id = call.id('caseId')
    const { row, similar } = await call.read(async (tx) => {
      const row = found(await publishedCase(tx, id))
      return {
        row,
        similar: await similarCases(tx, row.shownCodes, row.shownIndustry, row.shownPrefecture, SIMILAR, id),
      }
    })
    return call.page(<CasePage row={row} similar={similar} />, { reference: `事例 ${row.number}` })
  }),

  get('/desk/cases', operator, async (call) => {
    const lists = await call.read(async (tx) => ({
      ready: await readyCases(tx),
      closed: await closedCases(tx, DESK_MOST),
    }))
    return call.page(<DeskCases {...lists} />)
  }),

  get('/desk/cases/:caseId', operator, async (call) => call.page(<DeskCase {...(await deskCase(call))} />)),

  post('/desk/cases/:caseId', operator, async (call) => {
    const { row, exposed } = await deskCase(call)
    const form = call.form(caseForm)
    if (!form.ok) {
      const { values, errors } = form
      return call.page(<DeskCase row={row} exposed={exposed} values={values} errors={errors} />, { status: 422 })
    }
    return call.act(async (act) => {
      await editCase(act, row.id, call.version, form.data)
      return `/desk/cases/${row.id}`
    })
  }),

  post('/desk/cases/:caseId/publication', operator, async (call) => {
    const { row } = await deskCase(call)
    return call.act(async (act) => {
      await publishCase(act, row.id, call.version)
      return `/desk/cases/${row.id}`
    })
  }),

  ...ownRoutes,
]

async function deskCase(call: Call) {
  const id = call.id('caseId')
  return call.read(async (tx) => {
    const row = found(await caseById(tx, id))
    return { row, exposed: exposedIn(row, await calledOf(tx, row), await postedOf(tx, row)) }
  })
}
