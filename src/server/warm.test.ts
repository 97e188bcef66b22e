import { expect, test } from 'vitest'
import { space } from '../jobcodes/rules/space.ts'
import { classifier } from '../jobcodes/rules/standard.ts'
import { warm } from './warm.ts'

test('makes the slow things ready, and lets others have their turn meanwhile', async () => {
  const begun = [classifier, space].map((thing) => thing.step())
  let turns = 0
  let running = true
  const others = () => {
    turns++
    if (running) setImmediate(others)
  }
  setImmediate(others)
  await warm()
  running = false
  expect(begun).toEqual([false, false])
  expect(turns).toBeGreaterThan(20)
  expect([classifier.step(), space.step()]).toEqual([true, true])
})
