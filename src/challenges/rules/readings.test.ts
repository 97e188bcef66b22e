import { expect, test } from 'vitest'
import type { ChallengeNode } from '../schema.ts'
import { rowsOf } from './readings.ts'
import { type ChallengeTree, nodeOf } from './tree.ts'

const MOMENT = new Date('2026-11-23T01:00:00Z')
const said = { source: 'owner', phrase: '人が足りん', start: 0, end: 5 } as const
const meant = { source: 'code', phrase: '人手不足' } as const

const symptom = nodeOf('symptom', null, '人が足りん', said)
const work = nodeOf('work', symptom, '採用を手伝う', meant, '11111')
const TREES: ChallengeTree[] = [{ nodes: [symptom, work] }, { nodes: [symptom] }]

function numbered() {
  let n = 0
  return () => `id-${n++}`
}

function stored(rows: ReturnType<typeof rowsOf>): ChallengeNode[] {
  return rows.map((row) => ({ ...row, worryId: 'w', createdAt: MOMENT }))
}

test('each tree is a reading; what hung together hangs together', () => {
  const rows = rowsOf(TREES, [], numbered())
  expect(rows.map(({ id, reading, parentId, position }) => [id, reading, parentId, position])).toEqual([
    ['id-0', 0, null, 0],
    ['id-1', 0, 'id-0', 1],
    ['id-2', 1, null, 0],
  ])
  expect(rows[1]).toMatchObject({ kind: 'work', code: '11111', source: 'code', phrase: '人手不足', confirmedAt: null })
  expect(rowsOf([], [], numbered())).toEqual([])
})

test('an answer stays with its line, also when a person changed its words', () => {
  const [first, second, third] = stored(rowsOf(TREES, [], numbered()))
  const before = [
    { ...first!, confirmedAt: MOMENT },
    { ...second!, firstText: second!.text, firstCode: '11111', text: '別の仕事', code: '22222', changedAt: MOMENT },
    third!,
  ]
  const after = rowsOf(TREES, before, numbered())
  expect(after[0]).toMatchObject({ confirmedAt: MOMENT })
  expect(after[1]).toMatchObject({ text: '別の仕事', code: '22222', firstCode: '11111', changedAt: MOMENT })
  expect(after[2]).toMatchObject({ reading: 1, confirmedAt: null })
})

test('what a person added stays under the same line, else under the first worry', () => {
  const rows = stored(rowsOf(TREES, [], numbered()))
  const line = { ...rows[1]!, kind: 'cause', source: 'person', phrase: 'owner', code: null } as const
  const before = [
    ...rows,
    { ...line, id: 'a', parentId: 'id-0', text: '帳面がない', confirmedAt: MOMENT },
    { ...line, id: 'b', parentId: 'a', text: '時間がない' },
    { ...line, id: 'c', parentId: null, kind: 'scope' as const, text: '測る' },
  ]
  const after = rowsOf(TREES, before, numbered())
  const added = after.filter(({ source }) => source === 'person')
  expect(added.map(({ text, parentId }) => [text, parentId])).toEqual([
    ['帳面がない', 'id-0'],
    ['時間がない', added[0]!.id],
    ['測る', null],
  ])
  expect(added[0]).toMatchObject({ confirmedAt: MOMENT })
  const elsewhere = nodeOf('symptom', null, '別の話', { source: 'owner', phrase: '別の話', start: 0, end: 3 })
  expect(rowsOf([{ nodes: [elsewhere] }], before, numbered()).at(-3)).toMatchObject({ parentId: 'id-0' })
  expect(rowsOf([], before, numbered()).map(({ parentId }) => parentId)).toEqual([null, 'a', null])
})
