import { existsSync, readFileSync } from 'node:fs'

export type Counts = { passed: number; failed: number; skipped: number }

/** The parts of Vitest's JSON report that we read. */
type Report = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[]
}

/**
 * What one run of Vitest amounts to. Besides failed tests these count as one failure each: a file that could not be
 * loaded, an exit code that the tests do not explain, a run without a single test, and in CI every skipped test.
 */
export function countsOf(reportFile: string, status: number | null, strict: boolean): Counts {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, skipped: 0 }
  return countsOfReport(JSON.parse(readFileSync(reportFile, 'utf8')), status, strict)
}

export function countsOfReport(report: Report, status: number | null, strict: boolean): Counts {
  const passed = report.numPassedTests
  const skipped = report.numPendingTests + report.numTodoTests
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const known = report.numFailedTests + broken.length + (strict ? skipped : 0)
  const unexplained = known === 0 && (status !== 0 || passed === 0) ? 1 : 0
  return { passed, failed: known + unexplained, skipped }
}

/** Every failed test, and every file that could not be loaded, by name. */
export function failuresOf(reportFile: string): string[] {
  if (!existsSync(reportFile)) return []
  const { testResults } = JSON.parse(readFileSync(reportFile, 'utf8')) as Report
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0 && status === 'failed') return [name]
    return failed.map(({ fullName }) => `${name}: ${fullName}`)
  })
}

export function total(counts: Counts[]): Counts {
  const sum = (key: keyof Counts) => counts.reduce((all, count) => all + count[key], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

export function lastLine({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`
}
