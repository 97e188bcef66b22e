import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countsOf, countsOfReport, failuresOf, lastLine, total } from './counts.ts'

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((each, at) => ({ status: each, fullName: `test ${at + 1}` })),
})

const report = (passed: number, failed: number, skipped: number, ...testResults: ReturnType<typeof file>[]) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: skipped,
  numTodoTests: 0,
  testResults,
})

test('passed and failed tests count', () => {
  expect(countsOfReport(report(3, 2, 0, file('failed', 'failed', 'failed')), 1, true)).toEqual({
    passed: 3,
    failed: 2,
    skipped: 0,
  })
})

test.each([
  ['a file that could not be loaded', report(3, 0, 0, file('failed'), file('passed', 'passed')), 1, false],
  ['an error outside every test', report(3, 0, 0, file('passed', 'passed')), 1, false],
  ['a run that was killed', report(3, 0, 0, file('passed', 'passed')), null, false],
  ['a run without a test', report(0, 0, 0), 0, false],
  ['a skipped test in CI', report(3, 0, 1, file('passed', 'passed', 'pending')), 0, true],
])('%s is a failure', (_what, broken, status, strict) => {
  expect(countsOfReport(broken, status, strict).failed).toBe(1)
})

test('a skipped test elsewhere is told, not failed', () => {
  expect(countsOfReport(report(3, 0, 1), 0, false)).toEqual({ passed: 3, failed: 0, skipped: 1 })
})

test('a run that left no report is a failure', () => {
  expect(countsOf('/nowhere/report.json', 0, false)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('the last line adds up', () => {
  const stages = [
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 20, failed: 3, skipped: 4 },
  ]
  expect(lastLine(total(stages))).toBe('21 passed, 3 failed')
})

test('what failed is named: tests, and files that could not be loaded', () => {
  const folder = mkdtempSync(join(tmpdir(), 'meguri-counts-'))
  const path = join(folder, 'report.json')
  writeFileSync(
    path,
    JSON.stringify(report(1, 1, 0, file('failed', 'passed', 'failed'), file('failed'), file('passed', 'passed'))),
  )
  expect(failuresOf(path)).toEqual(['a.test.ts: test 2', 'a.test.ts'])
  expect(failuresOf(join(folder, 'nowhere.json'))).toEqual([])
  rmSync(folder, { recursive: true })
})
