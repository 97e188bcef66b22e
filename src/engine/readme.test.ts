import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = import.meta.dirname
const examples = [...readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/```ts\n(.*?)```/gs)].map(
  ([, code]) => code!,
)

/** Only some stand on their own: the others go on from what their reader has. */
function printedBy(code: string, more = ''): string {
  const own = mkdtempSync(join(tmpdir(), 'meguri-readme-'))
  try {
    const file = join(own, 'example.ts')
    writeFileSync(file, code.replaceAll("from './", `from '${folder}/`) + more)
    return execFileSync(process.execPath, ['--no-warnings', file], { encoding: 'utf8' })
  } finally {
    rmSync(own, { recursive: true })
  }
}

test('the examples of the README run as they stand and say what is said of them; the first in 40 lines', () => {
  const [engine, market, flow] = examples
  expect(engine!.trimEnd().split('\n').length).toBeLessThanOrEqual(40)
  const people = printedBy(engine!).trimEnd().split('\n')
  expect(people.map((line) => line.slice(0, 2))).toEqual(['10', '11', '12'])
  for (const line of people) expect(line).toMatch(/^\d+: -?\d+; for: [a-z, ]*; but: [a-z]+; with 20 hours \d → \d$/)
  expect(printedBy(market!, 'console.log(matches.toFixed(2), exposure.toLeft.rows)')).toBe('16.71 30\n')
  expect(printedBy(flow!, 'console.log(matches.toFixed(2), mean > 69, error! < 0.5)')).toBe('69.94 true true\n')
})
