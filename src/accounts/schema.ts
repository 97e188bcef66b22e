import { sql } from 'drizzle-orm'
import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { classify, id, moment } from '../lib/db/columns.ts'
import { TASKS } from '../lib/web/guard.ts'
import { accounts } from './schema/account.ts'

export * from './schema/account.ts'
export * from './schema/signing-in.ts'

/** A letter to somebody without a mail address: the desk tells it by telephone, or prints and posts it. */
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
    /** Printed and put into the post, where its reader wants paper. */
    postedAt: moment(),
    toldBy: uuid(),
  },
  (t) => [index().on(t.toldAt, t.createdAt)],
)
classify(spokenLetters, { personal: 'accountId subject lines', org: 'id key createdAt toldAt postedAt toldBy' })

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
  /** Since when somebody without a mail address gets letters on paper, and is not rung for each. */
  paperSince: moment(),
  updatedAt: moment().notNull(),
})
classify(people, {
  personal: 'familyName givenName familyKana givenKana phone address',
  org: 'accountId paperSince updatedAt',
})
export type Person = typeof people.$inferSelect

/** A company or a partner: the other half of the wall beside the person. */
export const organisations = pgTable('organisations', {
  id: id(),
  kind: text({ enum: ['company', 'partner'] }).notNull(),
  createdAt: moment().notNull(),
  /** Since when the people of a department see its projects alone. */
  separatedAt: moment(),
})
classify(organisations, { public: 'id kind', org: 'createdAt separatedAt' })
export type Organisation = typeof organisations.$inferSelect

/** A part of a company, with its own people and projects. */
export const departments = pgTable(
  'departments',
  {
    id: id(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    name: text().notNull(),
    createdAt: moment().notNull(),
    closedAt: moment(),
  },
  (t) => [uniqueIndex('one_open_department_of_a_name').on(t.organisationId, t.name).where(sql`${t.closedAt} is null`)],
)
classify(departments, { org: 'id organisationId name createdAt closedAt' })
export type Department = typeof departments.$inferSelect

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
    role: text({ enum: ['owner', 'member', 'viewer'] }).notNull(),
    /** What a member of a company may do; owners may all of it. */
    tasks: text({ enum: TASKS }).array().notNull().default(['post', 'choose']),
    departmentId: uuid().references(() => departments.id),
    /** In a bank: whether somebody helps companies or lends to them. Lenders never see a company. */
    side: text({ enum: ['support', 'lending'] }),
    since: moment().notNull(),
    until: moment(),
  },
  (t) => [
    uniqueIndex('one_live_membership').on(t.accountId, t.organisationId).where(sql`${t.until} is null`),
    index().on(t.organisationId),
  ],
)
classify(memberships, { org: 'id accountId organisationId role tasks departmentId side since until' })
export type Membership = typeof memberships.$inferSelect

export const invitations = pgTable('invitations', {
  id: id(),
  organisationId: uuid()
    .notNull()
    .references(() => organisations.id),
  email: text().notNull(),
  role: text({ enum: ['owner', 'member', 'viewer'] }).notNull(),
  tasks: text({ enum: TASKS }).array().notNull().default(['post', 'choose']),
  departmentId: uuid().references(() => departments.id),
  side: text({ enum: ['support', 'lending'] }),
  tokenHash: text().notNull().unique(),
  invitedBy: uuid().notNull(),
  createdAt: moment().notNull(),
  expiresAt: moment().notNull(),
  acceptedAt: moment(),
  withdrawnAt: moment(),
})
classify(invitations, {
  org: 'id organisationId role tasks departmentId side invitedBy createdAt expiresAt acceptedAt withdrawnAt',
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
    purpose: text({
      enum: ['application', 'talk', 'contract', 'case', 'runner-up', 'ladder', 'region', 'terms-of-use', 'watching'],
    }).notNull(),
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
