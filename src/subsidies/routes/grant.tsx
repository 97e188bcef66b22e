import type { Act } from '../../lib/act.ts'
import { readAttachment } from '../../lib/attachment.ts'
import type { Form } from '../../lib/input.ts'
import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { mayDo, reader, tasked } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { REFUSED } from '../../messages/rules/attachments.ts'
import {
  applyForGrant,
  bringEvidence,
  claimGrant,
  dropEvidence,
  noteDecision,
  notePayment,
  withdrawGrant,
} from '../actions/grants.ts'
import { GrantPage } from '../pages/grant.tsx'
import type { Failed } from '../pages/view.ts'
import { evidenceOfGrant } from '../queries/evidence.ts'
import { grantOfCompany, otherGrants } from '../queries/grants.ts'
import { knownOfProject } from '../queries/question.ts'
import { enteredYears } from '../queries/years.ts'
import { eligibilityOf } from '../rules/eligibility.ts'
import { evidenceOf } from '../rules/evidence.ts'
import { applicationForm, dayForm, decisionForm, paymentForm } from '../rules/form.ts'
import { grantReference, stateOf } from '../rules/grant.ts'
import { subsidyOf } from '../rules/subsidies.ts'
import { subsidyIn } from '../rules/years.ts'
import type { Grant } from '../schema.ts'

const PATH = '/companies/:companyId/grants/:grantId'
const FILE_MEGABYTES = 10
const FILES = {
  bodyLimit: FILE_MEGABYTES * 1_000_000 + 100_000,
  tooLarge: `ファイルが大きすぎます。${FILE_MEGABYTES}MBまでにしてください。`,
  rate: { count: 60, seconds: 600 },
}

/** What a company does with a subsidy that it wants. */
export const grantRoutes: Route[] = [
  get(PATH, reader('companyId'), (call) => show(call)),

  step(
    'application',
    async (call) => {
      const row = found(await call.read((tx) => grantOfCompany(tx, call.id('companyId'), call.id('grantId'))))
      return call.form(applicationForm(today(call.now), row.grant.partnerId !== null))
    },
    (act, grant, call, { on, share }) => applyForGrant(act, grant, call.version, on, share === 'here'),
  ),
  step(
    'decision',
    (call) => call.form(decisionForm(today(call.now))),
    (act, grant, call, { on, answer, yen }) =>
      noteDecision(act, grant, call.version, { on, yen: answer === 'yes' ? yen : null }),
  ),
  step(
    'claim',
    (call) => call.form(dayForm('実績を出した日', today(call.now))),
    (act, grant, call, { on }) => claimGrant(act, grant, call.version, on),
  ),
  step(
    'payment',
    (call) => call.form(paymentForm(today(call.now))),
    (act, grant, call, { on, yen }) => notePayment(act, grant, call.version, on, yen),
  ),

  post(`${PATH}/withdrawal`, tasked('post'), (call) =>
    call.act(async (act) => {
      await withdrawGrant(act, await grantHere(act, call), call.version)
      return baseOf(call)
    }),
  ),

  post(`${PATH}/evidence`, tasked('post'), bring, FILES),

  post(`${PATH}/evidence/removal`, tasked('post'), (call) =>
    call.act(async (act) => {
      await dropEvidence(act, await grantHere(act, call), String(call.body.what ?? ''))
      return `${baseOf(call)}#evidence`
    }),
  ),
]

/** A form that brings the grant one step on. */
function step<T>(
  path: string,
  read: (call: Call) => Form<T> | Promise<Form<T>>,
  act: (act: Act, grant: Grant, call: Call, data: T) => Promise<void>,
): Route {
  return post(`${PATH}/${path}`, tasked('post'), async (call) => {
    const form = await read(call)
    if (!form.ok) return show(call, { form: path, values: form.values, errors: form.errors })
    return call.act(async (open) => {
      await act(open, await grantHere(open, call), call, form.data)
      return baseOf(call)
    })
  })
}

async function bring(call: Call) {
  const { grant } = found(await call.read((tx) => grantOfCompany(tx, call.id('companyId'), call.id('grantId'))))
  const wanted = String(call.body.what ?? '')
  const { what } = found(subsidyOf(grant.subsidyId)?.evidence.find((one) => one.what === wanted))
  const [bytes] = call.files.file ?? []
  const file = bytes && bytes.length > 0 ? await readAttachment(bytes) : null
  if (file && 'problem' in file) {
    return show(call, { form: 'evidence', values: { what }, errors: { file: REFUSED[file.problem] } })
  }
  return call.act(async (act) => {
    await bringEvidence(act, await grantHere(act, call), { what, file })
    return `${baseOf(call)}#evidence`
  })
}

async function show(call: Call, failed?: Failed) {
  const day = today(call.now)
  const { row, evidence, known, others, years } = await call.read(async (tx) => {
    const row = found(await grantOfCompany(tx, call.id('companyId'), call.id('grantId')))
    const { companyId, projectId } = row.grant
    return {
      row,
      evidence: await evidenceOfGrant(tx, row.grant, day),
      known: found(await knownOfProject(tx, companyId, projectId)),
      others: await otherGrants(tx, companyId, projectId),
      years: await enteredYears(tx),
    }
  })
  const { grant, title, officeName } = row
  const subsidy = subsidyIn(found(subsidyOf(grant.subsidyId)), years, grant.fiscalYear)
  const { fee: _, ...extra } = grant.costs
  const now = eligibilityOf(subsidy, { ...known, today: day, extra, others, paidElsewhere: false })
  const isPlanned = stateOf(grant) === 'planned'
  const page = {
    ...{ base: baseOf(call), grant, subsidy, title: title ?? '案件の下書き', officeName, failed, today: day },
    against: isPlanned ? now.findings.filter(({ verdict }) => verdict === 'no') : [],
    applyBy: isPlanned ? now.applyBy : null,
    items: evidenceOf(subsidy, evidence.held),
    mayAct: mayDo(call.who, 'post'),
  }
  return call.page(<GrantPage {...page} />, { status: failed ? 422 : 200, reference: grantReference(grant.number) })
}

async function grantHere(act: Act, call: Call): Promise<Grant> {
  return found(await grantOfCompany(act.tx, call.id('companyId'), call.id('grantId'))).grant
}

function baseOf(call: Call): string {
  return `/companies/${call.id('companyId')}/grants/${call.id('grantId')}`
}
