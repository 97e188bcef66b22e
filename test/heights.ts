import { dirname, join } from 'node:path'
import { isNode, isSource, isTest, type Node, parseSource, walk } from './source.ts'

/** Libraries that import nothing of ours but their own files. */
const GROUND = ['engine', 'law', 'text']

const ROOMS = [
  ...[
    'accounts',
    'history',
    'notices',
    'jobcodes',
    'partners',
    'companies',
    'mandates',
    'talents',
    'challenges',
    'projects',
    'applications',
  ],
  ...['messages', 'contracts', 'works', 'events', 'ladder', 'subsidies', 'referrals', 'cases', 'matching', 'scouts'],
  ...['watches', 'desk', 'insights', 'fiscal', 'api'],
]

const KINDS = ['schema', 'rules', 'queries', 'actions', 'mails', 'jobs', 'pages', 'routes'] as const
type Kind = (typeof KINDS)[number]

/** Above the rooms, from below: who stands in one line is of one height. */
const ABOVE = [['seed'], ['app'], ['schedule'], ['server'], ['worker', 'cli']]

export type Place =
  | { layer: 'ground'; library: string }
  | { layer: 'lib' }
  | { layer: 'ui' }
  | { layer: 'room'; kind: Kind; room: string }
  | { layer: 'above'; name: string; step: number }
  | { layer: 'test' }
  | { layer: 'data' }

/** What each kind may import besides engine, law, text and lib: from any room, and from earlier rooms. */
const TABLE: Record<Kind, { any: Kind[]; earlier: Kind[]; ui: boolean }> = {
  schema: { any: [], earlier: ['schema'], ui: false },
  rules: { any: ['schema'], earlier: ['rules'], ui: false },
  queries: { any: ['schema', 'rules'], earlier: ['queries'], ui: false },
  actions: { any: ['schema', 'rules', 'queries'], earlier: ['actions'], ui: false },
  mails: { any: ['schema', 'rules', 'queries'], earlier: ['mails'], ui: true },
  jobs: { any: ['schema', 'rules', 'queries', 'actions', 'mails'], earlier: ['jobs'], ui: true },
  pages: { any: ['schema', 'rules'], earlier: ['pages'], ui: true },
  routes: { any: ['schema', 'rules', 'queries', 'actions', 'mails', 'jobs', 'pages'], earlier: [], ui: true },
}

/** Where a file stands, or null when it has no place. A folder counts as the kind it is named after. */
export function placeOf(file: string): Place | null {
  const [top = '', first = '', second = ''] = file.split('/')
  if (top === 'test' || top === 'bench' || isTest(file)) return { layer: 'test' }
  if (top === 'reference' || file === 'package.json') return { layer: 'data' }
  if (top === 'seed') return aboveOf('seed')
  if (top !== 'src') return null
  if (GROUND.includes(first)) return { layer: 'ground', library: first }
  if (first === 'lib' || first === 'ui') return { layer: first }
  if (ROOMS.includes(first)) {
    const kind = KINDS.find((name) => name === nameOf(second))
    return kind ? { layer: 'room', kind, room: first } : null
  }
  return aboveOf(nameOf(first))
}

function aboveOf(name: string): Place | null {
  const step = ABOVE.findIndex((names) => names.includes(name))
  return step < 0 ? null : { layer: 'above', name, step }
}

/** `pages.tsx` and the folder `pages` are both of the kind pages; `pages.old.tsx` is not. */
function nameOf(entry: string): string {
  return entry.replace(/\.(ts|tsx|css)$/, '')
}

export function mayImport(from: Place, to: Place): boolean {
  if (to.layer === 'data') return true
  if (from.layer === 'test') return true
  if (from.layer === 'above') return to.layer === 'above' ? isBelow(from, to) : to.layer !== 'test'
  if (to.layer === 'ground') return from.layer !== 'ground' || from.library === to.library
  if (to.layer === 'lib') return from.layer === 'lib' || from.layer === 'ui' || from.layer === 'room'
  if (to.layer === 'ui') return from.layer === 'ui' || (from.layer === 'room' && TABLE[from.kind].ui)
  if (to.layer === 'room') return from.layer === 'room' && mayImportRoom(from, to)
  return false
}

