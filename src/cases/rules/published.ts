import { regionOf } from '../../lib/regions.ts'
import type { Case } from '../schema.ts'
import { exactFigures, type FigureWords, roughFigures } from './figures.ts'
import { leastShown, type ShownSpot, shownByName } from './shown.ts'

/** What everybody may read of a case, and nothing else of its row. */
export type PublishedCase = Pick<
  Case,
  | 'id'
  | 'number'
  | 'title'
  | 'problem'
  | 'done'
  | 'result'
  | 'learned'
  | 'surprised'
  | 'told'
  | 'outcome'
  | 'causes'
  | 'publishedAt'
> &
  ShownSpot & {
    readonly figures: FigureWords
    /** Where whoever helped lives: the prefecture beside names, else the region. */
    readonly helper: { readonly prefecture: number } | { readonly region: string } | null
    readonly companyName: string | null
    readonly talentName: string | null
  }

type Read = Pick<Case, keyof PublishedCase & keyof Case> &
  Pick<
    Case,
    | 'codes'
    | 'industry'
    | 'prefecture'
    | 'size'
    | 'talentPrefecture'
    | 'hours'
    | 'months'
    | 'fee'
    | 'applicants'
    | 'days'
  > & { readonly isNamed: boolean; readonly companyName: string; readonly talentName: string | null }

/** Without names, numbers are rough, and of the place only what was settled at publication is shown. */
export function shownCase(row: Read): PublishedCase {
  const { isNamed, codes, industry, prefecture, size, talentPrefecture, hours, months, fee, applicants, days } = row
  const { companyName, talentName, shownCodes, shownIndustry, shownPrefecture, shownRegion, shownSize, ...told } = row
  const spot =
    shownCodes === null
      ? leastShown({ codes, industry, prefecture, size })
      : { shownCodes, shownIndustry, shownPrefecture, shownRegion, shownSize }
  const figures = { hours, months, fee, applicants, days }
  return {
    ...{ id: told.id, number: told.number, title: told.title, problem: told.problem, done: told.done },
    ...{ result: told.result, learned: told.learned, surprised: told.surprised, told: told.told },
    ...{ outcome: told.outcome, causes: told.causes, publishedAt: told.publishedAt },
    ...spot,
    figures: isNamed ? exactFigures(figures) : roughFigures(figures),
    helper: helperOf(talentPrefecture, isNamed),
    companyName: isNamed ? companyName : null,
    talentName: isNamed ? talentName : null,
  }
}

function helperOf(prefecture: number | null, isNamed: boolean) {
  if (prefecture === null) return null
  return isNamed ? { prefecture } : { region: regionOf(prefecture).name }
}

/** The figures of a case; `place`: what it is that everybody sees of where it was. */
export type CaseFigures = Pick<PublishedCase, 'outcome' | 'causes' | 'figures' | 'helper' | keyof ShownSpot>

/** All of it, for the two themselves and the desk. */
export function wholeFigures(row: Case): CaseFigures {
  return {
    ...shownByName(row),
    ...{ outcome: row.outcome, causes: row.causes, figures: exactFigures(row) },
    helper: helperOf(row.talentPrefecture, true),
  }
}
