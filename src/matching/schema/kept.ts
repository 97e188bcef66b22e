import type { Estimator } from '../../engine/evaluation/contributions.ts'
import type { Trial } from '../../engine/evaluation/trial.ts'
import type { Side } from '../../engine/learning/outcomes.ts'

/** A figure with the interval that holds it in 95 of 100 logs. */
export type Figure = { readonly value: number; readonly low: number; readonly high: number }
/** What the lists that were shown brought, and what lists by agreement alone would have brought: by list. */
export type Compared = {
  readonly present: Figure
  readonly estimates: readonly { readonly estimator: Estimator; readonly value: Figure; readonly more: Figure }[]
  /** See the engine's Evaluation. */
  readonly weights: { readonly effective: number; readonly largest: number; readonly mean: number }
}
/** Of the finished work of a group of job codes, by its id, so much went well: hundredths. */
export type UsualWork = Readonly<Record<string, number>>
export type Counted = { readonly lists: number; readonly people: number; readonly events: number }
/** Of so many people's lists: shares whose first place, and of whose places, are the same on another list of theirs. */
export type Alike = { readonly people: number; readonly first: number; readonly places: number }
/** Outcomes for each side of the pair model: that came about, and that did not. */
export type Outcomes = Readonly<Record<Side, { readonly came: number; readonly not: number }>>
export type Found = {
  /** Lists whose time to apply is over, and those whose time to be answered is over too. */
  readonly applications: Counted & { readonly compared: Compared | null }
  readonly acceptances: Counted & { readonly compared: Compared | null }
  /** All lists that were shown, whose time is not over among them. */
  readonly shown: number
  /** The newest lists beside those by agreement alone; null where there are none. */
  readonly alike: Alike | null
  readonly outcomes: Outcomes
}

/** A cluster as it was when its trial was drawn: open projects then, and whether they are of the second half. */
export type TrialCluster = {
  readonly name: string
  readonly prefectures: readonly number[]
  readonly projects: number
  readonly second: boolean
}
/** What one cluster's projects brought. */
export type ClusterCount = { readonly projects: number; readonly applications: number; readonly acceptances: number }
export type TrialResult = {
  /** In the order of the clusters. */
  readonly counts: readonly ClusterCount[]
  /** Of what was said beforehand, by project; null where there is too little of it. An end that is none is null. */
  readonly compared:
    | (Omit<Trial, 'interval'> & { readonly interval: readonly [low: number | null, high: number | null] })
    | null
}
