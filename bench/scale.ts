import { clear } from '../src/engine/market/clearing.ts'
import { examination } from '../src/engine/market/examination.ts'
import { tasteLikings } from '../src/engine/market/likings.ts'
import { createMersenne } from '../src/engine/market/mersenne.ts'
import { outcomeByFit } from '../src/engine/market/plan.ts'
import { sampledCandidates } from '../src/engine/market/sampling.ts'
import { annealed } from '../src/engine/market/welfare.ts'

const PLACES = 50
const PER_SIDE = 50
const SAMPLE = 256
const POPULARITY = 1
const ROUNDS = 20

/**
 * A made-up market of any size from nothing to everybody's lists, with the time and memory of each stage: how free everybody is,
 * whom to consider, the lists. Beside it what lists by liking alone would bring among the same pairs.
 */
export function scale(left: number, right: number): void {
  const started = performance.now()
  let before = started
  const stage = (name: string, told = '') => {
    const now = performance.now()
    const memory = Math.round(process.memoryUsage().rss / 2 ** 20)
    console.log(`  ${name}: ${((now - before) / 1000).toFixed(1)} s, ${memory} MB${told && `, ${told}`}`)
    before = now
  }
  console.log(
    `${left} × ${right}: made-up likings (tastes, seed 0), inv, lists of ${PLACES}, ${PER_SIDE} candidates a side, ` +
      `samples of ${SAMPLE}, ${ROUNDS} rounds`,
  )
  const likings = tasteLikings(left, right, POPULARITY, 0)
  stage('likings')
  const { market } = sampledCandidates(likings, {
    ...{ perSide: PER_SIDE, sample: SAMPLE, random: createMersenne(1).random },
    onStage: (name) => stage(name),
  })
  stage('pairs', `${market.columns.length} pairs`)
  const looked = { left: examination('inv', PLACES), right: examination('inv', PLACES) }
  const { sums } = clear(market, looked, { search: annealed(ROUNDS) })
  stage('lists', `${sums.matches.toFixed(0)} matches expected`)
  const total = ((performance.now() - started) / 1000).toFixed(1)
  const byFit = outcomeByFit(market, 'inv', PLACES)
  console.log(
    `  together ${total} s; by liking alone, among the same pairs: ${byFit.matches.toFixed(0)} matches expected`,
  )
}
