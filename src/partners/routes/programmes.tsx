import { fiscalYearOf } from '../../law/fiscal-year.ts'
import { dayFile } from '../../lib/calendar.ts'
import type { Tx } from '../../lib/db.ts'
import { legalDate, today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { member, reader } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { pageOrSheet } from '../../lib/web/sheet-answer.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import {
  beginProgramme,
  closeProgramme,
  publishProgramme,
  reopenProgramme,
  SlugTaken,
  saveMilestones,
  saveProgramme,
} from '../actions/programmes.ts'
import { suggestProgramme } from '../actions/suggesting.ts'
import { ProgrammeForm } from '../pages/programme-form.tsx'
import { programmeSheet } from '../pages/programme-sheet.ts'
import { ProgrammeList, ProgrammePage } from '../pages/programmes.tsx'
import {
  grantedIn,
  membersOfProgramme,
  programmeOfPartner,
  programmesOfPartner,
  reachedBy,
} from '../queries/programmes.ts'
import { companiesOfPartner, partnerOf } from '../queries.ts'
import { covers } from '../rules/area.ts'
import { beginningForm, programmeForm } from '../rules/forms.ts'
import { milestonesForm, milestonesInOrder } from '../rules/milestones.ts'
import { daysProblem, takesProjects } from '../rules/programmes.ts'
import { TEMPLATES } from '../rules/templates.ts'
import type { Programme } from '../schema.ts'

const LIST = '/partners/:partnerId/programmes'
const ADDRESS = `${LIST}/:programmeId`
const TAKEN = 'この住所は、ほかの事業が使っています。'

/** What a partner runs: begun from a template, published, closed. */
export const programmeRoutes: Route[] = [
  get(LIST, reader('partnerId'), async (call) => call.page(await listPage(call))),

  post(LIST, member('partnerId'), async (call) => {
    const form = call.form(beginningForm)
    if (!form.ok) return call.page(await listPage(call, form), { status: 422 })
    const template = TEMPLATES.find(({ id }) => id === form.data.template)!
    return call.act(async (act) => {
      const partner = found(await partnerOf(act.tx, call.id('partnerId')))
      const id = await beginProgramme(act, partner, template, form.data.year)
      return `${listOf(call)}/${id}/details`
    })
  }),

  get(ADDRESS, reader('partnerId'), (call) => show(call)),

  post(`${ADDRESS}/milestones`, member('partnerId'), (call) => {
    const { version } = call
    const form = call.form(milestonesForm)
    if (!form.ok) return show(call, form)
    return call.act(async (act) => {
      const { programme } = await here(act.tx, call)
      await saveMilestones(act, programme, version, form.data)
      return `${listOf(call)}/${programme.id}?done=saved`
    })
  }),

  get(`${ADDRESS}/calendar.ics`, reader('partnerId'), async (call) => {
    const { programme } = await call.read((tx) => here(tx, call))
    const host = new URL(call.deps.config.publicUrl).hostname
    const { body, headers } = dayFile(
      milestonesInOrder(programme.milestones).map(({ id, name, day }) => ({
        ...{ uid: `${programme.id}-${id}@${host}`, sequence: programme.version, writtenAt: programme.updatedAt },
        ...{ day, title: `${name}（${programme.title}）` },
      })),
    )
    return call.c.body(body, 200, headers)
  }),

  get(`${ADDRESS}/details`, member('partnerId'), async (call) => {
    const { programme } = await call.read((tx) => here(tx, call))
    return call.page(formPage(call, programme, programme.version, { values: shown(programme) }))
  }),

  post(`${ADDRESS}/details`, member('partnerId'), async (call) => {
    const { programme } = await call.read((tx) => here(tx, call))
    const { version } = call
    const form = call.form(programmeForm)
    if (!form.ok) return call.page(formPage(call, programme, version, form), { status: 422 })
    const errors = daysProblem(programme, form.data, today(call.now))
    if (errors) return call.page(formPage(call, programme, version, { values: call.body, errors }), { status: 422 })
    const saved = call.act(async (act) => {
      await saveProgramme(act, programme, version, form.data)
      return `${listOf(call)}/${programme.id}?done=saved`
    })
    return saved.catch((error: unknown) => {
      if (!(error instanceof SlugTaken)) throw error
      const back = { values: call.body, errors: { slug: TAKEN } }
      return call.page(formPage(call, programme, version, back), { status: 422 })
    })
  }),

  post(`${ADDRESS}/publication`, member('partnerId'), (call) =>
    call.act(async (act) => {
      const { programme } = await here(act.tx, call)
      await publishProgramme(act, programme, call.version)
      return `${listOf(call)}/${programme.id}`
    }),
  ),

  post(`${ADDRESS}/companies/:companyId/suggestion`, member('partnerId'), (call) =>
    call.act(async (act) => {
      const { partner, programme } = await here(act.tx, call)
      const ours = await companiesOfPartner(act.tx, partner.id, call.now)
      const company = found(ours.find(({ id }) => id === call.id('companyId')))
      found(takesProjects(programme, today(call.now)) && covers(partner, company) ? company : null)
      await suggestProgramme(act, programme.id, company.id)
      return `${listOf(call)}/${programme.id}`
    }),
  ),

  post(`${ADDRESS}/closure`, member('partnerId'), (call) =>
    call.act(async (act) => {
      const { programme } = await here(act.tx, call)
      await closeProgramme(act, programme)
      return `${listOf(call)}/${programme.id}`
    }),
  ),

  post(`${ADDRESS}/reopening`, member('partnerId'), (call) =>
    call.act(async (act) => {
      const { programme } = await here(act.tx, call)
      await reopenProgramme(act, programme)
      return `${listOf(call)}/${programme.id}`
    }),
  ),
]

