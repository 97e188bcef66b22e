import { expect, test } from 'vitest'
import { authorOf, namedOn, sourceOf, type Writer, writerInWords } from './writers.ts'

const owner: Writer = { as: 'owner', account: 'sato' }
const visitor: Writer = { as: 'owner', account: null }
const desk: Writer = { as: 'operator', account: 'mori' }
const bank: Writer = { as: 'partner', account: 'abe' }
const NAMES = new Map([
  ['mori', { family: '森', partner: null }],
  ['abe', { family: '阿部', partner: '出羽ひなた銀行' }],
])

test.each([
  [owner, owner, 'あなた'],
  [visitor, owner, 'あなた'],
  [{ as: 'owner', account: 'chiyo' }, owner, '会社の方'],
  [owner, desk, 'ご相談の方'],
  [owner, bank, 'ご相談の方'],
  [desk, desk, 'あなた'],
  [desk, owner, '事務局の森さん'],
  [bank, owner, '出羽ひなた銀行の阿部さん'],
  [{ as: 'operator', account: 'gone' }, owner, '事務局の人'],
  [{ as: 'partner', account: 'gone' }, owner, '相談先の人'],
] as const)('%j, read by %j', (writer, looker, words) => expect(writerInWords(writer, looker, NAMES)).toBe(words))

test('the source of an added line names its author; an owner is never among the names', () => {
  for (const writer of [owner, visitor, desk, bank]) {
    expect(authorOf({ source: 'person', phrase: sourceOf(writer) })).toEqual(writer)
  }
  expect(authorOf({ source: 'code', phrase: 'operator mori' })).toBeNull()
  const line = { source: 'person', phrase: sourceOf(desk), writtenAs: 'partner', writtenBy: 'abe' } as const
  const own = { source: 'person', phrase: sourceOf(owner), writtenAs: 'owner', writtenBy: 'sato' } as const
  expect(namedOn([line, own])).toEqual(['mori', 'abe'])
})
