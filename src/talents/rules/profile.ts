import type { Talent, TalentCode, Tie } from '../schema.ts'

/** A profile with what hangs on it, as its owner has it. */
export type OwnTalent = Talent & { readonly codes: readonly TalentCode[]; readonly ties: readonly Tie[] }

/** Most job codes of one profile. */
export const CODES = 6
/** Places for ties on the form. */
export const TIES = 3

export const STEPS = ['work', 'codes', 'pace', 'place', 'employer'] as const
export type Step = (typeof STEPS)[number]

/** What has to be there before companies may see the profile, in the order of the questions. */
export function openSteps(talent: OwnTalent): Step[] {
  const answered: Record<Step, boolean> = {
    work: talent.about !== '' && talent.headline !== '',
    codes: talent.codes.length > 0 && talent.codes.every(isAnswered),
    pace: talent.hours !== null && talent.style !== null,
    place: talent.prefecture !== null,
    employer: talent.employerAnsweredAt !== null,
  }
  return STEPS.filter((step) => !answered[step])
}

/** A code that was only picked stands at level 1 with no years until its own question is answered. */
export const PICKED = { level: 1, years: 0, evidence: '' } as const

export function isAnswered(code: Pick<TalentCode, 'level' | 'years'>): boolean {
  return code.years > 0 || code.level > PICKED.level
}

type Of<K extends string> = { readonly [name in K]?: string | null }

/** The answers of one screen or of all. Names with a number or a code come once for each tie or job code. */
export type Answers = Of<
  | `level-${string}`
  | `years-${string}`
  | `evidence-${string}`
  | `tie-kind-${number}`
  | `tie-prefecture-${number}`
  | `tie-town-${number}`
> & { readonly [year: `tie-year-${number}` | `last-${string}`]: number | null | undefined } & {
  readonly about?: string
  readonly headline?: string
  readonly hours?: string
  readonly times?: readonly string[]
  readonly fee?: string
  readonly style?: NonNullable<Talent['style']>
  readonly availability?: Talent['availability']
  readonly prefecture?: string
  readonly motives?: readonly string[]
  readonly industries?: readonly string[]
}
