import type { LegalDate } from '../../law/dates.ts'
import type { Costs } from './amount.ts'

/** met: so it is; ask: the company has to look itself; later: not yet; no: not so. */
export type Verdict = 'met' | 'ask' | 'later' | 'no'
export type RuleName = 'area' | 'who' | 'work' | 'route' | 'period' | 'apply' | 'double' | 'times' | 'costs'
export type Finding = {
  readonly rule: RuleName
  readonly verdict: Verdict
  readonly sentence: string
  /** What would have to be different. */
  readonly change?: string
}

/** A grant that the company has or wants already, for this project or another. */
export type OtherGrant = {
  readonly subsidyId: string
  readonly fiscalYear: number
  readonly sameProject: boolean
  /** What was promised, or asked for. */
  readonly yen: number
}

/** All that decides; the same question gives the same answer. */
export type Question = {
  readonly today: LegalDate
  readonly company: {
    readonly prefecture: number
    readonly municipality: string | null
    readonly industry: string
    readonly employees: number | null
    /** Contracts for other projects that were signed here. */
    readonly contractsBefore: number
  }
  readonly project: {
    readonly codes: readonly string[]
    readonly startOn: LegalDate | null
    readonly months: number | null
    /** Yen a month without tax; null while nobody wrote it. */
    readonly monthlyFee: number | null
  }
  /** The day on which the contract was signed; null as long as there is none. */
  readonly signedOn: LegalDate | null
  readonly extra: Omit<Costs, 'fee'>
  readonly others: readonly OtherGrant[]
  /** The company says that a subsidy from elsewhere pays for the same work. */
  readonly paidElsewhere: boolean
}

export type Window = {
  readonly applyFrom: LegalDate
  readonly applyUntil: LegalDate
  readonly workFrom: LegalDate
  readonly workUntil: LegalDate
}
