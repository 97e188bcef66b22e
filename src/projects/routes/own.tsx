import { z } from 'zod'
import { departmentsOf } from '../../accounts/queries/members.ts'
import { waitingFor } from '../../applications/queries/applications.ts'
import { interestCount } from '../../applications/queries/interests.ts'
import { overdueOf, owesUnseen } from '../../applications/queries/promises.ts'
import { companyPath } from '../../applications/rules/state.ts'
import { caseOfProject } from '../../cases/queries/cases.ts'
import { worriesOfCompany, worryOfCompany } from '../../challenges/queries.ts'
import { confirmedWorks } from '../../challenges/rules/nodes.ts'
import { worryInWords } from '../../challenges/rules/photos.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { Tx } from '../../lib/db.ts'
import { isId } from '../../lib/ids.ts'
import { text } from '../../lib/input.ts'
import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, NotThere } from '../../lib/web/errors.ts'
import { mayDo, member, orAssisted, reader, seesPeople, tasked } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { unconfirmedIn } from '../../mandates/queries/entries.ts'
import { head } from '../../text/truncate.ts'
import { beginProject, moveProject } from '../actions/drafting.ts'
import { closeProject, leaveUnfilled, reopenProject, restoreProject, withdrawProject } from '../actions/ending.ts'
import { joinProgramme, leaveProgramme } from '../actions/joining.ts'
import { recallProject, submitProject } from '../actions/sending.ts'
import { beginFromCode } from '../actions/templating.ts'
import type { Target } from '../actions/transition.ts'
import { AssistedProject } from '../pages/assisted.tsx'
import { CheckDraft, Preview } from '../pages/check.tsx'
import { NewProject } from '../pages/new.tsx'
import { ProjectOverview } from '../pages/overview.tsx'
import { WithdrawProject } from '../pages/withdrawal.tsx'
import { groupOfWorry, toldOf } from '../queries/groups.ts'
import { isVerified } from '../queries/poster.ts'
import { programmesFor } from '../queries/programme.ts'
import { viewsOf } from '../queries/views.ts'
import { groupPath, hoursOfRoles, rolesOf, worksOf } from '../rules/group.ts'
import { lint, stopsSending } from '../rules/lint.ts'
import { projectNumber } from '../rules/state.ts'
import { templateCode } from '../rules/template.ts'
import { openedInWords } from '../rules/views.ts'
import type { Project } from '../schema.ts'
import { approvalOf } from './approval.tsx'
import { baseOf, ownProject } from './draft.tsx'

const PATH = '/companies/:companyId/projects/:projectId'
const FIRST_WORDS = 40
const newForm = z.object({
  worry: text({ label: '困りごと', max: 36, required: false }),
  code: text({ label: '仕事', max: 5, required: false }),
})

/** What a company does with a project, apart from writing it. */
export const ownRoutes: Route[] = [
  get('/companies/:companyId/projects/new', tasked('post'), newPage),

  post('/companies/:companyId/projects', orAssisted(tasked('post'), 'draft'), async (call) => {
    const form = call.form(newForm)
    const companyId = call.id('companyId')
    const worryId = form.ok && form.data.worry ? form.data.worry : null
    const code = form.ok && form.data.code ? found(templateCode(form.data.code)) : null
    if (code) return call.act((act) => beginFromCode(act, companyId, code))
    return call.act((act) => beginProject(act, companyId, worryId && asId(worryId)))
  }),

  get(PATH, orAssisted(reader('companyId'), 'look'), async (call) => {
    if (call.who.assisted) return assistedPage(call)
    const { project, interested, opened, list, waiting, left, programmes, entered, approval } = await call.read(
      async (tx) => {
        const own = await ownProject(call, tx)
        const { list } = await departmentsOf(tx, own.project.companyId)
        const waiting = await waitingFor(tx, own.project.companyId, own.project.id)
        const left = (await caseOfProject(tx, own.project.companyId, own.project.id)) !== null
        const programmes = await programmesFor(tx, own.project, today(call.now))
        const session = await unconfirmedIn(tx, own.project.companyId, own.project.id)
        const entered = session && { entered: `/companies/${own.project.companyId}/assistance/${session}` }
        const interested = await interestCount(tx, own.project.id)
        const opened = openedInWords(await viewsOf(tx, own.project.id), 'みんなに見えているページ')
        const approval = await approvalOf(tx, own)
        return { ...own, approval, entered, interested, opened, list, waiting, left, programmes }
      },
    )
    const mayAct = mayDo(call.who, 'post')
    const among = await amongOf(call, project)
    const departments = call.who.role === 'owner' ? list : []
    const seen = {
      project,
      among,
      mayAct,
      seesPeople: seesPeople(call.who),
      waiting,
      interested,
      opened,
      departments,
      left,
      approval,
      ...entered,
    }
    const joining = mayAct ? programmes : null
    const page = <ProjectOverview base={baseOf(call)} {...seen} programmes={joining} now={call.now} />
    return call.page(page, { reference: projectNumber(project) })
  }),

  post(`${PATH}/department`, member('companyId', ['owner']), (call) =>
    call.act(async (act) => {
      const { project } = await ownProject(call, act.tx)
      const { list } = await departmentsOf(act.tx, project.companyId)
      const chosen = call.body.department
      await moveProject(act, project, chosen ? found(list.find(({ id }) => id === chosen)).id : null)
      return baseOf(call)
    }),
  ),

  post(`${PATH}/programme`, tasked('post'), (call) =>
    call.act(async (act) => {
      const { project } = await ownProject(call, act.tx)
      const { choices } = await programmesFor(act.tx, project, today(call.now))
      await joinProgramme(act, project, found(choices.find(({ id }) => id === call.body.programme)).id)
      return baseOf(call)
    }),
  ),

  post(`${PATH}/programme/departure`, tasked('post'), (call) =>
    call.act(async (act) => {
      await leaveProgramme(act, (await ownProject(call, act.tx)).project)
      return baseOf(call)
    }),
  ),

  get(`${PATH}/preview`, orAssisted(reader('companyId'), 'look'), async (call) => {
    const seen = await checked(call)
    const among = await amongOf(call, seen.project)
    return call.page(<Preview base={baseOf(call)} {...seen} among={among} may={mayOf(call)} />, {
      reference: projectNumber(seen.project),
    })
  }),

  get(`${PATH}/submission`, orAssisted(tasked('post'), 'submit'), async (call) => {
    const seen = await checked(call)
    return call.page(<CheckDraft base={baseOf(call)} {...seen} />, { reference: projectNumber(seen.project) })
  }),

  post(`${PATH}/submission`, orAssisted(tasked('post'), 'submit'), async (call) => {
    const seen = await checked(call)
    if (stopsSending(seen.findings).length > 0) {
      const reference = projectNumber(seen.project)
      return call.page(<CheckDraft base={baseOf(call)} {...seen} refused />, { status: 422, reference })
    }
    return call.act(async (act) => {
      const { project } = await ownProject(call, act.tx)
      await submitProject(act, project, call.version)
      return baseOf(call)
    })
  }),

  post(`${PATH}/recall`, tasked('post'), (call) =>
    change(call, (act, { companyId, id }) => recallProject(act, companyId!, id)),
  ),
  post(`${PATH}/closure`, tasked('post'), (call) => change(call, closeProject)),
  post(`${PATH}/reopening`, tasked('post'), (call) => change(call, reopenProject)),
  post(`${PATH}/ending`, tasked('post'), (call) => change(call, leaveUnfilled)),
  post(`${PATH}/restoration`, tasked('post'), (call) => change(call, restoreProject)),

  get(`${PATH}/withdrawal`, tasked('post'), async (call) => {
    const { project } = await call.read((tx) => ownProject(call, tx))
    return call.page(<WithdrawProject base={baseOf(call)} project={project} />, { reference: projectNumber(project) })
  }),
  post(`${PATH}/withdrawal`, tasked('post'), (call) => change(call, withdrawProject)),
]

