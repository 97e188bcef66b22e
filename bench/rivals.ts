/**
 * The best 100 of the same people by the engine, PostgreSQL, MiniSearch and USearch; each is told as it ends:
 * `npm run bench:rivals -- [--people 1000000] [--leaves 2000] [--seed 1] [--queries 60] [--only RIVAL] [--quick]`.
 * `--only engine|postgresql|minisearch|usearch`: that one, beside the engine.
 */
import { parseArgs } from 'node:util'
import { kernelSource } from '../src/engine/retrieval/kernel/source.ts'
import { compileAssembly } from '../src/lib/assembly.ts'
import { machine, tellGoal } from './goals.ts'
import { type Compared, compare, RIVALS } from './retrieval/compare.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string' },
    leaves: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    queries: { type: 'string' },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
})
const only = RIVALS.find((name) => name === values.only?.toLowerCase()) ?? null
if (values.only !== undefined && only === null) {
  console.error(`--only ${values.only}: must be one of ${RIVALS.join(', ')}`)
  process.exit(2)
}
const people = Number(values.people ?? (values.quick ? 5_000 : 1_000_000))
const queries = Number(values.queries ?? (values.quick ? 10 : 60))
const [leaves, seed] = [Number(values.leaves), Number(values.seed)]
const K = 100

console.log(machine(`seed ${seed}, ${people} people, ${leaves} job codes, ${queries} queries, best ${K}`))
console.log('Milliseconds; cold: the caches of the processor swept before each; busy: with 100 changes a second.')
const kernel = new WebAssembly.Module((await compileAssembly(kernelSource())) as Uint8Array<ArrayBuffer>)
const wrong: string[] = []
await compare({ people, seed, leaves, queries, k: K, kernel }, only, {
  measured(one) {
    console.log(lineOf(one))
    if (one.name.startsWith('Meguri') && one.recall !== 100) wrong.push(one.name)
  },
  built: (name, seconds, more) =>
    console.log(
      `${name}: everybody taken in within ${seconds.toFixed(1)} s, ${more.toFixed(0)} MB more in this process`,
    ),
  missing: (name) => console.log(`${name} could not be installed here and is left out`),
})
tellGoal('lists of the engine hold all of the exact best', wrong.length === 0)

function lineOf({ name, recall, p50, p95, p99, cold50, cold99, busy50, busy99, change50 }: Compared): string {
  const times = `p50 ${p50}  p95 ${p95}  p99 ${p99}  cold ${cold50} / ${cold99}  busy ${busy50} / ${busy99}`
  return `${name.padEnd(46)} recall ${recall} %  ${times}  change ${change50}`
}
