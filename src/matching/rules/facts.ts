import type { Project, ProjectCode } from '../../projects/schema.ts'
import type { Talent, TalentCode, Tie } from '../../talents/schema.ts'
import type { OwnSpace } from '../../text/own-space.ts'

/** Work of one side that came to its end, and how much of it the other side said went well. */
export type WorkRecord = {
  readonly finished: number
  readonly confirmed: number
  /** What is confirmed of others' work of the same kind, hundredths; left out where nothing is known. */
  readonly usual?: number | undefined
}
/** Days since the last visit (null: not known), and how often somebody answered when asked. */
export type AnswerRecord = { readonly seenDays: number | null; readonly asked: number; readonly answered: number }

/** What matching knows of a professional: no name, no employer, nothing that must not count. */
export type TalentFacts = Pick<
  Talent,
  'id' | 'headline' | 'about' | 'prefecture' | 'hours' | 'fee' | 'style' | 'motives' | 'industries'
> & {
  /** May companies see the profile at all? */
  readonly visible: boolean
  /** Wants to be found by whoever looks; and since when companies may see the profile. Left out: wants to, not known. */
  readonly seeks?: boolean
  readonly publishedAt?: Date | null
  readonly codes: readonly (Pick<TalentCode, 'code' | 'level' | 'years' | 'evidence'> & {
    /** A company confirmed finished work of this code. */
    readonly confirmed: boolean
  })[]
  readonly ties: readonly (Pick<Tie, 'prefecture' | 'municipality' | 'lastYear'> & {
    /** Null where only the place was said. */
    readonly kind: Tie['kind'] | null
  })[]
  readonly record: WorkRecord
  readonly answers: AnswerRecord
  /** What an endpoint made of the texts; null where it has not read them, not there where none is used. */
  readonly meaning?: Int8Array | null | undefined
  /** In which space the texts are to be read; left out: by the work they speak of alone. */
  readonly space?: OwnSpace | null
  /** What was made of just these texts before, as a row of the engine has it; left out: nothing that is known. */
  readonly vector?: Int8Array | undefined
}

/** What matching knows of a project. */
export type ProjectFacts = Pick<
  Project,
  | 'id'
  | 'companyId'
  | 'title'
  | 'background'
  | 'goal'
  | 'work'
  | 'industry'
  | 'prefecture'
  | 'municipality'
  | 'hours'
  | 'fee'
  | 'style'
  | 'travelPaid'
> & {
  readonly open: boolean
  /** Yen an hour, where somebody says that instead of the fee of a month. */
  readonly hourly?: number | null
  readonly codes: readonly Pick<ProjectCode, 'code' | 'level' | 'must'>[]
  readonly record: WorkRecord
  readonly answers: AnswerRecord
  /** What an endpoint made of the texts; null where it has not read them, not there where none is used. */
  readonly meaning?: Int8Array | null | undefined
  /** In which space the texts are to be read; left out: by the work they speak of alone. */
  readonly space?: OwnSpace | null
  /** What was made of just these texts before, as a row of the engine has it; left out: nothing that is known. */
  readonly vector?: Int8Array | undefined
}

export const NO_RECORD: WorkRecord = { finished: 0, confirmed: 0 }
export const NO_ANSWERS: AnswerRecord = { seenDays: null, asked: 0, answered: 0 }
