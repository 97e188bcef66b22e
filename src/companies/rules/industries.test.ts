import { expect, test } from 'vitest'
import { findingsOfIndustries, INDUSTRIES, industryName, nearIndustries } from './industries.ts'

test('the data holds together', () => {
  expect(findingsOfIndustries()).toEqual([])
})

test('an industry has a name and near ones, seen from both sides', () => {
  expect(industryName('chemicals')).toBe('化学・肥料')
  expect(industryName('nothing')).toBe('nothing')
  expect(nearIndustries('forestry')).toContain('wood')
  for (const { id } of INDUSTRIES) {
    for (const other of nearIndustries(id)) expect(nearIndustries(other)).toContain(id)
    expect(nearIndustries(id)).not.toContain(id)
  }
})
