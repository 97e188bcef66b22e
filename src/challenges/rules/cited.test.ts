import { expect, test } from 'vitest'
import { type CitedCase, citedNumber, withCases, withoutWithdrawn } from './cited.ts'
import { nodeOf } from './tree.ts'

const said = { source: 'owner', phrase: '原価が分からん', start: 0, end: 7 } as const
const symptom = nodeOf('symptom', null, '原価が分からん', said)
const work = nodeOf('work', symptom, '測る', { source: 'code', phrase: '原価' }, '10035')
const TREE = { nodes: [symptom, work] }
const CASE: CitedCase = {
  ...{ number: 101, title: '提灯一張りの原価が言えるようになった', shownCodes: ['10035'], outcome: 'reached' },
  result: '主な二十品の原価をその場で答えられる。値段も三品直した。',
}

test('the first case of the same work is cited by what it reached, under that work', () => {
  const missed: CitedCase = { ...CASE, number: 99, outcome: 'missed' }
  const other: CitedCase = { ...CASE, number: 100, shownCodes: ['56109', '10035'] }
  const [tree] = withCases([TREE], [missed, other, CASE, { ...CASE, number: 102 }])
  expect(tree!.nodes.slice(0, 2)).toEqual(TREE.nodes)
  expect(tree!.nodes.slice(2)).toMatchObject([
    { kind: 'outcome', parent: work.id, text: '主な二十品の原価をその場で答えられる', code: '10035' },
  ])
  expect(tree!.nodes[2]!.because).toEqual({ source: 'case', phrase: '101 提灯一張りの原価が言えるようになった' })
  expect(withCases([TREE], [missed, other])).toEqual([TREE])
})

test('a case that was taken back is shown no longer, unless somebody made the line their own', () => {
  const line = { source: 'case', phrase: '101 提灯', changedAt: null } as const
  const own = { ...line, changedAt: new Date(0) }
  const code = { source: 'code', phrase: '101 人', changedAt: null } as const
  expect([citedNumber(line), citedNumber(code)]).toEqual([101, null])
  expect(withoutWithdrawn([line, own, code], new Map())).toEqual([own, code])
  expect(withoutWithdrawn([line, own, code], new Map([[101, {}]]))).toEqual([line, own, code])
})
