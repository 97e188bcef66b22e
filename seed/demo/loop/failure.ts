import { suspectedCauses } from '../../../src/cases/rules/causes.ts'
import { sizeBand, unmatchedText } from '../../../src/cases/rules/draft.ts'
import { type Neighbour, shownByName, shownWithoutName } from '../../../src/cases/rules/shown.ts'
import { accountId } from '../../cast.ts'
import { nameBasedId } from '../../ids.ts'
import type { Random } from '../../random.ts'
import { FAILED_TITLES, FAILURE_LEARNED } from '../../texts/failures.ts'
import { type By, later, type Stage } from '../rows.ts'
import { workName } from '../wording.ts'
import type { Told } from './project.ts'

type Row = Stage['rows']['cases'][number]

const SYSTEM: By = { actor: null, organisation: null }
const desk = (): By => ({ actor: accountId('mori'), organisation: null })
/** Whoever lets the letter about a case lie is rung up so much later. */
export const RUNG_AFTER = 30 * 86_400_000
/** What the company says beside what the figures point to. */
const OTHERS = ['notime', 'budget', 'elsewhere', 'widescope', 'strict'] as const

/** Nobody was found: drafted from the figures, chosen by the company, mended by the desk, agreed to, published. */
export function leaveFailure(
  stage: Stage,
  { row: project, plan, by }: Told,
  applicants: number,
  neighbours: readonly Neighbour[],
  random: Random,
) {
  const ended = (project.unfilledAt ?? project.withdrawnAt) as Date | null | undefined
  if (!ended) return
  const drafted = new Date(ended.getTime() + 4000)
  const id = nameBasedId(`${project.id}:case`)
  const subject = { kind: 'case', id }
  const data = { contractId: null, projectId: project.id }
  if (!stage.done(drafted, 'case.drafted', subject, SYSTEM, data)) return
  const outcome = project.unfilledAt ? 'unfilled' : 'withdrawn'
  const codes = plan.codes.map(({ code }) => code)
  const spot = {
    ...{ codes, industry: plan.company.industry, prefecture: plan.company.prefecture },
    size: sizeBand(plan.company.employees),
  }
  const facts = { outcome, applicants, fee: plan.fee } as const
  const suspected = suspectedCauses({
    ...{ ...facts, lowFee: 30_000, codes: codes.length, musts: plan.codes.filter(({ must }) => must).length },
    ...{ late: random.chance(0.3) ? 1 : 0, noticeBy: null, differed: false },
  })
  const row: Row = {
    ...unmatchedText({
      ...{ title: project.title ?? '', background: project.background ?? '', goal: project.goal ?? '' },
      ...{ work: project.work ?? '', outcome, applicants },
      names: [],
    }),
    ...{ id, contractId: null, projectId: project.id, companyId: project.companyId, accountId: null },
    ...{ ...spot, ...facts, suspected, causes: [], told: null, earlier: null },
    ...{ hours: plan.hours, months: plan.months, days: null, talentPrefecture: null, talentName: null },
    ...{ shownCodes: null, shownIndustry: null, shownPrefecture: null, shownRegion: null, shownSize: null },
    ...{ companyOpenness: null, talentOpenness: null, companyConsentAt: null, talentConsentAt: null },
    ...{ createdAt: drafted, updatedAt: drafted, publishedAt: null, withdrawnAt: null, version: 1 },
  }
  stage.rows.cases.push(row)
  const causes = suspected.length > 0 && random.chance(0.8) ? suspected : [random.pick(OTHERS)]
  const edited = later(drafted, random.between(2, 8), random)
  if (random.chance(0.6)) return keepToThemselves(stage, row, by, drafted)
  if (!stage.done(edited, 'case.edited', subject, desk(), { contractId: null })) return
  const learned = random.pick(FAILURE_LEARNED[causes[0]!] ?? FAILURE_LEARNED.noapplicants!)
  Object.assign(row, {
    title: random.pick(FAILED_TITLES).replace('{work}', workName(plan.leaf)),
    problem: `「${random.pick(plan.leaf.phrases)}」という声から始まりました。`,
    done: `${workName(plan.leaf)}を、月${plan.hours}時間ほどで頼むつもりでした。`,
    ...{ learned, updatedAt: edited, version: 2 },
  })
  const chosen = later(edited, random.between(1, 6), random)
  const openness = random.weighted([
    ['anonymous', 78],
    ['statistics', 17],
    ['private', 5],
  ] as const)
  const choice = { contractId: null, side: 'company', openness, joint: openness }
  if (!stage.done(chosen, 'case.chosen', subject, by, choice)) return
  Object.assign(row, { causes, companyOpenness: openness, companyConsentAt: chosen, version: 3 })
  if (openness !== 'private') {
    stage.rows.consents.push({
      ...{ id: nameBasedId(`${id}:consent`), accountId: by.actor!, recipientId: null, purpose: 'case' },
      ...{ fields: [openness], subjectId: id, givenAt: chosen, until: null, revokedAt: null },
    })
  }
  if (openness !== 'anonymous') return
  const published = later(chosen, random.between(1, 3), random)
  if (!stage.done(published, 'case.published', subject, desk(), { contractId: null })) return
  Object.assign(row, { publishedAt: published, version: 4, ...shownOf(row, neighbours) })
}

/** Rung up later, the company wants the text to be seen by nobody. */
function keepToThemselves(stage: Stage, row: Row, by: By, drafted: Date) {
  const at = new Date(drafted.getTime() + RUNG_AFTER)
  const choice = { contractId: null, side: 'company', openness: 'private', joint: 'private' }
  if (!stage.done(at, 'case.chosen', { kind: 'case', id: row.id }, by, choice)) return
  Object.assign(row, { companyOpenness: 'private', companyConsentAt: at, version: 2 })
}

/** As the desk's publication settles it. */
export function shownOf(row: Row, neighbours: readonly Neighbour[]) {
  const { codes, industry, prefecture, companyId, size = null } = row
  const own = { codes, industry, prefecture, companyId, size }
  const isNamed = row.companyOpenness === 'named' && (row.accountId === null || row.talentOpenness === 'named')
  return isNamed ? shownByName(own) : shownWithoutName(own, neighbours)
}
