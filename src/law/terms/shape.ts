import type { TermsItem } from '../notice.ts'

/** The content of an agreement to be, as plain values: days are ISO strings, money whole yen, '' or null = not given. */
export type Terms = {
  readonly companyName: string
  readonly talentName: string
  readonly commissionedOn: string | null
  /** Kind, quantity or times, and what is asked for. */
  readonly work: string
  /** What is handed over; '' for advice without documents. */
  readonly deliverables: string
  /** Rights in what is made: none arise, pass to the company, are licensed to it, stay with the talent. */
  readonly ip: 'none' | 'transfer' | 'licence' | 'talent' | null
  readonly ipScope: string
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly place: string
  readonly inspected: boolean
  readonly inspectionOn: string | null
  /** Inspection is done within this many days of receipt. */
  readonly inspectionDays: number | null
  /** `feeYen` is for a month, for everything, or for an hour. */
  readonly feeKind: 'monthly' | 'total' | 'hourly' | null
  readonly feeYen: number | null
  /** Most hours a month; with an hourly fee part of the formula. */
  readonly hoursCap: number | null
  readonly taxIncluded: boolean | null
  /** Travel and other costs: part of the fee, or paid as they arise by `expensesRule`. */
  readonly expenses: 'included' | 'actual' | null
  readonly expensesRule: string
  /** As printed: 「毎月末日締め翌月25日払い」 or a date. */
  readonly payment: string
  readonly transferFeePayer: 'company' | 'talent' | null
  readonly recommissioned: boolean
  readonly originalClient: string
  readonly originalPaymentOn: string | null
  readonly undecided: readonly Undecided[]
}

/** An item left open for a good reason: shown with the reason and the day on which it will be decided. */
export type Undecided = { readonly item: TermsItem; readonly reason: string; readonly decidedOn: string }

export type Finding<Item extends string> = {
  readonly item: Item
  readonly severity: 'error' | 'warning'
  readonly sentence: string
}

export type TermsFinding = Finding<TermsItem>
