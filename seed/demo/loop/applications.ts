import type { applications } from '../../../src/applications/schema.ts'
import { answerDeadline } from '../../../src/lib/time.ts'
import { undoUntil } from '../../../src/lib/undo.ts'
import { nameBasedId } from '../../ids.ts'
import type { Random } from '../../random.ts'
import { ANSWERS_1, ANSWERS_2, DECLINES, TALKS } from '../../texts/letters.ts'
import { sayable, wordsOf } from '../companies.ts'
import { fill } from '../japanese.ts'
import { DISCLOSED_FIELDS, type Pool, type PoolTalent } from '../pool.ts'
import { type By, later, type Stage } from '../rows.ts'
import { workName } from '../wording.ts'
import { endProject, type Told } from './project.ts'
import { markRunnerUp } from './runner-ups.ts'

export type ApplicationFacts = typeof applications.$inferInsert & { id: string; sentAt: Date }
export type Sent = {
  row: ApplicationFacts
  talent: PoolTalent
  /** When the person chose a time for an interview. */
  choseAt?: Date
}
/** The one who was chosen and said yes. */
export type Accepted = Sent & { acceptedAt: Date }

const NOBODY = 0.08
const REASONS = ['chosen', 'experience', 'time', 'distance'] as const
/** Declines that keep the promise. */
const KEPT = 0.97

/**
 * All applications to one project and what became of them; whoever said yes, when somebody did. `met`: who applies besides, and is
 * remembered when somebody else is chosen.
 */
export function chooseAmong(
  stage: Stage,
  told: Told,
  pool: Pool,
  met: readonly PoolTalent[],
  random: Random,
): Accepted | null {
  const { publishedAt, closes } = told
  const days = Math.floor((closes.getTime() - publishedAt.getTime()) / 86_400_000)
  const wanted = random.chance(NOBODY) ? 0 : random.between(6, 13)
  const known = wanted > 0 ? met : []
  const others = pool.applicants(told.plan, publishedAt, wanted - known.length, random)
  const applicants = [...others.filter((one) => !known.includes(one)), ...known]
  const sent = applicants.flatMap((talent, n) => {
    const one = apply(
      stage,
      told,
      talent,
      later(publishedAt, Math.floor(days * random.next() ** 1.4), random),
      random.fork(n),
    )
    return one ? [one] : []
  })
  const decided = later(closes, random.between(1, 3), random)
  endProject(stage, told, 'closed', new Date(closes.getTime() + 60_000))
  const staying = sent.filter(({ row }) => !row.withdrawnAt)
  const [best, ...rest] = staying
    .map((one) => ({ one, fit: one.talent.fit(told.plan) }))
    .sort((a, b) => b.fit - a.fit || (a.one.row.id < b.one.row.id ? -1 : 1))
    .map(({ one }) => one)
  const chosen = best && random.chance(0.82) ? best : null
  const shortlist = chosen ? rest.slice(0, random.between(0, 2)) : (best ? [best, ...rest] : []).slice(0, 2)
  const isMet = ({ talent }: Sent) => met.includes(talent)
  const finalists = new Set([...shortlist, ...rest.filter(isMet)])
  const accepted = chosen ? court(stage, told, chosen, decided, random) : null
  for (const one of finalists) meet(stage, told, one, decided, random)
  for (const one of staying.filter((other) => other !== chosen))
    decline(stage, told, one, accepted?.acceptedAt ?? decided, random)
  for (const one of finalists) markRunnerUp(stage, told, one, isMet(one))
  if (!accepted) endProject(stage, told, 'unfilled', later(decided, random.between(6, 16), random))
  return accepted
}