type RoomPlace = Extract<Place, { layer: 'room' }>
type AbovePlace = Extract<Place, { layer: 'above' }>

function mayImportRoom(from: RoomPlace, to: RoomPlace): boolean {
  const { any, earlier } = TABLE[from.kind]
  if (from.room === to.room && from.kind === to.kind) return true
  return any.includes(to.kind) || (earlier.includes(to.kind) && ROOMS.indexOf(to.room) < ROOMS.indexOf(from.room))
}

function isBelow(from: AbovePlace, to: AbovePlace): boolean {
  return to.step < from.step || to.name === from.name
}

/**
 * What is wrong with the imports of a tree, one sentence each.
 * @param tree path from the project's root → text, for every file of src/ and seed/ and the tests
 */
export function findWrongImports(tree: ReadonlyMap<string, string>): string[] {
  const wrong: string[] = []
  const edges = new Map<string, string[]>()
  for (const [file, text] of tree) {
    const from = placeOf(file)
    if (!from) {
      wrong.push(`${file} has no room or kind`)
      continue
    }
    if (!isSource(file)) continue
    const targets = importsOf(file, text).map((specifier) => join(dirname(file), specifier))
    edges.set(file, targets)
    for (const target of targets) {
      const sentence = wrongImport(from, target, tree)
      if (sentence) wrong.push(`${file} imports ${target}: ${sentence}`)
    }
  }
  return [...wrong, ...cyclesIn(edges).map((cycle) => `cycle: ${cycle.join(' → ')}`)]
}

function wrongImport(from: Place, target: string, tree: ReadonlyMap<string, string>): string | null {
  const to = placeOf(target)
  if (!to) return 'it has no room or kind'
  if (to.layer !== 'data' && !tree.has(target)) return 'there is no such file (write the extension)'
  return mayImport(from, to) ? null : 'imports go down only'
}

/** The relative specifiers of a file: import, export … from, import(), import types, and new URL(…, import.meta.url). */
function importsOf(file: string, text: string): string[] {
  const specifiers: string[] = []
  const add = (value: unknown) => {
    if (isNode(value) && typeof value.value === 'string' && /^\.{1,2}\//.test(value.value)) specifiers.push(value.value)
  }
  walk(parseSource(file, text).program, (node) => {
    if (/^(Import|ExportNamed|ExportAll)Declaration$/.test(node.type)) add(node.source)
    if (node.type === 'ImportExpression') add(node.source)
    if (node.type === 'TSImportType') add(node.argument)
    if (node.type === 'CallExpression' && isNode(node.callee) && node.callee.type === 'Import') add(argument(node, 0))
    if (node.type === 'NewExpression' && isImportMeta(argument(node, 1)) && isScript(argument(node, 0))) {
      add(argument(node, 0))
    }
  })
  return [...new Set(specifiers)]
}

function argument(node: Node, index: number): unknown {
  return Array.isArray(node.arguments) ? node.arguments[index] : undefined
}

function isImportMeta(value: unknown): boolean {
  return (
    isNode(value) && value.type === 'MemberExpression' && isNode(value.object) && value.object.type === 'MetaProperty'
  )
}

/** `new URL('../../drizzle/', import.meta.url)` names a folder and is no import. */
function isScript(value: unknown): boolean {
  return isNode(value) && typeof value.value === 'string' && isSource(value.value)
}

/** Each cycle once, as the files on the way round. */
function cyclesIn(edges: ReadonlyMap<string, string[]>): string[][] {
  const cycles: string[][] = []
  const done = new Set<string>()
  const way: string[] = []
  const visit = (file: string) => {
    if (way.includes(file)) cycles.push([...way.slice(way.indexOf(file)), file])
    if (done.has(file)) return
    done.add(file)
    way.push(file)
    for (const target of edges.get(file) ?? []) visit(target)
    way.pop()
  }
  for (const file of edges.keys()) visit(file)
  return cycles
}
