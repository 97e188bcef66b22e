import type { accounts, consents, invitations, memberships, organisations, people } from '../../src/accounts/schema.ts'
import type { applications, assessments, criteria, interests, interviews } from '../../src/applications/schema.ts'
import type { cases, stories } from '../../src/cases/schema.ts'
import type { challengeNodes, dialogueLines, dialogues, worries } from '../../src/challenges/schema.ts'
import type { companies, companyContacts, companyKeys, partnerCompanies } from '../../src/companies/schema.ts'
import type { contracts, contractVersions } from '../../src/contracts/schema.ts'
import type { consultations } from '../../src/desk/schema.ts'
import type { eventAnswers, eventProjects, events, registrations, travelSupports } from '../../src/events/schema.ts'
import type { history } from '../../src/history/schema.ts'
import type { commendations } from '../../src/ladder/schema.ts'
import type { assistedSessions, entries, mandates } from '../../src/mandates/schema.ts'
import type { messages } from '../../src/messages/schema.ts'
import type { notices } from '../../src/notices/schema.ts'
import type { partnerLogos, programmes } from '../../src/partners/schema.ts'
import type { askings, projectCodes, projects, questions } from '../../src/projects/schema.ts'
import type { handoverReceipts, handovers, referrals } from '../../src/referrals/schema.ts'
import type { scouts } from '../../src/scouts/schema.ts'
import type { grants, subsidyLedgers } from '../../src/subsidies/schema.ts'
import type { employerBlocks, employers, talentCodes, talents, ties } from '../../src/talents/schema.ts'
import type { watches } from '../../src/watches/schema.ts'
import type { reviews, visits, workMonths } from '../../src/works/schema.ts'

/** Everything of a demo, table by table, before it is written. */
export type DemoRows = {
  accounts: (typeof accounts.$inferInsert)[]
  people: (typeof people.$inferInsert)[]
  organisations: (typeof organisations.$inferInsert)[]
  memberships: (typeof memberships.$inferInsert)[]
  invitations: (typeof invitations.$inferInsert)[]
  companies: (typeof companies.$inferInsert)[]
  companyContacts: (typeof companyContacts.$inferInsert)[]
  companyKeys: (typeof companyKeys.$inferInsert)[]
  partnerCompanies: (typeof partnerCompanies.$inferInsert)[]
  events: (typeof events.$inferInsert)[]
  registrations: (typeof registrations.$inferInsert)[]
  travelSupports: (typeof travelSupports.$inferInsert)[]
  eventAnswers: (typeof eventAnswers.$inferInsert)[]
  eventProjects: (typeof eventProjects.$inferInsert)[]
  referrals: (typeof referrals.$inferInsert)[]
  dialogues: (typeof dialogues.$inferInsert)[]
  dialogueLines: (typeof dialogueLines.$inferInsert)[]
  worries: (typeof worries.$inferInsert)[]
  challengeNodes: (typeof challengeNodes.$inferInsert)[]
  handovers: (typeof handovers.$inferInsert)[]
  handoverReceipts: (typeof handoverReceipts.$inferInsert)[]
  partnerLogos: (typeof partnerLogos.$inferInsert)[]
  programmes: (typeof programmes.$inferInsert)[]
  mandates: (typeof mandates.$inferInsert)[]
  assistedSessions: (typeof assistedSessions.$inferInsert)[]
  entries: (typeof entries.$inferInsert)[]
  talents: (typeof talents.$inferInsert)[]
  talentCodes: (typeof talentCodes.$inferInsert)[]
  ties: (typeof ties.$inferInsert)[]
  employers: (typeof employers.$inferInsert)[]
  employerBlocks: (typeof employerBlocks.$inferInsert)[]
  projects: (typeof projects.$inferInsert)[]
  projectCodes: (typeof projectCodes.$inferInsert)[]
  questions: (typeof questions.$inferInsert)[]
  askings: (typeof askings.$inferInsert)[]
  applications: (typeof applications.$inferInsert)[]
  criteria: (typeof criteria.$inferInsert)[]
  assessments: (typeof assessments.$inferInsert)[]
  scouts: (typeof scouts.$inferInsert)[]
  consents: (typeof consents.$inferInsert)[]
  commendations: (typeof commendations.$inferInsert)[]
  interviews: (typeof interviews.$inferInsert)[]
  messages: (typeof messages.$inferInsert)[]
  contracts: (typeof contracts.$inferInsert)[]
  contractVersions: (typeof contractVersions.$inferInsert)[]
  workMonths: (typeof workMonths.$inferInsert)[]
  visits: (typeof visits.$inferInsert)[]
  reviews: (typeof reviews.$inferInsert)[]
  cases: (typeof cases.$inferInsert)[]
  stories: (typeof stories.$inferInsert)[]
  grants: (typeof grants.$inferInsert)[]
  subsidyLedgers: (typeof subsidyLedgers.$inferInsert)[]
  interests: (typeof interests.$inferInsert)[]
  watches: (typeof watches.$inferInsert)[]
  notices: (typeof notices.$inferInsert)[]
  consultations: (typeof consultations.$inferInsert)[]
  history: (typeof history.$inferInsert)[]
}

