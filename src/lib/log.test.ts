import { DrizzleQueryError } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { type Fields, type LogLevel, openLog } from './log.ts'

function logged(fields: Fields, level: LogLevel = 'info'): Record<string, unknown>[] {
  const lines: string[] = []
  const log = openLog(level, { write: (line) => void lines.push(line) })
  log.info(fields, 'request')
  return lines.map((line) => JSON.parse(line))
}

test('a line holds its fields, a time, and nothing about the machine', () => {
  const [line] = logged({
    request: 'a1b2c3d4',
    method: 'GET',
    route: '/projects/:id',
    status: 200,
    ms: 12,
    actor: null,
  })
  expect(line).toEqual({
    ...{ level: 30, time: expect.stringMatching(/^\d{4}-.*Z$/), msg: 'request' },
    ...{ request: 'a1b2c3d4', method: 'GET', route: '/projects/:id', status: 200, ms: 12, actor: null },
  })
})

test('what is not allowed is left out, also when the types were got round', () => {
  const fields = { body: 'a secret', email: 'hana@example.jp', status: 200, act: { deep: 'a secret' } }
  const [line] = logged(fields as unknown as Fields)
  expect(Object.keys(line ?? {}).sort()).toEqual(['level', 'msg', 'status', 'time'])
})

test('no query string, no endless text', () => {
  const [line] = logged({ route: '/sign-in?code=123456', act: 'x'.repeat(5000) })
  expect(line?.route).toBe('/sign-in')
  expect(String(line?.act)).toHaveLength(200)
})

test('silent is silent', () => {
  expect(logged({ status: 200 }, 'silent')).toEqual([])
})

describe('an error', () => {
  const refused = Object.assign(new Error('duplicate key value … (hana@example.jp)'), {
    code: '23505',
    table: 'accounts',
    constraint: 'accounts_email_key',
    detail: 'Key (email)=(hana@example.jp) already exists.',
  })

  test('of the database loses every value', () => {
    const [line] = logged({ err: new DrizzleQueryError('insert into accounts …', ['hana@example.jp'], refused) })
    expect(JSON.stringify(line)).not.toContain('hana')
    expect(line?.err).toMatchObject({
      message: 'Database error 23505 (table accounts, constraint accounts_email_key)',
      stack: expect.stringMatching(/^\s+at /),
    })
  })

  test('of ours keeps its words and where it happened', () => {
    const [line] = logged({ err: new RangeError('No such act') })
    expect(line?.err).toMatchObject({ name: 'RangeError', message: 'No such act' })
  })

  test('that is none says so', () => {
    expect(logged({ err: { email: 'hana@example.jp' } })[0]?.err).toMatchObject({ message: 'Thrown: object' })
  })
})
