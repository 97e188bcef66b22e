/** Meguri's matching engine: who fits a project, which project fits a person, exactly and with reasons. See README.md. */
export { AGREEMENT, TIE_KINDS } from './bins.ts'
export { bitsOf, emptyBits } from './bits.ts'
export type { ModelColumns, Numbers, ProjectColumns, RowColumns, Side, TalentColumns, World } from './columns.ts'
export { countFits, type FitCounts } from './counting.ts'
export { applyDelta, applyPrices, type Delta } from './delta.ts'
export { explain, REASON_POINTS } from './explain.ts'
export { AT, FACTOR_COUNT, FACTOR_NAMES, FACTORS, type Factor, type FactorName } from './factors.ts'
export type { Facts } from './facts.ts'
export {
  CODE_NONE,
  FEE_NOT_SAID,
  HOURS_NOT_SAID,
  INDUSTRY_NONE,
  PROJECT_FIELDS,
  PROJECT_VISITS_NOT_SAID,
  SEEN_NOT_KNOWN,
  TALENT_FIELDS,
  TALENT_VISITS_NOT_SAID,
} from './fields.ts'
export { fixedTables, POINTS_PER_LOGIT, type Tables } from './fixed.ts'
export { createModel, type Model, textOf } from './model.ts'
export { type Narrowed, type Narrowing, searchRows } from './narrowing.ts'
export { chances, type PairBins, type PairPoints, pointsOfBins, sumOf } from './points.ts'
export { blockOf } from './prefectures.ts'
export type { QueryOf } from './prepare.ts'
export { PRIOR, type TableName, type Weights } from './prior.ts'
export { binsOf, factsOf, MAX_K, type Ranked, rank, rankAgreeing, rankForReading } from './rank.ts'
export { type Project, projectColumns, type Talent, talentColumns } from './records.ts'
export { type Pool, startPool } from './retrieval/pool/pool.ts'
export { makeReady, warmUp } from './retrieval/ready.ts'
export { openSnapshot } from './retrieval/snapshot/open.ts'
export { saveSnapshot } from './retrieval/snapshot/save.ts'
export { spreadOf } from './spread.ts'
export { type ChangeOf, whatIf } from './whatif.ts'
export type { Yardstick } from './yardstick.ts'
