import { expect, test } from 'vitest'
import { createGate } from './gate.ts'

test('lets so many through at a time, in the order in which they came, and goes on after a failure', async () => {
  const through = createGate(2)
  const began: number[] = []
  let inside = 0
  let most = 0
  const answers = await Promise.allSettled(
    Array.from({ length: 7 }, (_, n) =>
      through(async () => {
        began.push(n)
        most = Math.max(most, ++inside)
        await Promise.resolve()
        inside--
        if (n === 2) throw new Error('no')
        return n
      }),
    ),
  )
  expect(most).toBe(2)
  expect(began).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(answers.map(({ status }) => status === 'fulfilled')).toEqual([true, true, false, true, true, true, true])
})
