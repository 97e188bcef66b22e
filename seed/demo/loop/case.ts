import { sizeBand } from '../../../src/cases/rules/draft.ts'
import { jointOpenness, type Openness } from '../../../src/cases/rules/openness.ts'
import { isFailed } from '../../../src/cases/rules/outcomes.ts'
import type { Neighbour } from '../../../src/cases/rules/shown.ts'
import { daysBetween } from '../../../src/law/dates.ts'
import { today } from '../../../src/lib/time.ts'
import { accountId } from '../../cast.ts'
import { nameBasedId } from '../../ids.ts'
import { type Random, randomFrom } from '../../random.ts'
import { QUIET_TITLES, TOLD } from '../../texts/failures.ts'
import { LEARNED } from '../../texts/works.ts'
import { sayable, wordsOf } from '../companies.ts'
import { fill } from '../japanese.ts'
import { type By, later, type Stage } from '../rows.ts'
import { workName } from '../wording.ts'
import type { Reviewed } from './afterwards.ts'
import type { Accepted } from './applications.ts'
import type { Working } from './contract.ts'
import { RUNG_AFTER, shownOf } from './failure.ts'
import type { Told } from './project.ts'
import { tellStory } from './story.ts'

type Row = Stage['rows']['cases'][number]

const SYSTEM: By = { actor: null, organisation: null }
const desk = (): By => ({ actor: accountId('mori'), organisation: null })

/** The case that follows when both have looked back: drafted, mended by the desk, agreed to, published. */
export function leaveCase(
  stage: Stage,
  told: Told,
  accepted: Accepted,
  working: Working,
  reviewed: Reviewed & { applicants: number; reports: readonly string[] },
  neighbours: readonly Neighbour[],
  random: Random,
) {
  const contractId = working.row.id
  const subject = { kind: 'case', id: nameBasedId(`${contractId}:case`) }
  const drafted = new Date(reviewed.at.getTime() + 4000)
  if (!stage.done(drafted, 'case.drafted', subject, SYSTEM, { contractId })) return
  const row = firstCase(told, accepted, working, reviewed, random)
  const aside = randomFrom(`case/${contractId}`)
  if (isFailed(row.outcome)) explain(row, aside)
  stage.rows.cases.push(row)
  const edited = later(drafted, random.between(2, 9), random)
  if (!stage.done(edited, 'case.edited', subject, desk(), { contractId })) return
  Object.assign(row, { updatedAt: edited, version: 2 })
  const company = choose(stage, row, 'company', working.company, later(edited, random.between(1, 8), random), random)
  const talent = choose(stage, row, 'talent', working.person, later(edited, random.between(1, 9), random), random)
  const joint = jointOpenness(row as Parameters<typeof jointOpenness>[0])
  if (joint !== 'anonymous' && joint !== 'named') return
  const published = later(company! > talent! ? company! : talent!, random.between(1, 3), random)
  if (!stage.done(published, 'case.published', subject, desk(), { contractId })) return
  const { familyName, givenName } = accepted.talent.demo
  if (joint === 'anonymous') {
    const { leaf } = told.plan
    Object.assign(row, {
      title: aside.pick(QUIET_TITLES).replace('{work}', workName(leaf)),
      problem: `「${aside.pick(leaf.phrases)}」という声から始まりました。`,
    })
  }
  Object.assign(row, { publishedAt: published, version: 3, ...shownOf(row, neighbours) })
  if (row.talentOpenness === 'named') row.talentName = `${familyName} ${givenName}`
  tellStory(stage, row, told.plan.company, working)
}

/** Why it failed, as both say it. */
function explain(row: Row, random: Random): void {
  const suspected = row.outcome === 'early' ? ['busy'] : ['expectations']
  const causes = random.chance(0.3) ? [...suspected, random.pick(['notime', 'widescope'])] : suspected
  Object.assign(row, { suspected, causes, told: random.chance(0.6) ? random.pick(TOLD) : null })
}

/** One side answers how far the text may be seen; some only when they are rung up, and let the numbers be counted. */
function choose(stage: Stage, row: Row, side: 'company' | 'talent', by: By, early: Date, random: Random): Date | null {
  // Some tell of all that they did, and their companies gladly with them: so one person's way can be followed.
  const tells = randomFrom(`tells/${row.accountId}`).chance(0.25)
  const chosen: Openness = random.weighted([
    ['anonymous', tells ? 8 : 52],
    ['named', tells ? 90 : 34],
    ['statistics', tells ? 1 : 9],
    ['private', tells ? 1 : 5],
  ] as const)
  const isLate = random.chance(0.1)
  const [openness, at]: [Openness, Date] = isLate
    ? ['statistics', new Date(early.getTime() + RUNG_AFTER)]
    : [chosen, early]
  if (at > stage.now) return null
  Object.assign(
    row,
    side === 'company'
      ? { companyOpenness: openness, companyConsentAt: at }
      : { talentOpenness: openness, talentConsentAt: at },
  )
  const joint = jointOpenness(row as Parameters<typeof jointOpenness>[0])
  const data = { contractId: row.contractId ?? null, side, openness, joint }
  stage.done(at, 'case.chosen', { kind: 'case', id: row.id }, by, data)
  if (openness !== 'private') {
    stage.rows.consents.push({
      ...{ id: nameBasedId(`${row.id}:consent:${side}`), accountId: by.actor!, recipientId: null, purpose: 'case' },
      ...{ fields: [openness], subjectId: row.id, givenAt: at, until: null, revokedAt: null },
    })
  }
  return at
}

function firstCase(
  told: Told,
  accepted: Accepted,
  working: Working,
  reviewed: Reviewed & { applicants: number; reports: readonly string[] },
  random: Random,
): Row {
  const { plan, row: project } = told
  const { id: contractId, companyId, accountId: person } = working.row
  const { company } = plan
  const at = new Date(reviewed.at.getTime() + 4000)
  return {
    ...{ id: nameBasedId(`${contractId}:case`), contractId, projectId: project.id, companyId, accountId: person },
    title: project.title!,
    problem: sentencesFrom(project.background!, 1, 3),
    done: reviewed.reports.join('\n'),
    result: reviewed.result,
    learned: fill(random.pick(sayable(LEARNED, company.industry)), wordsOf(company.trade, company.town, random)),
    surprised: surprised(working, reviewed),
    outcome: working.row.endedEarlyAt && reviewed.outcome !== 'reached' ? 'early' : reviewed.outcome,
    days: daysBetween(today(told.publishedAt), today(accepted.acceptedAt)),
    codes: plan.codes.map(({ code }) => code),
    industry: company.industry,
    prefecture: company.prefecture,
    talentPrefecture: accepted.talent.demo.prefecture,
    size: sizeBand(company.employees),
    hours: plan.hours,
    months: plan.months,
    fee: plan.fee,
    applicants: reviewed.applicants,
    ...{ suspected: [], causes: [], told: null, earlier: null, shownCodes: null, shownIndustry: null },
    ...{ shownPrefecture: null, shownRegion: null, shownSize: null },
    ...{ companyOpenness: null, talentOpenness: null, companyConsentAt: null, talentConsentAt: null },
    ...{ createdAt: at, updatedAt: at, publishedAt: null, withdrawnAt: null, talentName: null, version: 1 },
  }
}

function surprised({ row }: Working, { outcome }: Reviewed): string {
  return row.endedEarlyAt && outcome !== 'reached' ? '約束の日より前に終わりました。' : ''
}

function sentencesFrom(text: string, from: number, to: number): string {
  return text
    .split(/(?<=。)/)
    .slice(from, to)
    .join('')
}
