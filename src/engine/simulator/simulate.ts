import { type Estimate, estimate } from '../estimate.ts'
import { FIGURES, type Figures } from './figures.ts'
import { asLearnt } from './knowing.ts'
import type { Lists, Morning } from './morning.ts'
import { PLANNERS, type PlannerName } from './planners.ts'
import { run } from './run.ts'
import { SETTING, type Setting } from './setting.ts'
import { createWorld } from './world.ts'

export type Simulated = {
  readonly method: PlannerName
  readonly figures: Readonly<Record<keyof Figures, Estimate>>
  /** Matches more than the first method, run by run on the same draws: a smaller error than the difference of two means. */
  readonly more: Estimate
}

/**
 * The same markets, `runs` of them with seeds `seed`, `seed + 1`, …, under each method, with the same people, projects, likings
 * and chance. Throws RangeError when the setting is none.
 */
export function simulate(
  methods: readonly PlannerName[],
  { runs, seed, ...changes }: Partial<Setting> & { runs: number; seed: number },
): Simulated[] {
  if (!Number.isInteger(runs) || runs < 1) throw new RangeError(`runs: ${runs} is not a whole number from 1 on`)
  const setting = { ...SETTING, ...changes }
  const outcomes = methods.map(() => [] as Figures[])
  for (let at = 0; at < runs; at++) {
    const world = createWorld(setting, seed + at)
    for (const [number, method] of methods.entries())
      outcomes[number]!.push(run(setting, world, planner(method, setting), seed + at).figures)
  }
  return methods.map((method, number) => {
    const more = outcomes[number]!.map(({ matches }, at) => matches - outcomes[0]![at]!.matches)
    return {
      method,
      figures: summed(outcomes[number]!),
      more: estimate(more),
    }
  })
}

/** Where there are newcomers every method learns of them in the same way. */
function planner(method: PlannerName, { unknown }: Setting): (morning: Morning) => Lists {
  const plan = PLANNERS[method]
  return unknown > 0 ? (morning) => plan(asLearnt(morning, unknown)) : plan
}

/** Every figure over some runs. */
export function summed(outcomes: readonly Figures[]): Simulated['figures'] {
  const of = (name: keyof Figures) => estimate(outcomes.map((one) => one[name]))
  return Object.fromEntries(FIGURES.map((name) => [name, of(name)])) as Simulated['figures']
}
