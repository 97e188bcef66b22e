import { expect, test } from 'vitest'
import { findWrongImports } from './heights.ts'
import { filesUnder, isSource, textOf } from './source.ts'

test('imports go down only, every file has its place, nothing goes round', () => {
  const files = ['src', 'seed', 'test', 'bench'].flatMap(filesUnder)
  const tree = new Map(files.map((file) => [file, isSource(file) ? textOf(file) : '']))
  expect(tree.size).toBeGreaterThan(0)
  expect(findWrongImports(tree)).toEqual([])
})

/** A tree in which `from` imports `to` and nothing else happens. */
function oneImport(from: string, to: string): ReadonlyMap<string, string> {
  const up = '../'.repeat(from.split('/').length - 1)
  return new Map([
    [to, ''],
    [from, `import { thing } from '${up}${to}'`],
  ])
}

test.each([
  ['src/engine/rank.ts', 'src/engine/model.ts'],
  ['src/lib/form.ts', 'src/text/normalise.ts'],
  ['src/ui/form.tsx', 'src/lib/form.ts'],
  ['src/projects/schema.ts', 'src/companies/schema.ts'],
  ['src/accounts/rules.ts', 'src/projects/schema.ts'],
  ['src/projects/rules.ts', 'src/companies/rules.ts'],
  ['src/projects/queries.ts', 'src/companies/queries.ts'],
  ['src/companies/actions.ts', 'src/projects/queries.ts'],
  ['src/projects/actions.ts', 'src/history/actions.ts'],
  ['src/accounts/mails.tsx', 'src/contracts/queries.ts'],
  ['src/accounts/mails.tsx', 'src/ui/button.tsx'],
  ['src/accounts/jobs.ts', 'src/api/actions.ts'],
  ['src/accounts/jobs.ts', 'src/works/mails.tsx'],
  ['src/accounts/pages.tsx', 'src/contracts/rules.ts'],
  ['src/applications/pages.tsx', 'src/projects/pages.tsx'],
  ['src/projects/pages/new.tsx', 'src/projects/pages/parts.tsx'],
  ['src/projects/routes.tsx', 'src/projects/pages/new.tsx'],
  ['src/accounts/routes.tsx', 'src/matching/queries.ts'],
  ['src/app.tsx', 'src/api/routes.tsx'],
  ['src/cli.ts', 'seed/generate.ts'],
  ['src/cli/demo.ts', 'src/cli/print.ts'],
  ['seed/generate.ts', 'src/matching/actions.ts'],
  ['src/lib/form.test.ts', 'src/ui/form.tsx'],
  ['test/requests/login.test.ts', 'src/app.tsx'],
  ['bench/pages.ts', 'src/app.tsx'],
])('%s may import %s', (from, to) => {
  expect(findWrongImports(oneImport(from, to))).toEqual([])
})

test.each([
  ['src/engine/rank.ts', 'src/lib/form.ts'],
  ['src/engine/rank.ts', 'src/text/normalise.ts'],
  ['src/lib/form.ts', 'src/ui/form.tsx'],
  ['src/lib/form.ts', 'src/accounts/schema.ts'],
  ['src/ui/form.tsx', 'src/accounts/rules.ts'],
  ['src/companies/schema.ts', 'src/projects/schema.ts'],
  ['src/companies/rules.ts', 'src/projects/rules.ts'],
  ['src/companies/queries.ts', 'src/projects/queries.ts'],
  ['src/projects/queries.ts', 'src/history/actions.ts'],
  ['src/projects/queries.ts', 'src/ui/button.tsx'],
  ['src/history/actions.ts', 'src/projects/actions.ts'],
  ['src/projects/mails.tsx', 'src/projects/actions.ts'],
  ['src/projects/pages.tsx', 'src/projects/queries.ts'],
  ['src/projects/pages.tsx', 'src/applications/pages.tsx'],
  ['src/projects/rules.ts', 'src/projects/pages/new.tsx'],
  ['src/contracts/routes.tsx', 'src/projects/routes.tsx'],
  ['src/api/routes.tsx', 'src/app.tsx'],
  ['src/app.tsx', 'src/schedule.ts'],
  ['src/server.ts', 'src/worker.ts'],
  ['src/desk/actions.ts', 'seed/generate.ts'],
  ['seed/generate.ts', 'src/app.tsx'],
  ['src/lib/form.ts', 'test/database.ts'],
  ['src/server.ts', 'test/database.ts'],
])('%s may not import %s', (from, to) => {
  expect(findWrongImports(oneImport(from, to))).toEqual([`${from} imports ${to}: imports go down only`])
})

test.each([
  'src/projects/tools.ts',
  'src/projects/pages.old.tsx',
  'src/projects.ts',
  'src/billing/schema.ts',
  'src/tools/a.ts',
])('%s has no place', (file) => {
  expect(findWrongImports(new Map([[file, '']]))).toEqual([`${file} has no room or kind`])
})

test.each([
  "import type { A } from './b.ts'",
  "export { a } from './b.ts'",
  "export * from './b.ts'",
  "const b = await import('./b.ts')",
  "let a: import('./b.ts').A",
  "new Worker(new URL('./b.ts', import.meta.url))",
])('%s counts as an import', (statement) => {
  const tree = new Map([
    ['src/lib/a.ts', statement],
    ['src/lib/b.ts', "import { a } from './a.ts'"],
  ])
  expect(findWrongImports(tree)).toEqual(['cycle: src/lib/a.ts → src/lib/b.ts → src/lib/a.ts'])
})

test('a longer way round is found, a diamond is none', () => {
  const tree = new Map([
    ['src/lib/a.ts', "import './b.ts'\nimport './c.ts'"],
    ['src/lib/b.ts', "import './d.ts'"],
    ['src/lib/c.ts', "import './d.ts'"],
    ['src/lib/d.ts', ''],
  ])
  expect(findWrongImports(tree)).toEqual([])
  const round = new Map([...tree, ['src/lib/d.ts', "import './a.ts'"]])
  expect(findWrongImports(round)).toEqual(['cycle: src/lib/a.ts → src/lib/b.ts → src/lib/d.ts → src/lib/a.ts'])
})

test('an import without its extension, or of a file that is not there, is found', () => {
  const tree = new Map([
    ['src/lib/a.ts', "import './b'"],
    ['src/lib/b.ts', "import '../lib/gone.ts'"],
  ])
  expect(findWrongImports(tree)).toEqual([
    'src/lib/a.ts imports src/lib/b: there is no such file (write the extension)',
    'src/lib/b.ts imports src/lib/gone.ts: there is no such file (write the extension)',
  ])
})

test('data may be read from everywhere, packages are not looked at', () => {
  const text = "import codes from '../../reference/law.json' with { type: 'json' }\nimport { z } from 'zod'"
  expect(findWrongImports(new Map([['src/law/fee.ts', text]]))).toEqual([])
})
