import { expect, test } from 'vitest'
import { readReference } from '../../lib/reference.ts'
import { readSubsidies, subsidies, subsidyOf } from './subsidies.ts'

const minimal = {
  ...{ id: 'some', name: '補助', office: '窓口', area: { prefecture: 6 } },
  costs: [{ of: ['fee'], rate: '1/2' }],
  period: { year: 2026, applyFrom: '04-01', applyUntil: '01-31', workUntil: '03-31' },
  apply: { when: 'before-start' },
  evidence: [{ what: '契約書の写し', from: 'contract' }],
  source: { url: 'https://www.pref.example.jp/', asOf: '2026-04-01', note: '県のページ' },
}
const slips = (...data: object[]) => readSubsidies(data).findings.join('\n')

test('what is there can be read, and says where it was read', () => {
  expect(readSubsidies(readReference('subsidies')).findings).toEqual([])
  const real = subsidies().filter(({ example }) => !example)
  expect(real.length).toBeGreaterThanOrEqual(4)
  for (const { source } of real) expect(source.url).toMatch(/^https:/)
  for (const { source } of subsidies().filter(({ example }) => example)) expect(source.note).toContain('例として')
  expect(subsidyOf('toyama-new')).toMatchObject({ ceiling: 500_000, costs: [{ rate: [8, 10] }] })
})

test('whoever writes a subsidy is told in words what has to be corrected', () => {
  expect(slips(minimal)).toBe('')
  expect(slips({ ...minimal, costs: [{ of: ['fee'], rate: '3/2' }] })).toBe(
    'some　costs → 0 → rate：補助率は 1/1 までです',
  )
  expect(slips({ ...minimal, costs: [{ of: ['fee'], rate: '50%' }] })).toContain('分数で書いてください')
  expect(slips({ ...minimal, area: { municipalities: ['99999'] } })).toContain('area')
  expect(slips({ ...minimal, work: { codes: ['99'] } })).toContain('ジョブコードにない番号です')
  expect(slips({ ...minimal, period: { ...minimal.period, applyUntil: '02-30' } })).toContain('暦にありません')
  expect(slips({ ...minimal, period: { ...minimal.period, applyFrom: '02-01' } })).toContain('始まりより前です')
  expect(slips({ ...minimal, excludes: ['other'] })).toContain('other という補助はありません')
  expect(slips(minimal, minimal)).toContain('some　id が重なっています')
  expect(slips({ ...minimal, source: { asOf: '2026-04-01', note: 'うわさ' } })).toContain('url を書いてください')
  const { apply: _, ...without } = minimal
  expect(slips({ ...without, hints: 1 })).toMatch(/apply|hints/)
  expect(slips({ ...minimal, costs: [...minimal.costs, ...minimal.costs] })).toContain('同じ費用が2度あります')
})
