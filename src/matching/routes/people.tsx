import { companyOf } from '../../companies/queries.ts'
import { today } from '../../lib/time.ts'
import { found } from '../../lib/web/errors.ts'
import { readerOfApplicants } from '../../lib/web/guard.ts'
import { get, type Route } from '../../lib/web/route.ts'
import { scoutedAmong } from '../../scouts/queries.ts'
import { isKnown, talentsForCompany } from '../../talents/queries/shown.ts'
import { searchPeople } from '../actions/people.ts'
import { NoPeopleYet, People } from '../pages/people.tsx'
import { projectsToFillOf } from '../queries/people.ts'
import { applicantIds, projectFactsOfCompany } from '../queries/projects.ts'
import { inSpace } from '../queries/spaces.ts'
import { talentProfiles, withWork } from '../queries/talents.ts'
import { weightsNamed } from '../queries/weights.ts'
import { peopleFilters } from '../rules/people-filters.ts'
import { countsFor, peopleWords } from '../rules/people-search.ts'
import { readProposals } from '../rules/reading.ts'

/** A company looks for people itself: the market in memory finds them, the wall of the database shows them. */
export const peopleRoutes: Route[] = [
  get('/companies/:companyId/talents', readerOfApplicants, async (call) => {
    const companyId = call.id('companyId')
    const filters = peopleFilters((name) => call.query(name))
    const { known, projects, facts, applied } = await call.read(async (tx) => {
      found(await companyOf(tx, companyId))
      const projects = await projectsToFillOf(tx, companyId)
      const chosen = projects.find(({ id }) => id === filters.project) ?? projects[0]
      return {
        known: await isKnown(tx, companyId),
        projects,
        facts: chosen && (await projectFactsOfCompany(tx, companyId, chosen.id, call.now)),
        applied: chosen ? await applicantIds(tx, chosen.id) : [],
      }
    })
    const project = projects.find(({ id }) => id === facts?.id)
    if (!known || !facts || !project) return call.page(<NoPeopleYet companyId={companyId} known={known} />)
    const words = peopleWords(filters.words)
    const result = await searchPeople(call.deps.db, facts, filters, words, applied, call.now)
    const ids = result.people.map(({ talentId }) => talentId)
    const { cards, profiles, scouted } = await call.read(async (tx) => ({
      cards: await talentsForCompany(tx, companyId, ids),
      profiles: await talentProfiles(tx, ids),
      scouted: await scoutedAmong(tx, companyId, project.id, ids),
    }))
    // Finished work with other companies, as counts only: the policies rightly hide those rows from this one.
    const { asked, people, weights } = await call.readAsSystem(async (tx) => ({
      asked: await inSpace(tx, facts),
      people: await withWork(tx, profiles, call.now),
      weights: await weightsNamed(tx, result.weights),
    }))
    const rows = result.people.flatMap(({ talentId, points }) => {
      const talent = people.find(({ id }) => id === talentId)
      const card = cards.find(({ id }) => id === talentId)
      return talent && card ? [{ talent, card, points }] : []
    })
    const told = readProposals(asked, rows, Number(today(call.now).slice(0, 4)), weights.weights)
    const shown = rows.map(({ card }, at) => ({ card, told: told[at]!.told }))
    const { count, hasMore } = result
    const page = { companyId, filters, words, projects, project, count, hasMore, counts: countsFor(result) }
    return call.page(<People {...page} people={shown} scouted={scouted} />)
  }),
]
