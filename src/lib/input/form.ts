import { z } from 'zod'

type Body = Readonly<Record<string, string | string[]>>

/** A form as it was sent: what it says, or every value as it came with a sentence beside each that cannot be used. */
export type Form<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly values: Record<string, string | string[]>; readonly errors: Record<string, string> }

/** Fields that every form may carry: the token against double sending, the version of the record. */
const ALWAYS = ['_once', 'version']
const PARTS = ['year', 'month', 'day']
const STALE = '画面が古くなっています。開きなおしてから、もう一度送ってください。'

/** Reads a form. A name that the form does not have is refused: it was never on the screen. */
export function parseForm<S extends z.ZodType>(schema: S, body: Body): Form<z.output<S>> {
  const names = namesOf(schema)
  const values: Record<string, string | string[]> = {}
  const input: Record<string, string | string[]> = {}
  let stale = false
  for (const [name, value] of Object.entries(body)) {
    const [field = '', part, ...more] = name.split('.')
    const isPart = part !== undefined && PARTS.includes(part) && more.length === 0
    if (names.has(isPart ? field : name)) values[name] = value
    else if (!ALWAYS.includes(name)) stale = true
    if (names.has(name)) input[name] = value
    else if (isPart && names.has(field)) input[field] = joined(body, field)
  }
  if (stale) return { ok: false, values, errors: { _form: STALE } }
  const result = schema.safeParse(input)
  return result.success
    ? { ok: true, data: result.data }
    : { ok: false, values, errors: sentences(result.error, names) }
}

/** The first sentence for each field, in the order of the fields. */
function sentences(error: z.ZodError, names: ReadonlySet<string>): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { path, message } of error.issues) errors[path.length > 0 ? String(path[0]) : '_form'] ??= message
  const order = ['_form', ...names]
  return Object.fromEntries(Object.entries(errors).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)))
}

/** The three parts of a date field as 2026-02-31, even when there is no such day; empty when none was chosen. */
function joined(body: Body, field: string): string {
  const parts = PARTS.map((part) => [body[`${field}.${part}`] ?? ''].flat().at(-1) ?? '')
  if (parts.every((part) => part === '')) return ''
  return parts.map((part, index) => (index === 0 ? part : part.padStart(2, '0'))).join('-')
}

function namesOf(schema: z.core.$ZodType): Set<string> {
  if (schema instanceof z.ZodObject) return new Set(Object.keys(schema.shape))
  if (schema instanceof z.ZodPipe) return namesOf(schema.in)
  if (schema instanceof z.ZodUnion) return new Set(schema.options.flatMap((option) => [...namesOf(option)]))
  if (schema instanceof z.ZodIntersection) return new Set([...namesOf(schema.def.left), ...namesOf(schema.def.right)])
  throw new TypeError('A form is an object of fields')
}