export function emptyRows(): DemoRows {
  return {
    ...{
      accounts: [],
      people: [],
      organisations: [],
      memberships: [],
      invitations: [],
      companies: [],
      companyContacts: [],
    },
    ...{ partnerLogos: [], programmes: [], partnerCompanies: [], referrals: [], handovers: [], handoverReceipts: [] },
    ...{ dialogues: [], dialogueLines: [], worries: [], challengeNodes: [] },
    ...{ events: [], registrations: [], travelSupports: [], eventAnswers: [], eventProjects: [] },
    ...{ consultations: [], mandates: [], assistedSessions: [], entries: [] },
    ...{ companyKeys: [], talents: [], talentCodes: [], ties: [], employers: [], employerBlocks: [], projects: [] },
    ...{
      projectCodes: [],
      questions: [],
      askings: [],
      applications: [],
      criteria: [],
      assessments: [],
      scouts: [],
      consents: [],
      commendations: [],
      interviews: [],
      messages: [],
      contracts: [],
    },
    ...{
      contractVersions: [],
      workMonths: [],
      visits: [],
      reviews: [],
      cases: [],
      stories: [],
      grants: [],
      subsidyLedgers: [],
      interests: [],
      watches: [],
      notices: [],
      history: [],
    },
  }
}

/** Takes out of `rows` what is there of every table but history, which is in the order of time and so comes last. */
export function takeRows(rows: DemoRows): DemoRows {
  const { history, ...rest } = rows
  Object.assign(rows, emptyRows(), { history })
  return { ...rest, history: [] }
}

/** Puts the rows of `part` behind those of `rows`, table by table. */
export function addRows(rows: DemoRows, part: DemoRows): void {
  for (const name of Object.keys(part) as (keyof DemoRows)[]) {
    const all: unknown[] = rows[name]
    for (const row of part[name]) all.push(row)
  }
}

/** Who did it, and in the name of which organisation. */
export type By = { actor: string | null; organisation: string | null }

/** What is done at one time of a story: nothing is written that has not happened yet. */
export type Stage = {
  readonly now: Date
  readonly rows: DemoRows
  /** Writes an act down and says true, or says false when its time has not come. */
  done(
    at: Date,
    act: string,
    subject: { kind: string; id: string },
    by: By,
    data?: Record<string, string | number | null | string[]>,
  ): boolean
}

export function stageOf(rows: DemoRows, now: Date): Stage {
  return {
    now,
    rows,
    done(at, act, subject, by, data = {}) {
      if (at > now) return false
      rows.history.push({ at, act, subjectKind: subject.kind, subjectId: subject.id, ...by, data })
      return true
    },
  }
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** `days` later, at an hour of the day in Japan when people do such things. */
export function later(from: Date, days: number, random: { between(a: number, b: number): number }): Date {
  const day = Math.floor((from.getTime() + 9 * HOUR) / DAY) + days
  const at = day * DAY - 9 * HOUR + random.between(8 * 60, 21 * 60) * 60_000 + random.between(0, 59) * 1000
  return new Date(Math.max(at, from.getTime() + random.between(3, 50) * 60_000))
}
