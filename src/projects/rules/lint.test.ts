import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { legalDate } from '../../lib/time.ts'
import type { Content } from './changes.ts'
import { draftFrom, type Poster } from './draft.ts'
import { fixOf } from './fixes.ts'
import { lint, scoreOf, stopsPublication, stopsSending } from './lint.ts'
import { lintLines } from './lint-lines.ts'
import { lintRules, readRules } from './lint-rules.ts'

const ON = legalDate('2026-11-23')
const POSTER: Poster = {
  name: '有限会社なかむら提灯工房',
  prefecture: 40,
  municipality: '40210',
  industry: 'crafts',
  contactName: '中村 清',
  address: '福岡県八女市見本123番地',
  phone: '0943-00-0202',
  email: 'kobo@nakamura-chochin.example',
}
const WORRY = '手で作っているので、品物ひとつの原価がいくらなのか分からない。値段も昔のままです。'
const { codes, ...drafted } = draftFrom(POSTER, { worry: WORRY, codes: ['10035'], outcomes: [] })
const ready: Content = { ...drafted, fee: 50_000, style: 'either', travelPaid: true }

const fieldsOf = (project: Content, asked = codes) =>
  stopsPublication(lint(project, asked, ON)).map(({ field }) => field)

test('a draft from a confirmed tree lacks only what the owner has to decide', () => {
  expect(fieldsOf(drafted)).toEqual(['fee', 'style'])
  expect(lint(ready, codes, ON)).toEqual([])
})

test.each([
  ['posterName', '某社'],
  ['posterAddress', '山形県新庄市'],
  ['posterContact', 'お気軽に'],
  ['work', ''],
  ['place', ''],
  ['fee', null],
  ['hours', null],
  ['months', null],
  ['background', null],
  ['title', ''],
  ['goal', null],
  ['style', null],
  ['travelPaid', null],
  ['prefecture', null],
  ['ending', ''],
  ['closesOn', '2026-11-22'],
] as const)('%s %j stops publication', (field, value) => {
  expect(fieldsOf({ ...ready, [field]: value })).toEqual([field])
})

test('without job codes it cannot go', () => {
  expect(fieldsOf(ready, [])).toEqual(['codes'])
})

test('what was left to the desk stops publication, not sending', () => {
  const unsure = { ...ready, fee: null, hours: null, style: null, place: null, travelPaid: null }
  const findings = lint({ ...unsure, unsure: ['fee', 'hours', 'style'] }, codes, ON)
  expect(stopsSending(findings)).toEqual([])
  expect(stopsPublication(findings).map(({ field }) => field)).toEqual(['hours', 'fee', 'style', 'place'])
  expect(stopsSending(lint(unsure, codes, ON)).map(({ field }) => field)).toEqual(['hours', 'fee', 'style', 'place'])
})

test('a posting without a fee says so', () => {
  expect(fieldsOf({ ...ready, contractKind: 'probono', fee: 0 })).toEqual([])
  expect(fieldsOf({ ...ready, contractKind: 'direct', fee: 0 })).toEqual(['fee'])
})

test('words of employment stop it; too many musts and long waits are advice', () => {
  const many = ['10035', '10043', '10062', '56109'].map((code) => ({ code, must: true }))
  const found = lint({ ...ready, work: '週五日のフルタイムで帳面をつける', answerDays: 14 }, many, ON)
  expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([
    ['employment', 'error'],
    ['many-musts', 'warning'],
    ['long-wait', 'warning'],
  ])
  expect(found[0]!.sentence).toContain('「フルタイム」')
})

/** Postings as people write them: what the check must say of each, and of the good ones nothing. */
const LONG =
  '職人十一人の工房です。品は四十種ほど、値段は先代のころのままで、うちの誰も一つの原価を言えません。手の時間のノートはあります。'
test.each<[string, Partial<Content>, string[]]>([
  ['time card', { work: '・月曜から金曜にタイムカードを押して帳面をつける' }, ['employment']],
  ['full width', { work: '・ＬＩＮＥ交換のうえ、くわしくお話しします' }, ['outside']],
  ['where the work is done', { place: 'LINE交換ののち、お伝えします' }, ['outside']],
  ['a question', { question1: '免許証の写真を送れますか。' }, ['dark']],
  ['easy money', { background: `${LONG}だれでも簡単、即日現金です。` }, ['dark']],
  ['parcels', { work: '・荷物を受け取るだけのお仕事です' }, ['dark']],
  ['an address to go to', { work: '・https://example.jp に登録してから応募' }, ['outside']],
  ['age', { background: `${LONG}35歳以下の方に来てほしい。` }, ['discrimination']],
  ['sex', { question1: '女性の方ですか。' }, ['discrimination']],
  ['nationality', { excluded: '・外国籍の方はご遠慮ください' }, ['discrimination']],
  [
    'wishes that nobody sees',
    { work: '・コミュニケーション能力があり、柔軟に対応できる経験豊富な方' },
    ['unobservable'],
  ],
  ['a large goal', { goal: '売上アップと業務改善をすること' }, ['vague-goal']],
  ['the solution first', { background: `ホームページを作りたい。${LONG}` }, ['solution-first']],
  ['too wide', { work: `まだ決めていません。\n${'・帳面をつける\n'.repeat(13)}`, months: 3 }, ['wide']],
  ['a shift plan is work', { work: '・宿のシフト表の作り方を一緒に決める' }, []],
  ['overtime as a worry', { background: `${LONG}残業が続いています。` }, []],
  ['as it is', {}, []],
])('%s', (_, change, rules) => {
  const good = { ...ready, background: LONG, work: '・五品の原価表を作る\n進め方は相談しながら決めたいです。' }
  const found = lint({ ...good, ...change }, codes, ON)
  expect(found.map(({ rule }) => rule).filter((rule) => !rule.startsWith('no-'))).toEqual(rules)
})

