import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLimiter } from './limits.ts'

function limiter(options: { count?: number; seconds?: number; keys?: number } = {}) {
  let ms = 0
  const { take } = createLimiter({ count: 3, seconds: 60, ...options, clock: () => new Date(ms) })
  const wait = (more: number) => {
    ms += more
  }
  return { take, wait }
}

test('three in a minute, then one every twenty seconds', () => {
  const { take, wait } = limiter()
  const four = () => [take('a'), take('a'), take('a'), take('a')]
  expect(four()).toEqual([true, true, true, false])
  wait(19_999)
  expect(take('a')).toBe(false)
  wait(1)
  expect([take('a'), take('a')]).toEqual([true, false])
  wait(3_600_000)
  expect(four()).toEqual([true, true, true, false])
})

test('one key does not use up another’s', () => {
  const { take } = limiter({ count: 1 })
  expect([take('a'), take('a'), take('b')]).toEqual([true, false, true])
})

test('a clock that goes back gives nothing away', () => {
  const { take, wait } = limiter({ count: 1 })
  take('a')
  wait(-3_600_000)
  expect(take('a')).toBe(false)
  wait(3_600_000)
  expect(take('a')).toBe(false)
})

test('never more than count + what was refilled, at any times', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30_000), { maxLength: 100 }), (waits) => {
      const { take, wait } = limiter({ count: 5, seconds: 60 })
      let [granted, passed] = [0, 0]
      for (const ms of waits) {
        wait(ms)
        passed += ms
        if (take('a')) granted++
      }
      expect(granted).toBeLessThanOrEqual(5 + Math.floor(passed / 12_000 + 1e-6))
    }),
  )
})

test('with too many keys the quietest starts afresh', () => {
  const { take } = limiter({ count: 1, keys: 2 })
  take('a')
  take('b')
  take('a')
  take('c')
  expect([take('a'), take('b')]).toEqual([false, true])
})
