import { asSystem, SYSTEM, sendLetters } from '../accounts/actions/mailing.ts'
import { addressesOf } from '../accounts/queries.ts'
import { daysBetween } from '../law/dates.ts'
import { readAs } from '../lib/db.ts'
import type { JobHandler } from '../lib/job.ts'
import { today } from '../lib/time.ts'
import { projectOfCompany } from '../projects/queries/projects.ts'
import { releaseGrant } from './actions/office.ts'
import { decidedLetter, officeLetter, remindingLetter } from './mails.ts'
import { grantById, otherGrants, plannedGrants } from './queries/grants.ts'
import { knownOfProject } from './queries/question.ts'
import { enteredYears } from './queries/years.ts'
import { eligibilityOf } from './rules/eligibility.ts'
import { subsidyOf } from './rules/subsidies.ts'
import { subsidyIn } from './rules/years.ts'

/** A week and a day before an application is too late. */
const REMIND_DAYS = [7, 1]

/** The company hears what its office decided, the office what a company showed it or took back. */
export const tellGrant: JobHandler = async (deps, { id, act, subjectId }) => {
  const root = deps.config.publicUrl
  const { grant, company, office } = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const grant = await grantById(tx, String(subjectId))
    const project = grant && (await projectOfCompany(tx, grant.companyId, grant.projectId))
    return {
      grant,
      company: project ? await addressesOf(tx, project.companyId, { ...project, tasks: ['post'] }) : [],
      office: grant?.partnerId && grant.sharedAt ? await addressesOf(tx, grant.partnerId) : [],
    }
  })
  const subsidy = grant && subsidyOf(grant.subsidyId)
  if (!grant || !subsidy) return
  if (act === 'grant.decided' && grant.decidedBy === 'office') {
    await sendLetters(deps, company, String(id), decidedLetter(grant, subsidy.name, root))
  }
  if ((act === 'grant.applied' || act === 'grant.withdrawn') && grant.partnerId) {
    await sendLetters(deps, office, String(id), officeLetter(act, subsidy.name, grant.partnerId, root))
  }
}

/** What was promised to a company that gave it up is free again. */
export const release: JobHandler = (deps, { subjectId }) =>
  asSystem(deps, (act) => releaseGrant(act, String(subjectId)))

/** Every morning: who planned to apply and is about to be late. */
export const remindOfGrants: JobHandler = async (deps) => {
  const day = today(deps.clock())
  const due = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const found = []
    const years = await enteredYears(tx)
    for (const grant of await plannedGrants(tx)) {
      const { companyId, projectId, costs } = grant
      const [subsidy, known] = [subsidyOf(grant.subsidyId), await knownOfProject(tx, companyId, projectId)]
      if (!subsidy || !known) continue
      const others = await otherGrants(tx, companyId, projectId)
      const { applyBy } = eligibilityOf(subsidyIn(subsidy, years, grant.fiscalYear), {
        ...{ ...known, today: day, extra: costs, others, paidElsewhere: false },
      })
      const left = applyBy === null ? null : daysBetween(day, applyBy)
      if (applyBy === null || left === null || !REMIND_DAYS.includes(left)) continue
      found.push({
        grant,
        name: subsidy.name,
        applyBy,
        people: await addressesOf(tx, companyId, { ...known.row, tasks: ['post'] }),
      })
    }
    return found
  })
  for (const { grant, name, applyBy, people } of due) {
    await sendLetters(
      deps,
      people,
      `grant-${grant.id}-${day}`,
      remindingLetter(grant, name, applyBy, deps.config.publicUrl),
    )
  }
}
