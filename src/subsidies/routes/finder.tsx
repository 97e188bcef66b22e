import { parseForm } from '../../lib/input.ts'
import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { reader } from '../../lib/web/guard.ts'
import { get, type Route } from '../../lib/web/route.ts'
import { projectNumber } from '../../projects/rules/state.ts'
import { SubsidyFinder } from '../pages/finder.tsx'
import { knownOfProject } from '../queries/question.ts'
import { type Extra, extraForm } from '../rules/form.ts'
import { answersTo } from '../rules/list.ts'

const NOTHING: Extra = { travel: 0, lodging: 0, platform: 0, elsewhere: undefined }

export const finderRoutes: Route[] = [
  get('/companies/:companyId/projects/:projectId/subsidies', reader('companyId'), show),
]

async function show(call: Call) {
  const [companyId, projectId] = [call.id('companyId'), call.id('projectId')]
  const form = parseForm(extraForm, call.c.req.query())
  const known = found(await call.read((tx) => knownOfProject(tx, companyId, projectId)))
  const { elsewhere, ...extra } = form.ok ? form.data : NOTHING
  const asked = { ...known, today: today(call.now), extra, others: [], paidElsewhere: elsewhere === 'yes' }
  const page = {
    base: `/companies/${companyId}/projects/${projectId}`,
    title: known.row.title ?? '案件の下書き',
    values: call.c.req.query(),
    ...answersTo(asked),
    ...(!form.ok && { errors: form.errors }),
  }
  return call.page(<SubsidyFinder {...page} />, { status: form.ok ? 200 : 422, reference: projectNumber(known.row) })
}
