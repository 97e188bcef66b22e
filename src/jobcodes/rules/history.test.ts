import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeOf, codeOf, releaseOf, versionsOf } from '../../../test/fixtures/job-codes.ts'
import { readReference } from '../../lib/reference.ts'
import type { Change } from './changes.ts'
import { validateHistory } from './history.ts'
import { validateRelease } from './release.ts'
import { jobCodes } from './standard.ts'
import { createTree } from './tree.ts'

const codes = Array.from({ length: 9 }, (_, at) => codeOf(1001 + at))
const [A, B, C, D] = codes as [string, string, string, string]
const findingsOf = (changes: readonly (readonly Change[])[], used: readonly string[]) =>
  validateHistory(versionsOf(...changes), releaseOf(used)).findings

test('the history in reference is without findings, and what it ended has gone', () => {
  const { release } = validateRelease(readReference('job-codes'))
  const { versions, findings } = validateHistory(readReference('job-code-changes'), release!)
  expect(findings).toEqual([])
  expect(jobCodes().versions).toEqual(versions)
  for (const { id } of jobCodes().old) expect(jobCodes().indexOf(id)).toBe(-1)
})

test('a code that was merged stays readable and means what took its place', () => {
  const tree = jobCodes()
  const old = tree.leaf('13068')!
  expect([old.name, old.definition]).toEqual([
    'お客様の情報の取り扱い',
    'お客や社員の個人情報を集める・使う・捨てる決まりと案内文を整える。',
  ])
  expect(old.old).toMatchObject({ since: 2, kind: 'merge', successors: ['53168'] })
  expect(tree.current('13068')).toEqual(['53168'])
  expect(tree.successors('13068').map(({ name }) => name)).toEqual(['個人情報の管理'])
  expect(tree.recorded('53168')).toEqual(['53168', '13068'])
  expect(tree.recorded(tree.ancestors('53168')[1]!)).toContain('13068')
  expect(tree.recorded(tree.ancestors('13068')[1]!)).not.toContain('13068')
  expect(tree.place('13068')?.middle.id).toBe('13013')
  expect(tree.successors('53168')).toEqual([])
  expect(tree.current('00000')).toEqual([])
})

test('what is no longer used and was not replaced belongs where it stood, and means nothing today', () => {
  const tree = createTree(releaseOf([B, C]), versionsOf([], [changeOf('retire', [A], [])]))
  expect(tree.leaf(A)?.name).toBe(`仕事${A}`)
  expect(tree.current(A)).toEqual([])
  expect(tree.recorded(A)).toEqual([A])
  expect(tree.recorded(tree.ancestors(A)[1]!)).toContain(A)
  expect(tree.places.map(({ leaf }) => leaf.id)).not.toContain(A)
})

test('a split means all its parts, and a part is found under what was split', () => {
  const tree = createTree(releaseOf([B, C]), versionsOf([], [changeOf('split', [A], [B, C])]))
  expect(tree.current(A)).toEqual([B, C])
  expect(tree.recorded(A)).toEqual([A, B, C])
  expect(tree.recorded(C)).toEqual([C, A])
})

describe('what is wrong is said', () => {
  test.each<[string, unknown, string]>([
    ['no list', null, '「- version:」の並びで書きます'],
    [
      'a misspelt key',
      [{ version: 1, date: '2026-11-24', note: 'あ', changes: [], kind: 'x' }],
      '「kind」という項目はありません',
    ],
    ['a version without a number', [{}], '1番目の版 → version: 版の番号は整数です'],
    ['a day that is none', [{ version: 1, date: '2026-02-30', note: 'あ', changes: [] }], '第1版 → date: 日付は'],
    ['no reason', versionsOf([{ ...changeOf('retire', [A], []), why: ' ' }]), '第1版 → changes 1つ目 → why: 空です'],
    [
      'a wrong number',
      versionsOf([changeOf('retire', ['10010'], [])]),
      'from 1つ目 → code: 番号の検査数字が合いません',
    ],
  ])('%s', (_, data, message) => {
    expect(validateHistory(data, releaseOf([B])).findings.join('\n')).toContain(message)
  })

  test.each<[string, Change[][], string[], string]>([
    ['no version', [], [B], '版が1つも書かれていません'],
    ['an old code that is still there', [[changeOf('retire', [A], [])]], [A, B], `${A} は、今の一覧にまだあります`],
    ['a target that is nowhere', [[changeOf('merge', [A], [B])]], [C], `行き先の ${B} は、今の一覧にありません`],
    [
      'a target given up before',
      [[changeOf('retire', [B], [])], [changeOf('merge', [A], [B])]],
      [C],
      'もう使わない番号です',
    ],
    ['two that go round', [[changeOf('merge', [A], [B]), changeOf('merge', [B], [A])]], [C], 'もう使わない番号です'],
    ['given up twice', [[changeOf('retire', [A], [])], [changeOf('merge', [A], [B])]], [B], 'もう使わなくなっています'],
    ['a merge into itself', [[changeOf('merge', [A, B], [B])]], [B], '両方にあります'],
    ['a split into one', [[changeOf('split', [A], [B])]], [B], 'split の to は2つ以上です'],
    ['a retirement with a target', [[changeOf('retire', [A], [B])]], [B], 'retire の to は [] です'],
    ['a new number for a new name', [[changeOf('rename', [A], [B])]], [A, B], 'from と同じ番号1つです'],
    ['a name that is the same', [[changeOf('rename', [A], [A])]], [A], '同じ名前のままです'],
    ['a place that is the same', [[changeOf('move', [A], [A])]], [A], '同じ中分類のままです'],
    ['a major', [[changeOf('merge', [A], [codeOf(8000)])]], [B], '小分類の番号ではありません'],
  ])('%s', (_, changes, used, message) => {
    expect(findingsOf(changes, used).join('\n')).toContain(message)
  })

  test('versions and days go forward', () => {
    const [one, two] = versionsOf([], []) as [Version, Version]
    const found = validateHistory(
      [
        { ...two, version: 1 },
        { ...one, version: 3 },
      ],
      releaseOf([A]),
    ).findings
    expect(found).toEqual(['第1版の次は、第2版です', '第3版の日付が、第1版より前です'])
  })
})

