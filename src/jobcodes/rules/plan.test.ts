import { expect, test } from 'vitest'
import { changeOf, codeOf, releaseOf, versionsOf } from '../../../test/fixtures/job-codes.ts'
import { changeInWords } from './change-words.ts'
import { changesAsRows } from './downloads.ts'
import { readPlan } from './plan.ts'
import { findingsOfFiles } from './standard.ts'
import { createTree } from './tree.ts'

const [A, B, C, D] = [1001, 1002, 1003, 1004].map(codeOf) as [string, string, string, string]
const tree = createTree(releaseOf([A, B]), versionsOf([], [changeOf('merge', [C], [A])]))
const plan = (version: number) => `
- version: ${version}
  date: "2026-12-01"
  note: 分けます。
  changes:
    - kind: split
      from: [{ code: "${A}", name: 仕事${A}, definition: する。, group: "${codeOf(8001)}" }]
      to: ["${B}", "${D}"]
      why: 大きすぎるためです。
`

test('the files of the job codes are in order', () => {
  expect(findingsOfFiles()).toEqual([])
})

test('what follows the version in force is read, alone or with all that went before', () => {
  for (const text of [plan(3), `- version: 1\n- version: 2\n${plan(3)}`]) {
    const { versions, findings } = readPlan(text, tree)
    expect(findings).toEqual([])
    expect(versions.map(({ version }) => version)).toEqual([3])
    expect(changeInWords(versions[0]!.changes[0]!, tree, true)).toBe(
      `「仕事${A}」を「仕事${B}」「新しい番号 ${D}」に分けます。`,
    )
  }
})

test('what comes too late, leaves one out or is no YAML is said', () => {
  expect(readPlan(plan(2), tree).findings).toEqual(['第3版からの内容がありません'])
  expect(readPlan(plan(4), tree).findings).toEqual(['第2版の次は、第3版です'])
  expect(readPlan('a: [', tree).findings.join()).toContain('YAML として読めません')
  expect(readPlan('&a [*a, *a]', tree).findings.length).toBeGreaterThan(0)
})

test.each([
  ['rename', `「仕事${A}」の名前を変えました。今は「仕事${A}」です。`],
  ['move', `「仕事${A}」の置き場所を変えました。今は「中0」の中です。`],
  ['retire', `「仕事${A}」を使うのをやめました。`],
] as const)('%s in words', (kind, words) => {
  expect(changeInWords(changeOf(kind, [A], kind === 'retire' ? [] : [A]), tree)).toBe(words)
})

test('the table of changes has a row for each number', () => {
  const rows = changesAsRows(createTree(releaseOf([A]), versionsOf([], [changeOf('merge', [B, C], [A])])))
  expect(rows.slice(1)).toEqual(
    [B, C].map((code) => ['2', '2026-11-25', 'まとめる', code, `仕事${code}`, A, `仕事${A}`, 'わけがあります。']),
  )
})
