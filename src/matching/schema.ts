import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Learned } from '../engine/learning/learn.ts'
import type { Side } from '../engine/learning/outcomes.ts'
import type { Proof } from '../engine/learning/proof.ts'
import type { Outcome } from '../engine/market/plan.ts'
import type { Predicted } from '../engine/simulator/predict.ts'
import { classify, id, moment } from '../lib/db/columns.ts'
import { projects } from '../projects/schema.ts'
import { talents } from '../talents/schema.ts'
import type { Alike, Found, TrialCluster, TrialResult, UsualWork } from './schema/kept.ts'

export type * from './schema/kept.ts'
export * from './schema/texts.ts'

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
    model: text().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.talentId] }), index().on(t.talentId)],
)
classify(proposals, { org: 'projectId companyId talentId rank score points model createdAt' })
export type Proposal = typeof proposals.$inferSelect

/** What lists are made for: hundredths of alpha, places of a list, hundredths of the mean attention that nobody gets less than. */
const aim = () => ({ alpha: smallint().notNull(), places: smallint().notNull(), floor: smallint().notNull() })

/** What somebody of the desk wants the lists to be made for, before anything changes: what the simulator says of it. */
export const marketPredictions = pgTable(
  'market_predictions',
  {
    id: id(),
    ...aim(),
    askedBy: uuid().notNull(),
    askedAt: moment().notNull(),
    doneAt: moment(),
    /** First with the aim of then, second with this one. Null as long as it is not done. */
    predicted: jsonb().$type<Predicted[]>(),
    /** The aim of then, for the words about it. */
    before: jsonb().$type<{ alpha: number; places: number; floor: number }>(),
  },
  (t) => [
    index().on(t.askedAt),
    check('predicted_aim_in_range', sql`${t.alpha} between 0 and 100 and ${t.floor} between 0 and 100`),
    check('predicted_places_in_range', sql`${t.places} between 1 and 50`),
  ],
)
classify(marketPredictions, { org: 'id alpha places floor askedBy askedAt doneAt predicted before' })
export type MarketPrediction = typeof marketPredictions.$inferSelect

/** What the lists are made for from then on; the newest counts. Each was predicted before. */
export const marketAims = pgTable(
  'market_aims',
  {
    id: id(),
    ...aim(),
    predictionId: uuid()
      .notNull()
      .unique()
      .references(() => marketPredictions.id),
    madeBy: uuid().notNull(),
    madeAt: moment().notNull(),
  },
  (t) => [index().on(t.madeAt)],
)
classify(marketAims, { org: 'id alpha places floor predictionId madeBy madeAt' })

/** Two aims, or two weights, side by side: those of then and others, each for half of the clusters. */
export const marketTrials = pgTable(
  'market_trials',
  {
    id: id(),
    name: text().notNull(),
    /** What was predicted of the second aim; once, so that nobody draws until the halves are to their liking. */
    predictionId: uuid()
      .unique()
      .references(() => marketPredictions.id),
    /** Or the weights by which the second half is ranked, once too: the first is by those beside which they were learned. */
    weightsId: uuid()
      .unique()
      .references((): AnyPgColumn => marketWeights.id),
    /** The second aim; where weights are compared, that of both. */
    ...aim(),
    /** The first: the one in use when it was drawn, or, where weights are compared, when it began. */
    first: jsonb().$type<{ alpha: number; places: number; floor: number }>().notNull(),
    seed: integer().notNull(),
    clusters: jsonb().$type<TrialCluster[]>().notNull(),
    drawnBy: uuid().notNull(),
    drawnAt: moment().notNull(),
    /** What is compared in the end, said before anything was seen. */
    measure: text({ enum: ['applications', 'acceptances'] }),
    begunBy: uuid(),
    begunAt: moment(),
    endsAt: moment(),
    endedAt: moment(),
    /** Null: by itself, at the planned end. */
    endedBy: uuid(),
    measuredAt: moment(),
    result: jsonb().$type<TrialResult>(),
  },
  (t) => [
    index().on(t.drawnAt),
    uniqueIndex('one_trial_at_a_time').on(sql`(true)`).where(sql`${t.begunAt} is not null and ${t.endedAt} is null`),
    check('trial_of_an_aim_or_of_weights', sql`num_nonnulls(${t.predictionId}, ${t.weightsId}) = 1`),
    check('begun_with_all_it_needs', sql`num_nulls(${t.measure}, ${t.begunBy}, ${t.begunAt}, ${t.endsAt}) in (0, 4)`),
    check('ended_after_it_began', sql`${t.endedAt} >= ${t.begunAt}`),
    check('measured_after_it_ended', sql`${t.measuredAt} is null or ${t.endedAt} is not null`),
    check('measured_with_its_result', sql`(${t.measuredAt} is null) = (${t.result} is null)`),
  ],
)
classify(marketTrials, {
  org: 'id name predictionId weightsId alpha places floor first seed clusters drawnBy drawnAt measure begunBy begunAt endsAt endedAt endedBy measuredAt result',
})
export type MarketTrial = typeof marketTrials.$inferSelect

