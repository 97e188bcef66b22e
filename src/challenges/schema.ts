import { type AnyPgColumn, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accounts } from '../accounts/schema.ts'
import { companies } from '../companies/schema.ts'
import { classify, id, moment } from '../lib/db/columns.ts'

/** An owner's own words, kept as they are. Bound to the browser until somebody signs in. */
export const worries = pgTable(
  'worries',
  {
    id: id(),
    text: text().notNull(),
    browserHash: text().notNull(),
    /** The short code on the printed sheet, hashed, to go on elsewhere. */
    resumeHash: text().unique(),
    accountId: uuid().references(() => accounts.id, { onDelete: 'cascade' }),
    companyId: uuid().references(() => companies.id),
    createdAt: moment().notNull(),
    /** When the words were last written. Later than `structuredAt`: the trees are not yet made from them. */
    updatedAt: moment().notNull(),
    structuredAt: moment(),
    claimedAt: moment(),
    /** Which of the trees that were made from the words the owner looks at. */
    reading: integer().notNull().default(0),
    version: integer().notNull().default(1),
  },
  (t) => [index().on(t.browserHash), index().on(t.accountId), index().on(t.companyId)],
)
classify(worries, {
  org: 'id text companyId createdAt updatedAt structuredAt claimedAt reading version',
  personal: 'accountId',
  secret: 'browserHash resumeHash',
})
export type Worry = typeof worries.$inferSelect

/** Further browsers in which a worry may be read: those that brought its short code. */
export const worryBrowsers = pgTable(
  'worry_browsers',
  {
    worryId: uuid()
      .notNull()
      .references(() => worries.id, { onDelete: 'cascade' }),
    browserHash: text().notNull(),
    since: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.worryId, t.browserHash] }), index().on(t.browserHash)],
)
classify(worryBrowsers, { org: 'worryId since', secret: 'browserHash' })

/** One line of the tree made from a worry: symptom → cause → work → what would be different. */
export const challengeNodes = pgTable(
  'challenge_nodes',
  {
    id: id(),
    worryId: uuid()
      .notNull()
      .references(() => worries.id, { onDelete: 'cascade' }),
    reading: integer().notNull().default(0),
    parentId: uuid().references((): AnyPgColumn => challengeNodes.id, { onDelete: 'cascade' }),
    kind: text({ enum: ['symptom', 'cause', 'work', 'outcome'] }).notNull(),
    text: text().notNull(),
    code: text(),
    /** What stood here before a person changed it, so that it can be put back. */
    firstText: text(),
    firstCode: text(),
    /** Where the line comes from: the owner's own words, a job code's phrase, a person who wrote it. */
    source: text({ enum: ['owner', 'code', 'person'] }).notNull(),
    phrase: text().notNull(),
    position: integer().notNull(),
    createdAt: moment().notNull(),
    confirmedAt: moment(),
    changedAt: moment(),
    removedAt: moment(),
    writtenBy: uuid(),
  },
  (t) => [index().on(t.worryId, t.position)],
)
classify(challengeNodes, {
  org: 'id worryId reading parentId kind text code firstText firstCode source phrase position createdAt confirmedAt changedAt removedAt writtenBy',
})
export type ChallengeNode = typeof challengeNodes.$inferSelect
