import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts } from '../../accounts/schema.ts'
import { companies } from '../../companies/schema.ts'
import { classify, id, moment } from '../../lib/db/columns.ts'
import { projects } from '../../projects/schema.ts'
import { talents } from '../../talents/schema.ts'

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
    // The withdrawn ones too: without it the sums of a kind of work read everybody's applications once a project.
    index().on(t.projectId),
    index().on(t.companyId, t.sentAt),
    index().on(t.accountId),
    index().on(t.talentId),
  ],
)
classify(applications, {
  org: 'id number projectId companyId talentId accountId answer1 answer2 createdAt sentAt readAt shortlistedAt interviewAt offeredAt acceptedAt declinedAt declineReason withdrawnAt lapsedAt runnerUpAt answerBy version',
})
export type Application = typeof applications.$inferSelect
