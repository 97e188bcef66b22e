import { expect, test } from 'vitest'
import { checkDigit } from '../../lib/checkdigit.ts'
import { readReference } from '../../lib/reference.ts'
import { type Release, validateRelease } from './release.ts'
import { jobCodes } from './standard.ts'
import { createTree } from './tree.ts'

const id = (base: number) => base + checkDigit(String(base))
const labels = (base: number, name: string) => ({ id: id(base), name, reading: 'よみ', english: 'Name' })
const leaf = (base: number, name: string, phrases: string[]) => ({
  ...labels(base, name),
  definition: `${name}をする。`,
  phrases,
  synonyms: ['別名', '旧名'],
})

function release() {
  return [
    {
      ...labels(1001, '財務'),
      middles: [
        {
          ...labels(1002, '原価'),
          leaves: [leaf(1003, '手作業の原価', ['あ', 'い', 'う']), leaf(1004, '製造の原価', ['え', 'お', 'か'])],
        },
      ],
    },
  ]
}

test('the standard in reference/job-codes is without findings', () => {
  expect(validateRelease(readReference('job-codes')).findings).toEqual([])
})

test('missing deep fields are empty, not an error', () => {
  const { release: read, findings } = validateRelease(release())
  expect(findings).toEqual([])
  expect(read![0]!.middles[0]!.leaves[0]).toMatchObject({ tasks: [], questions: [], related: [], withholding: 'ask' })
})

test.each<[string, (data: ReturnType<typeof release>) => unknown, string]>([
  ['no list', () => null, 'ジョブコード: 書かれていないか、形が違います'],
  ['no definition', (data) => withLeaf(data, { definition: undefined }), '財務 → 原価 → 手作業の原価 → definition'],
  ['an empty phrase', (data) => withLeaf(data, { phrases: ['あ', ' ', 'う'] }), 'phrases → 2つ目: 空です'],
  ['a wrong check digit', (data) => withLeaf(data, { id: '10030' }), '検査数字'],
  ['hours upside down', (data) => withLeaf(data, { hours: [8, 4] }), 'hours'],
  ['an id used twice', (data) => withLeaf(data, { id: id(1004) }), 'ID が重なっています'],
  ['a name used twice', (data) => withLeaf(data, { name: '製造の原価' }), '名前が重なっています'],
  ['a phrase used twice', (data) => withLeaf(data, { phrases: ['あ', 'い', 'え'] }), '同じ言い方が2度'],
  ['a related code that does not exist', (data) => withLeaf(data, { related: [id(1009)] }), 'related'],
  ['a misspelt key', (data) => withLeaf(data, { phrase: ['あ'] }), '「phrase」という項目はありません'],
])('%s is found', (_, change, message) => {
  expect(validateRelease(change(release())).findings.join('\n')).toContain(message)
})

test('a code is found by id with its ancestors, and has a dense index', () => {
  const tree = createTree(validateRelease(release()).release as Release)
  expect(tree.ancestors(id(1004))).toEqual([id(1001), id(1002)])
  expect(tree.leavesOf(id(1001)).map(({ name }) => name)).toEqual(['手作業の原価', '製造の原価'])
  expect(tree.indexOf(id(1004))).toBe(1)
  expect(tree.indexOf('00000')).toBe(-1)
  expect(tree.node(id(1002))?.name).toBe('原価')
  expect(tree.leaf(id(1002))).toBeUndefined()
})

test('the dense index of the standard leads to the groups of each leaf', () => {
  const tree = jobCodes()
  const middles = tree.majors.flatMap((major) => major.middles)
  tree.places.forEach(({ leaf, middle, major }, i) => {
    expect(tree.indexOf(leaf.id)).toBe(i)
    expect(middles[tree.middleOf[i]!]).toBe(middle)
    expect(tree.majors[tree.majorOf[i]!]).toBe(major)
  })
})

function withLeaf(data: ReturnType<typeof release>, change: Record<string, unknown>) {
  Object.assign(data[0]!.middles[0]!.leaves[0]!, change)
  return data
}
