import { Comparable } from '../../cases/pages/comparable.tsx'
import { Pitfalls } from '../../cases/pages/failures.tsx'
import { comparableCases } from '../../cases/queries/published.ts'
import { pitfallsOf } from '../../cases/rules/causes.ts'
import { sizeBand } from '../../cases/rules/draft.ts'
import { companyOf } from '../../companies/queries.ts'
import type { Tx } from '../../lib/db.ts'
import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { orAssisted, tasked } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { marksOf } from '../../mandates/queries/entries.ts'
import { fittingPeople } from '../../matching/actions/counting.ts'
import { projectFactsOfCompany } from '../../matching/queries/projects.ts'
import { isKnown } from '../../talents/queries/shown.ts'
import type { FormValues } from '../../ui/form-state.ts'
import { ChangedElsewhere, saveDraft } from '../actions/drafting.ts'
import { paperTypedByAssistant } from '../actions/paper-photos.ts'
import { ASKS_WHOM, DraftStep, WholeDraft } from '../pages/draft.tsx'
import { draftView, type Sent, USUAL_HOURS } from '../pages/draft-view.ts'
import { PaperToType } from '../pages/paper-photos.tsx'
import { feesOf } from '../queries/fees.ts'
import { photosOfPaper } from '../queries/paper-photos.ts'
import { codesOf, projectOfCompany } from '../queries/projects.ts'
import type { AskedCode } from '../rules/codes.ts'
import { lowFeeOf } from '../rules/fee-guidance.ts'
import { fixOf } from '../rules/fixes.ts'
import { draftForm } from '../rules/forms.ts'
import { lint, liveWords } from '../rules/lint.ts'
import { lintRule } from '../rules/lint-rules.ts'
import { canBe, projectNumber } from '../rules/state.ts'
import { type FieldName, STEPS, type Step, stepAfter, stepBefore, stepOf, stepOfField } from '../rules/steps.ts'
import type { Project } from '../schema.ts'

const PATH = '/companies/:companyId/projects/:projectId'
/** The company's people, and whoever it let write for it. */
const WRITERS = orAssisted(tasked('post'), 'draft')
const LATE = 'この案件は、もう書きなおせません。'
const ALL: readonly FieldName[] = STEPS.flatMap(({ fields }) => [...fields])

/** A draft, written one question a screen or all on one page. */
export const draftRoutes: Route[] = [
  get(`${PATH}/draft`, WRITERS, (call) => show(call, null)),
  post(`${PATH}/draft`, WRITERS, (call) => keep(call, null)),
  post(`${PATH}/draft/autosave`, WRITERS, autosave),
  get(`${PATH}/draft/:step`, WRITERS, (call) => show(call, found(stepOf(call.param('step'))))),
  post(`${PATH}/draft/:step`, WRITERS, (call) => keep(call, found(stepOf(call.param('step'))))),
  post(`${PATH}/fixes/:rule`, WRITERS, mend),
]

export function baseOf(call: Call): string {
  return `/companies/${call.id('companyId')}/projects/${call.id('projectId')}`
}

/** The company's own project and what it asks for. */
export async function ownProject(call: Call, tx: Tx) {
  const project = found(await projectOfCompany(tx, call.id('companyId'), call.id('projectId')))
  return { project, codes: await codesOf(tx, project.id) }
}

async function show(call: Call, step: Step | null) {
  const { project, codes } = await call.read((tx) => ownProject(call, tx))
  if (!canBe('project.saved', project)) return call.go(baseOf(call))
  return draftPage(call, step, project, codes)
}

async function keep(call: Call, step: Step | null) {
  const form = call.form(draftForm(step?.fields ?? ALL, call.body))
  if (!form.ok) {
    const { project, codes } = await call.read((tx) => ownProject(call, tx))
    return draftPage(call, step, project, codes, { values: form.values, errors: form.errors })
  }
  const { go, find } = form.data
  try {
    return await call.act(async (act) => {
      const { project } = await ownProject(call, act.tx)
      if (!canBe('project.saved', project)) throw new TooLate(LATE, { href: baseOf(call), label: '案件を見る' })
      await saveDraft(act, project, { version: call.version, answers: form.data, go })
      await paperTypedByAssistant(act, project.id)
      return nextOf(call, step, go, find)
    })
  } catch (error) {
    if (!(error instanceof ChangedElsewhere)) throw error
    const { project, codes } = await call.read((tx) => ownProject(call, tx))
    return draftPage(call, step, project, codes, { values: textsOf(call), changed: true })
  }
}

/** Where a button leads. */
function nextOf(call: Call, step: Step | null, go: string, find: string): string {
  const base = baseOf(call)
  const here = step ? `${base}/draft/${step.step}` : `${base}/draft`
  if (go === 'find') return `${here}?find=${encodeURIComponent(find)}#find`
  if (go.startsWith('add:') || go.startsWith('swap:')) return `${here}#codes`
  if (go === 'later') return base
  const to = step && (go === 'back' ? stepBefore(step.step) : stepAfter(step.step))
  if (to) return `${base}/draft/${to}`
  return go === 'back' || !call.may('submit') ? base : `${base}/submission`
}

