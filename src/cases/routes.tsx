import { isId } from '../lib/ids.ts'
import { found } from '../lib/web/errors.ts'
import { anyone, operator } from '../lib/web/guard.ts'
import { get, post, type Route } from '../lib/web/route.ts'
import { currentSearch } from '../projects/actions/search.ts'
import { editCase, publishCase } from './actions/cases.ts'
import { CasePage } from './pages/case.tsx'
import { CaseComparison } from './pages/comparison.tsx'
import { DeskCase, DeskCases } from './pages/desk.tsx'
import { CaseList } from './pages/list.tsx'
import { closedCases, readyCases } from './queries/cases.ts'
import { causeCounts } from './queries/failures.ts'
import { publishedCase, publishedCasesIn, similarCases } from './queries/published.ts'
import { publishedStory } from './queries/stories.ts'
import { deskCase } from './routes/desk-case.ts'
import { elsewhereRoutes } from './routes/elsewhere.ts'
import { followingRoutes } from './routes/following.tsx'
import { ownRoutes } from './routes/own.tsx'
import { storyRoutes } from './routes/stories.tsx'
import { tellingRoutes } from './routes/telling.tsx'
import { ANY_FAILURE, addressOf, filterOf } from './rules/filter.ts'
import { caseForm } from './rules/forms.ts'
import { answerCases } from './rules/search.ts'

const PAGE = 20
const SIMILAR = 4
const COMPARED = 3
const DESK_MOST = 20

export const routes: Route[] = [
  ...elsewhereRoutes,

  get('/cases', anyone, async (call) => {
    const filter = filterOf((name) => call.query(name))
    const page = Math.max(1, Math.min(1000, Math.trunc(Number(call.query('page'))) || 1))
    const shelves = await currentSearch(call.deps.db)
    const { ids, count: total, taken } = answerCases(shelves, filter, (page - 1) * PAGE, PAGE)
    const rows = await call.read((tx) => publishedCasesIn(tx, ids))
    const counts = filter.outcome === ANY_FAILURE ? await call.readAsSystem(causeCounts) : null
    return call.page(
      <CaseList
        rows={rows}
        total={total}
        filter={filter}
        taken={taken}
        counts={counts}
        page={page}
        pages={Math.ceil(total / PAGE)}
        href={(number) => addressOf(filter, number)}
      />,
    )
  }),

  get('/cases/comparison', anyone, async (call) => {
    const asked = (call.query('ids') ?? '').split(',').filter(isId)
    const ids = [...new Set(asked)].slice(0, COMPARED)
    const rows = await call.read((tx) => publishedCasesIn(tx, ids))
    return call.page(<CaseComparison rows={rows} />)
  }),

  get('/cases/:caseId', anyone, async (call) => {
    const id = call.id('caseId')
    const { row, similar, told } = await call.read(async (tx) => {
      const row = found(await publishedCase(tx, id))
      return {
        row,
        told: await publishedStory(tx, id),
        similar: await similarCases(tx, row.shownCodes, row.shownIndustry, row.shownPrefecture, SIMILAR, id),
      }
    })
    return call.page(<CasePage row={row} similar={similar} story={told} />, { reference: `事例 ${row.number}` })
  }),

  get('/desk/cases', operator, async (call) => {
    const lists = await call.read(async (tx) => ({
      ready: await readyCases(tx),
      ...(await closedCases(tx, DESK_MOST)),
    }))
    return call.page(<DeskCases {...lists} />)
  }),

  get('/desk/cases/:caseId', operator, async (call) => call.page(<DeskCase {...(await deskCase(call))} />)),

  post('/desk/cases/:caseId', operator, async (call) => {
    const seen = await deskCase(call)
    const { row } = seen
    const form = call.form(caseForm)
    if (!form.ok) {
      const { values, errors } = form
      return call.page(<DeskCase {...seen} values={values} errors={errors} />, { status: 422 })
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

  ...followingRoutes,
  ...ownRoutes,
  ...storyRoutes,
  ...tellingRoutes,
]