async function newPage(call: Call) {
  const companyId = call.id('companyId')
  const asked = call.query('worry')
  const { said, worries, group } = await call.read(async (tx) => ({
    said: asked ? found(await worryOfCompany(tx, companyId, asId(asked))) : null,
    worries: asked ? [] : await worriesOfCompany(tx, companyId),
    group: asked ? await groupOfWorry(tx, companyId, asId(asked)) : undefined,
  }))
  const worry = said && {
    id: said.worry.id,
    text: worryInWords(said.worry),
    works: confirmedWorks(said.nodes).flatMap((code) => jobCodes().leaf(code)?.name ?? []),
  }
  const works = said ? worksOf(confirmedWorks(said.nodes)) : []
  const roles = rolesOf(works)
  const divided = { roles, hours: hoursOfRoles(roles) }
  const others = worries.map((one) => ({ id: one.id, text: head(worryInWords(one), FIRST_WORDS) }))
  const page = { companyId, worry, worries: others, divided, group: group ? groupPath(companyId, group.id) : null }
  return call.page(<NewProject {...page} />)
}

/** To whoever works for the company: how far it is, and what they were given to do with it. */
async function assistedPage(call: Call): Promise<Response> {
  const { project, approval } = await call.read(async (tx) => {
    const own = await ownProject(call, tx)
    return { ...own, approval: await approvalOf(tx, own) }
  })
  const page = <AssistedProject base={baseOf(call)} {...{ project, approval }} may={mayOf(call)} />
  return call.page(page, { reference: projectNumber(project) })
}

function mayOf(call: Call) {
  const writes = mayDo(call.who, 'post')
  return { write: writes && call.may('draft'), send: writes && call.may('submit') }
}

/** Where an answer is owed; whoever may not read that application learns only that one is. */
async function owedIn(call: Call, tx: Tx, companyId: string): Promise<string | true | undefined> {
  const [owed] = await overdueOf(tx, companyId, call.now)
  return owed ? companyPath(owed) : (await owesUnseen(tx, companyId, call.now)) || undefined
}

/** Its place among the roles of a group, as everybody will read it. */
function amongOf(call: Call, project: Project) {
  return project.groupId === null ? null : call.readAsSystem((tx) => toldOf(tx, project))
}

function checked(call: Call) {
  return call.read(async (tx) => {
    const { project, codes } = await ownProject(call, tx)
    const verified = await isVerified(tx, project.companyId)
    const owed = await owedIn(call, tx, project.companyId)
    const findings = lint(project, codes, today(call.now))
    return { project, codes, verified, findings, ...(owed && { owed }) }
  })
}

/** One act on a project that leads back to its page. */
function change(call: Call, act: (act: Parameters<typeof closeProject>[0], target: Target) => Promise<void>) {
  return call.act(async (open) => {
    const { project } = await ownProject(call, open.tx)
    const version = call.body.version === undefined ? {} : { version: call.version }
    await act(open, { id: project.id, companyId: project.companyId, ...version })
    return baseOf(call)
  })
}

/** An id from an address or a form; anything else is not there. */
export function asId(value: string): string {
  if (!isId(value)) throw new NotThere()
  return value
}
