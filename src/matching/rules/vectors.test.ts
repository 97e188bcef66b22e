import { expect, test } from 'vitest'
import { textBin } from '../../engine/bins.ts'
import { jobCodes, taughtNetwork, termsOfText } from '../../jobcodes/rules/standard.ts'
import { vectorOf as sparseOf } from '../../text/linear.ts'
import { addTimes, logChances } from '../../text/network.ts'
import { cosine, DIMENSIONS, scaled, throwAlong } from '../../text/vector.ts'
import { NO_ANSWERS, NO_RECORD } from './facts.ts'
import { projectRecord, talentRecord } from './records.ts'
import { vectorOf } from './vectors.ts'

/** A worry, who has done such work in other words, and who shares words with it. */
const TOLD = [
  [
    '職人の手作業ばかりで、ひとつ作るのに本当はいくら掛かっとるのか誰も分からん',
    '織物工場で工程ごとの時間を測り、標準原価を作った',
    '職人の手作業を写真と動画で紹介した',
  ],
  ['若い人が入ってもすぐ辞める', '新人の受け入れと定着の仕組みを整えた', '若い人に売れるお菓子を考えた'],
  [
    '取引先から二酸化炭素をどれだけ出しとるか出せと言われた',
    '温室効果ガスの排出量を算定し、削減計画を作った',
    '取引先からの注文を受けるサイトを作った',
  ],
] as const

test.each(TOLD)('%s: nearer to the same work in other words than to the same words', (worry, work, words) => {
  const near = (other: string) => cosine(vectorOf([worry]), vectorOf([other]))
  expect(near(work)).toBeGreaterThan(near(words))
})

test('what speaks of no work is nothing said, and the same text has the same bytes', () => {
  for (const text of ['', 'a', 'Hello', 'よろしくお願いします', '山形が好きです。よく行きます。'])
    expect(vectorOf([text]).every((value) => value === 0)).toBe(true)
  expect(vectorOf([null, '原価管理', null])).toEqual(vectorOf(['原価管理']))
})

/** One clause read plainly: term by term, number by number. */
function plainVector(clause: string): Int8Array {
  const { vocabulary, rarity, width, meanings, scale, weights, bias, classes } = taughtNetwork()
  const { rows, values } = sparseOf(termsOfText(clause), vocabulary, rarity)
  const sum = new Float32Array(width)
  for (const [n, row] of rows.entries())
    for (let k = 0; k < width; k++) sum[k]! += values[n]! * scale[row]! * meanings[row * width + k]!
  const scores = bias.slice()
  for (let k = 0; k < width; k++) addTimes(scores, sum[k]!, weights, k * scores.length)
  const chances = logChances(scores).map(Math.exp)
  const sums = new Float64Array(DIMENSIONS)
  for (const [work, code] of classes.entries()) {
    const [major, middle] = jobCodes().ancestors(code)
    const along = new Float64Array(DIMENSIONS)
    for (const [name, share] of [code, middle!, major!].map((one, at) => [one, at === 2 ? 0.5 : 1] as const))
      throwAlong(along, name, share)
    for (let axis = 0; axis < DIMENSIONS; axis++) sums[axis]! += chances[work]! * along[axis]!
  }
  return Math.max(...chances) < 0.08 ? new Int8Array(DIMENSIONS) : scaled(sums)
}

test('read quickly a text has the bytes that it has read plainly', () => {
  const clauses = jobCodes()
    .places.flatMap(({ leaf }) => leaf.phrases.slice(0, 1))
    .filter((phrase, at) => at % 4 === 0 && /^[\p{L}]{3,}$/u.test(phrase))
  expect(clauses.length).toBeGreaterThan(20)
  for (const clause of clauses) expect(vectorOf([clause]), clause).toEqual(plainVector(clause))
})

test('the engine is given cosines in sixteenths: the same text in its last bins, another in its first', () => {
  const nothing = { prefecture: null, hours: null, fee: null, style: null, motives: [], record: NO_RECORD }
  const talent = (about: string) =>
    talentRecord(
      {
        ...{ ...nothing, id: 'a', visible: true, headline: '', about, codes: [], industries: [], ties: [] },
        answers: NO_ANSWERS,
      },
      1,
      2026,
    ).text!
  const asked = projectRecord(
    {
      ...{
        ...nothing,
        id: 'b',
        companyId: 'c',
        open: true,
        travelPaid: false,
        title: null,
        background: TOLD[0][0],
        goal: null,
        work: null,
      },
      ...{ codes: [], industry: null, municipality: null, answers: NO_ANSWERS },
    },
    2,
  ).text!
  const bin = (text: ArrayLike<number>) =>
    textBin(Array.from(asked).reduce((sum, value, at) => sum + value * text[at]!, 0))
  expect(bin(talent(TOLD[0][0]))).toBeGreaterThanOrEqual(14)
  expect(bin(talent('ネットショップの売上を広告とSNSで三倍にした'))).toBeLessThanOrEqual(4)
})
