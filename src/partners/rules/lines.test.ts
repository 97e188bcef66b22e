import { expect, test } from 'vitest'
import type { SeenCompany, Stage } from './consent.ts'
import { inPart, linesOf, PARTS } from './lines.ts'

const company = (name: string, projects: readonly (readonly [Stage, day: number])[]): SeenCompany => ({
  ...{ id: name, name, prefecture: 6, municipality: null, until: null, fields: [] },
  projects: projects.map(([stage, day], n) => ({
    ...{ number: n, stage, since: new Date(Date.UTC(2026, 10, day)), title: null, fee: null, outcome: null },
  })),
})

test('where something is going on comes first, companies without a project last, and each line is in one part', () => {
  const lines = linesOf([
    company('none', []),
    company('two', [
      ['ended', 20],
      ['published', 3],
    ]),
    company('drafting', [['draft', 9]]),
    company('working', [['filled', 5]]),
    company('later', [['closed', 8]]),
  ])
  expect(lines.map(({ company: { name }, project }) => `${name} ${project?.stage ?? ''}`.trim())).toEqual([
    'later closed',
    'two published',
    'working filled',
    'drafting draft',
    'two ended',
    'none',
  ])
  const parts = PARTS.filter(({ id }) => id !== 'all').map(({ id }) => inPart(lines, id).length)
  expect(parts.reduce((sum, count) => sum + count, 0)).toBe(inPart(lines, 'all').length)
})
