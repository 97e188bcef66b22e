import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { StartError } from '../lib/start-error.ts'
import { rankingLines } from './rank.ts'

const folder = mkdtempSync(join(tmpdir(), 'meguri-rank-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const NOW = new Date('2026-11-29T00:00:00Z')
const ANNA = '{"id":"anna","text":"品物ごとの原価計算をしてきました","codes":["10035"]}'
const BEN = '{"id":7,"text":"写真を撮ります","codes":["62093"],"name":"弁","age":71}'
const COSTS = '{"id":"costs","text":"原価が分からない","codes":["10035"]}'

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function ranked(people: string | Uint8Array, projects: string | Uint8Array, ...more: string[]) {
  const args = ['--people', file('people.jsonl', people), '--projects', file('projects.jsonl', projects), ...more]
  return linesOf(args)
}

async function linesOf(args: readonly string[]): Promise<string[]> {
  const lines: string[] = []
  for await (const line of rankingLines(args, NOW)) lines.push(line)
  return lines
}

describe('what comes out', () => {
  test('a line for each project, in the order of the file, ids as they came', async () => {
    const lines = await ranked(`${ANNA}\n${BEN}\n`, `${COSTS}\n{"id":3,"text":"写真","codes":["62093"]}\n`)
    const found = lines.map((line) => JSON.parse(line))
    expect(found.map(({ id }) => id)).toEqual(['costs', 3])
    expect(found.map(({ ranking }) => ranking.map((one: { id: unknown }) => one.id))).toEqual([
      ['anna', 7],
      [7, 'anna'],
    ])
    expect(Object.keys(found[0].ranking[0])).toEqual(['id', 'score', 'points', 'reasons', 'doubt'])
  })

  test('byte order mark, line ends of Windows, empty lines and no last line end say the same', async () => {
    const plain = await ranked(`${ANNA}\n${BEN}\n`, `${COSTS}\n`)
    expect(await ranked(`\ufeff${ANNA}\r\n\r\n${BEN}`, `\ufeff\r\n${COSTS}\r\n`)).toEqual(plain)
  })

  test('--k is the length of the list', async () => {
    const [line] = await ranked(`${ANNA}\n${BEN}\n`, COSTS, '--k', '１')
    expect(JSON.parse(line!).ranking).toHaveLength(1)
  })

  test('nobody gives an empty ranking, no project gives no line', async () => {
    expect(await ranked('', COSTS)).toEqual(['{"id":"costs","ranking":[]}'])
    expect(await ranked(ANNA, '\n')).toEqual([])
  })

  test('a text of megabytes is read as far as it says something', async () => {
    const [line] = await ranked(`{"id":1,"text":"${'原価計算。'.repeat(200_000)}"}`, COSTS)
    expect(JSON.parse(line!).ranking).toHaveLength(1)
  })

  test('--help tells what the files are', async () => {
    expect((await linesOf(['--help'])).join('')).toContain('使い方: meguri rank')
  })
})

async function refusal(people: string | Uint8Array, projects: string | Uint8Array, ...more: string[]) {
  const error = (await ranked(people, projects, ...more).then(
    (lines) => expect.fail(`printed ${lines.length} lines`),
    (thrown: unknown) => thrown,
  )) as StartError
  expect(error).toMatchObject({ name: 'StartError', exitCode: 2 })
  return error.message
}

describe('what is refused, in a sentence with file and line', () => {
  const deep = `{"id":1,"text":"a","ties":[${'"山形",'.repeat(10_000)}"山形"]}`
  test.each([
    ['{"id":1,"text":"a"', 'JSON として読めません'],
    ['{"id":1,"text":"a","hours":NaN}', 'JSON として読めません'],
    ['[1]', '形の JSON にしてください'],
    ['null', '形の JSON にしてください'],
    ['{"text":"a"}', 'id がありません'],
    ['{"id":"","text":"a"}', 'id は、文字（1字から'],
    [`{"id":"${'あ'.repeat(2000)}","text":"a"}`, 'id は、文字（1字から'],
    ['{"id":12345678901234567890,"text":"a"}', 'id は'],
    ['{"id":"\\ud800","text":"a"}', 'id は、こわれた文字'],
    ['{"id":1}', 'text がありません'],
    ['{"id":1,"text":5}', 'text は、文字に'],
    ['{"id":1,"text":"\\udc00"}', 'text は、こわれた文字'],
    ['{"id":1,"text":"a\\u0000"}', 'text は、こわれた文字'],
    ['{"id":1,"text":"a","hours":-1}', 'hours は、0から250までの数'],
    ['{"id":1,"text":"a","hours":1e999}', 'hours は、0から250までの数'],
    ['{"id":1,"text":"a","hours":"10"}', 'hours は、0から250までの数'],
    ['{"id":1,"text":"a","pay":65001}', 'pay は、0から65000までの数'],
    ['{"id":1,"text":"a","remoteOnly":"yes"}', 'remoteOnly は、true か false'],
    ['{"id":1,"text":"a","prefecture":"東北"}', 'prefecture は、都道府県'],
    ['{"id":1,"text":"a","prefecture":48}', '「48」は分かりません'],
    ['{"id":1,"text":"a","ties":["山形","どこか"]}', 'ties の2番目は'],
    ['{"id":1,"text":"a","ties":["府中市"]}', '「府中市」は分かりません'],
    ['{"id":1,"text":"a","ties":[{"place":"山形","kind":"friend"}]}', 'ties の1番目は、kind を born・'],
    ['{"id":1,"text":"a","ties":[{"place":"山形","year":3}]}', 'ties の1番目は、year を'],
    ['{"id":1,"text":"a","ties":[{}]}', 'ties の1番目は、都道府県か市区町村'],
    ['{"id":1,"text":"a","ties":[null]}', 'ties の1番目は、土地の名前に'],
    [deep, 'ties は、4個まで'],
    ['{"id":1,"text":"a","codes":["00000"]}', 'codes の1番目は'],
    ['{"id":1,"text":"a","codes":"10035"}', 'codes は、'],
    [ANNA, '1行目にもあります'],
  ])('%#', async (line, sentence) => {
    const message = await refusal(`${ANNA}\n\n${line}\n`, COSTS)
    expect(message).toContain('people.jsonl の3行目：')
    expect(message).toContain(sentence)
  })

  test('of a project too, before anything is printed', async () => {
    const message = await refusal(ANNA, `${COSTS}\n{"id":2,"text":"a","hours":0}`)
    expect(message).toContain('projects.jsonl の2行目：hours は、1から250までの数')
    expect(await refusal(ANNA, '{"id":1,"text":"a","codes":["10035","62093","11981"]}')).toContain('codes の3番目は')
  })

  test('other writing than UTF-8', async () => {
    const shiftJis = Buffer.concat([
      Buffer.from('{"id":1,"text":"'),
      Buffer.from([0x8c, 0xb4, 0x89, 0xbf]),
      Buffer.from('"}'),
    ])
    expect(await refusal(shiftJis, COSTS)).toContain('people.jsonl の1行目：UTF-8')
  })

  test('a line without end', async () => {
    expect(await refusal(`{"id":1,"text":"${'a'.repeat(9_000_000)}"}`, COSTS)).toContain('長すぎます')
  })

  test.each([['0'], ['10001'], ['1.5'], ['x']])('--k %s', async (k) => {
    expect(await refusal(ANNA, COSTS, '--k', k)).toContain('--k は、1から10000までの整数')
  })

  test('files that are not there, and options that nobody knows', async () => {
    const missing = linesOf(['--people', '/nowhere/a.jsonl', '--projects', '/nowhere/b.jsonl'])
    await expect(missing).rejects.toThrow('/nowhere/a.jsonl を読めません')
    await expect(linesOf(['--people', folder, '--projects', folder])).rejects.toThrow('を読めません')
    await expect(linesOf(['--people', 'a'])).rejects.toThrow('使い方')
    await expect(linesOf(['--sort', 'age'])).rejects.toThrow('使い方')
  })
})
