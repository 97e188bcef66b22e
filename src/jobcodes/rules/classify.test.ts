import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { classifyLines } from './classifyLines.ts'
import { isIntroduction, quietWeight } from './quiet.ts'
import { classify, jobCodes, searchCodes } from './standard.ts'

// Reading the codes and the dictionary may take longer than a single test may.
beforeAll(() => void classify('読み込み'), 60_000)

test.each([
  ['取引先から、肥料の環境の証明書を出せと言われたが何をしたらいいか分からん', '環境認証・GX認証の取得支援'],
  ['職人の手作業ばかりで、ひとつ作るのに本当はいくら掛かっとるのか誰も分からん', '手作業・工芸の原価管理'],
  ['月末になると支払いで頭がいっぱいや、通帳とにらめっこしとる', '資金繰り表づくり'],
  ['採用は困っていないんです。それよりも、商品を置いてくれる百貨店を見つけたい', '小売店・百貨店への売り込み'],
  ['産廃の処理代が年々上がってきつい。捨てる物を減らせんか', '廃棄物の削減と費用の見直し'],
  ['東京の人にうちの味噌を売りたいんじゃが、つてがない', '首都圏への販路開拓'],
])('%s → %s', (worry, name) => {
  expect(classify(worry)[0]?.name).toBe(name)
})

test('the reason is a phrase of the code and a part of the own text', () => {
  const text = '　うちは織物屋です。ＨＰが１０年前のまま、電話番号も古い😊'
  const answers = classify(text)
  expect(answers).toHaveLength(10)
  for (const { code, because } of answers) {
    const leaf = jobCodes().leaf(code)!
    const said = [leaf.name, leaf.definition, ...leaf.phrases, ...leaf.synonyms, ...leaf.includes, ...leaf.tasks]
    expect(said).toContain(because.phrase)
    expect(text.slice(because.part.start, because.part.end)).toBe(because.part.text)
  }
})

test('half and full width, long vowels and case do not matter', () => {
  const one = classify('ホームページが古い').map(({ code }) => code)
  expect(classify('ﾎｰﾑﾍﾟｰｼﾞが古い').map(({ code }) => code)).toEqual(one)
  expect(classify('ホ−ムペ−ジが古い').map(({ code }) => code)).toEqual(one)
})

test('a subject put aside and the introduction of the firm count little', () => {
  const weight = quietWeight('採用は困っていないが、商品が売れない')
  expect(weight(0)).toBeLessThan(weight(12))
  expect(quietWeight('味は問題ない')(0)).toBe(1)
  expect(quietWeight('家具を手で作りよるが、作るほど金が減る')(0)).toBeLessThan(1)
  expect(quietWeight('新しい品を作りたいが、金がない')(0)).toBe(1)
  expect(isIntroduction('うちは三代続く旅館です')).toBe(true)
  expect(isIntroduction('うちは若い衆が続かん')).toBe(false)
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.constantFrom('売れない', '。', '、', '\0', '\ud800', '😊', '　', '\n', '\u202e', '㈱', 'ｶﾞ', 'が'))
    .map((parts) => parts.join('')),
)

test('any string has an answer whose parts are cut from it', () => {
  fc.assert(
    fc.property(hostile, (text) =>
      classify(text).every(
        ({ because: { part }, score }) => text.slice(part.start, part.end) === part.text && score > 0,
      ),
    ),
  )
})

test.each([
  ['', 0],
  ['   　\n', 0],
  ['\0'.repeat(20), 0],
  ['😊'.repeat(20), 0],
  ['\ud800'.repeat(20), 0],
])('nothing said, nothing answered: %j', (text, count) => {
  expect(classify(text)).toHaveLength(count)
})

test('100,000 characters have an answer', () => {
  expect(classify('あ'.repeat(100_000))).toBeInstanceOf(Array)
  expect(classify('売れない。人が来ん。'.repeat(10_000)).length).toBe(10)
})

test('every line has its line, a bad one says where', async () => {
  const lines = ['{"id":"a","text":"ホームページが古い"}', '', 'なんだこれ', '{"id":"b"}', '{"id":7,"text":""}']
  const answers = await Array.fromAsync(classifyLines(lines), (line) => JSON.parse(line))
  expect(answers.map(({ id }) => id)).toEqual(['a', null, null, 7])
  expect(answers[0].codes).toHaveLength(10)
  expect(Object.keys(answers[0].codes[0])).toEqual(['code', 'name', 'middle', 'major', 'score', 'because'])
  expect(answers[1].error).toContain('3行目')
  expect(answers[2].error).toContain('4行目')
  expect(answers[3].codes).toEqual([])
})

test.each(['げんかかんり', 'ゲンカカンリ', '原価管理', 'ｹﾞﾝｶｶﾝﾘ'])('the search box understands %s', (typed) => {
  expect(searchCodes(typed)[0]?.middle).toBe('原価管理')
})

test('the search box takes synonyms, English and plain words', () => {
  expect(searchCodes('カーボンニュートラル')[0]?.matched).toBe('カーボンニュートラル')
  expect(searchCodes('greenhouse gas')[0]?.name).toBe('CO2排出量の算定')
  expect(searchCodes('チラシ').length).toBeGreaterThan(0)
  expect(searchCodes('若い衆が続かん').length).toBeGreaterThan(0)
  expect(searchCodes('😊')).toEqual([])
})

test('every code is found by its own name', () => {
  for (const { leaf } of jobCodes().places) expect(searchCodes(leaf.name, 1)[0]?.code).toBe(leaf.id)
})
