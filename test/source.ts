import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type ParseResult, parse } from '@babel/parser'

export const root = join(import.meta.dirname, '..')

export type Program = ParseResult
/** A node of the syntax tree. Its shape is known only after looking at `type`. */
export type Node = { type: string; [key: string]: unknown }

/** The files under a folder of the project, by their path from its root, sorted. */
export function filesUnder(folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort()
}

export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

export function isSource(file: string): boolean {
  return /\.tsx?$/.test(file)
}

export function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file)
}

export function parseSource(file: string, text: string): Program {
  const jsx = file.endsWith('x') ? (['jsx'] as const) : []
  return parse(text, { sourceType: 'module', sourceFilename: file, plugins: ['typescript', ...jsx] })
}

/** Calls `visit` with every node of a tree, parents first. */
export function walk(tree: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(tree)) {
    for (const item of tree) walk(item, visit)
  } else if (isNode(tree)) {
    visit(tree)
    for (const [key, value] of Object.entries(tree)) if (key !== 'loc') walk(value, visit)
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

export function lineOf(node: Node): number {
  const loc = node.loc as { start: { line: number } } | undefined
  return loc?.start.line ?? 0
}
