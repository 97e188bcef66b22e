import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accounts, departments } from '../accounts/schema.ts'
import { worries } from '../challenges/schema.ts'
import { companies } from '../companies/schema.ts'
import { bytea, classify, id, moment } from '../lib/db/columns.ts'
import { assistedSessions } from '../mandates/schema.ts'
import { programmes } from '../partners/schema.ts'

/** Several projects made from one worry: one after the other (relay) or side by side (team). */
export const projectGroups = pgTable(
  'project_groups',
  {
    id: id(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    worryId: uuid()
      .notNull()
      .references(() => worries.id),
    kind: text({ enum: ['relay', 'team'] }).notNull(),
    createdBy: uuid(),
    createdAt: moment().notNull(),
  },
  (t) => [index().on(t.companyId)],
)
classify(projectGroups, { public: 'id companyId kind', org: 'worryId createdBy createdAt' })
export type ProjectGroup = typeof projectGroups.$inferSelect

/** What a company posts. A draft has gaps; what must be there before it is sent stands in rules. */
export const projects = pgTable(
  'projects',
  {
    id: id(),
    /** Said on the telephone, with its check digit: 案件 1042-7. */
    number: integer().notNull().generatedAlwaysAsIdentity({ startWith: 1001 }).unique(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    worryId: uuid().references(() => worries.id),
    /** One role of a challenge too large for one person, and its place among them (0 first). */
    groupId: uuid().references(() => projectGroups.id),
    groupPosition: integer(),
    createdBy: uuid(),
    /** Whose it is within the company. Unless said otherwise, the department of whoever writes it (a default of the database). */
    departmentId: uuid().references(() => departments.id),
    /** What a partner runs, of which it is a part; the company chooses it. */
    programmeId: uuid().references(() => programmes.id),
    title: text(),
    /** いまの様子: how things are, in the company's words. */
    background: text(),
    /** 三か月後: what good looks like. */
    goal: text(),
    /** 頼みたいこと. */
    work: text(),
    /** 頼まないこと. */
    excluded: text(),
    industry: text(),
    openings: integer().notNull().default(1),
    /** Hours a month. */
    hours: integer(),
    /** Yen a month, before tax. */
    fee: integer(),
    /** Are travel costs paid on top? */
    travelPaid: boolean(),
    style: text({ enum: ['remote', 'visits', 'either'] }),
    /** Place of work as the law asks for it. */
    place: text(),
    prefecture: integer(),
    municipality: text(),
    startOn: date({ mode: 'string' }),
    months: integer(),
    contractKind: text({ enum: ['direct', 'probono'] })
      .notNull()
      .default('direct'),
    /** How the agreement ends or is renewed. */
    ending: text(),
    /** Who recruits: name, address, contact, always shown on the posting. */
    posterName: text(),
    posterAddress: text(),
    posterContact: text(),
    /** Two questions that an applicant answers. */
    question1: text(),
    question2: text(),
    /** Days within which the company promises an answer. */
    answerDays: integer().notNull().default(7),
    /** Applications close at this number; null = no limit. */
    applicationLimit: integer(),
    /** Fields the owner left to the operator with 「わからない」. */
    unsure: text().array().notNull().default([]),
    closesOn: date({ mode: 'string' }),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    submittedAt: moment(),
    returnedAt: moment(),
    returnReasons: text().array().notNull().default([]),
    publishedAt: moment(),
    closedAt: moment(),
    filledAt: moment(),
    unfilledAt: moment(),
    withdrawnAt: moment(),
    version: integer().notNull().default(1),
  },
  (t) => [
    index().on(t.companyId),
    index().on(t.groupId),
    index().on(t.programmeId),
    index().on(t.publishedAt),
    index().on(t.submittedAt),
    check('openings_at_least_one', sql`${t.openings} >= 1`),
    check('project_hours_in_range', sql`${t.hours} between 1 and 200`),
    check('project_fee_not_negative', sql`${t.fee} >= 0`),
    check('months_in_range', sql`${t.months} between 1 and 36`),
    check('answer_days_in_range', sql`${t.answerDays} between 1 and 30`),
  ],
)
classify(projects, {
  public:
    'id number companyId programmeId title background goal work excluded industry openings hours fee travelPaid style place prefecture municipality startOn months contractKind ending posterName posterAddress posterContact question1 question2 answerDays applicationLimit closesOn publishedAt closedAt filledAt unfilledAt withdrawnAt',
  org: 'worryId groupId groupPosition createdBy departmentId unsure createdAt updatedAt submittedAt returnedAt returnReasons version',
})
export type Project = typeof projects.$inferSelect

export const projectCodes = pgTable(
  'project_codes',
  {
    projectId: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    code: text().notNull(),
    level: integer().notNull().default(2),
    must: boolean().notNull().default(true),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.code] }),
    index().on(t.code),
    check('asked_level_in_range', sql`${t.level} between 1 and 4`),
  ],
)
classify(projectCodes, { public: 'projectId code level must position' })
export type ProjectCode = typeof projectCodes.$inferSelect