/** The projects of a trial, each from the first lists on that were made in it. */
export const marketTrialProjects = pgTable(
  'market_trial_projects',
  {
    trialId: uuid()
      .notNull()
      .references(() => marketTrials.id),
    projectId: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    /** Its place among the trial's clusters. */
    cluster: smallint().notNull(),
    since: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.trialId, t.projectId] })],
)
classify(marketTrialProjects, { org: 'trialId projectId cluster since' })

/** Everybody's lists were made: for what, and what they are expected to bring. */
export const marketRuns = pgTable(
  'market_runs',
  {
    id: id(),
    seed: integer().notNull(),
    ...aim(),
    people: integer().notNull(),
    projects: integer().notNull(),
    pairs: integer().notNull(),
    outcome: jsonb().$type<Outcome>().notNull(),
    byFit: jsonb().$type<Outcome>().notNull(),
    curve: jsonb().$type<{ alpha: number; outcome: Outcome }[]>().notNull(),
    /** What finished work usually comes to, for rows from then on. */
    usual: jsonb().$type<{ talents: UsualWork; projects: UsualWork }>(),
    /** The trial that went on; what is told here is then what its first half's aim and weights alone would bring. */
    trialId: uuid().references(() => marketTrials.id),
    startedAt: moment().notNull(),
    doneAt: moment().notNull(),
  },
  (t) => [index().on(t.doneAt)],
)
classify(marketRuns, {
  org: 'id seed alpha places floor people projects pairs outcome byFit curve usual trialId startedAt doneAt',
})
export type MarketRun = typeof marketRuns.$inferSelect

/** One list as it was drawn, of projects or of people. Those that were shown are kept, for measuring what others would have brought. */
export const marketLists = pgTable(
  'market_lists',
  {
    id: id(),
    runId: uuid()
      .notNull()
      .references(() => marketRuns.id),
    talentId: uuid().references(() => talents.id, { onDelete: 'cascade' }),
    projectId: uuid().references(() => projects.id, { onDelete: 'cascade' }),
    ids: uuid().array().notNull(),
    /** By place, how likely the draw put this one there. */
    chances: real().array().notNull(),
    /** A project's price at that time, in points. */
    price: smallint().notNull().default(0),
    madeAt: moment().notNull(),
    shownAt: moment(),
    /** For a person's list, as long: who would stand there by agreement alone. What follows is kept for measuring with. */
    fit: uuid().array(),
    /** By place, how much of it the person sees on average over all lists that could have been drawn. */
    seen: real().array(),
    /** `PACKED` numbers a pair as it was that night: those of `ids`, then those of `fit`. */
    bins: smallint().array(),
    /** In the order in which they were shown first: what had closed or was hidden since is not among them. */
    shown: uuid().array(),
    /** In points, how far above what is believed the draw took whose list it is, then each of `ids`: see engine/market/venture. */
    ventures: smallint().array(),
    /** By place of `ids`, in a trial: 0 of its first half, 1 of its second. */
    arms: smallint().array(),
  },
  (t) => [
    uniqueIndex().on(t.talentId, t.runId),
    uniqueIndex().on(t.projectId, t.runId),
    index().on(t.runId),
    check('list_of_one_side', sql`(${t.talentId} is null) <> (${t.projectId} is null)`),
    check('list_has_its_chances', sql`cardinality(${t.ids}) = cardinality(${t.chances})`),
    check('list_has_its_arms', sql`cardinality(${t.ids}) = cardinality(${t.arms})`),
    check('list_has_its_ventures', sql`cardinality(${t.ids}) + 1 = cardinality(${t.ventures})`),
  ],
)
classify(marketLists, {
  org: 'id runId talentId projectId ids chances price madeAt shownAt fit seen bins shown ventures arms',
})
export type MarketList = typeof marketLists.$inferSelect

/** What the lists that were shown have told so far; the newest counts. */
export const marketFindings = pgTable(
  'market_findings',
  { id: id(), found: jsonb().$type<Found>().notNull(), madeAt: moment().notNull() },
  (t) => [index().on(t.madeAt)],
)
classify(marketFindings, { org: 'id found madeAt' })
export type MarketFinding = typeof marketFindings.$inferSelect

/** Weights of the pair model that were learned from outcomes: never used before the desk chose them. */
export const marketWeights = pgTable(
  'market_weights',
  {
    id: id(),
    learned: jsonb().$type<Omit<Learned, 'rounds'>>().notNull(),
    /** On persons held back, beside the weights that were in use then. */
    proof: jsonb().$type<Readonly<Record<Side, Proof>>>().notNull(),
    /** What would change on people's lists. */
    effect: jsonb().$type<Alike>().notNull(),
    /** Name of the weights that were in use then. */
    besides: text().notNull(),
    madeAt: moment().notNull(),
  },
  (t) => [index().on(t.madeAt)],
)
classify(marketWeights, { org: 'id learned proof effect besides madeAt' })
export type MarketWeights = typeof marketWeights.$inferSelect

/** Which weights are used from then on; the newest counts. */
export const marketWeightChoices = pgTable(
  'market_weight_choices',
  {
    id: id(),
    /** Null: the expert's again. */
    weightsId: uuid().references(() => marketWeights.id),
    madeBy: uuid().notNull(),
    madeAt: moment().notNull(),
  },
  (t) => [index().on(t.madeAt)],
)
classify(marketWeightChoices, { org: 'id weightsId madeBy madeAt' })
