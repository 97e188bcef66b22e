import { industryName } from '../../companies/rules/industries.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { prefectureName } from '../../lib/regions.ts'
import type { Talent, TalentCode, Tie } from '../schema.ts'
import { feeBand, hoursBand } from './bands.ts'
import { levelName, motiveName, styleName, tieKindName, timeName } from './words.ts'

/** A code of a profile in words. */
export type CardCode = {
  readonly code: string
  readonly name: string
  readonly level: number
  readonly levelName: string
}

/**
 * All that a company may know of somebody before that person applies: no name, no employer, no municipality, no exact
 * figure, none of the free texts but the one line that was written for this card.
 */
export type TalentCardData = {
  readonly id: string
  readonly headline: string
  readonly prefecture: string | null
  readonly codes: readonly CardCode[]
  /** 月10〜20時間 */
  readonly hours: string | null
  /** 1時間3,000〜5,000円 */
  readonly fee: string
}

/** What a company knows of somebody who applied to it. Still no employer, no municipality. */
export type ApplicantProfile = {
  readonly card: TalentCardData
  /** Null until the person agreed to say it. */
  readonly name: string | null
  readonly about: string
  readonly evidence: readonly {
    readonly code: string
    readonly name: string
    readonly years: number
    /** Null: not said. */
    readonly lastYear: number | null
    readonly line: string
  }[]
  readonly ties: readonly { readonly kind: string; readonly prefecture: string; readonly lastYear: number | null }[]
  readonly industries: readonly string[]
  readonly motives: readonly string[]
  readonly style: string | null
  readonly hours: number | null
  /** 平日の夜 */
  readonly times: readonly string[]
  readonly fee: number | null
}

type CardRow = Pick<Talent, 'id' | 'headline' | 'prefecture' | 'hours' | 'fee'> & {
  readonly codes: readonly Pick<TalentCode, 'code' | 'level'>[]
}
type ApplicantRow = Talent & { readonly codes: readonly TalentCode[]; readonly ties: readonly Tie[] }

/** The card of a profile: each field by name, so that a new column never shows by itself. */
export function cardOf(row: CardRow): TalentCardData {
  return {
    id: row.id,
    headline: row.headline,
    prefecture: row.prefecture === null ? null : prefectureName(row.prefecture),
    codes: row.codes.flatMap(({ code, level }) => {
      const leaf = jobCodes().leaf(code)
      return leaf ? [{ code, name: leaf.name, level, levelName: levelName(level) }] : []
    }),
    hours: hoursBand(row.hours),
    fee: feeBand(row.fee),
  }
}

/** What an application shows beside the card. */
export function applicantOf(row: ApplicantRow, name: string | null): ApplicantProfile {
  return {
    card: cardOf(row),
    name,
    about: row.about,
    evidence: row.codes.flatMap(({ code, years, lastYear, evidence }) => {
      const leaf = jobCodes().leaf(code)
      return leaf ? [{ code, name: leaf.name, years, lastYear, line: evidence }] : []
    }),
    ties: row.ties.map(({ kind, prefecture, lastYear }) => ({
      kind: tieKindName(kind),
      prefecture: prefectureName(prefecture),
      lastYear,
    })),
    industries: row.industries.map(industryName),
    motives: row.motives.map(motiveName).filter((name) => name !== null),
    style: row.style && styleName(row.style),
    hours: row.hours,
    times: row.times.map(timeName).filter((name) => name !== null),
    fee: row.fee,
  }
}
