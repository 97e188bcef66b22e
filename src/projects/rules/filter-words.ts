import { industryName } from '../../companies/rules/industries.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { municipalityName, prefectureName } from '../../lib/regions.ts'
import { inYen, monthsInWords } from './choices.ts'
import { type FilterName, type Filters, narrowedBy, type Sort } from './filters.ts'
import { SOON } from './search/bands.ts'

export const STYLE_CHOICES = { remote: '離れたまま働ける', visits: '会社に行く日がある' } as const
export const CONTRACT_CHOICES = { direct: '報酬のある仕事', probono: 'お礼なしの手伝い' } as const
export const SORT_WORDS: Readonly<Record<Sort, string>> = {
  ...{ best: '言葉に合う順', fit: '自分に合う順', new: '新しい順', due: '締め切りが近い順' },
}

/** What was chosen, as it stands on the screen; only for a filter in which something is. */
export function filterWords(filters: Filters, name: FilterName): string {
  const { prefecture, municipality, code, industry, style, hours, hourly, months, contract, start } = filters
  const words: Readonly<Record<FilterName, () => string>> = {
    prefecture: () => prefectureName(prefecture!),
    municipality: () => municipalityName(municipality!)!,
    tied: () => 'ゆかりの地',
    code: () => jobCodes().node(code!)!.name,
    industry: () => industryName(industry!),
    style: () => STYLE_CHOICES[style!],
    hours: () => hoursWords(hours!),
    hourly: () => hourlyWords(hourly!),
    months: () => lengthWords(months!),
    contract: () => CONTRACT_CHOICES[contract!],
    start: () => startWords(start!),
    // What it is called is known to whoever has read it.
    programme: () => '選んだ事業',
  }
  return words[name]()
}

/** 「原価」・山形県・離れたまま働ける; '' when everything is wanted. */
export function filtersInWords(filters: Filters): string {
  const chosen = narrowedBy(filters).map((name) => filterWords(filters, name))
  return [...(filters.words ? [`「${filters.words}」`] : []), ...chosen].join('・')
}

export function hoursWords(hours: number): string {
  return `月${hours}時間まで`
}

export function hourlyWords(yen: number): string {
  return `1時間${inYen(yen)}から`
}

export function lengthWords(months: number): string {
  return `${monthsInWords(months)}まで`
}

export function startWords(start: string): string {
  if (start === SOON) return 'すぐ始まる'
  return `${Number(start.slice(0, 4))}年${Number(start.slice(5))}月までに始まる`
}
