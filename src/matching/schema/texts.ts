import { sql } from 'drizzle-orm'
import { index, integer, pgTable, real, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { bytea, classify, id, moment } from '../../lib/db/columns.ts'

/** The endpoint by which texts are read; the one without an end is in use. */
export const textReaders = pgTable(
  'text_readers',
  {
    id: id(),
    /** Of the model. */
    name: text().notNull(),
    /** Mean vector of texts of ours: what all texts have in common there says nothing. Its length is that of every vector. */
    middle: real().array().notNull(),
    since: moment().notNull(),
    until: moment(),
  },
  (t) => [uniqueIndex('one_reader_in_use').on(sql`(true)`).where(sql`${t.until} is null`)],
)
classify(textReaders, { secret: 'id name middle since until' })
export type TextReader = typeof textReaders.$inferSelect

/** What was read of a text, by a hash of it: whose it is stands nowhere. */
export const textVectors = pgTable(
  'text_vectors',
  {
    /** Of the reader and the text. */
    hash: text().primaryKey(),
    /** Signed bytes. */
    vector: bytea().notNull(),
    /** The last night in which a profile or a project said this. */
    usedAt: moment().notNull(),
  },
  (t) => [index().on(t.usedAt)],
)
classify(textVectors, { secret: 'hash vector usedAt' })

/** A space learned on the instance's own texts, by which texts are compared; the newest counts, older ones are deleted with it. */
export const textSpaces = pgTable(
  'text_spaces',
  {
    id: id(),
    /** See `spaceBytes`. */
    bytes: bytea().notNull(),
    /** See meaningOfRecords: of another meaning it is not used. */
    meaning: text().notNull(),
    /** How many texts there were; it was learned on some of them. */
    texts: integer().notNull(),
    learnedAt: moment().notNull(),
  },
  (t) => [index().on(t.learnedAt)],
)
classify(textSpaces, { secret: 'id bytes meaning texts learnedAt' })
