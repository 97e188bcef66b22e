import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { classify, id, moment } from '../../lib/db/columns.ts'
import { accounts } from './account.ts'

/** Better Auth's `session`. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    token: text().notNull().unique(),
    userId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    expiresAt: moment().notNull(),
    ipAddress: text(),
    userAgent: text(),
    /** When a passkey was shown in this session. */
    strongAt: moment(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [index().on(t.userId)],
)
classify(sessions, { secret: 'id token userId expiresAt ipAddress userAgent strongAt createdAt updatedAt' })

/** Ways to sign in that another service vouches for: `providerId` is its issuer, `accountId` its number for somebody. Better Auth's `account`. */
export const identities = pgTable(
  'identities',
  {
    id: id(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: moment(),
    refreshTokenExpiresAt: moment(),
    scope: text(),
    password: text(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [index().on(t.userId), uniqueIndex('one_account_of_an_identity').on(t.providerId, t.accountId)],
)
classify(identities, {
  secret:
    'id accountId providerId userId accessToken refreshToken idToken accessTokenExpiresAt refreshTokenExpiresAt scope password createdAt updatedAt',
})

/** Better Auth's short-lived values (passkey challenges and the like). */
export const verifications = pgTable(
  'verifications',
  {
    id: id(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment().notNull(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [index().on(t.identifier)],
)
classify(verifications, { secret: 'id identifier value expiresAt createdAt updatedAt' })

/** Better Auth's `passkey`. */
export const passkeys = pgTable(
  'passkeys',
  {
    id: id(),
    name: text(),
    publicKey: text().notNull(),
    userId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    credentialID: text('credential_id').notNull().unique(),
    counter: integer().notNull(),
    deviceType: text().notNull(),
    backedUp: boolean().notNull(),
    transports: text(),
    aaguid: text(),
    createdAt: moment(),
  },
  (t) => [index().on(t.userId)],
)
classify(passkeys, {
  secret: 'id name publicKey userId credentialID counter deviceType backedUp transports aaguid createdAt',
})

/** Somebody whom another service vouched for and whom we do not know yet, until they prove a mailbox in the same browser. */
export const introductions = pgTable(
  'introductions',
  {
    id: id(),
    browserHash: text().notNull(),
    issuer: text().notNull(),
    subject: text().notNull(),
    /** What the service says: written into the box, never believed. */
    email: text(),
    expiresAt: moment().notNull(),
  },
  (t) => [index().on(t.expiresAt)],
)
classify(introductions, { secret: 'id browserHash issuer subject email expiresAt' })

/**
 * A code sent by mail. Bound to the browser that asked, so that a stranger's guesses never use up the owner's tries.
 * The worker makes the code when it sends the mail: nothing here tells it.
 */
export const signInCodes = pgTable(
  'sign_in_codes',
  {
    id: id(),
    email: text().notNull(),
    browserHash: text().notNull(),
    /** From where it was asked for, as a keyed hash of the neighbourhood of the address. */
    neighbourhood: text(),
    purpose: text({ enum: ['sign-in', 'signing'] }).notNull(),
    codeHash: text(),
    /** Whom another service vouched for: the account of this address is theirs, too, once the code is entered. */
    introductionId: uuid(),
    attempts: integer().notNull().default(0),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (t) => [index().on(t.email, t.createdAt), check('attempts_in_range', sql`${t.attempts} between 0 and 5`)],
)
classify(signInCodes, {
  secret: 'id email browserHash neighbourhood purpose codeHash introductionId attempts createdAt expiresAt usedAt',
})

/** A code that the desk prints or reads out for somebody without a mail address. It is made from the row's id and a key. */
export const spokenCodes = pgTable(
  'spoken_codes',
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    codeHash: text().notNull(),
    madeBy: uuid().notNull(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (t) => [index().on(t.codeHash)],
)
classify(spokenCodes, { secret: 'id accountId codeHash madeBy createdAt expiresAt usedAt' })
