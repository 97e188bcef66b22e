import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { classify, id, moment } from '../../lib/db/columns.ts'
import { projects } from '../../projects/schema.ts'
import { applications } from './application.ts'

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
