import { worriesOfCompany } from '../../challenges/queries.ts'
import { worryInWords } from '../../challenges/rules/photos.ts'
import { companyOf } from '../../companies/queries.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { member, orAssisted, reader } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { projectsOfCompany } from '../../projects/queries/projects.ts'
import { projectNumber, stateOf as projectState, STATE_WORDS } from '../../projects/rules/state.ts'
import type { Project } from '../../projects/schema.ts'
import { head } from '../../text/truncate.ts'
import { codeOf, endSession, makeCode } from '../actions/assisting.ts'
import { confirmMandate, giveMandate, restoreMandate, revokeMandate } from '../actions/mandating.ts'
import { AssistedWork } from '../pages/assistant.tsx'
import { Assistance } from '../pages/owner.tsx'
import type { SeenSession } from '../pages/sessions.tsx'
import { type Done, doneIn, goodCode, mandatesOf, partnersFor, sessionsOf, workingFor } from '../queries.ts'
import { actInWords, assistantName, codeForm, DESK, endAfter, MOST_TRIES, mandateForm } from '../rules.ts'

const PATH = '/companies/:companyId/assistance'
const owner = member('companyId', ['owner'])
const SHOWN = 40

/** Who may do what for a company: said by the company, and ended by it. */
export const company: Route[] = [
  /** One address with two faces: the company's, and that of whoever works for it. */
  get(PATH, orAssisted(reader('companyId'), 'look'), (call) => (call.who.assisted ? showWork(call) : show(call))),

  post('/companies/:companyId/assist-codes', owner, async (call) => {
    const form = call.form(codeForm)
    if (!form.ok) return show(call, { form: 'code', values: form.values, errors: form.errors })
    const { whom, scope } = form.data
    const asked = { companyId: call.id('companyId'), partnerId: await partnerAsked(call, whom), scope }
    return call.act(async (act) => {
      await makeCode(act, asked, call.deps.secrets)
      return homeOf(call)
    })
  }),

  post('/companies/:companyId/mandates', owner, async (call) => {
    const form = call.form(mandateForm)
    if (!form.ok) return show(call, { form: 'mandate', values: form.values, errors: form.errors })
    const { whom, scope, days } = form.data
    const given = { companyId: call.id('companyId'), partnerId: await partnerAsked(call, whom), scope }
    return call.act(async (act) => {
      await giveMandate(act, { ...given, endsAt: endAfter(Number(days), act.now) })
      return homeOf(call)
    })
  }),

  post('/companies/:companyId/mandates/:mandateId/revocation', member('companyId'), (call) =>
    call.act(async (act) => {
      await revokeMandate(act, call.id('companyId'), call.id('mandateId'))
      return homeOf(call)
    }),
  ),

  post('/companies/:companyId/mandates/:mandateId/confirmation', owner, (call) =>
    call.act(async (act) => {
      await confirmMandate(act, call.id('companyId'), call.id('mandateId'))
      return homeOf(call)
    }),
  ),

  post('/companies/:companyId/mandates/:mandateId/restoration', owner, (call) =>
    call.act(async (act) => {
      await restoreMandate(act, call.id('companyId'), call.id('mandateId'))
      return homeOf(call)
    }),
  ),

  post(`${PATH}/:sessionId/ending`, orAssisted(member('companyId'), 'look'), (call) => {
    const { assisted } = call.who
    return call.act(async (act) => {
      await endSession(act, call.id('companyId'), assisted?.id ?? call.id('sessionId'))
      return assisted ? startOf(assisted.partnerId) : homeOf(call)
    })
  }),
]

function homeOf(call: Call): string {
  return `/companies/${call.id('companyId')}/assistance`
}

function startOf(partnerId: string | null): string {
  return partnerId === null ? '/desk/assistance' : `/partners/${partnerId}/assistance`
}

