import { index, integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { classify, moment } from '../lib/db/columns.ts'
import { projects } from '../projects/schema.ts'
import { talents } from '../talents/schema.ts'

/** The best people for a project, as the company was shown them: whole list replaced at each run. */
export const proposals = pgTable(
  'proposals',
  {
    projectId: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    companyId: uuid().notNull(),
    talentId: uuid()
      .notNull()
      .references(() => talents.id, { onDelete: 'cascade' }),
    rank: integer().notNull(),
    /** Sum of the points, 1/4096 logit. */
    score: integer().notNull(),
    /** One number a factor, in the engine's order: the explanation is the model itself. */
    points: smallint().array().notNull(),
    /** Which model gave them. */
    model: text().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.talentId] }), index().on(t.talentId)],
)
classify(proposals, { org: 'projectId companyId talentId rank score points model createdAt' })
export type Proposal = typeof proposals.$inferSelect
