import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts } from '../accounts/schema.ts'
import { companies } from '../companies/schema.ts'
import { classify, id, moment } from '../lib/db/columns.ts'
import { projects } from '../projects/schema.ts'
import { talents } from '../talents/schema.ts'

/** A talent's bid. Company and person stand in the row itself, so that the wall needs no second look. */
export const applications = pgTable(
  'applications',
  {
    id: id(),
    number: integer().notNull().generatedAlwaysAsIdentity({ startWith: 5001 }).unique(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    talentId: uuid()
      .notNull()
      .references(() => talents.id),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    answer1: text().notNull().default(''),
    answer2: text().notNull().default(''),
    createdAt: moment().notNull(),
    sentAt: moment(),
    readAt: moment(),
    shortlistedAt: moment(),
    interviewAt: moment(),
    offeredAt: moment(),
    acceptedAt: moment(),
    declinedAt: moment(),
    declineReason: text(),
    withdrawnAt: moment(),
    lapsedAt: moment(),
    /** Good, not chosen: the person is asked whether companies nearby may see the card. */
    runnerUpAt: moment(),
    /** 23:59 JST of the day by which the company promised an answer. */
    answerBy: moment(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('one_live_application').on(t.projectId, t.talentId).where(sql`${t.withdrawnAt} is null`),
    index().on(t.companyId, t.sentAt),
    index().on(t.accountId),
    index().on(t.talentId),
  ],
)
classify(applications, {
  org: 'id number projectId companyId talentId accountId answer1 answer2 createdAt sentAt readAt shortlistedAt interviewAt offeredAt acceptedAt declinedAt declineReason withdrawnAt lapsedAt runnerUpAt answerBy version',
})
export type Application = typeof applications.$inferSelect

/** What a company notes for itself while it chooses: the person never reads it. */
export const selections = pgTable(
  'selections',
  {
    applicationId: uuid()
      .primaryKey()
      .references(() => applications.id),
    companyId: uuid().notNull(),
    /** Somebody opened the name, by an act of its own. */
    namedAt: moment(),
    namedBy: uuid(),
    /** Thought of again later. */
    laterAt: moment(),
    /** Not this time; the person hears it with a reason, in a letter of its own. */
    passedAt: moment(),
    /** What those who gave points agreed on together. */
    consensus: text(),
    consensusAt: moment(),
    consensusBy: uuid(),
  },
  (t) => [index().on(t.companyId)],
)
classify(selections, {
  org: 'applicationId companyId namedAt namedBy laterAt passedAt consensus consensusAt consensusBy',
})
export type Selection = typeof selections.$inferSelect

/** A note of the company's own about an applicant. */
export const selectionNotes = pgTable(
  'selection_notes',
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    companyId: uuid().notNull(),
    accountId: uuid().notNull(),
    words: text().notNull(),
    writtenAt: moment().notNull(),
    removedAt: moment(),
  },
  (t) => [index().on(t.applicationId, t.writtenAt)],
)
classify(selectionNotes, { org: 'id applicationId companyId accountId words writtenAt removedAt' })
export type SelectionNote = typeof selectionNotes.$inferSelect

/**
 * What a company looks at in everybody who applies to a project, and how much each counts. A row is never changed: another
 * weight ends it and begins a new one with the same key, so that what was declared when can be read.
 */
export const criteria = pgTable(
  'criteria',
  {
    id: id(),
    key: uuid().notNull(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    companyId: uuid().notNull(),
    position: integer().notNull(),
    name: text().notNull(),
    weight: integer().notNull(),
    declaredAt: moment().notNull(),
    declaredBy: uuid().notNull(),
    endedAt: moment(),
  },
  (t) => [uniqueIndex('one_live_criterion').on(t.projectId, t.position).where(sql`${t.endedAt} is null`)],
)
classify(criteria, { org: 'id key projectId companyId position name weight declaredAt declaredBy endedAt' })
export type Criterion = typeof criteria.$inferSelect

/** The points that one member of a company gave to one applicant, by the key of the criterion. */
export const assessments = pgTable(
  'assessments',
  {
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    accountId: uuid().notNull(),
    companyId: uuid().notNull(),
    projectId: uuid().notNull(),
    points: jsonb().$type<Readonly<Record<string, number>>>().notNull(),
    words: text().notNull(),
    givenAt: moment().notNull(),
    /** Mended later, when the others' may have been read. */
    changedAt: moment(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.accountId] }), index().on(t.projectId)],
)
classify(assessments, { org: 'applicationId accountId companyId projectId points words givenAt changedAt' })
export type Assessment = typeof assessments.$inferSelect

