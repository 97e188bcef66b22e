import type { Call } from '../../lib/web/call.ts'
import { found, NotThere } from '../../lib/web/errors.ts'
import { mayDo, readerOfApplicants, tasked } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { codesOf, projectOfCompany } from '../../projects/queries/projects.ts'
import { projectNumber } from '../../projects/rules/state.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { declareCriteria, openScores } from '../actions/scoring.ts'
import { ComparisonPage } from '../pages/comparison.tsx'
import { ScoresPage } from '../pages/scores.tsx'
import { assessmentsOf, criteriaOf, scoringRoundOf } from '../queries/scoring.ts'
import { criteriaForm } from '../rules/forms.ts'
import { inForce } from '../rules/scoring.ts'
import { isLive } from '../rules/state.ts'
import { namesIn } from './applicant.tsx'
import { appliedTo } from './applied.tsx'

const PATH = '/companies/:companyId/projects/:projectId'
const members = tasked('choose')

/** What a company looks at in everybody who applies, everybody's points, and two beside each other. */
export const scores: Route[] = [
  get(`${PATH}/scores`, readerOfApplicants, (call) => showScores(call)),

  post(`${PATH}/criteria`, members, (call) => {
    const form = call.form(criteriaForm)
    if (!form.ok) return showScores(call, form)
    return call.act(async (act) => {
      const project = found(await projectOfCompany(act.tx, call.id('companyId'), call.id('projectId')))
      await declareCriteria(act, project, form.data, call.version)
      return `/companies/${project.companyId}/projects/${project.id}/scores`
    })
  }),

  post(`${PATH}/scores/opening`, members, (call) =>
    call.act(async (act) => {
      const project = found(await projectOfCompany(act.tx, call.id('companyId'), call.id('projectId')))
      await openScores(act, project)
      return `/companies/${project.companyId}/projects/${project.id}/scores`
    }),
  ),
]

async function showScores(call: Call, back?: { values: FormValues; errors: FormErrors }): Promise<Response> {
  const { project, applied } = await appliedTo(call)
  const seen = await call.read(async (tx) => ({
    codes: (await codesOf(tx, project.id)).map(({ code }) => code),
    rows: await criteriaOf(tx, project.id),
    given: await assessmentsOf(tx, project.id),
    round: await scoringRoundOf(tx, project.id),
    nameOf: await namesIn(tx, project.companyId),
  }))
  const [a, b] = [call.query('a'), call.query('b')]
  const reference = projectNumber(project)
  if (a && b) {
    const pair = [a, b].map((id) => applied.find(({ application, card }) => card && application.id === id))
    const [one, other] = pair
    if (!one || !other) throw new NotThere()
    const criteria = inForce(seen.rows)
    return call.page(
      <ComparisonPage {...{ project, criteria }} pair={[one, other]} given={seen.given} now={call.now} />,
      { reference },
    )
  }
  const applicants = applied.filter(({ application, card }) => card && isLive(application))
  const mayAct = mayDo(call.who, 'choose')
  return call.page(<ScoresPage {...{ project, applicants, mayAct, picked: a, ...seen, ...back }} />, {
    reference,
    status: back ? 422 : 200,
  })
}