type Version = ReturnType<typeof versionsOf>[number]

test('a version that is planned ends what is still there and begins what is not', () => {
  const plan = versionsOf([], [changeOf('split', [A], [C, D])], [changeOf('retire', [C], [])])
  expect(validateHistory(plan, releaseOf([A, B]), 1).findings).toEqual([])
  expect(validateHistory(plan, releaseOf([A, B])).findings).not.toEqual([])
  const unknown = versionsOf([], [changeOf('retire', [D], [])])
  expect(validateHistory(unknown, releaseOf([A, B]), 1).findings.join()).toContain(`${D} は、今の一覧にありません`)
})

/** One step in the life of a list: what to do, and to which of the codes in use. */
const step = fc.record({ kind: fc.constantFrom('merge', 'split', 'retire'), at: fc.nat(), other: fc.nat() })

test('any chain of merging, splitting and giving up leads to codes in use', () => {
  fc.assert(
    fc.property(fc.array(fc.array(step, { maxLength: 3 }), { maxLength: 6 }), (lives) => {
      const { used, meant, changes } = live(lives)
      const history = versionsOf([], ...changes)
      expect(validateHistory(history, releaseOf(used)).findings).toEqual([])
      const tree = createTree(releaseOf(used), history)
      for (const [code, today] of meant) {
        expect(new Set(tree.current(code))).toEqual(today)
        expect(tree.leaf(code)?.name).toBe(`仕事${code}`)
        for (const one of today) expect(tree.recorded(one)).toContain(code)
      }
      expect(tree.places.map(({ leaf }) => leaf.id).sort()).toEqual([...used].sort())
    }),
  )
})

test('no circle survives the validation', () => {
  const some = fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 })
  const change = fc.record({ kind: fc.constantFrom('merge', 'split', 'retire'), from: some, to: some })
  const history = fc.array(fc.array(change, { maxLength: 3 }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(history, fc.constantFrom(1, 9), (lists, inForce) => {
      const versions = versionsOf(...lists.map((list) => list.map(({ kind, from, to }) => changeOf(kind, from, to))))
      const used = codes.filter((code) => !lists.flat().some(({ from }) => inForce === 9 && from.includes(code)))
      const { findings } = validateHistory(versions, releaseOf(used), inForce)
      if (findings.length === 0) expect(goesRound(versions)).toBe(false)
    }),
    { numRuns: 2000 },
  )
})

/** Carries the steps out on a list of codes; `meant`: what every code that ever was means in the end. */
function live(lives: readonly (readonly { kind: Change['kind']; at: number; other: number }[])[]) {
  let next = 2000
  let used = codes.slice(0, 5)
  const meant = new Map(used.map((code) => [code, new Set([code])]))
  const become = (code: string, now: readonly string[]) => {
    for (const today of meant.values()) if (today.delete(code)) for (const one of now) today.add(one)
    for (const one of now) if (!meant.has(one)) meant.set(one, new Set([one]))
    used = [...used.filter((one) => one !== code), ...now.filter((one) => !used.includes(one))]
  }
  const changes = lives.map((steps) => {
    const touched = new Set<string>()
    return steps.flatMap(({ kind, at, other }) => {
      const from = used[at % used.length]!
      const into = used[other % used.length]!
      if (used.length < 3 || touched.has(from) || touched.has(into)) return []
      if (kind === 'merge' && from === into) return []
      const to = kind === 'merge' ? [into] : kind === 'split' ? [codeOf(next++), codeOf(next++)] : []
      for (const one of [from, ...to]) touched.add(one)
      become(from, to)
      return [changeOf(kind, [from], to)]
    })
  })
  return { used, meant, changes }
}

function goesRound(versions: readonly Version[]): boolean {
  const to = new Map<string, string[]>()
  for (const change of versions.flatMap(({ changes }) => changes))
    for (const { code } of change.from) to.set(code, [...(to.get(code) ?? []), ...change.to])
  const reaches = (from: string, seen: readonly string[]): boolean =>
    seen.includes(from) || (to.get(from) ?? []).some((one) => reaches(one, [...seen, from]))
  return [...to.keys()].some((code) => reaches(code, []))
}
