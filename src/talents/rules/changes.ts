import type { Talent, TalentCode } from '../schema.ts'
import { TALK } from './answers.ts'
import { FEES, HOURS, keptOr, YEARS, yearsAnswer } from './bands.ts'
import type { Answers, OwnTalent } from './profile.ts'
import { readTies, type TieAnswer } from './ties.ts'

type Columns = Pick<
  Talent,
  'about' | 'headline' | 'hours' | 'times' | 'fee' | 'style' | 'availability' | 'prefecture' | 'motives' | 'industries'
>
type CodeChange = Pick<TalentCode, 'code'> & Partial<Pick<TalentCode, 'level' | 'years' | 'lastYear' | 'evidence'>>

/** What answers change in a profile. */
export type Changes = {
  readonly columns: Partial<Columns>
  readonly codes: readonly CodeChange[]
  /** All ties anew; undefined leaves them as they are. */
  readonly ties: readonly TieAnswer[] | undefined
}

/** The changes that answers make to `talent`. What was not asked stays; a figure that the answer stands for stays exact. */
export function changesOf(answers: Answers, talent: OwnTalent): Changes {
  const { about, headline, hours, times, fee, style, availability, prefecture, motives, industries } = answers
  return {
    columns: {
      ...(about !== undefined && { about }),
      ...(headline !== undefined && { headline }),
      ...(hours !== undefined && { hours: figure(HOURS, hours, talent.hours) }),
      ...(times !== undefined && { times: [...times] }),
      ...(fee !== undefined && { fee: fee === TALK ? null : figure(FEES, fee, talent.fee) }),
      ...(style !== undefined && { style }),
      ...(availability !== undefined && { availability }),
      ...(prefecture !== undefined && { prefecture: Number(prefecture) }),
      ...(motives !== undefined && { motives: [...motives] }),
      ...(industries !== undefined && { industries: [...industries] }),
    },
    codes: talent.codes.map((code) => codeChange(answers, code)).filter((change) => Object.keys(change).length > 1),
    ties: tiesOf(answers),
  }
}

function figure<T extends number>(offered: readonly T[], chosen: string, stored: number | null): number {
  return keptOr(offered, Number(chosen) as T, stored)
}

function codeChange(answers: Answers, { code, years: stored }: TalentCode): CodeChange {
  const level = answers[`level-${code}`]
  const years = answers[`years-${code}`]
  const lastYear = answers[`last-${code}`]
  const evidence = answers[`evidence-${code}`]
  return {
    code,
    ...(level && { level: Number(level) }),
    ...(years && { years: yearsFor(Number(years), stored) }),
    ...(lastYear !== undefined && { lastYear }),
    ...(typeof evidence === 'string' && { evidence }),
  }
}

function yearsFor(chosen: number, stored: number): number {
  return stored > 0 && yearsAnswer(stored).years === chosen
    ? stored
    : YEARS.find(({ years }) => years === chosen)!.years
}

/** Ties that are not yet complete leave the stored ones alone. */
function tiesOf(answers: Answers): TieAnswer[] | undefined {
  if (!Object.keys(answers).some((name) => name.startsWith('tie-'))) return undefined
  const { ties, errors } = readTies(answers)
  return Object.keys(errors).length > 0 ? undefined : ties
}
