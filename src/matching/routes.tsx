import { and, eq } from 'drizzle-orm'
import { runnersUpFor } from '../applications/queries/runner-ups.ts'
import { today } from '../lib/time.ts'
import type { Call } from '../lib/web/call.ts'
import { found } from '../lib/web/errors.ts'
import { mayDo, readerOfApplicants, signedIn } from '../lib/web/guard.ts'
import { get, type Route } from '../lib/web/route.ts'
import { answeredPaper, livePaper } from '../projects/queries/papers.ts'
import { codesOf } from '../projects/queries/projects.ts'
import type { Choice } from '../projects/rules/paper.ts'
import { isOpen, projectNumber } from '../projects/rules/state.ts'
import { type Paper, type Project, projects } from '../projects/schema.ts'
import { talentsForCompany } from '../talents/queries/shown.ts'
import { fittingFor } from './actions/fitting.ts'
import { noteShown } from './actions/showing.ts'
import { OwnProposals } from './pages/fitting-projects.tsx'
import { Proposals } from './pages/proposals.tsx'
import { newestList } from './queries/market.ts'
import { projectFactsOfCompany } from './queries/projects.ts'
import { proposalsOf } from './queries/proposals.ts'
import { inSpace } from './queries/spaces.ts'
import { ownTalentFacts, talentProfiles, withWork } from './queries/talents.ts'
import { weightsNamed } from './queries/weights.ts'
import { deskRoutes } from './routes/desk.tsx'
import { paperPage, paperRoutes } from './routes/paper.tsx'
import { peopleRoutes } from './routes/people.tsx'
import { trialRoutes } from './routes/trials.tsx'
import { readProposals } from './rules/reading.ts'
import { EXPERT } from './rules/weights.ts'

/** The list is there seconds after publication; whoever comes later finds what there is. */
const WAITING_MINUTES = 5

export const routes: Route[] = [
  get('/companies/:companyId/projects/:projectId/proposals', readerOfApplicants, async (call) => {
    const [companyId, projectId] = [call.id('companyId'), call.id('projectId')]
    const seen = await call.read(async (tx) => {
      const [row] = await tx
        .select()
        .from(projects)
        .where(and(eq(projects.id, projectId), eq(projects.companyId, companyId)))
      const project = found(row)
      const list = await proposalsOf(tx, companyId, projectId)
      const ids = list.map(({ talentId }) => talentId)
      const facts = await projectFactsOfCompany(tx, companyId, projectId, call.now)
      const cards = await talentsForCompany(tx, companyId, ids)
      const codes = (await codesOf(tx, projectId)).map(({ code }) => code)
      const near = isOpen(project, call.now) ? await runnersUpFor(tx, project, codes, call.now) : []
      const runnersUp = await talentsForCompany(tx, companyId, near)
      return {
        project,
        list,
        facts: found(facts),
        cards,
        runnersUp,
        profiles: await talentProfiles(tx, ids),
        paper: await livePaper(tx, projectId, 'proposals', call.now),
        marked: await answeredPaper(tx, projectId),
      }
    })
    const { project, list, facts, cards, runnersUp, profiles } = seen
    // Finished work with other companies, as counts only: the policies rightly hide those rows from this one.
    const { asked, people, drawn, weights } = await call.readAsSystem(async (tx) => ({
      asked: await inSpace(tx, facts),
      people: await withWork(tx, profiles, call.now),
      drawn: await newestList(tx, { projectId }),
      weights: await weightsNamed(tx, list[0]?.model ?? EXPERT.name),
    }))
    const rows = list.flatMap(({ talentId, points }) => {
      const talent = people.find(({ id }) => id === talentId)
      const card = cards.find(({ id }) => id === talentId)
      return talent && card ? [{ talent, card, points: Int16Array.from(points) }] : []
    })
    const told = readProposals(asked, rows, yearOf(call), weights.weights)
    const proposed = rows.map(({ card }, at) => ({ card, told: told[at]!.told }))
    const shown = proposed.map(({ card }) => card.id)
    const mayWrite = mayDo(call.who, 'choose')
    const paper = mayWrite && call.query('paper') ? seen.paper : undefined
    if (paper && isOpen(project, call.now)) return paperPage(call, project, paper, proposed)
    if (drawn && shown.length > 0) await noteShown(call.deps.db, drawn, shown, call.now)
    const state = stateOfList(project, list.length, proposed.length, call.now)
    return call.page(
      <Proposals
        {...{ project, proposed, runnersUp, mayWrite, marks: marksOf(seen.marked) }}
        madeAt={list[0]?.createdAt ?? null}
        state={state}
      />,
      { reference: projectNumber(project) },
    )
  }),

  get('/me/proposals', signedIn, async (call) => {
    const talent = await call.read((tx) => ownTalentFacts(tx, call.accountId))
    const ready = talent !== undefined && talent.codes.length > 0
    const fitting = ready ? await fittingFor(call.deps.db, talent, call.now) : []
    return call.page(<OwnProposals fitting={fitting} ready={ready} />)
  }),

  ...paperRoutes,
  ...peopleRoutes,
  ...deskRoutes,
  ...trialRoutes,
]

/** What was marked on paper, by person. */
function marksOf(paper: Pick<Paper, 'people' | 'choices'> | undefined): ReadonlyMap<string, Choice> {
  return new Map(paper?.people.map((id, at) => [id, paper.choices?.[at] ?? 'open']))
}

function stateOfList(project: Project, made: number, shown: number, now: Date) {
  if (!isOpen(project, now)) return 'closed'
  if (shown > 0) return 'ready'
  const fresh = project.publishedAt !== null && now.getTime() - project.publishedAt.getTime() < WAITING_MINUTES * 60_000
  return made === 0 && fresh ? 'waiting' : 'empty'
}

function yearOf(call: Call): number {
  return Number(today(call.now).slice(0, 4))
}
