/** One column of input: how many values a row has, their range, and the value that means "none" or "not said". */
export interface Field {
  width: number
  min: number
  max: number
  none: number
}

export type Fields = Record<string, Field>

export const CODE_NONE = 65535
export const INDUSTRY_NONE = 255
export const HOURS_NOT_SAID = 255
export const FEE_NOT_SAID = 65535
export const SEEN_NOT_KNOWN = 65535
export const TALENT_CODES = 6
export const PROJECT_CODES = 4
export const TALENT_INDUSTRIES = 3
export const TALENT_TIES = 4
/** A talent's visits: 0 remote only, 1 a few in all, 2 monthly, 3 weekly. */
export const TALENT_VISITS_NOT_SAID = 4
/** A project's visits: 0 remote only, 1 welcome but not asked, 2 a few in all, 3 monthly, 4 weekly. */
export const PROJECT_VISITS_NOT_SAID = 5

/** Of the finished work of whoever nothing is known of, in hundredths. */
export const USUAL_SHARE = 60

const field = (width: number, min: number, max: number, none: number): Field => ({ width, min, max, none })

/** Columns that both sides have. Fees are yen an hour, hours are hours a month, prices are points. */
const BOTH_SIDES = {
  hours: field(1, 0, 250, HOURS_NOT_SAID),
  /** Bits of the times of the week; 0 = not said. */
  times: field(1, 0, 255, 0),
  fee: field(1, 0, 65000, FEE_NOT_SAID),
  /** Bits of the motives wanted (talent) or offered (project); 0 = not said. */
  motives: field(1, 0, 65535, 0),
  finished: field(1, 0, 65535, 0),
  confirmed: field(1, 0, 65535, 0),
  /** What is confirmed of finished work in the same groups of job codes, in hundredths. */
  usual: field(1, 0, 100, USUAL_SHARE),
  seenDays: field(1, 0, 65000, SEEN_NOT_KNOWN),
  asked: field(1, 0, 65535, 0),
  answered: field(1, 0, 65535, 0),
  price: field(1, -32767, 32767, 0),
}

/**
 * A place is its JIS X 0402 number without check digit (prefecture × 1000 + municipality; × 1000 + 0 = whole prefecture).
 * Evidence: 0 said, 1 described, 2 shown, 3 confirmed. Years: 0 not said, then < 1, < 3, < 5, < 10, < 20, < 30, more.
 * Tie kinds: see TIE_KINDS in bins.ts. Tie recency: 0 long ago or not known, 1 ten years, 2 three years, 3 now.
 */
export const TALENT_FIELDS = {
  visible: field(1, 0, 1, 1),
  codes: field(TALENT_CODES, 0, 65534, CODE_NONE),
  levels: field(TALENT_CODES, 1, 4, 0),
  evidence: field(TALENT_CODES, 0, 3, 0),
  years: field(TALENT_CODES, 0, 7, 0),
  industries: field(TALENT_INDUSTRIES, 0, 254, INDUSTRY_NONE),
  tiePlaces: field(TALENT_TIES, 1000, 47999, 0),
  tieKinds: field(TALENT_TIES, 0, 7, 0),
  tieRecency: field(TALENT_TIES, 0, 3, 0),
  prefecture: field(1, 1, 47, 0),
  visits: field(1, 0, 3, TALENT_VISITS_NOT_SAID),
  /** 1 = wants to be found by whoever looks; and the day since when. No ranking minds them: see narrowing.ts. */
  seeks: field(1, 0, 1, 1),
  since: field(1, 0, 65535, 0),
  ...BOTH_SIDES,
} satisfies Fields

export const PROJECT_FIELDS = {
  open: field(1, 0, 1, 1),
  codes: field(PROJECT_CODES, 0, 65534, CODE_NONE),
  levels: field(PROJECT_CODES, 1, 4, 0),
  /** 1 must, 0 nice. Where a project marks none as must, all count as must. */
  musts: field(PROJECT_CODES, 0, 1, 0),
  industry: field(1, 0, 254, INDUSTRY_NONE),
  place: field(1, 1000, 47999, 0),
  visits: field(1, 0, 4, PROJECT_VISITS_NOT_SAID),
  travelPaid: field(1, 0, 1, 0),
  ...BOTH_SIDES,
} satisfies Fields
