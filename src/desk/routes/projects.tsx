import { nameAffiliate } from '../../companies/actions/keys.ts'
import { affiliatesOf, companyOf } from '../../companies/queries.ts'
import { affiliateForm } from '../../companies/rules/affiliates.ts'
import type { Tx } from '../../lib/db.ts'
import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { operator } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { ChangedElsewhere, saveDraft } from '../../projects/actions/drafting.ts'
import { publishProject, retractProject, returnProject } from '../../projects/actions/reviewing.ts'
import { draftView, type Sent, USUAL_HOURS } from '../../projects/pages/draft-view.ts'
import { feesOf } from '../../projects/queries/fees.ts'
import { posterOf } from '../../projects/queries/poster.ts'
import { codesOf } from '../../projects/queries/projects.ts'
import { draftForm, returnForm } from '../../projects/rules/forms.ts'
import { type Finding, lint } from '../../projects/rules/lint.ts'
import { projectNumber } from '../../projects/rules/state.ts'
import {
  type FieldName,
  STEPS,
  type StepName,
  stepOf,
  stepOfField,
  type UnsureField,
} from '../../projects/rules/steps.ts'
import { DeskProject, type DeskProjectProps } from '../pages/project.tsx'
import { hasPublished, projectOfDesk } from '../queries.ts'

const PATH = '/desk/projects/:projectId'

/** A project at the desk: read, fill in, publish, send back. */
export const projectRoutes: Route[] = [
  get(PATH, operator, (call) => show(call)),

  post(`${PATH}/completion`, operator, async (call) => {
    const { gaps } = await call.read((tx) => seen(call, tx))
    const fields: readonly FieldName[] = gaps.flatMap((step) => [...stepOf(step)!.fields])
    const form = call.form(draftForm(fields, call.body))
    if (!form.ok) return show(call, { values: form.values, errors: form.errors })
    const { go, find } = form.data
    const here = home(call)
    try {
      return await call.act(async (act) => {
        const { project } = await seen(call, act.tx)
        await saveDraft(act, project, { version: call.version, answers: form.data, go, as: 'project.completed' })
        return go === 'find' ? `${here}?find=${encodeURIComponent(find)}#find` : here
      })
    } catch (error) {
      if (!(error instanceof ChangedElsewhere)) throw error
      return show(call, { values: call.body, changed: true })
    }
  }),

  post(`${PATH}/publication`, operator, (call) =>
    call.act(async (act) => {
      const { project } = await seen(call, act.tx)
      await publishProject(act, project, call.version)
      return home(call)
    }),
  ),

  post(`${PATH}/retraction`, operator, (call) =>
    call.act(async (act) => {
      await retractProject(act, call.id('projectId'))
      return home(call)
    }),
  ),

  post(`${PATH}/affiliates`, operator, (call) => {
    const form = call.form(affiliateForm)
    if (!form.ok) return show(call, undefined, undefined, { values: form.values, errors: form.errors })
    return call.act(async (act) => {
      const { project } = await seen(call, act.tx)
      await nameAffiliate(act, project.companyId, form.data, call.deps.secrets)
      return home(call)
    })
  }),

  post(`${PATH}/return`, operator, async (call) => {
    const form = call.form(returnForm)
    if (!form.ok) return show(call, undefined, { values: form.values, errors: form.errors })
    return call.act(async (act) => {
      await returnProject(act, call.id('projectId'), call.version, form.data.reasons, form.data.words)
      return '/desk'
    })
  }),
]

function home(call: Call): string {
  return `/desk/projects/${call.id('projectId')}`
}

async function seen(call: Call, tx: Tx) {
  const project = found(await projectOfDesk(tx, call.id('projectId')))
  const codes = await codesOf(tx, project.id)
  const findings = lint(project, codes, today(call.now))
  return { project, codes, findings, gaps: gapsOf(findings, project.unsure) }
}

/** The screens on which the desk has something to fill in. */
function gapsOf(findings: readonly Finding[], unsure: readonly string[]): StepName[] {
  const open = new Set<string>([
    ...findings.filter(({ severity }) => severity === 'error').map(({ step }) => step),
    ...unsure.map((field) => stepOfField(field as UnsureField)),
  ])
  return STEPS.map(({ step }) => step).filter((step) => open.has(step))
}

type Form = DeskProjectProps['sent']

async function show(call: Call, sent?: Sent, returned?: Form, named?: Form) {
  const all = await call.read(async (tx) => {
    const about = await seen(call, tx)
    const { companyId } = about.project
    return {
      ...about,
      company: found(await companyOf(tx, companyId)),
      affiliates: await affiliatesOf(tx, companyId),
      poster: found(await posterOf(tx, companyId)),
      published: await hasPublished(tx, companyId),
      fees: await feesOf(
        tx,
        about.codes.slice(0, 1).map(({ code }) => code),
        about.project.hours ?? USUAL_HOURS,
        call.now,
      ),
    }
  })
  const find = (call.query('find') ?? '').slice(0, 100)
  const draft = draftView(all.project, all.codes, call.now, find, all.fees, sent)
  const back = { ...(returned && { sent: returned }), ...(named && { named }) }
  const page = <DeskProject {...all} draft={draft} now={call.now} {...back} />
  const status = sent?.changed ? 409 : (sent ?? returned ?? named) ? 422 : 200
  return call.page(page, { status, reference: projectNumber(all.project) })
}
