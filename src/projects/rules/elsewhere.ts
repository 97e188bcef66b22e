import { industryName } from '../../companies/rules/industries.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { prefectureName } from '../../lib/regions.ts'
import { today } from '../../lib/time.ts'
import { truncate } from '../../text/truncate.ts'
import type { Project } from '../schema.ts'
import { inYen, monthsInWords, STYLE_WORDS } from './choices.ts'
import { projectNumber } from './state.ts'

/** What a published project says of itself outside of its page. */
export type Told = Pick<
  Project,
  | 'id'
  | 'number'
  | 'title'
  | 'background'
  | 'goal'
  | 'work'
  | 'industry'
  | 'prefecture'
  | 'style'
  | 'hours'
  | 'fee'
  | 'months'
  | 'contractKind'
  | 'posterName'
  | 'posterAddress'
  | 'publishedAt'
  | 'closesOn'
>

const SUMMARY = 200

/** 山形県　化学・肥料 */
export function placeAndTrade({ prefecture, industry }: Pick<Told, 'prefecture' | 'industry'>): string {
  return [prefecture && prefectureName(prefecture), industry && industryName(industry)].filter(Boolean).join('　')
}

/** 月40,000円　月10時間　3か月　離れたままでもよい */
export function conditionsInWords({ fee, hours, months, style, contractKind }: Conditions): string {
  const words = [
    contractKind === 'probono' ? 'お礼なし' : fee && `月${inYen(fee)}`,
    hours && `月${hours}時間`,
    months && monthsInWords(months),
    style && STYLE_WORDS[style],
  ]
  return words.filter(Boolean).join('　')
}
type Conditions = Pick<Told, 'fee' | 'hours' | 'months' | 'style' | 'contractKind'>

/** A few sentences for a list elsewhere: conditions first, then what it is about. */
export function summaryOf(project: Told): string {
  const { background, work } = project
  const head = [placeAndTrade(project), conditionsInWords(project)].filter(Boolean).join('　')
  return truncate([head, background ?? work].filter(Boolean).join('。'), SUMMARY)
}

/**
 * The project as schema.org puts it. A request for a service under a contract for work, not a job: a JobPosting would promise
 * employment and a salary. `url` is its page.
 */
export function structuredFacts(project: Told, codes: readonly string[], url: string): object {
  const { title, work, goal, prefecture, contractKind, fee, posterName, posterAddress, publishedAt, closesOn } = project
  const area = prefecture === null ? 'JP' : { '@type': 'AdministrativeArea', name: prefectureName(prefecture) }
  return {
    '@context': 'https://schema.org',
    '@type': 'Demand',
    name: title,
    description: work ?? goal,
    url,
    identifier: projectNumber(project),
    ...(publishedAt && { availabilityStarts: today(publishedAt) }),
    ...(closesOn && { availabilityEnds: closesOn }),
    itemOffered: {
      '@type': 'Service',
      name: title,
      serviceType: codes.flatMap((code) => jobCodes().leaf(code)?.name ?? []),
      areaServed: area,
    },
    ...(contractKind === 'direct' &&
      fee !== null && {
        priceSpecification: {
          '@type': 'UnitPriceSpecification',
          price: fee,
          priceCurrency: 'JPY',
          unitCode: 'MON',
          valueAddedTaxIncluded: false,
        },
      }),
    '@reverse': {
      seeks: { '@type': 'Organization', name: posterName, ...(posterAddress && { address: posterAddress }) },
    },
  }
}