/** 「一押しで直す」: what the check proposes is written into the draft, and the place where it stands opens. */
async function mend(call: Call) {
  const rule = found(lintRule(call.param('rule')))
  const next = `${baseOf(call)}/draft/${stepOfField(rule.field)}#${rule.field === 'codes' ? 'codes' : `form-${rule.field}`}`
  try {
    return await call.act(async (act) => {
      const { project, codes } = await ownProject(call, act.tx)
      if (!canBe('project.saved', project)) throw new TooLate(LATE, { href: baseOf(call), label: '案件を見る' })
      const answers = found(fixOf(rule, project, codes))
      if (Object.keys(answers).length > 0) await saveDraft(act, project, { version: call.version, answers })
      return next
    })
  } catch (error) {
    if (!(error instanceof ChangedElsewhere)) throw error
    throw new TooLate('画面を開いているあいだに、内容が変わりました。', { href: next, label: '書いたところを見る' })
  }
}

/**
 * While somebody types. What cannot be read is left out and told by the answer, so that the device keeps its own copy;
 * the rest is saved all the same.
 */
async function autosave(call: Call) {
  const step = stepOf(call.query('step') ?? '')
  const schema = draftForm(step?.fields ?? ALL, call.body)
  const form = call.form(schema)
  const readable = form.ok ? form : schema.safeParse(withoutNames(call.body, Object.keys(form.errors)))
  const answers = 'data' in readable ? readable.data : undefined
  if (!answers) return call.c.body(null, 422)
  try {
    const { version, project, codes } = await call.write(async (act) => {
      const { project } = await ownProject(call, act.tx)
      if (!canBe('project.saved', project)) throw new ChangedElsewhere()
      const version = await saveDraft(act, project, { version: call.version, answers, quiet: true })
      return { version, ...(await ownProject(call, act.tx)) }
    })
    if (!form.ok) return call.c.body(null, 422)
    const words = liveWords(lint(project, codes, today(call.now)), step?.step ?? null)
    return call.c.json({ version, live: { words, people: await peopleOf(call, step ?? null, project) } })
  } catch (error) {
    if (error instanceof ChangedElsewhere) return call.c.body(null, 409)
    throw error
  }
}

async function draftPage(call: Call, step: Step | null, project: Project, codes: readonly AskedCode[], sent?: Sent) {
  const people = await peopleOf(call, step, project)
  const { fees, cases } = await call.read((tx) => whatOthersDid(tx, step, project, codes, call.now))
  const find = (call.query('find') ?? '').slice(0, 100)
  // Whoever types sees only that the words are there; whose they are is for the company.
  const marks = call.who.assisted ? {} : await call.readAsSystem((tx) => marksOf(tx, project.id))
  const draft = { ...draftView(project, codes, call.now, find, fees, sent), marks }
  const base = baseOf(call)
  const asked = { codes: codes.length, musts: codes.filter(({ must }) => must).length }
  const pitfalls = pitfallsOf({ fee: project.fee ?? 0, lowFee: lowFeeOf(fees), ...asked })
  const beside = (
    <>
      <Pitfalls causes={pitfalls} />
      <Comparable cases={cases} level={2} />
    </>
  )
  const photos = await call.read((tx) => photosOfPaper(tx, project.id, null))
  const sheet = <PaperToType {...{ base, photos }} open={call.who.assisted !== null} />
  const page = step ? (
    <DraftStep {...{ base, draft, step, people, beside, sheet }} />
  ) : (
    <WholeDraft {...{ base, draft, people, beside, sheet }} />
  )
  const status = sent?.changed ? 409 : sent ? 422 : 200
  return call.page(page, { status, reference: projectNumber(project) })
}

/** How many people fit what is saved, where the screen asks for something that decides it. */
async function peopleOf(call: Call, step: Step | null, { companyId, id }: Project): Promise<string[]> {
  if (step && !ASKS_WHOM.includes(step.step)) return []
  // Until the desk has made sure that the company exists, it could ask after its own people under another name.
  const facts = await call.read(async (tx) =>
    (await isKnown(tx, companyId)) ? projectFactsOfCompany(tx, companyId, id, call.now) : undefined,
  )
  return facts ? fittingPeople(call.deps.db, facts, call.now) : []
}

const CASES_SHOWN = 3

/** Fees and cases of others, for the same or near work; fees only where the fee is asked for. */
async function whatOthersDid(tx: Tx, step: Step | null, project: Project, asked: readonly AskedCode[], now: Date) {
  const codes = asked.map(({ code }) => code)
  const { industry, prefecture } = project
  const company = await companyOf(tx, project.companyId)
  const size = sizeBand(company?.employees ?? null)
  return {
    fees: asksFee(step) ? await feesOf(tx, codes.slice(0, 1), project.hours ?? USUAL_HOURS, now) : [],
    cases: await comparableCases(tx, { codes, industry, prefecture, size }, CASES_SHOWN),
  }
}

function asksFee(step: Step | null): boolean {
  return step === null || step.fields.some((field) => field === 'fee')
}

function textsOf(call: Call): FormValues {
  return Object.fromEntries(Object.entries(call.body).filter(([name]) => name !== '_once' && name !== 'version'))
}

function withoutNames(body: Readonly<Record<string, unknown>>, names: readonly string[]) {
  const left = [...names, '_once', 'version', '_form']
  return Object.fromEntries(Object.entries(body).filter(([name]) => !left.includes(name)))
}
