import { beforeAll, expect, test } from 'vitest'
import { classify } from '../../jobcodes/rules/standard.ts'
import { suggestionsIn } from './cv.ts'
import { askedBefore, askedTogether, chosenAfter, offersFor, problemWithCodes } from './offers.ts'

beforeAll(() => void classify('読み込み'), 120_000)

const GX = '56109'
const COST = '10035'

test('each part of a CV leads to codes of its own, with the words that led there', () => {
  const cv = [
    '職務経歴書\n氏名 見本 太郎\nTEL 090-1234-5678\nmihon@example.jp',
    '2005年4月〜2012年3月 化学品の会社。GXの証書と第三者認証を取る仕事。申請書づくりと審査の立ち会い。',
    '社内の安全の教育、消防の訓練、近所の方への説明なども受け持ちました。'.repeat(12),
    '2012年4月〜 帯の織元で、職人の手作業の時間を工程ごとに測り、品物ごとの原価計算をした。',
  ].join('\n')
  const found = suggestionsIn(cv)
  expect(found.map(({ code }) => code)).toEqual(expect.arrayContaining([GX, COST]))
  expect(found.find(({ code }) => code === GX)!.phrase).toMatch(/GX|証書|認証/)
  expect(found.length).toBeLessThanOrEqual(12)
  expect(JSON.stringify(found)).not.toMatch(/090|example/)
  expect(suggestionsIn('')).toEqual([])
  expect(suggestionsIn('090-1234-5678\n東京')).toEqual([])
})

test('what was answered with 違う is not offered again, unless it is searched for', () => {
  const denied = { code: COST, phrase: '原価', deniedAt: new Date(0) }
  const kept = { code: GX, phrase: '証書', deniedAt: null }
  const codesOf = (query: string) =>
    offersFor({ about: '品物ごとの原価計算をしてきました。', codes: [] }, [denied, kept], query, []).map(
      ({ code }) => code,
    )
  expect(codesOf('')).toContain(GX)
  expect(codesOf('')).not.toContain(COST)
  expect(codesOf('原価計算')).toContain(COST)
})

test('はい adds, 違う takes away, and what is not answered stays', () => {
  const answers = new Map([
    [GX, 'yes'],
    [COST, 'no'],
    ['13068', 'yes'],
  ] as const)
  expect(chosenAfter([COST, '16088'], answers)).toEqual(['16088', GX, '13068'])
  expect(problemWithCodes([])).toContain('1つ以上')
  expect(problemWithCodes(['1', '2', '3', '4', '5', '6'])).toBe(null)
  expect(problemWithCodes(['1', '2', '3', '4', '5', '6', '7'])).toContain('6つまで')
})

test('of very few projects no number is told', () => {
  expect([0, 1, 4, 5].map(askedBefore)).toEqual([
    ...['', '求めた会社が、これまでにあります', '求めた会社が、これまでにあります'],
    'これまで5件で求められました',
  ])
  expect([4, 12].map(askedTogether)).toEqual([null, 'あなたの細かい経験も、これまで12件で求められました'])
})
