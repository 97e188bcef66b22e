import { expect, test } from 'vitest'
import { simulateReport } from './simulate.ts'

const SMALL = '--people 20 --projects 8 --days 15 --runs 2'.split(' ')

test('every method by name, and the same again with the same seed', () => {
  const report = simulateReport([...SMALL, '--seed', '３'])
  expect(report).toMatchObject({ people: 20, projects: 8, days: 15, seed: 3, runs: 2 })
  expect(report.methods.map(({ method }) => method)).toEqual([
    ...['naive', 'product', 'greedy', 'tec-like', 'tu', 'alpha', 'annealed'],
  ])
  expect(simulateReport([...SMALL, '--seed', '3'])).toEqual(report)
})

test('companies that look and newcomers are taken as they are said, and told', () => {
  const report = simulateReport([...SMALL, '--looking', '３０', '--newcomers', '80', '--method', 'annealed'])
  expect(report).toMatchObject({ looking: 0.3, newcomers: 0.8, unknown: 0.7 })
  const { applied, approached, matches, neverShown } = report.methods[0]!.figures
  expect(approached.mean).toBeGreaterThan(0)
  expect(applied.mean + approached.mean).toBe(matches.mean)
  expect(neverShown.mean).toBeLessThan(1)
  expect(simulateReport([...SMALL, '--unknown', '１.５'])).toMatchObject({ looking: 0, newcomers: 0.5, unknown: 1.5 })
})

test('one run has no standard error to tell', () => {
  const [only] = simulateReport([...SMALL.slice(0, 6), '--runs', '1', '--method', 'tu']).methods
  expect(only!.figures.matches.error).toBeNull()
})

test.each([
  [['--method', 'best'], '--method は、naive'],
  [['--method', 'naive,best'], '--method は、naive'],
  [['--people', '0'], '--people は、1から'],
  [['--people', '-1'], '使い方'],
  [['--projects', 'NaN'], '--projects は、1から'],
  [['--days', '0'], '--days は、1から'],
  [['--runs', '1.5'], '--runs は、1から'],
  [['--seed', '4294967295'], '--seed は、0から'],
  [['--looking', '101'], '--looking は、0から100までの整数'],
  [['--newcomers', '0.5'], '--newcomers は、0から100までの整数'],
  [['--unknown', 'all'], '--unknown は、0から10までの数'],
  [['--unknown', ''], '--unknown は、0から10までの数'],
  [['--nothing', '3'], '使い方'],
  [['left over'], '使い方'],
])('%j is refused in a sentence', (args, sentence) => {
  expect(() => simulateReport(args)).toThrow(sentence)
})
