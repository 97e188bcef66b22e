import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FACTOR_NAMES } from '../../../engine/engine.ts'
import { type GivenPerson, personShape } from './person.ts'
import { projectShape } from './project.ts'
import { type Ranking, rankingOf } from './ranking.ts'

const YEAR = 2026
const WORKS = [
  '製造業の経理を15年。品物ごとの原価計算と月次決算を作ってきました。',
  '通販サイトの商品ページを作り、写真を撮り、広告を運用しました。',
  '採用担当として求人票を書き、面接の仕組みを整えました。',
  '工場の省エネを進め、温室効果ガスの算定を三年続けています。',
  '旅館の予約の仕組みを入れかえ、外国語の案内を作りました。',
  '',
]

const line = {
  text: fc.constantFrom(...WORKS),
  prefecture: fc.constantFrom('山形県', '福岡', 'Tokyo', 26, null),
  hours: fc.option(fc.integer({ min: 1, max: 60 })),
  pay: fc.option(fc.integer({ min: 0, max: 9000 })),
}
const person = fc.record({
  ...line,
  ties: fc.option(fc.array(fc.constantFrom('山形県', '福岡市', '新潟'), { maxLength: 3 })),
  remoteOnly: fc.option(fc.boolean()),
  codes: fc.option(fc.array(fc.constantFrom('10035', '手作業・工芸の原価管理', '62093'), { maxLength: 3 })),
})
const project = fc.record({
  ...line,
  remote: fc.option(fc.boolean()),
  codes: fc.option(fc.array(fc.constantFrom('10035', '62093'), { maxLength: 2 })),
})
/** What a file may say of a person beside the work. */
const beside = fc.record({
  name: fc.constantFrom('佐藤 花子', '山田 太郎', 'John Smith', '李 明'),
  age: fc.integer({ min: 18, max: 90 }),
  sex: fc.constantFrom('男性', '女性', 'その他'),
  school: fc.constantFrom('東京大学', '山形高校'),
  nationality: fc.constantFrom('日本', 'ブラジル'),
  photo: fc.constantFrom('https://example.com/a.jpg', 'https://example.com/b.png'),
})
const market = fc.record({
  people: fc.array(person, { minLength: 1, maxLength: 25 }),
  projects: fc.array(project, { minLength: 1, maxLength: 4 }),
})
type Lines = readonly Readonly<Record<string, unknown>>[]

function read(people: Lines): GivenPerson[] {
  return people.map((one, at) => personShape.parse({ id: `p${at}`, ...one }))
}

function rankAll(people: readonly GivenPerson[], projects: Lines, most = 10_000): Ranking[] {
  const rank = rankingOf(people, YEAR, most)
  return projects.map((one, at) => rank(projectShape.parse({ id: at, ...one })))
}

