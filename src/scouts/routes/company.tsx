import type { Tx } from '../../lib/db.ts'
import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { mayDo, readerOfApplicants, tasked } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { projectFactsOfCompany } from '../../matching/queries/projects.ts'
import { inSpace } from '../../matching/queries/spaces.ts'
import { talentProfiles, withWork } from '../../matching/queries/talents.ts'
import { weightsOfProject } from '../../matching/queries/weights.ts'
import type { ProjectFacts, TalentFacts } from '../../matching/rules/facts.ts'
import { readFittingPerson } from '../../matching/rules/reading.ts'
import { talentForCompany, talentsForCompany } from '../../talents/queries/shown.ts'
import { seeks } from '../../talents/rules/visible.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { sendScout, withdrawScout } from '../actions.ts'
import { SentScouts } from '../pages/list.tsx'
import { TalentPage } from '../pages/talent.tsx'
import { openProjectsOf, reachableTalent, scoutOfCompany, scoutsOfCompany, scoutsTo, sentThisWeek } from '../queries.ts'
import { COMPANY_WEEKLY, scoutForm } from '../rules.ts'

const TALENT = '/companies/:companyId/talents/:talentId'

/** A company looks at somebody without a name, writes to them, and sees what came of it. */
export const companyRoutes: Route[] = [
  get(TALENT, readerOfApplicants, (call) => show(call)),

  post(`${TALENT}/scouts`, tasked('choose'), (call) => {
    const form = call.form(scoutForm)
    if (!form.ok) return show(call, form)
    const { project: projectId, words } = form.data
    const [companyId, talentId] = [call.id('companyId'), call.id('talentId')]
    return call.act(async (act) => {
      await sendScout(act, { companyId, talentId, projectId, words })
      return `/companies/${companyId}/talents/${talentId}?project=${projectId}`
    })
  }),

  get('/companies/:companyId/scouts', readerOfApplicants, async (call) => {
    const companyId = call.id('companyId')
    const { lines, left } = await call.read(async (tx) => {
      const sent = await scoutsOfCompany(tx, companyId)
      const ids = [...new Set(sent.map(({ scout }) => scout.talentId))]
      const cards = await talentsForCompany(tx, companyId, ids)
      return {
        lines: sent.map((one) => ({ ...one, card: cards.find(({ id }) => id === one.scout.talentId) })),
        left: await leftThisWeek(tx, call),
      }
    })
    const mayWrite = mayDo(call.who, 'choose')
    return call.page(<SentScouts {...{ companyId, lines, left, mayWrite, now: call.now }} />)
  }),

  post('/companies/:companyId/scouts/:scoutId/withdrawal', tasked('choose'), (call) =>
    call.act(async (act) => {
      const companyId = call.id('companyId')
      await withdrawScout(act, found(await scoutOfCompany(act.tx, companyId, call.id('scoutId'))), call.version)
      return `/companies/${companyId}/scouts`
    }),
  ),
]

async function show(call: Call, back?: { values: FormValues; errors: FormErrors }): Promise<Response> {
  const [companyId, talentId] = [call.id('companyId'), call.id('talentId')]
  const asked = call.query('project') ?? String(call.body.project ?? '')
  const { talent, person, projects, sent, left, facts, profile } = await call.read(async (tx) => {
    const talent = found(await talentForCompany(tx, companyId, talentId))
    const projects = await openProjectsOf(tx, companyId, call.now)
    const project = projects.find(({ id }) => id === asked)?.id
    return {
      ...{ talent, projects },
      person: await reachableTalent(tx, companyId, talentId),
      sent: await scoutsTo(tx, companyId, talentId),
      left: await leftThisWeek(tx, call),
      facts: project === undefined ? undefined : await projectFactsOfCompany(tx, companyId, project, call.now),
      profile: await talentProfiles(tx, [talentId]),
    }
  })
  const told = facts ? await call.readAsSystem((tx) => toldOf(tx, call, facts, profile)) : null
  const page = {
    ...{ companyId, talent, told, projects, sent, left, chosen: facts?.id ?? '', now: call.now },
    mayWrite: mayDo(call.who, 'choose'),
    wanted: person !== undefined && seeks(person) && person.noScoutsAt === null,
  }
  return call.page(<TalentPage {...page} {...back} />, { status: back ? 422 : 200 })
}

/** Why this person fits the project that was chosen: finished work with other companies counts without being seen. */
async function toldOf(tx: Tx, { now }: Call, facts: ProjectFacts, profile: readonly TalentFacts[]) {
  const [person] = await withWork(tx, profile, now)
  const { weights } = await weightsOfProject(tx, facts.id, now)
  const project = await inSpace(tx, facts)
  return person ? readFittingPerson(project, person, Number(today(now).slice(0, 4)), weights) : null
}

async function leftThisWeek(tx: Tx, call: Call): Promise<number> {
  return Math.max(0, COMPANY_WEEKLY - (await sentThisWeek(tx, call.id('companyId'), call.now)))
}
