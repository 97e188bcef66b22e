import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runConfined } from './confined.ts'

const script = new URL('../../test/fixtures/tried-confined.ts', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'confined-'))
const secret = join(folder, 'secret.txt')
writeFileSync(secret, 'secret')
afterAll(() => rmSync(folder, { recursive: true }))

const bytesOf = (words: string) => new TextEncoder().encode(words)
const told = async (what: string, limits = { ms: 10_000, megabytes: 200 }) => {
  const result = await runConfined(script, bytesOf(what), limits)
  return 'failed' in result ? result.failed : result.value
}

describe('a confined script', () => {
  it('gives back a value and bytes', async () => {
    const bytes = bytesOf('say\nことば')
    expect(await runConfined(script, bytes, { ms: 10_000, megabytes: 200 })).toEqual({ value: { done: 3 }, bytes })
  })

  it.each([
    ['read', `read\n${secret}`],
    ['read', 'read\n/etc/passwd'],
    ['read', 'read\n/proc/self/environ'],
    ['write', `write\n${join(folder, 'new.txt')}`],
    ['start', 'start'],
    ['thread', 'thread'],
  ])('may not %s', async (_, what) => expect(await told(what)).toEqual({ refused: 'ERR_ACCESS_DENIED' }))

  it('runs no code from strings, and finds no environment', async () => {
    expect(await told('code')).toEqual({ refused: expect.stringContaining('EvalError') })
    expect(await told('environment')).toEqual({ done: [] })
    expect(await told('where')).toEqual({ done: '/' })
  })

  it('ends with its time and with its memory, on the heap and beside it', async () => {
    expect(await told('loop', { ms: 600, megabytes: 200 })).toBe('time')
    expect(await told('heap', { ms: 20_000, megabytes: 120 })).toBe('memory')
    expect(await told('buffers', { ms: 20_000, megabytes: 120 })).toBe('memory')
  })

  it('that says nothing, or is none, is broken', async () => {
    expect(await told('end')).toBe('broken')
    const none = new URL('not-there-confined.ts', import.meta.url)
    expect(await runConfined(none, bytesOf(''), { ms: 10_000, megabytes: 200 })).toEqual({ failed: 'broken' })
  })

  it('lets others wait their turn, and not without end', async () => {
    const all = await Promise.all(Array.from({ length: 16 }, () => told('end', { ms: 60_000, megabytes: 200 })))
    expect(all.filter((result) => result === 'busy')).toHaveLength(2)
    expect(await told('say\nx')).toEqual({ done: 1 })
  })
})
