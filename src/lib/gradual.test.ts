import { expect, test } from 'vitest'
import { atOnce, gradual } from './gradual.ts'

function* counting(log: string[]): Generator<undefined, string> {
  for (const part of ['a', 'b']) {
    log.push(part)
    yield
  }
  return log.join('')
}

test('is made in steps, once', () => {
  const log: string[] = []
  const thing = gradual(() => counting(log))
  expect(log).toEqual([])
  expect([thing.step(), thing.step(), thing.step(), thing.step()]).toEqual([false, false, true, true])
  expect(thing.now()).toBe('ab')
  expect(log).toEqual(['a', 'b'])
})

test('whoever needs it in between gets it, and no step is done twice', () => {
  const log: string[] = []
  const thing = gradual(() => counting(log))
  thing.step()
  expect(thing.now()).toBe('ab')
  expect(thing.step()).toBe(true)
  expect(log).toEqual(['a', 'b'])
})

test('fails as often as it is tried, and is begun anew', () => {
  let broken = true
  const thing = gradual(function* (): Generator<undefined, number> {
    yield
    if (broken) throw new Error('no file')
    return 1
  })
  expect(() => thing.now()).toThrow('no file')
  expect(() => thing.now()).toThrow('no file')
  broken = false
  expect(thing.now()).toBe(1)
})

test('all at once is the same', () => {
  expect(atOnce(counting([]))).toBe('ab')
})
