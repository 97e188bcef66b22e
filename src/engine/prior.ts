/** One additive model: a look-up table a factor, in logits. */
export interface Curve {
  /** P(talent applies | shown). */
  apply: readonly number[]
  /** P(company offers | applied). */
  offer: readonly number[]
}

/** Number of bins of each table; the bins themselves are made in bins.ts. */
export const TABLE_SIZES = {
  code: 16,
  level: 16,
  codeLevel: 16,
  industry: 4,
  tie: 16,
  tieOnSite: 16,
  hours: 16,
  fee: 16,
  work: 16,
  motive: 6,
  text: 16,
  record: 16,
  answer: 16,
} as const

export type TableName = keyof typeof TABLE_SIZES

export interface Weights {
  /** Intercepts; they move both probabilities of every pair alike and so no rank. */
  base: { apply: number; offer: number }
  tables: Record<TableName, Curve>
}

/**
 * The expert prior: what somebody who places side workers by hand would say before any outcome is known. Logits.
 * Bin 0 of hours, fee, industry, motive and text means "not said" and stands apart from the order of the others.
 * codeLevel is 4 agreements (none, major, middle, leaf) × 4 bands of the level bin (≤ 5, ≤ 9, ≤ 12, ≤ 15);
 * tieOnSite is 4 bands of the tie bin (0, ≤ 5, ≤ 10, ≤ 15) × (remote, not asked, a few visits, monthly or more).
 */
export const PRIOR: Weights = {
  base: { apply: -3.2, offer: -2.4 },
  tables: {
    code: {
      apply: [-1.2, -1.1, -1, -0.8, -0.6, -0.4, -0.2, 0, 0.1, 0.3, 0.4, 0.6, 0.8, 1, 1.2, 1.5],
      offer: [-3, -2.7, -2.4, -1.8, -1.2, -0.7, -0.2, 0.1, 0.5, 0.8, 1.2, 1.6, 2, 2.4, 2.9, 3.3],
    },
    level: {
      apply: [-0.6, -0.6, -0.5, -0.4, -0.3, -0.2, -0.2, -0.1, 0, 0, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1],
      offer: [-2.4, -2.4, -2.2, -2, -1.7, -1.4, -1, -0.7, -0.4, -0.1, 0.3, 0.45, 0.6, 0.7, 0.8, 0.9],
    },
    codeLevel: {
      apply: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.1, 0.2],
      offer: [0, 0, 0, 0, 0, 0, -0.2, -0.25, 0, 0, 0, 0, 0, 0, 0.3, 0.4],
    },
    industry: { apply: [0, -0.1, 0.1, 0.3], offer: [0, -0.2, 0.3, 0.8] },
    tie: {
      apply: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.55, 0.6, 0.7, 0.8, 0.9, 1, 1.05, 1.1, 1.15, 1.2],
      offer: [0, 0, 0.05, 0.1, 0.1, 0.15, 0.15, 0.2, 0.25, 0.3, 0.3, 0.35, 0.4, 0.4, 0.45, 0.5],
    },
    tieOnSite: {
      apply: [0, 0, 0, 0, 0, 0, 0.05, 0.1, 0, 0, 0.1, 0.2, 0, 0.05, 0.2, 0.4],
      offer: [0, 0, 0, 0, 0, 0, 0.05, 0.05, 0, 0, 0.05, 0.1, 0, 0, 0.1, 0.2],
    },
    hours: {
      apply: [0, -2.5, -2.1, -1.7, -1.3, -1, -0.7, -0.5, -0.3, -0.1, 0.2, 0.2, 0.25, 0.25, 0.25, 0.3],
      offer: [0, -3, -2.4, -1.9, -1.5, -1.1, -0.8, -0.5, -0.2, 0, 0.4, 0.45, 0.45, 0.5, 0.5, 0.5],
    },
    fee: {
      apply: [0, -3, -2.7, -2.3, -1.9, -1.5, -1.2, -0.9, -0.5, -0.2, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6],
      offer: [0, -1.2, -1, -0.8, -0.6, -0.5, -0.4, -0.3, -0.2, -0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1],
    },
    work: {
      apply: [-2.2, -2, -1.8, -1.6, -1.4, -1.2, -1, -0.8, -0.6, -0.4, -0.25, -0.1, 0, 0.1, 0.2, 0.3],
      offer: [-1.4, -1.3, -1.1, -1, -0.8, -0.7, -0.5, -0.4, -0.3, -0.2, -0.1, 0, 0, 0.05, 0.1, 0.1],
    },
    motive: { apply: [0, -0.3, 0.3, 0.6, 0.75, 0.8], offer: [0, 0, 0.05, 0.1, 0.1, 0.1] },
    text: {
      apply: [0, -0.1, -0.1, -0.05, -0.05, 0, 0, 0.05, 0.05, 0.1, 0.1, 0.15, 0.15, 0.15, 0.2, 0.2],
      offer: [0, -0.15, -0.1, -0.05, 0, 0.05, 0.05, 0.1, 0.15, 0.15, 0.2, 0.2, 0.25, 0.25, 0.3, 0.3],
    },
    record: {
      apply: [-1, -0.9, -0.8, -0.7, -0.6, -0.5, -0.4, -0.25, -0.1, 0, 0.1, 0.2, 0.3, 0.35, 0.4, 0.5],
      offer: [-1.4, -1.2, -1.1, -1, -0.8, -0.6, -0.5, -0.3, -0.15, 0, 0.15, 0.3, 0.45, 0.6, 0.7, 0.8],
    },
    answer: {
      apply: [-0.8, -0.6, -0.4, -0.3, -0.5, -0.3, -0.1, 0, -0.4, -0.2, 0.1, 0.2, -0.3, -0.1, 0.2, 0.3],
      offer: [-1.2, -0.9, -0.6, -0.5, -0.7, -0.4, -0.1, 0, -0.5, -0.2, 0.1, 0.2, -0.4, -0.1, 0.2, 0.4],
    },
  },
}
