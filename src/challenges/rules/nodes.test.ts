import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { ChallengeNode } from '../schema.ts'
import { confirmedWorks, isAnswered, liveNodes, missingLines, saidOf } from './nodes.ts'

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

describe('what hangs on the main work', () => {
  const [craft, costing] = ['10035', jobCodes().places.find(({ leaf }) => leaf.name === '製造原価計算')!.leaf.id]
  const made = (id: string, kind: ChallengeNode['kind'], more: Partial<ChallengeNode> = {}) =>
    node(id, kind, 'main', { code: craft, ...more })
  const lines = () =>
    [
      node('symptom', 'symptom', null),
      node('main', 'work', 'symptom', { code: craft }),
      node('second', 'work', 'symptom', { code: '56109' }),
      made('first', 'scope'),
      made('own', 'scope', { changedAt: MOMENT }),
      made('not', 'exclusion', { phrase: '量産品の原価は「製造原価計算」' }),
      node('added', 'exclusion', null, { source: 'person' }),
    ].map((one, position) => ({ ...one, position }))
  const change = (id: string, set: Partial<ChallengeNode>) =>
    lines().map((one) => (one.id === id ? { ...one, ...set } : one))

  test('what a person added hangs on it, whichever it is', () => {
    expect(liveNodes(lines()).find(({ id }) => id === 'added')!.parentId).toBe('main')
    const without = liveNodes(change('main', { removedAt: MOMENT }))
    expect(ids(without)).toEqual(['symptom', 'second', 'added'])
    expect(without.at(-1)!.parentId).toBe('second')
  })

  test('what was said of another job code goes, own words stay', () => {
    expect(ids(liveNodes(change('main', { code: '41137' })))).toEqual(['symptom', 'main', 'second', 'own', 'added'])
  })

  test('what became a work of the tree is no exclusion any more', () => {
    expect(ids(liveNodes(change('second', { code: costing })))).not.toContain('not')
  })

  test('the lines of a new main work are made once', () => {
    expect(missingLines(lines(), 0)).toBeNull()
    const changed = change('main', { code: '56109' })
    const missing = missingLines(changed, 0)!
    expect(missing.under.id).toBe('main')
    expect(missing.lines.filter(({ kind }) => kind === 'scope')).toHaveLength(3)
    const filled = [
      ...changed,
      ...missing.lines.map((line, at) =>
        node(`new-${at}`, line.kind, 'main', { ...line, code: '56109', removedAt: MOMENT, position: 20 + at }),
      ),
    ]
    expect(missingLines(filled, 0)).toBeNull()
  })

  test('a project takes what is left of it; of cited cases only what somebody said yes to', () => {
    const cited = { source: 'case', phrase: '101 x', code: craft } as const
    const nodes = [
      ...change('first', { removedAt: MOMENT }),
      node('elsewhere', 'outcome', 'main', { ...cited, position: 10 }),
      node('agreed', 'outcome', 'main', { ...cited, confirmedAt: MOMENT, position: 11 }),
    ]
    expect(saidOf(nodes, 0)).toEqual({
      ...{ codes: [craft, '56109'], outcomes: ['agreed'], scope: ['own'], exclusions: ['not', 'added'] },
      ownExclusions: ['added'],
    })
    const all = nodes.map((one) => (one.kind === 'scope' ? { ...one, removedAt: MOMENT } : one))
    expect(saidOf(all, 0).scope).toEqual([])
    expect(saidOf(tree(), 0)).toMatchObject({ scope: null, exclusions: null })
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
