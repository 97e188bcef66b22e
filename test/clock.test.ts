import { expect, test } from 'vitest'
import { filesUnder, isNode, isSource, isTest, lineOf, type Node, parseSource, textOf, walk } from './source.ts'

/** The programs take the real clock and real chance once and hand them down. */
const PROGRAMS = /^src\/(server|worker|cli)\.ts$/

test('src takes time and randomness as arguments', () => {
  const files = filesUnder('src').filter((file) => isSource(file) && !isTest(file) && !PROGRAMS.test(file))
  expect(files.length).toBeGreaterThan(0)
  expect(files.flatMap((file) => clocksIn(file, textOf(file)))).toEqual([])
})

test.each([
  'const now = Date.now()',
  'const now = new Date()',
  'const now = new Date',
  'const now = Date()',
  'const clock = Date.now',
  "const now = Date['now']()",
  'const now = globalThis.Date.now()',
  'const { now } = Date',
  'const x = Math.random()',
  'const { random } = Math',
  'const x = <p>{Math.random()}</p>',
])('%s is found', (text) => {
  expect(clocksIn('made-up.tsx', text)).toEqual(['made-up.tsx:1'])
})

test.each([
  'const then = new Date(moment)',
  'const parsed = Date.parse(text)',
  'const noon = Date.UTC(2026, 10, 23)',
  'const x = Math.max(1, 2)',
  'const now = deps.now()',
  'function f(now: Date): Date { return now }',
])('%s is allowed', (text) => {
  expect(clocksIn('made-up.tsx', text)).toEqual([])
})

/**
 * The places, as file:line, where a text reads the clock or throws dice by itself. Where the words for it do not stand,
 * nothing has to be parsed.
 */
function clocksIn(file: string, text: string): string[] {
  if (!/Date|random|\\u/.test(text)) return []
  const lines: string[] = []
  walk(parseSource(file, text).program, (node) => {
    if (readsClock(node)) lines.push(`${file}:${lineOf(node)}`)
  })
  return lines
}

function readsClock(node: Node): boolean {
  if (node.type === 'NewExpression') return names(node.callee, 'Date') && isEmpty(node.arguments)
  if (node.type === 'CallExpression') return names(node.callee, 'Date')
  if (node.type === 'MemberExpression') return isForbidden(node.object, node.property)
  if (node.type === 'VariableDeclarator' && isNode(node.id) && node.id.type === 'ObjectPattern') {
    const properties = Array.isArray(node.id.properties) ? node.id.properties.filter(isNode) : []
    return properties.some((property) => isForbidden(node.init, property.key))
  }
  return false
}

function isForbidden(object: unknown, property: unknown): boolean {
  return (names(object, 'Date') && names(property, 'now')) || (names(object, 'Math') && names(property, 'random'))
}

/** `Date`, `globalThis.Date`, `'Date'` */
function names(node: unknown, name: string): boolean {
  if (!isNode(node)) return false
  if (node.type === 'MemberExpression') return names(node.object, 'globalThis') && names(node.property, name)
  return node.name === name || node.value === name
}

function isEmpty(list: unknown): boolean {
  return Array.isArray(list) && list.length === 0
}
