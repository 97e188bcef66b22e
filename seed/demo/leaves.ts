import type { Leaf } from '../../src/jobcodes/rules/release.ts'
import { jobCodes } from '../../src/jobcodes/rules/standard.ts'
import { DIALECTS, PLACE_WORDS, TRADE_WORDS } from '../texts/keywords.ts'

/** What is asked for most: 営業・販路, マーケティング・PR, 新規事業 (product.md). Weight of each major, spread over its leaves. */
const DEMAND: Readonly<Record<string, number>> = {
  '10336': 22,
  '10679': 22,
  '11981': 6,
  '10019': 6,
  '11604': 8,
  '12846': 2,
  '12270': 6,
  '12457': 6,
  '11046': 7,
  '11298': 6,
  '12666': 3,
  '50011': 6,
  '53019': 4,
  '56016': 3,
  '59013': 3,
  '62010': 9,
  '65019': 9,
  '68013': 12,
  '71015': 2,
  '74014': 9,
  '77019': 9,
  '80016': 9,
}
/** 新規事業: its share of all, not of its major. */
const NEW_BUSINESS = '12063'
const NEW_BUSINESS_DEMAND = 14

const MAKERS = [
  ...['agriculture', 'forestry', 'food', 'brewing', 'textiles', 'crafts', 'pottery', 'wood', 'paper', 'chemicals'],
  ...['metal', 'machinery', 'electronics', 'manufacturing'],
]
const FOOD = ['food', 'brewing', 'restaurant', 'agriculture', 'forestry']

/** Work that only firms of some industries ask for, by major, middle or leaf; the narrowest entry holds. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  '11298': MAKERS,
  '12666': [...MAKERS, 'wholesale', 'retail', 'transport', 'restaurant'],
  '12270': [...MAKERS, 'wholesale', 'retail', 'tourism'],
  '11046': [...MAKERS, 'retail', 'wholesale', 'tourism', 'lodging'],
  '11128': FOOD,
  '11190': FOOD,
  '11240': ['tourism', 'lodging', 'education', 'services', 'welfare', 'it', 'retail'],
  '10056': ['restaurant', 'food', 'lodging'],
  '10070': ['construction', 'it', 'machinery'],
  '10035': ['crafts', 'textiles', 'pottery', 'wood'],
  '10043': MAKERS,
  '10081': MAKERS,
  '11072': ['crafts', 'textiles', 'pottery', 'wood'],
  '56016': [...MAKERS, 'construction', 'energy', 'transport', 'wholesale'],
  '56109': ['chemicals', 'manufacturing', 'metal', 'electronics'],
  '59013': [...MAKERS, 'tourism', 'wholesale'],
  '62010': ['lodging', 'tourism'],
  '65024': ['agriculture'],
  '65070': ['agriculture'],
  '65121': ['agriculture', 'forestry'],
  '65184': ['forestry'],
  '65228': ['forestry', 'wood'],
  '68013': ['public'],
  '74014': ['welfare'],
  '74051': ['welfare'],
  '77024': ['construction'],
  '77081': ['construction'],
  '77145': ['realestate'],
  '77192': ['construction', 'realestate'],
  '80016': ['education'],
  '12208': ['retail', 'restaurant'],
  '10606': ['retail', 'restaurant'],
  '10611': ['retail', 'restaurant', 'lodging', 'services'],
  '10385': MAKERS,
  '10373': MAKERS,
  '10410': MAKERS,
  '10478': ['metal', 'machinery', 'electronics', 'textiles', 'chemicals'],
  '10503': MAKERS,
  '10429': FOOD,
}

type Weighted = readonly (readonly [Leaf, number])[]
const known = new Map<string, Weighted>()

/** The work that a firm of this industry asks for, with how often. */
export function demandOf(industry: string): Weighted {
  return remembered(`firm:${industry}`, (leaf) => isFor(leaf, industry))
}

/** The work that people offer: all there is. */
export function supply(): Weighted {
  return remembered('supply', () => true)
}

export function majorOf(leaf: Leaf): string {
  return jobCodes().ancestors(leaf.id)[0]!
}

/** Is this work of a kind that a firm of this industry has? */
export function isFor(leaf: Leaf, industry: string): boolean {
  const [major, middle] = jobCodes().ancestors(leaf.id)
  const only = ONLY[leaf.id] ?? ONLY[middle!] ?? ONLY[major!]
  return only === undefined || only.includes(industry)
}

/** Industries in which this work is done; null for all. */
export function industriesOf(leaf: Leaf): readonly string[] | null {
  const [major, middle] = jobCodes().ancestors(leaf.id)
  return ONLY[leaf.id] ?? ONLY[middle!] ?? ONLY[major!] ?? null
}

/** May somebody of this industry (and, when given, of this prefecture) say so? */
export function fits(text: string, industry: string, prefecture: number | null = null): boolean {
  if (PLACE_WORDS.test(text)) return false
  if (TRADE_WORDS.some(([words, industries]) => words.test(text) && !industries.includes(industry))) return false
  if (prefecture === null) return !DIALECTS.some(([ending]) => ending.test(text))
  const spoken = DIALECTS.find(([ending]) => ending.test(text))
  return spoken === undefined || spoken[1].some(([from, to]) => prefecture >= from && prefecture <= to)
}

function remembered(name: string, suits: (leaf: Leaf) => boolean): Weighted {
  let found = known.get(name)
  if (found === undefined) {
    found = jobCodes().majors.flatMap((major) =>
      major.middles.flatMap((middle) => {
        const siblings =
          middle.id === NEW_BUSINESS
            ? middle.leaves
            : major.middles.filter(({ id }) => id !== NEW_BUSINESS).flatMap(({ leaves }) => leaves)
        const demand = middle.id === NEW_BUSINESS ? NEW_BUSINESS_DEMAND : (DEMAND[major.id] ?? 3)
        const possible = siblings.filter(suits)
        return middle.leaves.filter(suits).map((leaf) => [leaf, demand / possible.length] as const)
      }),
    )
    known.set(name, found)
  }
  return found
}
