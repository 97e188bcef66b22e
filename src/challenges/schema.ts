import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { accounts, departments, organisations } from '../accounts/schema.ts'
import { companies } from '../companies/schema.ts'
import { bytea, classify, id, moment } from '../lib/db/columns.ts'
import { partners } from '../partners/schema.ts'

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
    /** Whose it is within the company, and whose all projects are that are made of it; null: the whole company's. */
    departmentId: uuid().references(() => departments.id),
    createdAt: moment().notNull(),
    /** When the words were last written. Later than `structuredAt`: the trees are not yet made from them. */
    updatedAt: moment().notNull(),
    structuredAt: moment(),
    claimedAt: moment(),
    /** Which of the trees that were made from the words the owner looks at. */
    reading: integer().notNull().default(0),
    /** Since when the owner wants somebody to work on the tree too: a partner, or nobody named = the desk. */
    helpAskedAt: moment(),
    helpFrom: uuid().references(() => organisations.id),
    /** When a language model had a part in the trees as they stand. */
    modelHelpedAt: moment(),
    version: integer().notNull().default(1),
  },
  (t) => [index().on(t.browserHash), index().on(t.accountId), index().on(t.companyId), index().on(t.helpFrom)],
)
classify(worries, {
  org: 'id text companyId departmentId createdAt updatedAt structuredAt claimedAt reading helpAskedAt helpFrom modelHelpedAt version',
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

/** What the owner answered when asked back, one row a question; without words: passed over. */
export const worryAnswers = pgTable(
  'worry_answers',
  {
    worryId: uuid()
      .notNull()
      .references(() => worries.id, { onDelete: 'cascade' }),
    /** The key of the question in `reference/listening.yaml`, or `code:<job code>:<n>`. */
    question: text().notNull(),
    text: text(),
    answeredAt: moment().notNull(),
    writtenBy: uuid(),
  },
  (t) => [primaryKey({ columns: [t.worryId, t.question] })],
)
classify(worryAnswers, { org: 'worryId question text answeredAt writtenBy' })
export type WorryAnswer = typeof worryAnswers.$inferSelect

const PICTURES = ['image/jpeg', 'image/png', 'image/webp'] as const

/** A photo of notes, for a helper to type. Kept small: the browser or the server has it made smaller. */
export const worryPhotos = pgTable(
  'worry_photos',
  {
    id: id(),
    worryId: uuid()
      .notNull()
      .references(() => worries.id, { onDelete: 'cascade' }),
    type: text({ enum: PICTURES }).notNull(),
    content: bytea().notNull(),
    createdAt: moment().notNull(),
    /** From then on nobody sees the photo; for a while it can be put back. */
    removedAt: moment(),
    typedAt: moment(),
    typedBy: uuid(),
  },
  (t) => [index().on(t.worryId), index().on(t.typedAt, t.createdAt)],
)
classify(worryPhotos, { org: 'id worryId type content createdAt removedAt typedAt typedBy' })
export type WorryPhoto = typeof worryPhotos.$inferSelect

/** One line of the tree made from a worry: symptom → cause → work → what would be different, what is done first, what is not. */
export const challengeNodes = pgTable(
  'challenge_nodes',
  {
    id: id(),
    worryId: uuid()
      .notNull()
      .references(() => worries.id, { onDelete: 'cascade' }),
    reading: integer().notNull().default(0),
    parentId: uuid().references((): AnyPgColumn => challengeNodes.id, { onDelete: 'cascade' }),
    kind: text({ enum: ['symptom', 'cause', 'work', 'outcome', 'scope', 'exclusion'] }).notNull(),
    text: text().notNull(),
    code: text(),
    /** What stood here before a person changed it, so that it can be put back. */
    firstText: text(),
    firstCode: text(),
    /** Where the line comes from: the owner's own words, a job code's phrase, a case, a person who wrote it. */
    source: text({ enum: ['owner', 'code', 'case', 'person'] }).notNull(),
    phrase: text().notNull(),
    position: integer().notNull(),
    createdAt: moment().notNull(),
    confirmedAt: moment(),
    changedAt: moment(),
    removedAt: moment(),
    writtenBy: uuid(),
    /** As what the writer wrote; nobody: the program. */
    writtenAs: text({ enum: ['owner', 'operator', 'partner'] }),
  },
  (t) => [index().on(t.worryId, t.position)],
)
classify(challengeNodes, {
  org: 'id worryId reading parentId kind text code firstText firstCode source phrase position createdAt confirmedAt changedAt removedAt writtenBy writtenAs',
})
export type ChallengeNode = typeof challengeNodes.$inferSelect

/**
 * 対話シート: what a partner wrote down of a talk with a company. The company alone decides which lines a challenge is made
 * of; of that the partner hears a date.
 */
export const dialogues = pgTable(
  'dialogues',
  {
    id: id(),
    partnerId: uuid()
      .notNull()
      .references(() => partners.id),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    handedBy: uuid().notNull(),
    handedAt: moment().notNull(),
    /** The company took lines of it; which, says what is left of it. */
    takenAt: moment(),
    takenBy: uuid(),
    declinedAt: moment(),
    /** The partner took it back, or nobody answered for a month. */
    recalledAt: moment(),
    lapsedAt: moment(),
    /** The company took its consent back after it had taken lines. */
    withdrawnAt: moment(),
  },
  (t) => [
    index().on(t.companyId),
    uniqueIndex('one_waits')
      .on(t.partnerId, t.companyId)
      .where(sql`num_nonnulls(taken_at, declined_at, recalled_at, lapsed_at) = 0`),
    check('answered_once', sql`num_nonnulls(taken_at, declined_at, recalled_at, lapsed_at) <= 1`),
    check('withdrawn_after_taken', sql`${t.withdrawnAt} is null or ${t.takenAt} is not null`),
  ],
)
classify(dialogues, {
  org: 'id partnerId companyId handedBy handedAt takenAt takenBy declinedAt recalledAt lapsedAt withdrawnAt',
})
export type Dialogue = typeof dialogues.$inferSelect

/** A line of it. As soon as the company answered only those are left that it took, as it corrected them. */
export const dialogueLines = pgTable(
  'dialogue_lines',
  {
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id, { onDelete: 'cascade' }),
    /** A key of `reference/dialogue.yaml`. */
    item: text().notNull(),
    text: text().notNull(),
    /** The challenge that was begun from it. */
    worryId: uuid().references(() => worries.id, { onDelete: 'set null' }),
  },
  (t) => [primaryKey({ columns: [t.dialogueId, t.item] }), index().on(t.worryId)],
)
classify(dialogueLines, { org: 'dialogueId item text worryId' })
export type DialogueLine = typeof dialogueLines.$inferSelect