describe('a ranking of files', () => {
  test('explains itself: the points add up, best first, every reason a sentence', () => {
    fc.assert(
      fc.property(market, ({ people, projects }) => {
        for (const { ranking } of rankAll(read(people), projects)) {
          expect(ranking.map(({ score }) => score)).toEqual(ranking.map(({ score }) => score).toSorted((a, b) => b - a))
          for (const { score, points, reasons, doubt } of ranking) {
            expect(Object.keys(points)).toEqual([...FACTOR_NAMES])
            expect(Object.values(points).reduce((a, b) => a + b)).toBe(score)
            expect(reasons.length).toBeLessThanOrEqual(3)
            for (const sentence of [...reasons, ...(doubt === null ? [] : [doubt])]) expect(sentence).toMatch(/。$/)
          }
        }
      }),
    )
  })

  test('does not change with name, age, sex, school, nationality and photo: thousands of pairs', () => {
    let pairs = 0
    fc.assert(
      fc.property(market, fc.array(beside, { minLength: 25, maxLength: 25 }), ({ people, projects }, more) => {
        const dressed = people.map((one, at) => ({ ...one, ...more[at] }))
        expect(rankAll(read(dressed), projects)).toEqual(rankAll(read(people), projects))
        pairs += people.length * projects.length
      }),
      { numRuns: 200 },
    )
    expect(pairs).toBeGreaterThan(2000)
  })

  test('does not change with the order of the lines', () => {
    const shuffled = market.chain(({ people, projects }) => {
      const known = read(people)
      return fc.tuple(
        fc.constant({ known, projects }),
        fc.shuffledSubarray(known, { minLength: known.length, maxLength: known.length }),
      )
    })
    fc.assert(
      fc.property(shuffled, ([{ known, projects }, other]) => {
        expect(rankAll(other, projects)).toEqual(rankAll(known, projects))
      }),
    )
  })

  test('of others does not change when somebody comes or goes', () => {
    fc.assert(
      fc.property(market, person, ({ people, projects }, one) => {
        const known = read(people)
        const newcomer = personShape.parse({ id: 'newcomer', ...one })
        const after = rankAll([...known, newcomer], projects)
        expect(
          after.map(({ id, ranking }) => ({ id, ranking: ranking.filter((other) => other.id !== 'newcomer') })),
        ).toEqual(rankAll(known, projects))
      }),
    )
  })

  test('is cut, not changed, by a shorter list', () => {
    fc.assert(
      fc.property(market, fc.integer({ min: 1, max: 5 }), ({ people, projects }, most) => {
        const known = read(people)
        const whole = rankAll(known, projects)
        expect(rankAll(known, projects, most)).toEqual(
          whole.map(({ id, ranking }) => ({ id, ranking: ranking.slice(0, most) })),
        )
      }),
    )
  })
})

describe('who comes first', () => {
  const wanted = { text: '職人の手作業が多く、品物ごとの原価が分かりません。原価表を作りたい。', hours: 10, pay: 3500 }
  const first = (people: Lines, change: Readonly<Record<string, unknown>> = {}) =>
    rankAll(read(people), [{ ...wanted, ...change }])[0]!.ranking

  test('whose text tells of the work', () => {
    const ranking = first(WORKS.map((text) => ({ text })))
    expect(ranking[0]).toMatchObject({ id: 'p0' })
    expect(ranking[0]!.reasons.length).toBeGreaterThan(0)
  })

  test('who has the hours, and a fee that is enough', () => {
    const text = WORKS[0]!
    const ranking = first([
      { text, hours: 2, pay: 3000 },
      { text, hours: 20, pay: 3000 },
      { text, hours: 20, pay: 9000 },
    ])
    expect(ranking.map(({ id }) => id)).toEqual(['p1', 'p2', 'p0'])
    expect(ranking[1]!.doubt).toContain('3,500円より高めです')
    expect(ranking[2]!.doubt).toContain('希望の10時間には足りません')
  })

  test('a tie is told as it was said, and no kind is made up', () => {
    const text = WORKS[0]!
    const ties = [
      ['山形県新庄市'],
      [{ place: '山形県', kind: 'born' }],
      [{ place: '山形', kind: '家族や親せきがいる' }],
    ]
    const ranking = first(
      ties.map((one) => ({ text, ties: one })),
      { prefecture: '山形', remote: false },
    )
    const told = new Map(ranking.map(({ id, reasons }) => [id, reasons.join('')]))
    expect(told.get('p0')).toContain('山形県にゆかりがあります。')
    expect(told.get('p1')).toContain('山形県の生まれです。')
    expect(told.get('p2')).toContain('山形県に家族や親せきがいます。')
  })

  test('nobody who works only from afar for what asks for visits, nobody without hours', () => {
    const text = WORKS[0]!
    const ranking = first([{ text, remoteOnly: true }, { text, hours: 0 }, { text }], { remote: false })
    expect(ranking.map(({ id }) => id)).toEqual(['p2'])
  })

  test('job codes that were said go before those that were read', () => {
    const ranking = first(
      [
        { text: '', codes: ['62093'] },
        { text: '', codes: ['手作業・工芸の原価管理'] },
      ],
      {
        codes: ['10035'],
      },
    )
    expect(ranking.map(({ id }) => id)).toEqual(['p1', 'p0'])
    expect(ranking[0]!.reasons[0]).toBe('「手作業・工芸の原価管理」の人です。')
  })
})
