import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { classify, id, moment } from '../lib/db/columns.ts'
import { projects } from '../projects/schema.ts'
import { talents } from '../talents/schema.ts'

/** 人に相談する: somebody asks to be called. */
export const consultations = pgTable(
  'consultations',
  {
    id: id(),
    name: text().notNull(),
    phone: text().notNull(),
    wish: text({ enum: ['soon', 'morning', 'afternoon', 'evening'] }).notNull(),
    note: text().notNull().default(''),
    /** The screen it was asked from. */
    page: text().notNull(),
    accountId: uuid(),
    createdAt: moment().notNull(),
    calledBackAt: moment(),
    calledBackBy: uuid(),
  },
  (t) => [index().on(t.calledBackAt, t.createdAt)],
)
classify(consultations, {
  personal: 'name phone note accountId',
  org: 'id wish page createdAt calledBackAt calledBackBy',
})
export type Consultation = typeof consultations.$inferSelect

/** That the desk pointed a company to a runner-up of a company nearby, for one project: once. */
export const suggestedRunnersUp = pgTable(
  'suggested_runners_up',
  {
    projectId: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    talentId: uuid()
      .notNull()
      .references(() => talents.id, { onDelete: 'cascade' }),
    suggestedAt: moment().notNull(),
    suggestedBy: uuid().notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.talentId] }), index().on(t.talentId)],
)
classify(suggestedRunnersUp, { personal: 'projectId talentId suggestedAt suggestedBy' })