function apply(stage: Stage, told: Told, talent: PoolTalent, at: Date, random: Random): Sent | null {
  const { row: project, plan, by } = told
  if (at > stage.now) return null
  const id = nameBasedId(`${plan.key}:${talent.id}`)
  const person: By = { actor: talent.accountId, organisation: null }
  const subject = { kind: 'application', id }
  const begun = new Date(at.getTime() - random.between(8, 90) * 60_000)
  const words = { ...wordsOf(plan.company.trade, plan.company.town, random), ...talent.says(plan) }
  const row: ApplicationFacts = {
    ...{ id, projectId: project.id, companyId: by.organisation!, talentId: talent.id, accountId: talent.accountId },
    answer1: fill(random.pick(sayable(ANSWERS_1, plan.company.industry)), words),
    answer2: fill(random.pick(sayable(ANSWERS_2, plan.company.industry)), words),
    createdAt: begun,
    sentAt: at,
    answerBy: answerDeadline(at, plan.answerDays),
    ...{ readAt: null, shortlistedAt: null, interviewAt: null, offeredAt: null, acceptedAt: null, declinedAt: null },
    ...{ declineReason: null, withdrawnAt: null, lapsedAt: null, version: 2 },
  }
  stage.rows.applications.push(row)
  stage.done(at, 'application.sent', subject, person)
  consent(stage, row, 'application', DISCLOSED_FIELDS, at, null)
  if (random.chance(0.05)) {
    const gone = later(at, random.between(0, 3), random)
    if (step(stage, row, gone, 'withdrawn', person)) stage.rows.consents.at(-1)!.revokedAt = gone
    return { row, talent }
  }
  const read = later(at, random.between(0, 2), random)
  step(stage, row, read < told.closes ? read : new Date(at.getTime() + 600_000), 'read', by)
  return { row, talent }
}

/** Shortlist, talk, offer, yes; null when it did not come to a yes. */
function court(stage: Stage, told: Told, one: Sent, from: Date, random: Random): Accepted | null {
  const met = meet(stage, told, one, from, random)
  if (!met) return null
  const { row, talent } = one
  const offered = later(met, random.between(1, 3), random)
  if (!step(stage, row, offered, 'offered', told.by)) return null
  const person: By = { actor: talent.accountId, organisation: null }
  const answered = later(offered, random.between(1, 4), random)
  if (random.chance(0.04)) {
    const lapsed = new Date(offered.getTime() + 14 * 86_400_000 + 3_600_000)
    step(stage, row, lapsed, 'lapsed', { actor: null, organisation: null })
    return null
  }
  if (random.chance(0.05)) {
    if (stage.done(answered, 'application.refused', { kind: 'application', id: row.id }, person)) {
      Object.assign(row, { withdrawnAt: answered, version: row.version! + 1 })
    }
    return null
  }
  return step(stage, row, answered, 'accepted', person) ? { ...one, acceptedAt: answered } : null
}

/** Onto the shortlist and to an interview; when it was held, or null. */
function meet(stage: Stage, told: Told, one: Sent, from: Date, random: Random): Date | null {
  const { row, talent } = one
  const { by, plan } = told
  if (!row.readAt) return null
  const listed = later(row.readAt, random.between(0, 1), random)
  if (!step(stage, row, listed, 'shortlisted', by)) return null
  const proposed = later(listed > from ? listed : from, 0, random)
  const subject = { kind: 'application', id: row.id }
  if (!stage.done(proposed, 'application.interview-proposed', subject, by)) return null
  Object.assign(row, { interviewAt: proposed, version: row.version! + 1 })
  const [time1, time2] = [atHour(later(proposed, 4, random), 19), atHour(later(proposed, 6, random), 10)]
  const chosenAt = later(proposed, 1, random)
  const chose = stage.done(chosenAt, 'application.interview-chosen', subject, {
    actor: talent.accountId,
    organisation: null,
  })
  if (chose) {
    row.version = row.version! + 1
    one.choseAt = chosenAt
  }
  const chosen = random.chance(0.6) ? time1 : time2
  stage.rows.interviews.push({
    ...{
      id: nameBasedId(`${row.id}:interview`),
      applicationId: row.id,
      companyId: row.companyId,
      accountId: row.accountId,
    },
    ...{
      time1,
      time2,
      place: plan.style === 'visits' ? plan.company.address : '画面ごし（つなぎ方は前の日に知らせます）',
    },
    ...{
      proposedBy: by.actor!,
      proposedAt: proposed,
      chosen: chose ? chosen : null,
      chosenAt: chose ? chosenAt : null,
    },
    cancelledAt: null,
  })
  talk(stage, told, row, listed, random)
  return chose && chosen <= stage.now ? chosen : null
}

