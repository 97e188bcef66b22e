import { getTableColumns } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { type Talent, type TalentCode, type Tie, talentCodes, talents, ties } from '../schema.ts'
import { applicantOf, cardOf } from './card.ts'

/** Who learns what a column holds: anybody whom the person does not hide from, whoever they applied to, or no company. */
const COLUMNS = {
  card: ['id', 'headline', 'prefecture', 'hours', 'fee'],
  application: ['about', 'motives', 'industries', 'style', 'times'],
  nobody: [
    ...['accountId', 'municipality', 'availability', 'employerAnsweredAt', 'publishedAt', 'hiddenAt', 'activeOn'],
    ...['noScoutsAt', 'createdAt', 'updatedAt', 'version'],
  ],
}
const CODE_COLUMNS = {
  card: ['code', 'level', 'position'],
  application: ['years', 'lastYear', 'evidence'],
  nobody: ['talentId'],
}
const TIE_COLUMNS = { application: ['kind', 'prefecture', 'lastYear'], nobody: ['id', 'talentId', 'municipality'] }

const moment = new Date('2001-02-03T04:05:06Z')
const talent: Talent = {
  ...{
    id: 'card-id',
    accountId: 'canary-account',
    headline: '見える1行',
    about: '応募のあとの文',
    prefecture: 11,
    times: ['weekend'],
  },
  ...{ municipality: '98765', hours: 17, fee: 4321, style: 'visits', availability: 'look', motives: ['region'] },
  ...{
    industries: ['chemicals'],
    employerAnsweredAt: moment,
    publishedAt: moment,
    hiddenAt: moment,
    noScoutsAt: moment,
  },
  ...{ activeOn: '1999-09-01', createdAt: moment, updatedAt: moment, version: 777 },
}
const codes: TalentCode[] = [
  {
    talentId: 'canary-talent',
    code: '56109',
    level: 4,
    years: 13,
    lastYear: 1987,
    evidence: 'やったこと',
    position: 0,
  },
]
const bonds: Tie[] = [
  { id: 'canary-tie', talentId: 'canary-talent', kind: 'born', prefecture: 6, municipality: '06205', lastYear: 2019 },
]

test.each([
  ['talents', talents, COLUMNS],
  ['talent_codes', talentCodes, CODE_COLUMNS],
  ['ties', ties, TIE_COLUMNS],
])('for every column of %s it is decided who learns it', (_, table, decided) => {
  expect(Object.values(decided).flat().sort()).toEqual(Object.keys(getTableColumns(table)).sort())
})

test('a card says nothing but what is on the list', () => {
  expect(cardOf({ ...talent, codes })).toEqual({
    id: 'card-id',
    headline: '見える1行',
    prefecture: '埼玉県',
    codes: [{ code: '56109', name: expect.any(String), level: 4, levelName: '人に教えられる' }],
    hours: '月10〜20時間',
    fee: '1時間3,000〜5,000円',
  })
})

test('after an application exact figures and words come with it, the rest never', () => {
  const shown = applicantOf({ ...talent, codes, ties: bonds }, '小林 恵')
  expect(Object.keys(shown).sort()).toEqual(
    ['about', 'card', 'evidence', 'fee', 'hours', 'industries', 'motives', 'name', 'style', 'ties', 'times'].sort(),
  )
  expect(shown).toMatchObject({ about: '応募のあとの文', times: ['土日・休日'], hours: 17, fee: 4321, style: '通って' })
  expect(shown.ties).toEqual([{ kind: '生まれた', prefecture: '山形県', lastYear: 2019 }])
  expect(JSON.stringify(shown)).not.toMatch(/canary|98765|06205|1999|2001|777|look/)
})

test('a code that the list no longer has is left out', () => {
  expect(cardOf({ ...talent, codes: [{ code: '00000', level: 1 }] }).codes).toEqual([])
})