/** From then on everybody of the company reads everybody's points for a project. */
export const scoringRounds = pgTable('scoring_rounds', {
  projectId: uuid()
    .primaryKey()
    .references(() => projects.id),
  companyId: uuid().notNull(),
  openedAt: moment().notNull(),
  openedBy: uuid().notNull(),
})
classify(scoringRounds, { org: 'projectId companyId openedAt openedBy' })
export type ScoringRound = typeof scoringRounds.$inferSelect

/** Two proposed times and the chosen one, until other times are asked for or proposed. */
export const interviews = pgTable(
  'interviews',
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    companyId: uuid().notNull(),
    accountId: uuid().notNull(),
    time1: moment().notNull(),
    time2: moment().notNull(),
    place: text().notNull(),
    proposedBy: uuid().notNull(),
    proposedAt: moment().notNull(),
    chosen: moment(),
    chosenAt: moment(),
    cancelledAt: moment(),
    /** Where the two see each other on a screen; https. */
    link: text(),
    /** The person asked for other times. */
    moveAskedAt: moment(),
  },
  (t) => [uniqueIndex('one_live_interview').on(t.applicationId).where(sql`${t.cancelledAt} is null`)],
)
classify(interviews, {
  org: 'id applicationId companyId accountId time1 time2 place proposedBy proposedAt chosen chosenAt cancelledAt link moveAskedAt',
})
export type Interview = typeof interviews.$inferSelect

/** The desk called a company that let a promise pass. */
export const promiseCalls = pgTable(
  'promise_calls',
  {
    id: id(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    calledBy: uuid().notNull(),
    calledAt: moment().notNull(),
  },
  (t) => [index().on(t.companyId, t.calledAt)],
)
classify(promiseCalls, { org: 'id companyId calledBy calledAt' })

/** 気になる: a mark on a project for oneself. Nobody else reads one; its company learns a round number, from five on. */
export const interests = pgTable(
  'interests',
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    markedAt: moment().notNull(),
  },
  (t) => [uniqueIndex('one_interest').on(t.accountId, t.projectId), index().on(t.projectId)],
)
classify(interests, { personal: 'id accountId projectId companyId markedAt' })

/** 15分の話: before applying, without a name. Up to three times from the company, one of which is chosen. */
export const talks = pgTable(
  'talks',
  {
    id: id(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    talentId: uuid()
      .notNull()
      .references(() => talents.id),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    topic: text().notNull(),
    askedAt: moment().notNull(),
    /** 23:59 JST of the day by which the company promised an answer. */
    answerBy: moment().notNull(),
    /** On offer: one to three, in their order. None: they are still to come, or others were asked for. */
    times: moment().array().notNull().default([]),
    /** Where to talk: a link, or a number to ring. */
    place: text(),
    proposedAt: moment(),
    chosen: moment(),
    chosenAt: moment(),
    declinedAt: moment(),
    declineReason: text(),
    cancelledAt: moment(),
    cancelledBy: text({ enum: ['talent', 'company'] }),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('one_live_talk').on(t.projectId, t.talentId).where(sql`${t.cancelledAt} is null`),
    index().on(t.companyId, t.answerBy),
    index().on(t.accountId),
    index().on(t.chosen),
  ],
)
classify(talks, {
  org: 'id projectId companyId talentId accountId topic askedAt answerBy times place proposedAt chosen chosenAt declinedAt declineReason cancelledAt cancelledBy version',
})
export type Talk = typeof talks.$inferSelect
