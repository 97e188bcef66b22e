import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { classify, id, moment } from '../lib/db/columns.ts'

/** What this database is, so that real data never opens with one-tap sign-in. One row. */
export const instance = pgTable('instance', {
  id: integer().primaryKey().default(1),
  mode: text({ enum: ['demo', 'real'] }).notNull(),
  seed: integer(),
  createdAt: moment().notNull(),
})
classify(instance, { org: 'id mode seed createdAt' })

/** One account = one person. Better Auth's `user`. */
export const accounts = pgTable('accounts', {
  id: id(),
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(false),
  name: text().notNull().default(''),
  image: text(),
  power: text({ enum: ['person', 'operator', 'administrator'] })
    .notNull()
    .default('person'),
  closedAt: moment(),
  createdAt: moment().notNull(),
  updatedAt: moment().notNull(),
})
classify(accounts, { org: 'id power closedAt createdAt updatedAt emailVerified', personal: 'email name image' })
export type Account = typeof accounts.$inferSelect

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

/** Ways to sign in that another service vouches for. Better Auth's `account`. */
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
  (t) => [index().on(t.userId)],
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
    purpose: text({ enum: ['sign-in', 'signing'] }).notNull(),
    codeHash: text(),
    attempts: integer().notNull().default(0),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (t) => [index().on(t.email, t.createdAt), check('attempts_in_range', sql`${t.attempts} between 0 and 5`)],
)
classify(signInCodes, { secret: 'id email browserHash purpose codeHash attempts createdAt expiresAt usedAt' })

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

/** A letter to somebody without a mail address: the desk tells it by telephone. */
export const spokenLetters = pgTable(
  'spoken_letters',
  {
    id: id(),
    /** What it is about and to whom, as for a mail: it comes once. */
    key: text().notNull().unique(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    subject: text().notNull(),
    lines: text().array().notNull(),
    createdAt: moment().notNull(),
    toldAt: moment(),
    toldBy: uuid(),
  },
  (t) => [index().on(t.toldAt, t.createdAt)],
)
classify(spokenLetters, { personal: 'accountId subject lines', org: 'id key createdAt toldAt toldBy' })
export type SpokenLetter = typeof spokenLetters.$inferSelect

/** Who somebody is, apart from everything that companies may search. */
export const people = pgTable('people', {
  accountId: uuid()
    .primaryKey()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  familyName: text().notNull(),
  givenName: text().notNull(),
  familyKana: text(),
  givenKana: text(),
  phone: text(),
  address: text(),
  updatedAt: moment().notNull(),
})
classify(people, {
  personal: 'familyName givenName familyKana givenKana phone address',
  org: 'accountId updatedAt',
})
export type Person = typeof people.$inferSelect

/** A company or a partner: the other half of the wall beside the person. */
export const organisations = pgTable('organisations', {
  id: id(),
  kind: text({ enum: ['company', 'partner'] }).notNull(),
  createdAt: moment().notNull(),
})
classify(organisations, { public: 'id kind', org: 'createdAt' })

export const memberships = pgTable(
  'memberships',
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    role: text({ enum: ['owner', 'member', 'signatory', 'viewer'] }).notNull(),
    since: moment().notNull(),
    until: moment(),
  },
  (t) => [
    uniqueIndex('one_live_membership').on(t.accountId, t.organisationId).where(sql`${t.until} is null`),
    index().on(t.organisationId),
  ],
)
classify(memberships, { org: 'id accountId organisationId role since until' })
export type Membership = typeof memberships.$inferSelect

export const invitations = pgTable('invitations', {
  id: id(),
  organisationId: uuid()
    .notNull()
    .references(() => organisations.id),
  email: text().notNull(),
  role: text({ enum: ['owner', 'member', 'signatory', 'viewer'] }).notNull(),
  tokenHash: text().notNull().unique(),
  invitedBy: uuid().notNull(),
  createdAt: moment().notNull(),
  expiresAt: moment().notNull(),
  acceptedAt: moment(),
  withdrawnAt: moment(),
})
classify(invitations, {
  org: 'id organisationId role invitedBy createdAt expiresAt acceptedAt withdrawnAt',
  personal: 'email',
  secret: 'tokenHash',
})
export type Invitation = typeof invitations.$inferSelect

/** What somebody agreed to show, to whom, for what, until when. */
export const consents = pgTable(
  'consents',
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    recipientId: uuid().references(() => organisations.id),
    purpose: text({ enum: ['application', 'contract', 'case', 'terms-of-use'] }).notNull(),
    fields: text().array().notNull(),
    subjectId: uuid(),
    givenAt: moment().notNull(),
    until: moment(),
    revokedAt: moment(),
  },
  (t) => [index().on(t.accountId), index().on(t.recipientId, t.accountId)],
)
classify(consents, { org: 'id accountId recipientId purpose fields subjectId givenAt until revokedAt' })

/** A mail counts as sent once, however often its job runs. */
export const sentMails = pgTable('sent_mails', { id: text().primaryKey(), sentAt: moment().notNull() })
classify(sentMails, { org: 'id sentAt' })

/** Demo only: where mails go when no mail server is set. */
export const mailbox = pgTable(
  'mailbox',
  {
    id: text().primaryKey(),
    recipient: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [index().on(t.recipient, t.at)],
)
classify(mailbox, { secret: 'id recipient subject text html at' })
