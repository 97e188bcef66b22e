import { addDays, today } from '../../../src/lib/time.ts'
import type { Project } from '../../../src/projects/schema.ts'
import { accountId } from '../../cast.ts'
import { nameBasedId } from '../../ids.ts'
import type { Random } from '../../random.ts'
import { ENDINGS } from '../../texts/owner.ts'
import { RETURNS } from '../../texts/returns.ts'
import { joinedBy, programmeId } from '../programmes.ts'
import type { ProjectPlan } from '../project-plan.ts'
import type { ProjectTexts } from '../project-texts.ts'
import { type By, later, type Stage } from '../rows.ts'

export type ProjectFacts = Stage['rows']['projects'][number] & { id: string }
/** A project that went live, and until when people may apply. */
export type Told = { row: ProjectFacts; plan: ProjectPlan; by: By; publishedAt: Date; closes: Date }

const DAY = 86_400_000
const SYSTEM: By = { actor: null, organisation: null }
const desk = (): By => ({ actor: accountId('mori'), organisation: null })

/** From the first word to publication; null when it did not come so far by now. */
export function beginProject(stage: Stage, plan: ProjectPlan, texts: ProjectTexts, random: Random): Told | null {
  const { company } = plan
  const by: By = { actor: nameBasedId(`${company.key}:owner`), organisation: nameBasedId(company.key) }
  const begun = new Date(stage.now.getTime() - plan.begunDaysAgo * DAY - random.between(30, 600) * 60_000)
  const row = firstRow(plan, texts, by, begun, random)
  const subject = { kind: 'project', id: row.id }
  const did = (at: Date, act: string, who: By, set: Partial<Project>, data?: Record<string, string>) => {
    if (!stage.done(at, act, subject, who, data)) return false
    Object.assign(row, set, { updatedAt: at, version: (row.version ?? 1) + 1 })
    return true
  }
  stage.rows.projects.push(row)
  stage.rows.projectCodes.push(...plan.codes.map((code, position) => ({ projectId: row.id, ...code, position })))
  stage.done(row.createdAt as Date, 'project.drafted', subject, by)

  const programme = joinedBy(stage, company, row.createdAt as Date)
  if (programme) {
    row.programmeId = programmeId(programme)
    stage.done(row.createdAt as Date, 'project.programme-joined', subject, by, { programme: row.programmeId })
  }

  if (random.chance(0.03)) return null
  let submitted = later(begun, random.between(0, 4), random)
  if (!did(submitted, 'project.submitted', by, { submittedAt: submitted })) return null
  if (random.chance(0.1)) {
    const returned = later(submitted, random.between(1, 2), random)
    const [reason, sentence] = random.pick(RETURNS)
    if (!did(returned, 'project.returned', desk(), { returnedAt: returned, returnReasons: [sentence] }, { reason }))
      return null
    if (random.chance(0.15)) return null
    const saved = later(returned, random.between(1, 4), random)
    if (!did(saved, 'project.saved', by, {})) return null
    submitted = later(saved, 0, random)
    if (!did(submitted, 'project.submitted', by, { submittedAt: submitted, returnedAt: null, returnReasons: [] }))
      return null
  }
  if (random.chance(0.02)) {
    const gone = later(submitted, 0, random)
    did(gone, 'project.withdrawn', by, { withdrawnAt: gone })
    return null
  }
  const published = later(submitted, random.between(1, 2), random)
  if (!did(published, 'project.published', desk(), { publishedAt: published })) return null
  if (random.chance(0.03)) {
    const gone = later(published, random.between(2, 9), random)
    if (did(gone, 'project.withdrawn', by, { withdrawnAt: gone })) return null
  }
  const closesOn = addDays(today(published), random.between(21, 45))
  row.closesOn = closesOn
  return { row, plan, by, publishedAt: published, closes: new Date(`${closesOn}T23:59:59+09:00`) }
}

/** What happens to the project after the choosing. */
export function endProject(stage: Stage, told: Told, as: 'closed' | 'filled' | 'unfilled', at: Date): boolean {
  const { row, by } = told
  const set = { closed: 'closedAt', filled: 'filledAt', unfilled: 'unfilledAt' } as const
  const who = as === 'unfilled' ? by : SYSTEM
  if (!stage.done(at, `project.${as}`, { kind: 'project', id: row.id }, who)) return false
  Object.assign(row, { [set[as]]: at, updatedAt: at, version: (row.version ?? 1) + 1 })
  return true
}

function firstRow(plan: ProjectPlan, texts: ProjectTexts, by: By, at: Date, random: Random): ProjectFacts {
  const { company, style } = plan
  return {
    id: nameBasedId(plan.key),
    companyId: by.organisation!,
    worryId: null,
    createdBy: by.actor,
    ...texts,
    industry: company.industry,
    openings: 1,
    hours: plan.hours,
    fee: plan.fee,
    travelPaid: style === 'remote' ? null : plan.travelPaid,
    style,
    place: style === 'remote' ? '在宅（オンライン）' : company.address,
    prefecture: company.prefecture,
    municipality: company.municipality,
    startOn: `${addDays(today(at), 60).slice(0, 7)}-01`,
    months: plan.months,
    contractKind: 'direct',
    ending: random.pick(ENDINGS),
    posterName: company.name,
    posterAddress: company.address,
    posterContact: `電話 ${company.phone}（${company.owner.familyName} ${company.owner.givenName}）`,
    answerDays: plan.answerDays,
    applicationLimit: null,
    unsure: [],
    closesOn: null,
    createdAt: at,
    updatedAt: at,
    ...{ submittedAt: null, returnedAt: null, publishedAt: null, closedAt: null, filledAt: null, unfilledAt: null },
    withdrawnAt: null,
    returnReasons: [],
    version: 1,
  }
}
