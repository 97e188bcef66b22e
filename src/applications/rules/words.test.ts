import { describe, expect, it } from 'vitest'
import { declineChoices, readReason, templateFor, writtenReason } from './decline.ts'
import { answersForm } from './forms.ts'
import { missingFor, REFUSALS, refusalOf, type Standing } from './standing.ts'
import { GROUPS, groupOf, questionsOf, WORDS } from './words.ts'

const fine: Standing = {
  open: true,
  limit: 3,
  others: 2,
  ownCompany: false,
  turnedAway: false,
  hidesFrom: false,
  sentThisMonth: 19,
}

describe('refusalOf', () => {
  it.each([
    [{}, null],
    [{ ownCompany: true }, 'own-company'],
    [{ hidesFrom: true, open: false }, 'hides-from'],
    [{ open: false }, 'closed'],
    [{ others: 3 }, 'full'],
    [{ others: 300, limit: null }, null],
    [{ sentThisMonth: 20 }, 'cap'],
  ] as const)('%o → %s', (change, refusal) => {
    expect(refusalOf({ ...fine, ...change })).toBe(refusal)
    if (refusal) expect(REFUSALS[refusal]).toMatch(/。$/)
  })
})

it('says what is missing in the order in which it is asked', () => {
  expect(missingFor({ codes: [], employerAnsweredAt: null }, false)).toEqual(['codes', 'employer', 'name'])
  expect(missingFor(undefined, true)).toEqual(['codes', 'employer'])
  expect(missingFor({ codes: ['12101'], employerAnsweredAt: new Date(0) }, true)).toEqual([])
})

it('each state that a company may see is in one group', () => {
  const grouped = GROUPS.flatMap(({ states }) => states)
  expect(new Set(grouped).size).toBe(grouped.length)
  expect(Object.keys(WORDS.company).filter((state) => !groupOf(state as never))).toEqual(['draft'])
})

it('a project without questions asks two all the same', () => {
  const [first, second] = questionsOf({ question1: '紙の台帳を読めますか。', question2: ' ' })
  expect(first).toBe('紙の台帳を読めますか。')
  expect(second).toContain('1か月')
})

describe('the reason of a refusal', () => {
  it('is kept with the words of the company', () => {
    expect(readReason(writtenReason('fee', '次の機会に。\nありがとうございました。'))).toEqual({
      sentence: '報酬の希望が合いませんでした。',
      words: '次の機会に。\nありがとうございました。',
    })
    expect(readReason(writtenReason('chosen', ''))!.words).toBe('')
    expect(readReason(null)).toBe(null)
    expect(readReason('いつかの言葉')).toBe(null)
  })
  it('names the work where experience was missing, and begins kindly', () => {
    const offered = declineChoices(['10035', '99999'])
    expect(offered.map(({ value }) => value)).toEqual([
      ...['chosen', 'experience:10035', 'experience', 'time', 'distance', 'fee', 'stopped'],
    ])
    expect(readReason(writtenReason('experience:10035', 'また。'))).toEqual({
      sentence: '「手作業・工芸の原価管理」の経験が、今回ほしいものと少し違いました。',
      words: 'また。',
    })
    for (const { value } of offered) expect(templateFor(value)).toContain('ありがとうございました')
  })
})

it('answers are neither empty nor short nor long', () => {
  const read = (answer1: string) => answersForm.safeParse({ answer1, answer2: 'あ'.repeat(400) }).success
  expect([0, 29, 30, 400, 401].map((length) => read('い'.repeat(length)))).toEqual([false, false, true, true, false])
})
