import { sizeBand } from '../src/cases/rules/draft.ts'
import type { Neighbour } from '../src/cases/rules/shown.ts'
import type { Secrets } from '../src/lib/secrets.ts'
import { addDays, today } from '../src/lib/time.ts'
import { askPartners } from './demo/asked.ts'
import { typeForWorkshop } from './demo/assistance.ts'
import { commendToBank } from './demo/commending.ts'
import { demoCompanies } from './demo/companies.ts'
import { lookAround } from './demo/consultant.ts'
import { busyDesk } from './demo/desk.ts'
import { handDialogues } from './demo/dialogues.ts'
import { companyRows, talentRows } from './demo/entries.ts'
import { holdDemoEvents, type OpenProject, openOf } from './demo/events.ts'
import { type Aid, aidByTown, noAid } from './demo/grants.ts'
import { leaveHandovers } from './demo/handovers.ts'
import { shareLadder, shareWithBank, shareWithTown } from './demo/ladder.ts'
import { markPartners } from './demo/logos.ts'
import { reviewBoth, workThrough } from './demo/loop/afterwards.ts'
import { chooseAmong } from './demo/loop/applications.ts'
import { leaveCase } from './demo/loop/case.ts'
import { endContract, makeContract } from './demo/loop/contract.ts'
import { leaveFailure } from './demo/loop/failure.ts'
import { beginProject } from './demo/loop/project.ts'
import { createNeighbourhood, type Neighbourhood } from './demo/loop/runner-ups.ts'
import { tellOwners } from './demo/owners.ts'
import { createPool } from './demo/pool.ts'
import { runProgrammes } from './demo/programmes.ts'
import { projectPlans } from './demo/project-plan.ts'
import { projectTexts } from './demo/project-texts.ts'
import { referByBank } from './demo/referrals.ts'
import { rivalsOf } from './demo/rivals.ts'
import { createRotation } from './demo/rotation.ts'
import { addRows, type DemoRows, emptyRows, type Stage, stageOf, takeRows } from './demo/rows.ts'
import type { DemoTalent } from './demo/shapes.ts'
import { employ, joinFirm } from './demo/staff.ts'
import { tellStory } from './demo/story.ts'
import { tellSubsidies } from './demo/subsidies.ts'
import { demoTalent } from './demo/talents.ts'
import { showToTown } from './demo/town.ts'
import { nameBasedId } from './ids.ts'
import { randomFrom } from './random.ts'

export type Size = { people: number; companies: number; projects: number; seed: number }

/** The demo as it comes with the first start. */
export const USUAL: Size = { people: 2000, companies: 900, projects: 1500, seed: 1 }

/** Work for which the person to be found is written by hand (the cast): in the bulk nobody else has really done it. */
export const RESERVED: ReadonlySet<string> = new Set(['56109', '10035'])

/** The professionals of a demo: near-misses of the two cases among them. */
export function demoTalents(seed: number, count: number, reserved: ReadonlySet<string> = RESERVED): DemoTalent[] {
  const used = new Set<string>()
  const rivals = rivalsOf(seed)
  const others = Array.from({ length: Math.max(0, count - rivals.length) }, (_, n) =>
    demoTalent(seed, n, reserved, used),
  )
  return [...others, ...rivals]
}

/** Rows handed over at once, and the work between two places where somebody else may have a turn. */
const PROJECTS_A_PART = 200
const ENTRIES_A_TURN = 5

/** The bulk of the demo, beside the cast: `size` of everything, 24 months of history before `now`. */
export function generate(size: Size, secrets: Secrets, now: Date): DemoRows {
  const whole = emptyRows()
  for (const part of generateParts(size, secrets, now)) if (part) addRows(whole, part)
  return whole
}

/**
 * The same part by part, for somebody who writes one down while the next is made; in between it yields nothing where
 * somebody else may have a turn. History comes whole in the last part, since it is in the order of time.
 */
