import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChallengeNode } from '../schema.ts'
import { confirmedWorks, isAnswered, liveNodes } from './nodes.ts'

const MOMENT = new Date('2026-11-23T01:00:00Z')

function node(id: string, kind: ChallengeNode['kind'], parentId: string | null, more: Partial<ChallengeNode> = {}) {
  return {
    ...{ id, kind, parentId, worryId: 'w', reading: 0, text: id, code: kind === 'work' ? id : null },
    ...{ firstText: null, firstCode: null, source: 'code', phrase: '', position: 0, createdAt: MOMENT },
    ...{ confirmedAt: null, changedAt: null, removedAt: null, writtenBy: null, writtenAs: null },
    ...more,
  } satisfies ChallengeNode
}

const tree = (removed: string[] = []) =>
  [
    node('symptom', 'symptom', null),
    node('cause', 'cause', 'symptom'),
    node('work', 'work', 'cause'),
    node('second', 'work', 'cause'),
    node('outcome', 'outcome', 'work'),
  ].map((one, position) => ({ ...one, position, removedAt: removed.includes(one.id) ? MOMENT : null }))

const ids = (nodes: readonly ChallengeNode[]) => nodes.map(({ id }) => id)

describe('what is left of a tree', () => {
  test('all of it, in its order, of the reading asked for', () => {
    expect(ids(liveNodes([...tree()].reverse()))).toEqual(['symptom', 'cause', 'work', 'second', 'outcome'])
    expect(liveNodes(tree(), 1)).toEqual([])
  })

  test('a wrong cause leaves its works under the worry', () => {
    const live = liveNodes(tree(['cause']))
    expect(ids(live)).toEqual(['symptom', 'work', 'second', 'outcome'])
    expect(live.find(({ id }) => id === 'work')!.parentId).toBe('symptom')
    expect(live.find(({ id }) => id === 'outcome')!.parentId).toBe('work')
  })

  test('a wrong work takes what it would change, a wrong worry takes all', () => {
    expect(ids(liveNodes(tree(['work'])))).toEqual(['symptom', 'cause', 'second'])
    expect(ids(liveNodes(tree(['symptom'])))).toEqual([])
    expect(ids(liveNodes(tree(['symptom', 'cause'])))).toEqual([])
  })

  test('whatever is removed, every live node hangs on a live one', () => {
    fc.assert(
      fc.property(fc.subarray(ids(tree())), (removed) => {
        const live = liveNodes(tree(removed))
        for (const { id, parentId } of live) {
          expect(removed).not.toContain(id)
          if (parentId !== null) expect(ids(live)).toContain(parentId)
        }
      }),
    )
  })
})

test('the works in their order, each once', () => {
  const twice = [...tree(), node('again', 'work', null, { code: 'work', position: 9 })]
  expect(confirmedWorks(liveNodes(twice))).toEqual(['work', 'second'])
  expect(confirmedWorks([])).toEqual([])
})

test('an answer is a yes, a change or a no', () => {
  expect(isAnswered(node('a', 'work', null))).toBe(false)
  for (const fact of ['confirmedAt', 'changedAt', 'removedAt']) {
    expect(isAnswered(node('a', 'work', null, { [fact]: MOMENT }))).toBe(true)
  }
})
