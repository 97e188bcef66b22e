import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { classifyLines } from '../jobcodes/rules/classifyLines.ts'
import type { StartError } from '../lib/start-error.ts'
import { answerLines, readableLines } from './lines.ts'
import { LONGEST_LINE } from './split-lines.ts'

async function* inPieces(...pieces: (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece)
}

const lengths = async (...pieces: (string | Buffer)[]) =>
  (await Array.fromAsync(readableLines(inPieces(...pieces)))).map(({ length }) => length)

test('lines come whole, wherever the pieces end; one without end does not fill the memory', async () => {
  const half = Buffer.from('原')
  const lines = readableLines(inPieces('a\nb', 'c\r\n', half.subarray(0, 2), half.subarray(2), '\n\nd'))
  expect(await Array.fromAsync(lines)).toEqual(['a', 'bc\r', '原', '', 'd'])
  expect(await lengths('a'.repeat(LONGEST_LINE + 1), 'more', 'and more\nb\n')).toEqual([1, 1])
  expect(await lengths('a'.repeat(LONGEST_LINE), '\n')).toEqual([LONGEST_LINE])
})

test('other writing than UTF-8 is answered as a line that cannot be read, not as what it seems to say', async () => {
  const shiftJis = Buffer.concat([
    Buffer.from('{"id":1,"text":"'),
    Buffer.from([0x8c, 0xb4, 0x89, 0xbf]),
    Buffer.from('"}\n{"id":2,"text":""}\n'),
  ])
  const answers = await Array.fromAsync(classifyLines(readableLines(inPieces('\n', shiftJis))))
  expect(answers.map((line) => JSON.parse(line))).toEqual([
    { id: null, error: expect.stringContaining('2行目') },
    { id: 2, codes: [] },
  ])
})

test('whoever names a file is told how it is used, instead of waiting', async () => {
  const told = await answerLines(['worries.jsonl'], '使い方', () => expect.fail('waits')).catch((error) => error)
  expect(told as StartError).toMatchObject({ message: '使い方', exitCode: 2 })
})

test('whoever reads may stop early: no failure, not a word', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'help'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.destroy()
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said += part
  })
  const [code] = await once(child, 'close')
  expect([code, said]).toEqual([0, ''])
})
