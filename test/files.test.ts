import { expect, test } from 'vitest'
import { filesUnder, isNode, isSource, lineOf, parseSource, textOf, walk } from './source.ts'

const LONGEST = 300
const FORBIDDEN = /^(utils?|helpers?|commons?|services?|managers?|repositor(y|ies)|misc|index)$/i

const files = ['src', 'seed', 'test', 'bench'].flatMap(filesUnder)
const sources = files.filter(isSource)

test(`no file is longer than ${LONGEST} lines`, () => {
  expect(sources.length).toBeGreaterThan(0)
  const long = sources.filter((file) => linesOf(textOf(file)) > LONGEST && !isData(file, textOf(file)))
  expect(long.map((file) => `${file}: ${linesOf(textOf(file))} lines`)).toEqual([])
})

test('files are named after what they hold', () => {
  expect(files.filter(hasForbiddenName)).toEqual([])
})

test('types are named after what they are', () => {
  expect(sources.flatMap((file) => oddTypesIn(file, textOf(file)))).toEqual([])
})

test('the checks find what they are for', () => {
  expect(
    ['src/lib/utils.ts', 'src/lib/helpers/a.ts', 'src/ui/index.ts', 'src/lib/mail-service.ts'].filter(hasForbiddenName),
  ).toHaveLength(4)
  expect(['src/works/rules.ts', 'src/projects/pages/new.tsx'].filter(hasForbiddenName)).toEqual([])
  expect(oddTypesIn('a.ts', 'interface IProject {}\nclass MailImpl {}\ntype Item = 1\nclass Interview {}')).toEqual([
    'a.ts:1 IProject',
    'a.ts:2 MailImpl',
  ])
  expect(
    isData('a.ts', "import type { A } from './a.ts'\nexport const names: A[] = ['山', { kana: `やま` }, -1] as const"),
  ).toBe(true)
  expect(isData('a.ts', 'export const names = load()')).toBe(false)
  expect(isData('a.ts', 'export const names = [() => 1]')).toBe(false)
  expect(isData('a.ts', 'export function load() {}')).toBe(false)
})

function linesOf(text: string): number {
  return text.split('\n').length - 1
}

function hasForbiddenName(file: string): boolean {
  return file.split('/').some((part) =>
    part
      .replace(/\..*$/, '')
      .split(/[-_]/)
      .some((word) => FORBIDDEN.test(word)),
  )
}

const ODD = /\bI[A-Z][a-z]|Impl\b/

/** Interfaces called IThing and things called ThingImpl. Where neither stands, nothing has to be parsed. */
function oddTypesIn(file: string, text: string): string[] {
  if (!ODD.test(text)) return []
  const odd: string[] = []
  walk(parseSource(file, text).program, (node) => {
    if (!/^(TSInterface|TSTypeAlias|Class)Declaration$/.test(node.type) || !isNode(node.id)) return
    const name = String(node.id.name)
    if (/^I[A-Z][a-z]/.test(name) || /Impl$/.test(name)) odd.push(`${file}:${lineOf(node)} ${name}`)
  })
  return odd
}

const DATA = new Set([
  ...['ArrayExpression', 'ObjectExpression', 'ObjectProperty', 'StringLiteral', 'NumericLiteral', 'BooleanLiteral'],
  ...['NullLiteral', 'UnaryExpression', 'TemplateLiteral', 'TemplateElement', 'Identifier', 'TSAsExpression'],
  ...['TSSatisfiesExpression', 'SpreadElement', 'BigIntLiteral', 'RegExpLiteral'],
])

/** A file of nothing but literals, such as the fragments the demo's texts are made of, may be as long as it is. */
function isData(file: string, text: string): boolean {
  return parseSource(file, text).program.body.every((statement) => {
    const inner =
      statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement
    if (/^(ImportDeclaration|TSTypeAliasDeclaration|TSInterfaceDeclaration)$/.test(inner.type)) return true
    return inner.type === 'VariableDeclaration' && inner.declarations.every(({ init }) => isLiteral(init))
  })
}

function isLiteral(tree: unknown): boolean {
  let literal = true
  walk(tree, (node) => {
    if (!DATA.has(node.type) && !node.type.startsWith('TS')) literal = false
  })
  return literal
}