const listOf = (call: Call) => `/partners/${call.id('partnerId')}/programmes`

async function here(tx: Tx, call: Call) {
  const partner = found(await partnerOf(tx, call.id('partnerId')))
  return { partner, programme: found(await programmeOfPartner(tx, partner.id, call.id('programmeId'))) }
}

async function show(call: Call, back?: Back) {
  const { partner, programme, reached, granted, projects, suggested, companies } = await call.read(async (tx) => {
    const found = await here(tx, call)
    return {
      ...{ ...found, companies: await companiesOfPartner(tx, found.partner.id, call.now) },
      ...(await membersOfProgramme(tx, found.programme.id)),
      reached: await reachedBy(tx, found.programme.id, 'partner', call.now),
      granted: await grantedIn(tx, found.programme),
    }
  })
  const mayWrite = call.who.role !== 'viewer'
  const saved = call.query('done') === 'saved'
  const day = today(call.now)
  const isOver = day > programme.lastDay
  const asked = companies
    .filter((company) => covers(partner, company))
    // Whoever takes part already needs no word of it.
    .filter(({ id }) => !projects.some(({ companyId }) => companyId === id))
    .map(({ id, name }) => ({ id, name, isSuggested: suggested.includes(id) }))
  const seen = { partner, programme, reached, granted, projects, companies: asked }
  return pageOrSheet(
    call,
    () => <ProgrammePage {...seen} {...{ isOver, mayWrite, saved, day }} {...(back && { back })} />,
    () => programmeSheet(programme, projects),
    { status: back ? 422 : 200 },
  )
}

type Back = { values: FormValues; errors: FormErrors }

async function listPage(call: Call, back?: Back) {
  const seen = await call.read(async (tx) => ({
    partner: found(await partnerOf(tx, call.id('partnerId'))),
    programmes: await programmesOfPartner(tx, call.id('partnerId')),
  }))
  const mayWrite = call.who.role !== 'viewer'
  return <ProgrammeList {...seen} day={today(call.now)} mayWrite={mayWrite} {...(back && { back })} />
}

function formPage(
  call: Call,
  programme: Programme,
  version: number,
  back: { values: FormValues; errors?: FormErrors },
) {
  const from = Math.min(fiscalYearOf(legalDate(programme.firstDay)), fiscalYearOf(today(call.now)))
  const years = [0, 1, 2, 3, 4, 5].map((more) => from + more)
  return <ProgrammeForm {...{ programme, version, years, ...back }} />
}

function shown(programme: Programme): FormValues {
  const { title, slug, about, firstDay, lastDay, budget, contact, colour } = programme
  const { goalCompanies, goalProjects, goalContracts, goalVisits, goalAttendees } = programme
  const goals = { goalCompanies, goalProjects, goalContracts, goalVisits, goalAttendees }
  return { title, slug, about, firstDay, lastDay, budget, contact, colour, ...goals }
}