/** Whom the company chose: null for the desk. Only whom it was offered. */
async function partnerAsked(call: Call, whom: string): Promise<string | null> {
  if (whom === DESK) return null
  const offered = await call.read((tx) => partnersFor(tx, call.id('companyId'), call.now))
  return found(offered.find(({ id }) => id === whom)).id
}

async function show(call: Call, returned?: Parameters<typeof Assistance>[0]['returned']): Promise<Response> {
  const id = call.id('companyId')
  const { company, ...seen } = await call.read(async (tx) => ({
    company: found(await companyOf(tx, id)),
    partners: await partnersFor(tx, id, call.now),
    mandates: await mandatesOf(tx, id),
    code: await goodCode(tx, id, MOST_TRIES, call.now),
  }))
  const { role } = call.who
  const code = role === 'owner' && seen.code ? seen.code : null
  const page = (
    <Assistance
      {...seen}
      company={{ id, name: company.name }}
      code={code && { ...code, digits: codeOf(code.id, call.deps.secrets), until: code.expiresAt }}
      sessions={await seenSessions(call, id)}
      may={{ give: role === 'owner', end: role !== 'viewer' }}
      now={call.now}
      {...(returned && { returned })}
    />
  )
  return call.page(page, { status: returned ? 422 : 200 })
}

/** Everybody who worked for the company, with what history knows of it. */
async function seenSessions(call: Call, companyId: string): Promise<SeenSession[]> {
  const { sessions, live } = await call.readAsSystem(async (tx) => ({
    sessions: await sessionsOf(tx, companyId),
    live: (await workingFor(tx, companyId, call.now)).map(({ id }) => id),
  }))
  const ids = sessions.map(({ id }) => id)
  const { done, projects, worries } = await call.read(async (tx) => ({
    done: await doneIn(tx, ids),
    projects: await projectsOfCompany(tx, companyId),
    worries: await worriesOfCompany(tx, companyId),
  }))
  return sessions.map((session) => ({
    ...session,
    who: assistantName(session),
    byMandate: session.mandateId !== null,
    goesOn: live.includes(session.id),
    done: doneInWords(
      done.filter((one) => one.session === session.id),
      projects,
      worries.map(({ id }) => id),
    ),
  }))
}

/** Each thing that was done once, in the order in which it first was; nothing of what is gone. */
function doneInWords(done: readonly Done[], projects: readonly Project[], worries: readonly string[]): string[] {
  const lines = done.flatMap(({ act, subjectId, kind, worry }) => {
    const words = actInWords(act)
    const project = projects.find(({ id }) => id === subjectId)
    if (words && project) return [`${projectNumber(project)}：${words}`]
    if (words && kind === 'company') return [words]
    return words && kind !== 'project' && worries.includes(worry ?? subjectId) ? [words] : []
  })
  return [...new Set(lines)]
}

/** What there is to write, before what is only read. */
function openFirst(projects: readonly Project[]): Project[] {
  const isOpen = (project: Project) => ['draft', 'returned'].includes(projectState(project))
  return [...projects.filter(isOpen), ...projects.filter((project) => !isOpen(project))]
}

async function showWork(call: Call): Promise<Response> {
  const id = call.id('companyId')
  const { company, projects, worries } = await call.read(async (tx) => ({
    company: found(await companyOf(tx, id)),
    projects: await projectsOfCompany(tx, id),
    worries: await worriesOfCompany(tx, id),
  }))
  const begun = new Set(projects.map(({ worryId }) => worryId))
  const work = {
    projects: openFirst(projects).map((project) => ({
      id: project.id,
      title: project.title ?? '題のない案件',
      state: STATE_WORDS[projectState(project)],
      note: projectNumber(project),
    })),
    worries: worries
      .filter((worry) => !begun.has(worry.id))
      .map((worry) => ({ id: worry.id, text: head(worryInWords(worry), SHOWN) })),
  }
  const sessionId = call.who.assisted!.id
  return call.page(
    <AssistedWork sessionId={sessionId} company={{ id, name: company.name }} {...work} mayWrite={call.may('draft')} />,
  )
}
