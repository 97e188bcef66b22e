import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Bond, STEPS, stepsOf } from './steps.ts'

const on = (day: string) => new Date(`${day}T00:00:00Z`)

describe('stepsOf', () => {
  it('dates each step by the first time, ties by nothing', () => {
    const taken = stepsOf([
      { kind: 'knows', at: null },
      { kind: 'applied', at: on('2026-05-01') },
      { kind: 'applied', at: on('2026-03-01') },
      { kind: 'worked', at: on('2026-06-01') },
    ])
    expect([...taken]).toEqual([
      ['knows', null],
      ['applied', on('2026-03-01')],
      ['worked', on('2026-06-01')],
    ])
  })

  it('takes for a return only what came after a contract was over', () => {
    const ended: Bond[] = [
      { kind: 'worked', at: on('2025-04-01') },
      { kind: 'visited', at: on('2025-05-01') },
      { kind: 'ended', at: on('2025-09-30') },
    ]
    expect(stepsOf(ended).has('returned')).toBe(false)
    const back = stepsOf([...ended, { kind: 'came', at: on('2026-08-01') }, { kind: 'worked', at: on('2026-02-01') }])
    expect(back.get('returned')).toEqual(on('2026-02-01'))
  })

  const kinds = ['knows', 'came', 'applied', 'worked', 'ended', 'visited', 'introduced'] as const
  const bond = fc.record({
    kind: fc.constantFrom(...kinds),
    at: fc.option(fc.date({ min: on('2020-01-01'), max: on('2030-01-01'), noInvalidDate: true })),
  })

  it('does not go by the order of the record, and nothing that is added takes a step away', () => {
    fc.assert(
      fc.property(fc.array(bond, { maxLength: 8 }), bond, (bonds, more) => {
        const steps = [...stepsOf(bonds).keys()].sort()
        expect([...stepsOf([...bonds].reverse()).keys()].sort()).toEqual(steps)
        expect(steps.every((step) => stepsOf([...bonds, more]).has(step))).toBe(true)
        expect(steps.every((step) => STEPS.some(({ id }) => id === step))).toBe(true)
      }),
    )
  })
})
