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
  [['--unknown', '3'], '使い方'],
  [['left over'], '使い方'],
])('%j is refused in a sentence', (args, sentence) => {
  expect(() => simulateReport(args)).toThrow(sentence)
})
