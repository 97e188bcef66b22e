import { describe, expect, test } from 'vitest'
import { rankForReading } from '../../engine/engine.ts'
import { NO_ANSWERS, NO_RECORD, type ProjectFacts, type TalentFacts } from './facts.ts'
import { readFitting, readProposals, talentModel } from './reading.ts'
import { projectRecord, talentRecord } from './records.ts'

const YEAR = 2026
const project: ProjectFacts = {
  id: 'project',
  companyId: 'company',
  open: true,
  title: '手作業の原価を、品物ごとに出したい',
  background: '職人の手作業が多く、提灯ひとつの原価が分かりません。',
  goal: '品物ごとの原価表がある',
  work: '職人の手作業の時間を工程ごとに測る',
  industry: 'crafts',
  prefecture: 40,
  municipality: '40210',
  hours: 10,
  fee: 40_000,
  style: 'either',
  travelPaid: true,
  codes: [{ code: '10035', level: 3, must: true }],
  record: NO_RECORD,
  answers: NO_ANSWERS,
}
const talent: TalentFacts = {
  id: 'talent',
  visible: true,
  headline: '織物の原価を見てきました',
  about: '職人の横に座って手作業の時間を測り、工程ごとの原価を出してきました。',
  prefecture: 26,
  hours: 24,
  fee: 2500,
  style: 'either',
  motives: ['craft'],
  industries: ['textiles'],
  codes: [
    { code: '10035', level: 4, years: 22, evidence: '帯の織元で職人40人の手作業の時間を測った', confirmed: false },
  ],
  ties: [{ kind: 'work', prefecture: 40, municipality: null, lastYear: 2012 }],
  record: NO_RECORD,
  answers: NO_ANSWERS,
}

function read(change: Partial<TalentFacts> = {}, asked: Partial<ProjectFacts> = {}) {
  const [one, wanted] = [
    { ...talent, ...change },
    { ...project, ...asked },
  ]
  const { ranked } = rankForReading(talentModel([one], YEAR), projectRecord(wanted, 0), 1)
  return readProposals(wanted, [{ talent: one, points: ranked[0]!.points }], YEAR)[0]!.told
}

describe('what a company reads of a person', () => {
  test('three reasons that can be checked, and one doubt', () => {
    const { reasons, doubt } = read()
    expect(reasons).toHaveLength(3)
    expect(reasons[0]).toBe('「手作業・工芸の原価管理」を20年以上してきた人です。実績は、応募のときに読めます。')
    expect(doubt).toMatch(/。$/)
  })

  test('the tie that is missing is the doubt', () => {
    expect(read({ ties: [], industries: ['crafts'] }).doubt).toBe('福岡とのゆかりは書かれていません。')
  })

  test('too few hours are said in bands', () => {
    expect(read({ hours: 4 }).doubt).toBe('あいているのは月5時間までで、希望の10時間には足りません。')
  })

  test('a fee that is too high is said without the exact figure of the person', () => {
    const { doubt } = read({ fee: 11_111 })
    expect(doubt).toContain('こちらの1時間4,000円より高めです')
    expect(doubt).not.toContain('11,111')
  })

  test('what was confirmed is said to be', () => {
    const codes = [{ ...talent.codes[0]!, confirmed: true }]
    expect(read({ codes }).reasons.join('')).toContain('前に頼んだ会社が確かめています')
  })
})

describe('what a person reads of a project', () => {
  const fitting = () => readFitting(talent, [project], YEAR)

  test('says what of their own is asked for', () => {
    const [{ told }] = fitting() as [ReturnType<typeof fitting>[number]]
    expect(told.reasons[0]).toBe('あなたの「手作業・工芸の原価管理」が、そのまま生きる仕事です。')
    expect(told.reasons).toHaveLength(3)
  })

  test('in the order in which the projects are given', () => {
    const second = { ...project, id: 'second', fee: 20_000 }
    for (const order of [
      [project, second],
      [second, project],
    ])
      expect(readFitting(talent, order, YEAR).map((one) => one.project)).toEqual(order)
  })

  test('nor what has nothing to do with them', () => {
    const other = { ...project, codes: [{ code: '62093', level: 3, must: true }] }
    expect(readFitting(talent, [other], YEAR)).toEqual([])
  })
})

test('name, age, sex, school and employer have no column: only these facts of work reach the engine', () => {
  const known = [
    'answers',
    'codes',
    'fee',
    'hours',
    'id',
    'industries',
    'motives',
    'prefecture',
    'record',
    'seeks',
    'since',
    'text',
    'ties',
  ]
  expect(Object.keys(talentRecord(talent, 0, YEAR)).sort()).toEqual([...known, 'visible', 'visits'])
})
