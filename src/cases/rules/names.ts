import { PREFECTURES } from '../../lib/regions.ts'

/** What the two sides are called: as registered, as printed in the contract, and the person's family and given name. */
export type Called = {
  readonly companies: readonly string[]
  readonly people: readonly string[]
  /** Where the company is: its town, its prefecture. */
  readonly places?: readonly string[]
}

const FORMS =
  /(?:株式|有限|合同|合資|合名)会社|（[株有同]）|\([株有同]\)|㈱|㈲|(?:一般|公益)(?:社団|財団)法人|農事組合法人/g
const TITLES = ['さん', '様', '氏', '先生', 'くん', '君', '社長']
/** A bare name this short stands in other words too. */
const SHORT_COMPANY = 3
const SHORT_PERSON = 2
/** 「田中町」 「石川県」: a place and nobody's name. */
const PLACE = '(?![都道府県市区町村郡島川山駅]|地区)'

/** What must not stand in a text without names, with what stands there instead; longer names first. */
export function replacementsFor({
  companies,
  people,
  places = [],
}: Called): (readonly [name: string, instead: string])[] {
  const firms = companies.flatMap((name) => [name, bareCompany(name)])
  const persons = people.flatMap((name) => [name, solid(name), ...titled(name)])
  return [...listed(firms, 'この会社'), ...listed(persons, 'この人'), ...listed(places, 'この土地')]
}

/** The names of the two sides that stand in a text, as they stand there. */
export function namesIn(text: string, { companies, people, places = [] }: Called): string[] {
  const firms = companies.flatMap((name) => [name, bareCompany(name)])
  const persons = people.flatMap((name) => [name, solid(name)])
  const whole = [...listed(firms, ''), ...listed(persons, ''), ...listed(places.flatMap(spellings), '')]
    .map(([name]) => name)
    .filter((name) => text.includes(name))
  const parts = people.flatMap((name) =>
    partsOf(name).flatMap((part) => [...text.matchAll(new RegExp(patternOf(part), 'gu'))].map(([found]) => found)),
  )
  return [...new Set([...whole, ...parts])]
}

/** A family or given name with a title behind it, or alone where that can only be the person. */
function patternOf(part: string): string {
  const name = escaped(part)
  const withTitle = `${name}(?:${TITLES.join('|')})`
  const isPlace = PREFECTURES.some((prefecture) => prefecture.name.startsWith(part))
  return isPlace || part.length < SHORT_PERSON ? withTitle : `${withTitle}|${name}${PLACE}`
}

function titled(person: string): string[] {
  return partsOf(person).flatMap((part) => TITLES.map((title) => part + title))
}

function partsOf(person: string): string[] {
  return person.split(/[\s　]+/u).filter((part) => part.length > 0 && part !== person)
}

function solid(name: string): string {
  return name.replace(/[\s　]/gu, '')
}

/** 有限会社なかむら提灯工房 → なかむら提灯工房 */
function bareCompany(name: string): string {
  const bare = name.replace(FORMS, '').trim()
  return bare.length < SHORT_COMPANY ? name : bare
}

/** 山形 stands for 山形県; a town's name without 市 or 町 stands in too many words. */
function spellings(place: string): string[] {
  return [place, ...(PREFECTURES.some(({ name }) => name === place) ? [place.replace(/[都府県]$/, '')] : [])]
}

function listed(names: readonly string[], instead: string) {
  const all = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))]
  return all.sort((a, b) => b.length - a.length).map((name) => [name, instead] as const)
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
