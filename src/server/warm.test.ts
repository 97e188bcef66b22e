import { expect, test } from 'vitest'
import { classifier } from '../jobcodes/rules/standard.ts'
import { gradual } from '../lib/gradual.ts'
import { warm } from './warm.ts'

test('makes the slow things ready', async () => {
  await warm()
  expect(classifier.step()).toBe(true)
})

test('lets others have their turn meanwhile', async () => {
  const slow = gradual(function* () {
    for (let piece = 0; piece < 30; piece++) yield
    return 'made'
  })
  let turns = 0
  let running = true
  const others = () => {
    turns++
    if (running) setImmediate(others)
  }
  setImmediate(others)
  await warm([slow])
  running = false
  expect(turns).toBeGreaterThan(20)
  expect(slow.now()).toBe('made')
})