/** A draft as it was before somebody typed for its company: kept as long as that can be taken back. */
export const draftCopies = pgTable(
  'draft_copies',
  {
    projectId: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    sessionId: uuid()
      .notNull()
      .references(() => assistedSessions.id),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    content: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    codes: jsonb().$type<readonly { code: string; level: number; must: boolean }[]>().notNull(),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.sessionId] }), index().on(t.at)],
)
classify(draftCopies, { org: 'projectId sessionId companyId content codes at' })

/** A printed sheet that is answered by whoever holds it: the questions of a draft, the people proposed for a project, or the whole draft. */
export const papers = pgTable(
  'papers',
  {
    id: id(),
    kind: text({ enum: ['draft', 'proposals', 'approval'] }).notNull(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    projectId: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    codeHash: text().notNull().unique(),
    /** Who stood on it, in the order in which they were printed: the list itself is made anew every night. */
    people: uuid().array().notNull().default([]),
    /** What was marked beside each of them; nothing before it was answered. */
    choices: text({ enum: ['invite', 'shelve', 'open'] }).array(),
    /** Of a whole draft a print of what stood on it: a yes is a yes to that. */
    content: text(),
    answer: text({ enum: ['approved', 'change'] }),
    words: text(),
    printedBy: uuid().notNull(),
    printedAt: moment().notNull(),
    expiresAt: moment().notNull(),
    answeredAt: moment(),
  },
  (t) => [index().on(t.projectId, t.printedAt), index().on(t.expiresAt)],
)
classify(papers, {
  org: 'id kind companyId projectId people choices content answer words printedBy printedAt expiresAt answeredAt',
  secret: 'codeHash',
})
export type Paper = typeof papers.$inferSelect

/** A photo of a sheet that somebody filled in by hand, for whoever types it. No paper: the questions of the draft. */
export const paperPhotos = pgTable(
  'paper_photos',
  {
    id: id(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    projectId: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    paperId: uuid().references(() => papers.id, { onDelete: 'cascade' }),
    type: text({ enum: ['image/jpeg', 'image/png', 'image/webp'] }).notNull(),
    content: bytea().notNull(),
    createdAt: moment().notNull(),
    /** From then on nobody sees the photo; for a while it can be put back. */
    removedAt: moment(),
    typedAt: moment(),
    typedBy: uuid(),
  },
  (t) => [index().on(t.projectId), index().on(t.typedAt, t.createdAt)],
)
classify(paperPhotos, {
  org: 'id companyId projectId paperId type content createdAt removedAt typedAt typedBy',
})
export type PaperPhoto = typeof paperPhotos.$inferSelect

/** A question on a project that everybody reads once it is answered. Who asked stands in `askings`, apart. */
export const questions = pgTable(
  'questions',
  {
    id: id(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    body: text().notNull(),
    askedAt: moment().notNull(),
    /** 23:59 JST of the day by which the company promised an answer. */
    answerBy: moment().notNull(),
    answer: text(),
    answeredAt: moment(),
    declinedAt: moment(),
    declineReason: text(),
    withdrawnAt: moment(),
    version: integer().notNull().default(1),
  },
  (t) => [index().on(t.projectId, t.askedAt), index().on(t.companyId, t.answerBy)],
)
classify(questions, {
  public: 'id projectId companyId body answer answeredAt',
  org: 'askedAt answerBy declinedAt declineReason withdrawnAt version',
})
export type Question = typeof questions.$inferSelect

/** How often the page that everybody reads was opened: a number, and of nobody. */
export const projectViews = pgTable('project_views', {
  projectId: uuid()
    .primaryKey()
    .references(() => projects.id, { onDelete: 'cascade' }),
  views: integer().notNull(),
})
classify(projectViews, { public: 'projectId views' })

/** Who asked a question: for that person and the program's own letters, for nobody else. History names only this row. */
export const askings = pgTable(
  'askings',
  {
    id: id(),
    questionId: uuid()
      .notNull()
      .unique()
      .references(() => questions.id),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
  },
  (t) => [index().on(t.accountId)],
)
classify(askings, { personal: 'id questionId accountId' })
