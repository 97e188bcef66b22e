import { expect, test } from 'vitest'
import { legalDate } from '../../law/dates.ts'
import { findingsOf } from './findings.ts'
import { errorsOf } from './form.ts'
import { firstTerms } from './prefill.ts'

const today = legalDate('2026-11-23')
const project = {
  ...{ title: '原価表を作りたい', work: '五品の原価表を作る。月2回の打ち合わせ。', excluded: '', place: '' },
  ...{ startOn: '2026-12-01', months: 3, hours: 12, travelPaid: true, style: 'remote' as const },
}
const sources = {
  company: { name: '有限会社なかむら提灯工房' },
  companyAddress: '福岡県八女市見本123番地',
  person: { familyName: '田中', givenName: '正雄' },
}
const terms = (fee: number) => ({
  ...firstTerms({ ...sources, project: { ...project, fee } }, today),
  ip: 'none' as const,
})

test('a project with a fee cannot end in a contract for nothing', () => {
  expect(findingsOf(terms(40_000), 'direct', today)).toEqual([])
  const free = terms(0)
  expect(errorsOf(findingsOf(free, 'direct', today), free)).toEqual({ feeYen: expect.stringContaining('1円より上') })
  expect(errorsOf(findingsOf({ ...free, taxIncluded: null }, 'direct', today), free)).toHaveProperty('tax')
})

test('one without may', () => {
  expect(findingsOf(terms(0), 'probono', today).map(({ item, severity }) => [item, severity])).toEqual([
    ['fee', 'warning'],
  ])
})
