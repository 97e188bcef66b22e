import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { findingsOfCauses, probableCauses } from './causes.ts'
import { structure } from './structure.ts'
import { type ChallengeTree, codesOf } from './tree.ts'

const GX = '取引先から、肥料の環境の証明書を出せと言われたが何をしたらいいか分からん'
const CRAFT = '職人の手作業ばかりで、ひとつ作るのに本当はいくら掛かっとるのか誰も分からん'
const SEVERAL =
  'うちは三代続く旅館です。平日が全然埋まらんし、若い衆も続かん。\nあとホームページも古いまま。どうにかしたい😊'

const nameOfMain = (tree: ChallengeTree | undefined) => jobCodes().leaf(codesOf(tree!)[0]!)?.name
const ofKind = (tree: ChallengeTree, kind: string) => tree.nodes.filter((node) => node.kind === kind)

// Reading the codes and the dictionary may take longer than a single test may.
beforeAll(() => void structure(GX), 60_000)

test('the two worries the product is measured by', () => {
  expect(nameOfMain(structure(GX)[0])).toBe('環境認証・GX認証の取得支援')
  expect(nameOfMain(structure(CRAFT)[0])).toBe('手作業・工芸の原価管理')
})

test('there is a second reading that starts from other work', () => {
  for (const worry of [GX, CRAFT, SEVERAL]) {
    const trees = structure(worry)
    expect(trees).toHaveLength(2)
    expect(codesOf(trees[0]!).filter((code) => codesOf(trees[1]!).includes(code))).toEqual([])
  }
})

test('several worries become several symptoms; the introduction of the firm is none', () => {
  const said = ofKind(structure(SEVERAL)[0]!, 'symptom').map(({ text }) => text)
  expect(said).toContain('若い衆も続かん')
  expect(said).toContain('あとホームページも古いまま')
  expect(said).not.toContain('うちは三代続く旅館です')
})

test('the causes stand on groups that exist, and every group has some', () => {
  expect(findingsOfCauses()).toEqual([])
  const middles = jobCodes().majors.flatMap((major) => major.middles)
  expect(middles.filter(({ id }) => !probableCauses().has(id)).map(({ name }) => name)).toEqual([])
})

test('the same worry has the same trees and ids', () => {
  expect(structure(SEVERAL)).toEqual(structure(SEVERAL))
})

const phrases = jobCodes().places.flatMap(({ leaf }) => leaf.phrases)
const worries = fc.oneof(
  fc.array(fc.constantFrom(...phrases), { maxLength: 6 }).map((parts) => parts.join('。')),
  fc.array(fc.constantFrom(...phrases), { maxLength: 4 }).map((parts) => parts.join('し、')),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

test('every tree is small, has sources, and hangs together, whatever the worry', () => {
  fc.assert(
    fc.property(worries, (worry) => structure(worry).every((tree) => isSound(worry, tree))),
    { numRuns: 150 },
  )
})

test('whatever is understood has two readings of other work, also when the words speak of one', () => {
  fc.assert(
    fc.property(worries, (worry) => {
      const trees = structure(worry)
      if (trees.length === 0) return
      expect(trees).toHaveLength(2)
      const [first, second] = trees.map(codesOf)
      expect(second!.length).toBeGreaterThan(0)
      expect(first!.filter((code) => second!.includes(code))).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('what comes first and what is not asked for hang on the main work, and name no work that is asked for', () => {
  for (const tree of structure(CRAFT)) {
    const [main] = ofKind(tree, 'work')
    const lines = [...ofKind(tree, 'scope'), ...ofKind(tree, 'exclusion')]
    expect(lines.map(({ parent }) => parent)).toEqual(lines.map(() => main!.id))
    const names = codesOf(tree).map((code) => `（${jobCodes().leaf(code)!.name}）`)
    for (const { text } of ofKind(tree, 'exclusion')) expect(names.some((name) => text.endsWith(name))).toBe(false)
  }
  expect(ofKind(structure(CRAFT)[0]!, 'scope').map(({ text }) => text)[2]).toBe('品物別の原価表を手元に残す')
})

test.each(['', ' 　', '\0\0', '😊'.repeat(20), '\ud800'])('nothing said, no tree: %j', (worry) => {
  expect(structure(worry)).toEqual([])
})

test('100,000 characters have a tree', () => {
  expect(structure('売れない。人が来ん。'.repeat(10_000))[0]?.nodes.length).toBeGreaterThan(1)
})

function isSound(worry: string, tree: ChallengeTree): boolean {
  const ids = tree.nodes.map(({ id }) => id)
  const seen = new Set<string>()
  const ordered = tree.nodes.every(({ id, parent }) => {
    const known = parent === null || seen.has(parent)
    seen.add(id)
    return known
  })
  const sourced = tree.nodes.every(({ because, kind }) =>
    because.source === 'owner'
      ? kind === 'symptom' && worry.slice(because.start, because.end) === because.phrase && because.phrase !== ''
      : kind !== 'symptom' && because.phrase !== '',
  )
  const symptoms = ofKind(tree, 'symptom')
  const works = ofKind(tree, 'work').length
  const fewCauses = symptoms.every(
    ({ id }) => tree.nodes.filter((n) => n.kind === 'cause' && n.parent === id).length <= 2,
  )
  return (
    new Set(ids).size === ids.length &&
    ordered &&
    sourced &&
    fewCauses &&
    symptoms.length >= 1 &&
    symptoms.length <= 3 &&
    works >= 1 &&
    works <= 4 &&
    ofKind(tree, 'outcome').length <= 1 &&
    ofKind(tree, 'scope').length <= 3 &&
    ofKind(tree, 'exclusion').length <= 2
  )
}