export function* generateParts(size: Size, secrets: Secrets, now: Date): Generator<DemoRows | undefined, void> {
  const rows = emptyRows()
  const stage = stageOf(rows, now)
  const companies = demoCompanies(size.seed, size.companies)
  const [talents, staff] = employ(demoTalents(size.seed, size.people), companies)
  const joined = (at: number) => joinedAt(size.seed, at, now)
  const founded = new Map(companies.map(({ key }, at) => [key, foundedAt(size.seed, at, now)]))
  for (const [at, talent] of talents.entries()) {
    talentRows(stage, secrets, talent, joined(at))
    if (at % ENTRIES_A_TURN === 0) yield
  }
  yield takeRows(rows)
  for (const [at, company] of companies.entries()) {
    companyRows(stage, secrets, company, founded.get(company.key)!)
    if (at % ENTRIES_A_TURN === 0) yield
  }
  for (const [at, talent] of talents.entries()) {
    const firm = staff.get(talent.key)
    if (firm) joinFirm(stage, talent, firm, joined(at), founded.get(firm.key)!)
  }
  yield takeRows(rows)
  runProgrammes(stage)
  markPartners(stage)
  const pool = createPool(talents, joined)
  const said = createRotation()
  const asked = new Set<string>()
  const aid = noAid()
  const around = createNeighbourhood()
  const plans = projectPlans(size.seed, size.projects, companies)
  // The newest first: what stands on one page of a list is then worded one after the other.
  plans.sort((a, b) => a.begunDaysAgo - b.begunDaysAgo || (a.key < b.key ? -1 : 1))
  const neighbours = plans.map(neighbourOf)
  const open: OpenProject[] = []
  for (const [at, plan] of plans.entries()) {
    const random = randomFrom(`loop/${plan.key}`)
    const texts = projectTexts(plan.leaf, { ...plan.company, employees: plan.company.employees }, random, said)
    const told = beginProject(stage, plan, texts, random)
    if (told) goRound(stage, told, { pool, around, neighbours, asked, aid }, random)
    if (at % PROJECTS_A_PART === PROJECTS_A_PART - 1) {
      open.push(...openOf(rows))
      yield takeRows(rows)
    } else yield
  }
  open.push(...openOf(rows))
  const rivals = rivalsOf(size.seed)
  tellStory(stage, rivals)
  lookAround(stage, open)
  shareWithTown(stage, rivals.slice(0, 7))
  commendToBank(stage, rivals)
  shareWithBank(stage, talents, asked)
  referByBank(stage, companies)
  leaveHandovers(stage)
  busyDesk(stage, companies)
  handDialogues(stage, companies)
  tellSubsidies(stage, aid)
  typeForWorkshop(stage)
  askPartners(stage)
  tellOwners(stage, rivals)
  showToTown(stage, companies, founded)
  holdDemoEvents(stage, rivals.slice(0, 6), open)
  rows.history.sort((a, b) => (a.at as Date).getTime() - (b.at as Date).getTime())
  yield rows
}

type World = {
  pool: ReturnType<typeof createPool>
  around: Neighbourhood
  neighbours: readonly Neighbour[]
  asked: Set<string>
  aid: Aid
}

function goRound(
  stage: Stage,
  told: NonNullable<ReturnType<typeof beginProject>>,
  { pool, around, neighbours, asked, aid }: World,
  random: ReturnType<typeof randomFrom>,
) {
  const before = stage.rows.applications.length
  const accepted = chooseAmong(stage, told, pool, around.metBy(told), random)
  const applicants = stage.rows.applications.length - before
  if (!accepted) leaveFailure(stage, told, applicants, neighbours, randomFrom(`failed/${told.plan.key}`))
  const working = accepted && makeContract(stage, told, accepted, random)
  if (!accepted || !working) return
  around.found(accepted, told)
  const end = endContract(stage, working, random)
  const reports = workThrough(stage, told, working, end?.on ?? addDays(today(stage.now), 0), random)
  aidByTown(stage, told, working, end?.at ?? null, aid)
  if (!end) return
  shareLadder(stage, working, told.row.prefecture, end.at, asked)
  const reviewed = reviewBoth(stage, told, working, end.at, random)
  if (reviewed) leaveCase(stage, told, accepted, working, { ...reviewed, applicants, reports }, neighbours, random)
}

/** As everybody may know it from what was posted. */
function neighbourOf({ company, codes }: ReturnType<typeof projectPlans>[number]): Neighbour {
  return {
    companyId: nameBasedId(company.key),
    codes: codes.map(({ code }) => code),
    ...{ industry: company.industry, prefecture: company.prefecture, size: sizeBand(company.employees) },
  }
}

const DAY = 86_400_000

/** Most joined in the first months; somebody joins every day. */
function joinedAt(seed: number, at: number, now: Date): Date {
  const random = randomFrom(`joined/${seed}/${at}`)
  return new Date(now.getTime() - Math.floor(745 - 740 * random.next() ** 2.2) * DAY - random.between(0, 600) * 60_000)
}

/** Firms are there before their first project. */
function foundedAt(seed: number, at: number, now: Date): Date {
  return new Date(now.getTime() - (735 + randomFrom(`founded/${seed}/${at}`).between(0, 30)) * DAY)
}