function talk(stage: Stage, told: Told, row: ApplicationFacts, from: Date, random: Random) {
  const words = { ...wordsOf(told.plan.company.trade, told.plan.company.town, random), work: workName(told.plan.leaf) }
  const talks = TALKS.filter((lines) => sayable(lines, told.plan.company.industry).length === lines.length)
  random.pick(talks).reduce((at, pattern, n) => {
    const next = later(at, n === 0 ? 0 : 1, random)
    const side = n % 2 === 0 ? ('company' as const) : ('talent' as const)
    const by = side === 'company' ? told.by : { actor: row.accountId, organisation: null }
    const id = nameBasedId(`${row.id}:message:${n}`)
    if (!stage.done(next, 'message.sent', { kind: 'message', id }, by, { application: row.id, side })) return next
    const readAt = later(next, 1, random)
    stage.rows.messages.push({
      ...{ id, applicationId: row.id, companyId: row.companyId, accountId: row.accountId, side, senderId: by.actor! },
      ...{ body: fill(pattern, words), sentAt: next, readAt: readAt <= stage.now ? readAt : null },
    })
    return next
  }, from)
}

function decline(stage: Stage, told: Told, one: Sent, from: Date, random: Random) {
  const { row } = one
  // Who was put on the shortlist has an answer, and hears the rest when somebody was chosen.
  const at = !row.shortlistedAt && random.chance(KEPT) ? inTime(one, random) : afterAll(one, from, random)
  if (step(stage, row, at, 'declined', told.by)) row.declineReason = `${random.pick(REASONS)}\n${random.pick(DECLINES)}`
}

/** Within the days that were promised. */
function inTime({ row }: Sent, random: Random): Date {
  const read = row.readAt ?? row.sentAt
  const promised = row.answerBy!.getTime() - random.between(3, 30) * 3_600_000
  const soon = Math.min(later(read, random.between(0, 3), random).getTime(), promised)
  return new Date(Math.max(soon, undoUntil(read).getTime()))
}

/** A few hear it only when somebody else was chosen. */
function afterAll({ row, choseAt }: Sent, from: Date, random: Random): Date {
  const due = Math.max(
    from.getTime(),
    (choseAt ?? row.interviewAt ?? row.shortlistedAt ?? row.readAt ?? row.sentAt).getTime(),
  )
  return undoUntil(later(new Date(due), random.between(0, 2), random))
}

type Step = 'read' | 'shortlisted' | 'offered' | 'accepted' | 'declined' | 'withdrawn' | 'lapsed'

function step(stage: Stage, row: ApplicationFacts, at: Date, name: Step, by: By): boolean {
  if (!stage.done(at, `application.${name}`, { kind: 'application', id: row.id }, by)) return false
  Object.assign(row, { [`${name}At`]: at, version: row.version! + 1 })
  return true
}

export function consent(
  stage: Stage,
  row: ApplicationFacts,
  purpose: 'application' | 'contract' | 'case',
  fields: readonly string[],
  givenAt: Date,
  subjectId: string | null,
) {
  stage.rows.consents.push({
    id: nameBasedId(`${subjectId ?? row.id}:consent:${purpose}`),
    accountId: row.accountId,
    recipientId: row.companyId,
    ...{ purpose, fields: [...fields], subjectId: subjectId ?? row.id, givenAt, until: null, revokedAt: null },
  })
}

function atHour(day: Date, hour: number): Date {
  const start = Math.floor((day.getTime() + 9 * 3_600_000) / 86_400_000) * 86_400_000 - 9 * 3_600_000
  return new Date(start + hour * 3_600_000)
}
