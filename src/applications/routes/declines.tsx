import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { tasked } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { masked } from '../../messages/rules/mask.ts'
import { codesOf, projectOfCompany } from '../../projects/queries/projects.ts'
import { projectNumber } from '../../projects/rules/state.ts'
import type { Project } from '../../projects/schema.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { changedMeanwhile } from '../actions/change.ts'
import { declineAll, undoDeclines } from '../actions/choose.ts'
import { DeclineLetter, DeclinesPage, listOf, seenAs } from '../pages/declines.tsx'
import { applicantsOfProject, declinedTogether } from '../queries/applicants.ts'
import { selectionsOf } from '../queries/selections.ts'
import { markOf } from '../rules/choosing.ts'
import { templateFor } from '../rules/decline.ts'
import { declinesForm } from '../rules/forms.ts'
import { canBe } from '../rules/state.ts'

const PATH = '/companies/:companyId/projects/:projectId/declines'
const members = tasked('choose')

/** One answer to several people of a project. */
export const declines: Route[] = [
  get(PATH, members, async (call) => showDeclines(call, await whoCanBe(call))),

  post(`${PATH}/letter`, members, async (call) => {
    const seen = await whoCanBe(call)
    const form = call.form(formFor(seen))
    if (!form.ok) return again(call, seen, form)
    // The first time nothing was typed yet: the letter begins with a template.
    const words = call.body.words === undefined ? templateFor(form.data.reason) : form.data.words
    return showLetter(call, seen.project, { ...form.data, words })
  }),

  post(PATH, members, async (call) => {
    const seen = await whoCanBe(call)
    const form = call.form(formFor(seen))
    if (!form.ok) return again(call, seen, form)
    const chosen = seen.open.filter((line) => form.data.people.includes(seenAs(line)))
    return call.act(async (act) => {
      const batch = act.newId()
      const several = chosen.map(({ application }) => ({ application, version: application.version }))
      if ((await declineAll(act, several, form.data, batch)) === 0) throw changedMeanwhile()
      return `${listOf(seen.project)}?stage=ended&batch=${batch}`
    })
  }),

  post(`${PATH}/:batchId/cancellation`, members, (call) =>
    call.act(async (act) => {
      const project = found(await projectOfCompany(act.tx, call.id('companyId'), call.id('projectId')))
      await undoDeclines(act, await declinedTogether(act.tx, project, call.id('batchId')))
      return listOf(project)
    }),
  ),
]

type Seen = Awaited<ReturnType<typeof whoCanBe>>

/** Whom this project can still decline, those first who were passed over. */
async function whoCanBe(call: Call) {
  return call.read(async (tx) => {
    const project = found(await projectOfCompany(tx, call.id('companyId'), call.id('projectId')))
    const rows = await applicantsOfProject(tx, project.companyId, project.id)
    const selections = await selectionsOf(
      tx,
      rows.map(({ application }) => application.id),
    )
    const open = rows
      .filter(({ application, card }) => card && canBe('application.declined', application))
      .map((row) => ({ ...row, selection: selections.get(row.application.id) ?? null }))
    const isPassed = (line: (typeof open)[number]) => markOf(line.application, line.selection) === 'pass'
    return {
      project,
      codes: (await codesOf(tx, project.id)).map(({ code }) => code),
      open: open.toSorted((one, other) => Number(isPassed(other)) - Number(isPassed(one))),
    }
  })
}

function formFor({ codes, open }: Seen) {
  return declinesForm(codes, open.map(seenAs))
}

type Back = { values: FormValues; errors: FormErrors }

/** What cannot be used comes back where it was typed: the words in the letter, all else among the people. */
function again(call: Call, seen: Seen, back: Back): Promise<Response> {
  const { people, reason, words } = back.values
  if (!back.errors.words || Object.keys(back.errors).length > 1) return showDeclines(call, seen, back)
  const letter = { people: [people ?? []].flat().map(String), reason: String(reason), words: String(words) }
  return showLetter(call, seen.project, letter, back.errors)
}

function showLetter(
  call: Call,
  project: Project,
  letter: { people: readonly string[]; reason: string; words: string },
  errors?: FormErrors,
): Promise<Response> {
  return call.page(<DeclineLetter {...{ project, errors, ...letter }} told={masked(letter.words).text} />, {
    reference: projectNumber(project),
    status: errors ? 422 : 200,
  })
}

function showDeclines(call: Call, seen: Seen, back?: Back): Promise<Response> {
  return call.page(<DeclinesPage {...seen} now={call.now} {...back} />, {
    reference: projectNumber(seen.project),
    status: back ? 422 : 200,
  })
}
