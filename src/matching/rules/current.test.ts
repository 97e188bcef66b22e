import { expect, test } from 'vitest'
import { changeOf, codeOf, releaseOf, versionsOf } from '../../../test/fixtures/job-codes.ts'
import { createTree } from '../../jobcodes/rules/tree.ts'
import { currentOfProject, currentOfTalent } from './current.ts'

const [A, B, C, D] = [1001, 1002, 1003, 1004].map(codeOf) as [string, string, string, string]
const changes = [changeOf('split', [A], [B, C]), changeOf('retire', [D], [])]
const tree = createTree(releaseOf([B, C]), versionsOf([], changes))

test('what a project asks for stands for all that took its place, each once, the stronger counting', () => {
  const asked = [
    { code: B, level: 1, must: false },
    { code: A, level: 3, must: true },
    { code: D, level: 2, must: true },
  ]
  expect(currentOfProject(asked, tree)).toEqual([
    { code: B, level: 3, must: true },
    { code: C, level: 3, must: true },
  ])
})

test('so does what somebody can do, with the words that are there', () => {
  const line = { level: 2, years: 5, evidence: '', confirmed: false }
  const own = [
    { ...line, code: C },
    { ...line, code: A, years: 3, evidence: '十年した', confirmed: true },
  ]
  expect(currentOfTalent(own, tree)).toEqual([
    { ...line, code: C, evidence: '十年した', confirmed: true },
    { ...line, code: B, years: 3, evidence: '十年した', confirmed: true },
  ])
})
