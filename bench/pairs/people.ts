import { type Random, randomFrom } from '../../seed/random.ts'
import { jobCodes } from '../../src/jobcodes/rules/standard.ts'

type Line = Readonly<Record<string, unknown>>

const PLACES = ['山形県', '福岡市', '新潟', '京都府', '高知市', '北海道', '東京']
const NAMES = ['佐藤 花子', '山田 太郎', 'John Smith', '李 明', '比嘉 美咲', 'Ana Souza', '田中 一郎', 'Nguyen Thi Lan']
const SEXES = ['男性', '女性', 'その他', null]
const SCHOOLS = ['東京大学', '山形高校', '専門学校', null]
const COUNTRIES = ['日本', 'ブラジル', 'ベトナム', null]

const leaves = jobCodes().places.map(({ leaf }) => leaf)
const maybe = <T>(random: Random, value: T) => (random.chance(0.8) ? value : null)
const work = (random: Random) => random.several(random.pick(leaves).phrases, 2).join('')

/** Lines of a file of people as `meguri rank` reads them, without what belongs to nobody's work. */
export function somePeople(count: number, seed: string): Line[] {
  const random = randomFrom(`${seed}/people`)
  return Array.from({ length: count }, () => ({
    text: work(random),
    prefecture: maybe(random, random.pick(['山形県', '福岡', 'Tokyo', 26, '沖縄'])),
    hours: maybe(random, random.between(1, 60)),
    pay: maybe(random, random.between(0, 9000)),
    ties: maybe(random, random.several(PLACES, random.between(0, 3))),
    remoteOnly: maybe(random, random.chance(0.3)),
    codes: random.several(leaves, random.between(1, 4)).map(({ id }) => id),
  }))
}

export function someProjects(count: number, seed: string): Line[] {
  const random = randomFrom(`${seed}/projects`)
  return Array.from({ length: count }, (_, id) => ({
    ...{ id, text: work(random), prefecture: maybe(random, random.pick(PLACES.slice(0, 1))) },
    hours: maybe(random, random.between(1, 40)),
    pay: maybe(random, random.between(0, 6000)),
    remote: maybe(random, random.chance(0.6)),
    codes: random.several(leaves, random.between(1, 3)).map(({ id }) => id),
  }))
}

/** What a file may say of a person that is no reason to be chosen or not. */
export function dress(lines: readonly Line[], seed: string): Line[] {
  const random = randomFrom(seed)
  return lines.map((line) => ({
    ...line,
    name: random.pick(NAMES),
    age: random.between(18, 90),
    sex: random.pick(SEXES),
    school: random.pick(SCHOOLS),
    nationality: random.pick(COUNTRIES),
    photo: `https://example.com/${random.between(0, 9999)}.jpg`,
  }))
}

/** Everybody gets the id of somebody else. */
export function withIds(lines: readonly Line[], seed: string): Line[] {
  const ids = randomFrom(seed).several(
    lines.map((_, at) => `p${at}`),
    lines.length,
  )
  return lines.map((line, at) => ({ ...line, id: ids[at] }))
}
