import { approachableProject } from '../../applications/queries/standing.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { mayDo, reader, signedIn, tasked } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { contactsIn, masked } from '../../messages/rules/mask.ts'
import { employerFrom } from '../../talents/actions/employer.ts'
import { ownEmployer, ownTalent } from '../../talents/queries/own.ts'
import { namesEmployer } from '../../talents/rules/employer.ts'
import { answerQuestion, askQuestion, declineQuestion, withdrawQuestion } from '../actions/questions.ts'
import { CompanyQuestions } from '../pages/company-questions.tsx'
import { questionsOfProject } from '../queries/questions.ts'
import {
  answerForm,
  NO_CONTACTS,
  NO_EMPLOYER,
  questionDeclineForm,
  questionForm,
  questionState,
} from '../rules/questions.ts'
import { projectNumber } from '../rules/state.ts'
import { baseOf, ownProject } from './draft.tsx'
import { asId } from './own.tsx'
import { showProject } from './public.tsx'

const PUBLIC = '/projects/:projectId/questions'
const OWN = '/companies/:companyId/projects/:projectId/questions'

/** Questions that everybody may read once they are answered. */
export const questionRoutes: Route[] = [
  post(
    PUBLIC,
    signedIn,
    async (call) => {
      const form = call.form(questionForm)
      if (!form.ok) return showProject(call, form)
      const { body } = form.data
      const wrong =
        contactsIn(body).length > 0 ? NO_CONTACTS : (await namesOwnEmployer(call, body)) ? NO_EMPLOYER : null
      if (wrong) return showProject(call, { values: { body }, errors: { body: wrong } })
      return call.act(async (act) => {
        const project = await approachableProject(act.tx, call.accountId, call.id('projectId'), call.now)
        await askQuestion(act, call.accountId, project, body)
        return `/projects/${project.id}#questions`
      })
    },
    { rate: { count: 60, seconds: 3600 } },
  ),

  post(`${PUBLIC}/:questionId/withdrawal`, signedIn, (call) =>
    call.act(async (act) => {
      await withdrawQuestion(act, call.accountId, call.id('questionId'))
      return `/projects/${call.id('projectId')}#questions`
    }),
  ),

  get(OWN, reader('companyId'), (call) => showQuestions(call)),

  post(`${OWN}/:questionId/answer`, tasked('post'), async (call) => {
    const form = call.form(answerForm)
    if (!form.ok) return showQuestions(call, { form: 'answer', ...form })
    const { answer } = form.data
    if (masked(answer).covered) {
      return showQuestions(call, { form: 'answer', values: { answer }, errors: { answer: NO_CONTACTS } })
    }
    return call.act(async (act) => {
      await answerQuestion(act, targetOf(call), answer)
      return `${baseOf(call)}/questions?done=told`
    })
  }),

  post(`${OWN}/:questionId/decline`, tasked('post'), async (call) => {
    const form = call.form(questionDeclineForm)
    if (!form.ok) return showQuestions(call, { form: 'decline', ...form })
    return call.act(async (act) => {
      await declineQuestion(act, targetOf(call), form.data.reason)
      return `${baseOf(call)}/questions?done=told`
    })
  }),
]

type Back = NonNullable<Parameters<typeof CompanyQuestions>[0]['back']>

async function showQuestions(call: Call, back?: Back): Promise<Response> {
  const { project, questions } = await call.read(async (tx) => {
    const own = await ownProject(call, tx)
    return { ...own, questions: await questionsOfProject(tx, own.project.companyId, own.project.id) }
  })
  const asked = back ? call.id('questionId') : call.query('question')
  const current = asked
    ? found(questions.find(({ id }) => id === asId(asked)))
    : questions.find((one) => questionState(one) === 'open')
  const mayAct = mayDo(call.who, 'post')
  const done = call.query('done') === 'told'
  const page = (
    <CompanyQuestions base={baseOf(call)} {...{ project, questions, current, mayAct, done, back }} now={call.now} />
  )
  return call.page(page, { reference: projectNumber(project), status: back ? 422 : 200 })
}

function targetOf(call: Call) {
  const [companyId, projectId, questionId] = [call.id('companyId'), call.id('projectId'), call.id('questionId')]
  return { companyId, projectId, questionId, version: call.version }
}

/** Everybody reads a question: the name of the asker's employer in it would tell who asks. */
async function namesOwnEmployer(call: Call, text: string): Promise<boolean> {
  const employer = await call.read(async (tx) => {
    const talent = await ownTalent(tx, call.accountId)
    return talent && employerFrom(call.deps.secrets, talent.id, await ownEmployer(tx, talent.id))
  })
  return employer !== undefined && namesEmployer(text, employer)
}
