import { municipalityName, prefectureName } from '../../src/lib/regions.ts'
import { PARTNERS } from '../cast.ts'
import { type Random, randomFrom } from '../random.ts'
import { firmPrefecture, townOf } from '../regions.ts'
import { HOPES_ABOUT } from '../texts/firms.ts'
import { FIRM_FORMS, FIRM_HEADS, FIRM_TAILS } from '../texts/names.ts'
import { OPENINGS } from '../texts/owner.ts'
import { BY_THE_SEA, INLAND, ONLY_IN, TRADES } from '../texts/trades.ts'
import { fill } from './japanese.ts'
import { namedPerson } from './people.ts'
import type { DemoCompany } from './shapes.ts'

const [TOWN_CODE] = PARTNERS.town.area
const TOWN = { code: TOWN_CODE!, name: municipalityName(TOWN_CODE!)! }

/** Industries whose trade needs no form before its name. */
const WITHOUT_FORM = new Set(['welfare', 'education', 'public', 'lodging'])

/** The firms of a demo: the first 47 one in each prefecture, no two of one name. */
export function demoCompanies(seed: number, count: number): DemoCompany[] {
  const names = new Set<string>()
  return Array.from({ length: count }, (_, n) => demoCompany(seed, n, names))
}

function demoCompany(seed: number, n: number, names: Set<string>): DemoCompany {
  const random = randomFrom(`company/${seed}/${n}`)
  const prefecture = firmPrefecture(random, n)
  const trade = tradeIn(prefecture, random)
  const { industry } = TRADES[trade]!
  const drawn = townOf(random, prefecture)
  // Most firms of 福岡県 are of the town of the cast, so that its office has something to tell.
  const town = prefecture === PARTNERS.town.prefecture && n % 4 > 0 ? TOWN : drawn
  const { name, kana } = nameOf(random, trade, names)
  const employees = random.weighted([
    [4, 14],
    [8, 20],
    [14, 22],
    [24, 18],
    [38, 12],
    [62, 8],
    [110, 4],
    [180, 2],
  ] as const)
  const firm = { years: random.between(6, 90), employees: employees + random.between(0, Math.ceil(employees / 3)) }
  return {
    key: `company:${seed}:${n}`,
    name,
    nameKana: kana,
    corporateNumber: corporateNumber(seed, n),
    prefecture,
    municipality: town.code,
    town: town.name,
    trade,
    industry,
    employees: firm.employees,
    officers: random.between(1, 4),
    about: `${opening(random, { trade, prefecture, town: town.name, ...firm }, sayable(OPENINGS, industry))}${fill(random.pick(sayable(HOPES_ABOUT, industry)), wordsOf(trade, town.name, random))}`,
    years: firm.years,
    owner: namedPerson(random),
    phone: `0${random.between(20, 99)}-000-${String(random.between(0, 9999)).padStart(4, '0')}`,
    address: `${prefectureName(prefecture)}${town.name}見本町${random.between(1, 9)}丁目${random.between(1, 30)}番${random.between(1, 20)}号`,
    domain: `c${seed}-${n}.example`,
  }
}

/** A trade that there can be in a prefecture. */
function tradeIn(prefecture: number, random: Random): number {
  for (;;) {
    const at = random.between(0, TRADES.length - 1)
    const { trade } = TRADES[at]!
    const where = ONLY_IN[trade]
    const tooFar = BY_THE_SEA.includes(trade) && INLAND.includes(prefecture)
    if (!tooFar && (where === undefined || where.includes(prefecture))) return at
  }
}

export type Setting = { trade: number; prefecture: number; town: string; years: number; employees: number }

/** How a firm introduces itself, in one sentence. */
export function opening(random: Random, setting: Setting, patterns: readonly string[] = OPENINGS): string {
  return fill(random.pick(patterns), {
    ...wordsOf(setting.trade, setting.town, random),
    pref: prefectureName(setting.prefecture),
    years: setting.years,
    people: setting.employees,
    gen: setting.years > 60 ? '三' : '二',
    minutes: random.between(5, 25),
  })
}

/** Firms whose work is no thing that one can order, send or taste. */
const SERVICES = new Set([
  ...[
    'construction',
    'energy',
    'it',
    'transport',
    'finance',
    'realestate',
    'lodging',
    'tourism',
    'welfare',
    'education',
  ],
  ...['services', 'public'],
])

/** The patterns that a firm of this industry can use: those that speak of a product only where there is one. */
export function sayable(patterns: readonly string[], industry: string): readonly string[] {
  return SERVICES.has(industry) ? patterns.filter((pattern) => !/\{product2?\}/.test(pattern)) : patterns
}

/** The words of a trade for put-together sentences. */
export function wordsOf(trade: number, town: string, random: Random) {
  const { products, staff, buyers, doing, trade: name } = TRADES[trade]!
  const [product, product2] = random.several(products, 2)
  return {
    ...{ town, doing, staff, buyers, trade: name },
    product: product!,
    product2: product2!,
    few: random.between(2, 5),
    young: random.between(2, 8),
    many: random.between(12, 60),
    years: random.between(3, 20),
  }
}

function nameOf(random: Random, trade: number, names: Set<string>): { name: string; kana: string } {
  const { industry, names: ends } = TRADES[trade]!
  for (;;) {
    const [head, headKana] = random.pick(FIRM_HEADS)
    const [tail, tailKana] = random.pick(FIRM_TAILS)
    const form = random.weighted(FIRM_FORMS)
    const plain = `${head}${tail}${random.pick(ends)}`
    if (names.has(plain)) continue
    names.add(plain)
    const name = WITHOUT_FORM.has(industry) ? plain : random.chance(0.6) ? `${form}${plain}` : `${plain}${form}`
    return { name, kana: headKana + tailKana }
  }
}

/** Thirteen digits with the check digit of 法人番号 (財務省令): of an office that does not exist. */
function corporateNumber(seed: number, n: number): string {
  const base = `99${String(seed % 100_000).padStart(5, '0')}${String(n).padStart(5, '0')}`
  const sum = [...base].reverse().reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 2), 0)
  return `${9 - (sum % 9)}${base}`
}
