import { expect, test } from 'vitest'
import { createFollower } from './follower.ts'

const turn = () => new Promise((resolve) => setImmediate(resolve))

test('one look tells all who listen what changed since they saw it, and nothing when nobody does', async () => {
  const values = new Map([
    ['a', '1'],
    ['b', '1'],
  ])
  const looks: string[][] = []
  let over = false
  const look = async (keys: readonly string[]) => {
    looks.push([...keys])
    return values
  }
  const follower = createFollower(look, { everyMs: 1e9, isOver: () => over, failed: () => {} })
  follower.nudge()
  expect(looks).toEqual([])
  const told: string[] = []
  const listen = (name: string) => ({
    tell: (value: string) => told.push(name + value),
    end: () => told.push(`${name}end`),
  })
  const stops = [
    follower.follow('a', '1', listen('first ')),
    follower.follow('a', '0', listen('late ')),
    follower.follow('b', '1', listen('b ')),
  ]
  await turn()
  // What changed before anybody listened is told at once.
  expect(told).toEqual(['late 1'])
  values.set('a', '2')
  follower.nudge()
  await turn()
  expect(told).toEqual(['late 1', 'first 2', 'late 2'])
  expect(looks.every((keys) => keys.length <= 2)).toBe(true)
  stops[0]!()
  over = true
  follower.nudge()
  await turn()
  expect(told.slice(3)).toEqual(['late end', 'b end'])
  for (const stop of stops) stop()
  const before = looks.length
  follower.nudge()
  await turn()
  expect(looks).toHaveLength(before)
})

test('a look that fails is told of, and the next one is made', async () => {
  const failures: unknown[] = []
  const answers = [Promise.reject(new Error('away')), Promise.resolve(new Map([['a', '2']]))]
  const follower = createFollower(() => answers.shift()!, {
    ...{ everyMs: 1e9, isOver: () => false, failed: (error: unknown) => failures.push(error) },
  })
  const told: string[] = []
  const stop = follower.follow('a', '1', { tell: (value) => told.push(value), end: () => {} })
  await turn()
  follower.nudge()
  await turn()
  stop()
  expect([failures.length, told]).toEqual([1, ['2']])
})