test('thirty thousand yen and many musts', () => {
  const musts = ['10035', '10043', '10062'].map((code) => ({ code, must: true }))
  const [found] = lint({ ...ready, fee: 20_000 }, musts, ON)
  expect(found).toMatchObject({ rule: 'cheap-for-musts', severity: 'warning' })
  expect(found!.sentence).toContain('月20,000円に「必ず」が3つ')
})

test('the score falls with what is missing, and what was left to the desk costs nothing', () => {
  expect(scoreOf(lint(ready, codes, ON))).toBe(100)
  const missing = lint({ ...ready, fee: null, goal: 'よい' }, codes, ON)
  expect(scoreOf(missing)).toBe(100 - 12 - 5)
  expect(scoreOf(lint({ ...ready, fee: null, unsure: ['fee'] }, codes, ON))).toBe(100)
  expect(scoreOf(lint({ ...ready, posterName: '', posterAddress: '', work: '', title: '', goal: '' }, [], ON))).toBe(28)
})

test('every rule has a reason and an example, and is refused when it is written wrongly', () => {
  for (const { reason, example } of lintRules()) expect(reason.length * example.length).toBeGreaterThan(0)
  const rule = { id: 'x', severity: 'advice', field: 'work', reason: 'r', example: 'e', sentence: 's' }
  expect(() => readRules([{ ...rule, when: { shorter: { field: 'work', than: 0 } } }])).toThrow('reference/lint.yaml')
  expect(() =>
    readRules([
      { ...rule, when: { law: 'name' } },
      { ...rule, when: { law: 'fee' } },
    ]),
  ).toThrow('重なって')
})

test('postings line by line: what can be read is checked, what cannot is told with its line', async () => {
  const lines = [
    '{"id":1,"title":"題","fee":50000,"codes":["10035"]}',
    '',
    '{"id":2,"fee":"たくさん"}',
    'なに',
    '{"id":3,"hours":-5}',
    '{"id":4,"closesOn":"2026-13-45"}',
  ]
  const answers = (await Array.fromAsync(lintLines(lines, ON))).map((line) => JSON.parse(line))
  expect(answers.map(({ id }) => id)).toEqual([1, null, null, null, null])
  expect(answers[0].findings[0]).toMatchObject({ rule: 'no-background', severity: 'error', field: 'background' })
  expect(answers[1].error).toBe('3行目: 「fee」が読めません')
  expect(answers[2].error).toContain('4行目')
  expect(answers[3].error).toBe('5行目: 「hours」が読めません')
  expect(answers[4].error).toBe('6行目: 「closesOn」が読めません')
})

describe('one tap', () => {
  const rule = (id: string) => lintRules().find((one) => one.id === id)!

  test('takes the word out wherever it stands, whatever its width', () => {
    const draft = { ...ready, title: 'ＬＩＮＥ交換できる方', work: '・line交換のうえ相談' }
    expect(fixOf(rule('outside'), draft, [])).toEqual({ title: 'できる方', work: '・のうえ相談' })
  })

  test('begins a line once, sets a number, leaves one must', () => {
    const add = fixOf(rule('short-background'), { ...ready, background: '困る' }, [])
    expect(add).toEqual({ background: '困る\nいまの様子：' })
    expect(fixOf(rule('short-background'), { ...ready, background: '困る\nいまの様子：' }, [])).toEqual({})
    expect(fixOf(rule('long-wait'), ready, [])).toEqual({ answerDays: 7 })
    const musts = ['10035', '10043'].map((code) => ({ code, level: 2, must: true }))
    expect(fixOf(rule('many-musts'), ready, musts)).toMatchObject({ need_10035: 'must', need_10043: 'nice' })
    expect(fixOf(rule('name'), ready, [])).toBeNull()
  })

  test('always comes to an end', () => {
    const words = lintRules().flatMap(({ when }) => ('says' in when ? when.says.words : []))
    const pieces = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 4 })))
    fc.assert(
      fc.property(pieces, fc.constantFrom('outside', 'dark', 'employment', 'discrimination'), (parts, id) => {
        const fixed = { ...ready, ...fixOf(rule(id), { ...ready, work: parts.join('') }, []) }
        expect(lint(fixed, codes, ON).map((found) => found.rule)).not.toContain(id)
      }),
    )
  })
})
