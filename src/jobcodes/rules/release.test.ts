import { expect, test } from 'vitest'
import { checkDigit } from '../../lib/checkdigit.ts'
import { readReference } from '../../lib/reference.ts'
import { type Release, validateRelease } from './release.ts'
import { jobCodes } from './standard.ts'
import { createTree } from './tree.ts'

const id = (base: number) => base + checkDigit(String(base))
const labels = (base: number, name: string) => ({ id: id(base), name, reading: 'よみ', english: 'Name' })
const leaf = (base: number, name: string, said: string) => ({
  ...labels(base, name),
  definition: `${name}をする。`,
  phrases: said.split('').map((letter) => `${letter}が困る`),
  synonyms: ['一', '二', '三', '四', '五'].map((n) => name + n),
  ...{ includes: [`${name}のうち`], excludes: ['ほかのこと'] },
  tasks: ['測る', '書く', '直す'].map((verb) => `${name}を${verb}`),
  deliverables: [`${name}の表`, `${name}の手順`],
  success: [`${name}が分かる`, `${name}が続く`],
  questions: ['いつ', 'どこ', 'だれ'].map((word) => `${name}は${word}ですか。`),
  skills: ['力', '知識', '経験'].map((word) => name + word),
  evidence: [`${name}を三年`, `${name}を九年`],
  ...{ hours: [4, 8], months: [1, 3], related: [id(base === 1003 ? 1004 : 1003)], withholding: 'ask', mhlw: [] },
})

function release() {
  return [
    {
      ...labels(1001, '財務'),
      middles: [
        {
          ...labels(1002, '原価'),
          leaves: [leaf(1003, '手作業の原価', 'あいうえおかきく'), leaf(1004, '製造の原価', 'けこさしすせそた')],
        },
      ],
    },
  ]
}

test('the standard in reference/job-codes is without findings', () => {
  expect(validateRelease(readReference('job-codes')).findings).toEqual([])
})

test('every class of the ministry that a code points to has a name', () => {
  const names = readReference('mhlw') as Record<string, string>
  const unknown = jobCodes().places.flatMap(({ leaf }) => leaf.mhlw.filter((code) => names[code] === undefined))
  expect(unknown).toEqual([])
})

test.each<[string, (data: ReturnType<typeof release>) => unknown, string]>([
  ['no list', () => null, 'ジョブコード: 書かれていないか、形が違います'],
  ['no definition', (data) => withLeaf(data, { definition: undefined }), '財務 → 原価 → 手作業の原価 → definition'],
  ['an empty phrase', (data) => withLeaf(data, { phrases: ['あ', ' ', ...'いうえおかき'] }), 'phrases → 2つ目: 空です'],
  ['too few phrases', (data) => withLeaf(data, { phrases: ['あ', 'い'] }), 'phrases: 8つ以上要ります'],
  ['no questions', (data) => withLeaf(data, { questions: undefined }), 'questions'],
  [
    'an exclusion that leads nowhere',
    (data) => withLeaf(data, { excludes: ['売るのは「販売」'] }),
    '「販売」という小分類',
  ],
  ['a wrong check digit', (data) => withLeaf(data, { id: '10030' }), '検査数字'],
  ['hours upside down', (data) => withLeaf(data, { hours: [8, 4] }), 'hours'],
  ['an id used twice', (data) => withLeaf(data, { id: id(1004) }), 'ID が重なっています'],
  ['a name used twice', (data) => withLeaf(data, { name: '製造の原価' }), '名前が重なっています'],
  ['a phrase used twice', (data) => withLeaf(data, { phrases: [...'あいうえおかき', 'けが困る'] }), '同じ言い方が2度'],
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

test('a line that stands in many leaves is filler', () => {
  const many = release()
  const { leaves } = many[0]!.middles[0]!
  leaves.push({ ...leaf(1005, '工場の原価', 'ちつてとなにぬね'), related: [id(1003)] })
  for (const one of leaves) one.tasks = [...one.tasks.slice(0, 2), '現状を聞きとる']
  expect(validateRelease(many).findings.join('\n')).toContain('どの仕事にも当てはまる行です: tasks 「現状を聞きとる」')
})

function withLeaf(data: ReturnType<typeof release>, change: Record<string, unknown>) {
  Object.assign(data[0]!.middles[0]!.leaves[0]!, change)
  return data
}
