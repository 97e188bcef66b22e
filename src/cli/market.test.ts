import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { marketReport } from './market.ts'

const folder = mkdtempSync(join(tmpdir(), 'meguri-market-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** As NumPy writes it, version 1. */
function npy(rows: number, columns: number, values: readonly number[], order = 'False'): Uint8Array {
  const header = `{'descr': '<f8', 'fortran_order': ${order}, 'shape': (${rows}, ${columns}), }\n`
  const start = Buffer.from(`\x93NUMPY\x01\0${String.fromCharCode(header.length)}\0${header}`, 'latin1')
  return Buffer.concat([start, new Uint8Array(Float64Array.from(values).buffer)])
}

const WANTS = '0.9,0.1\n0.8,0.2\n0.7,0.6\n'
const WANTED = '0.9,0.5,0.1\n0.2,0.4,0.8\n'

test('a published market, by name', () => {
  const report = marketReport('--n 30 --m 20 --lambda 0.5 --seed 0 --exam inv --method tu'.split(' '))
  expect(report).toMatchObject({ n: 30, m: 20, method: 'tu', rounds: 36, envy: { left: 63, right: 10 } })
  expect(report.matches).toBeCloseTo(15.447528483780438, 9)
})

test('fewer places in the lists bring fewer matches', () => {
  const matches = (shown: string) => marketReport(['--method', 'product', '--shown', shown]).matches
  expect(matches('1')).toBeLessThan(matches('5'))
  expect(matches('5')).toBeLessThan(matches('20'))
})

test('two files, as CSV or as NumPy writes them, say the same', () => {
  const csv = ['--wants', file('a.csv', `\ufeff${WANTS}`), '--wanted', file('b.csv', WANTED.replaceAll('\n', '\r\n'))]
  const numbers = (text: string) => text.trim().split(/[,\n]/).map(Number)
  const [wants, wanted] = [file('a.npy', npy(3, 2, numbers(WANTS))), file('b.npy', npy(2, 3, numbers(WANTED)))]
  const { milliseconds: _, ...report } = marketReport(csv)
  expect(marketReport(['--wants', wants, '--wanted', wanted])).toMatchObject(report)
  expect(report).toMatchObject({ n: 3, m: 2, method: 'annealed' })
})

test.each([
  [['--method', 'best'], '--method は、naive'],
  [['--n', '0'], '--n は、1から'],
  [['--lambda', '1.1'], '--lambda は、0から1まで'],
  [['--seed', '1.5'], '--seed は、0から'],
  [['--people', '3'], '使い方'],
  [['--wants', 'x.csv'], '両方のファイル'],
  [['--wants', 'x.csv', '--wanted', 'y.csv', '--seed', '1'], '--seed は、ファイルのないときだけに'],
  [['--alpha', '0.5'], '--alpha は、--method alphaだけに'],
  [['--method', 'tu', '--rounds', '5'], '--rounds は、--method annealedだけに'],
  [['--wants', '/nowhere/x.csv', '--wanted', '/nowhere/y.csv'], 'を読めません'],
])('%j is refused in a sentence', (args, sentence) => {
  expect(() => marketReport(args)).toThrow(
    expect.objectContaining({ exitCode: 2, message: expect.stringContaining(sentence) }),
  )
})

test.each([
  ['0.1,0.2\n0.3\n', WANTED, '2行目は1列です'],
  ['0.1,x\n', WANTED, '1行目、2列目が数ではありません'],
  ['0.1,0x1\n', WANTED, '1行目、2列目が数ではありません'],
  ['0.1,NaN\n', WANTED, '1行目、2列目が数ではありません'],
  ['0.1,\n', WANTED, '1行目、2列目が数ではありません'],
  ['0.9,-0.1\n0.8,0.2\n0.7,0.6\n', WANTED, 'row 1, column 2'],
  [WANTS, WANTS, 'do not belong together'],
])('a file that is no such matrix: %j', (wants, wanted, sentence) => {
  const args = ['--wants', file('c.csv', wants), '--wanted', file('d.csv', wanted)]
  expect(() => marketReport(args)).toThrow(sentence)
})

test('files without a line are the empty market', () => {
  const none = file('e.csv', '')
  const report = marketReport(['--wants', none, '--wanted', none])
  expect(report).toMatchObject({ n: 0, m: 0, matches: 0, envy: { left: 0, right: 0 } })
})

test('what NumPy may write and is not understood is said', () => {
  const right = file('f.npy', npy(2, 3, [0, 0, 0, 0, 0, 0]))
  const refused = (name: string, bytes: Uint8Array) =>
    expect(() => marketReport(['--wants', file(name, bytes), '--wanted', right])).toThrow('.npy にしてください')
  refused('turned.npy', npy(3, 2, [0, 0, 0, 0, 0, 0], 'True'))
  refused('short.npy', npy(3, 2, [0, 0, 0]))
  refused('cut.npy', npy(3, 2, [0]).subarray(0, 8))
})
