import { expect, test } from 'vitest'
import { legalDate } from '../../lib/time.ts'
import type { Content } from './changes.ts'
import { draftFrom, type Poster } from './draft.ts'
import { lint, stopsPublication, stopsSending } from './lint.ts'

const ON = legalDate('2026-11-23')
const POSTER: Poster = {
  name: '有限会社なかむら提灯工房',
  prefecture: 40,
  municipality: '40210',
  industry: 'crafts',
  contactName: '中村 清',
  address: '福岡県八女市見本123番地',
  phone: '0943-00-0202',
  email: 'kobo@nakamura-chochin.example',
}
const WORRY = '手で作っているので、品物ひとつの原価がいくらなのか分からない。値段も昔のままです。'
const { codes, ...drafted } = draftFrom(POSTER, { worry: WORRY, codes: ['10035'], outcomes: [] })
const ready: Content = { ...drafted, fee: 50_000, style: 'either', travelPaid: true }

const fieldsOf = (project: Content, asked = codes) =>
  stopsPublication(lint(project, asked, ON)).map(({ field }) => field)

test('a draft from a confirmed tree lacks only what the owner has to decide', () => {
  expect(fieldsOf(drafted)).toEqual(['fee', 'style'])
  expect(lint(ready, codes, ON)).toEqual([])
})

test.each([
  ['posterName', '某社'],
  ['posterAddress', '山形県新庄市'],
  ['posterContact', 'お気軽に'],
  ['work', ''],
  ['place', ''],
  ['fee', null],
  ['hours', null],
  ['months', null],
  ['background', null],
  ['title', ''],
  ['goal', null],
  ['style', null],
  ['travelPaid', null],
  ['prefecture', null],
  ['ending', ''],
  ['closesOn', '2026-11-22'],
] as const)('%s %j stops publication', (field, value) => {
  expect(fieldsOf({ ...ready, [field]: value })).toEqual([field])
})

test('without job codes it cannot go', () => {
  expect(fieldsOf(ready, [])).toEqual(['codes'])
})

test('what was left to the desk stops publication, not sending', () => {
  const unsure = { ...ready, fee: null, hours: null, style: null, place: null, travelPaid: null }
  const findings = lint({ ...unsure, unsure: ['fee', 'hours', 'style'] }, codes, ON)
  expect(stopsSending(findings)).toEqual([])
  expect(stopsPublication(findings).map(({ field }) => field)).toEqual(['hours', 'fee', 'style', 'place'])
  expect(stopsSending(lint(unsure, codes, ON)).map(({ field }) => field)).toEqual(['hours', 'fee', 'style', 'place'])
})

test('a posting without a fee says so', () => {
  expect(fieldsOf({ ...ready, contractKind: 'probono', fee: 0 })).toEqual([])
  expect(fieldsOf({ ...ready, contractKind: 'direct', fee: 0 })).toEqual(['fee'])
})

test('words of employment, too many musts and long waits are advice', () => {
  const many = ['10035', '10043', '10062', '56109'].map((code) => ({ code, must: true }))
  const found = lint({ ...ready, work: '週五日のフルタイムで出勤', answerDays: 14 }, many, ON)
  expect(found.map(({ field, severity }) => [field, severity])).toEqual([
    ['work', 'warning'],
    ['codes', 'warning'],
    ['answerDays', 'warning'],
  ])
})
