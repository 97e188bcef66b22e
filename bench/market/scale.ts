import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import { clear } from '../../src/engine/market/clearing.ts'
import { examination } from '../../src/engine/market/examination.ts'
import { tasteLikings } from '../../src/engine/market/likings.ts'
import { createMersenne } from '../../src/engine/market/mersenne.ts'
import { outcomeByFit } from '../../src/engine/market/plan.ts'
import { sampledCandidates } from '../../src/engine/market/sampling.ts'
import { annealed } from '../../src/engine/market/welfare.ts'

const PLACES = 50
const PER_SIDE = 50
const SAMPLE = 256
const POPULARITY = 1
const ROUNDS = 20

/** Compiling takes longer than a small market, so several sizes share it. */
let kernel: WebAssembly.Module | undefined

/**
 * A made-up market of any size from nothing to everybody's lists, with the time and memory of each stage: how free everybody is,
 * whom to consider, the lists. Beside it what lists by liking alone would bring among the same pairs. Seconds of the processor
 * stand beside those of the clock, which are longer where other programs run. Returns the matches expected of both.
 */
export function scale(left: number, right: number): { matches: number; byFit: number } {
  kernel ??= new WebAssembly.Module(compiled())
  const started = now()
  let before = started
  const stage = (name: string, told = '') => {
    const at = now()
    const memory = Math.round(process.memoryUsage().rss / 2 ** 20)
    console.log(`  ${name}: ${lasted(before, at)}, ${memory} MB${told && `, ${told}`}`)
    before = at
  }
  console.log(
    `${left} × ${right}: made-up likings (tastes, seed 0), inv, lists of ${PLACES}, ${PER_SIDE} candidates a side, ` +
      `samples of ${SAMPLE}, ${ROUNDS} rounds; one thread of ${cpus().length}`,
  )
  const likings = tasteLikings(left, right, POPULARITY, 0)
  stage('likings')
  const { market } = sampledCandidates(likings, {
    ...{ perSide: PER_SIDE, sample: SAMPLE, kernel, random: createMersenne(1).random },
    onStage: (name) => stage(name),
  })
  stage('pairs', `${market.columns.length} pairs`)
  const looked = { left: examination('inv', PLACES), right: examination('inv', PLACES) }
  const { matches } = clear(market, looked, { search: annealed(ROUNDS) }).sums
  stage('lists', `${matches.toFixed(0)} matches expected`)
  console.log(`  together ${lasted(started, now())}, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`)
  const byFit = outcomeByFit(market, 'inv', PLACES).matches
  console.log(`  by liking alone, among the same pairs: ${byFit.toFixed(0)} matches expected`)
  return { matches, byFit }
}

function compiled(): Uint8Array<ArrayBuffer> {
  const file = new URL('./kernel.ts', import.meta.url).pathname
  return new Uint8Array(execFileSync(process.execPath, ['--import', 'tsx', file]))
}

function now(): { clock: number; processor: number } {
  const { user, system } = process.cpuUsage()
  return { clock: performance.now() / 1000, processor: (user + system) / 1e6 }
}

function lasted(from: ReturnType<typeof now>, to: ReturnType<typeof now>): string {
  return `${(to.clock - from.clock).toFixed(1)} s (${(to.processor - from.processor).toFixed(1)} s of the processor)`
}
