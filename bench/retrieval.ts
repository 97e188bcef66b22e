/**
 * The best 100 of a million: times beside the floor that memory sets, and whether every list is exact.
 * `npm run bench:retrieval -- [--people 1000000] [--projects 100000] [--leaves 2000] [--seed 1] [--queries 200] [--quick]`
 */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { createModel, type Model, rank } from '../src/engine/engine.ts'
import { freshPostings } from '../src/engine/retrieval/best.ts'
import { kernelSource } from '../src/engine/retrieval/kernel/source.ts'
import { compileAssembly } from '../src/lib/assembly.ts'
import { changing } from './retrieval/changing.ts'
import { compileFloor, readerOf } from './retrieval/floor.ts'
import { lookAtEverybody, share } from './retrieval/lists.ts'
import { sweep, type Times, time, timesOf } from './retrieval/times.ts'
import { synthetic } from './synthetic.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string' },
    projects: { type: 'string' },
    leaves: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    queries: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
})
const people = Number(values.people ?? (values.quick ? 100_000 : 1_000_000))
const projects = Number(values.projects ?? (values.quick ? 20_000 : 100_000))
const count = Number(values.queries ?? (values.quick ? 50 : 200))
const [leaves, seed] = [Number(values.leaves), Number(values.seed)]
const K = 100

console.log(`${cpus()[0]!.model} × ${cpus().length}, ${process.platform} ${process.arch}, node ${process.version}`)
console.log(`seed ${seed}, ${people} people, ${projects} projects, ${leaves} job codes, ${count} queries, best ${K}`)
console.log('Warm: query after query. Cold: the caches of the processor swept before each. Milliseconds.')

const market = synthetic(seed, leaves)
const kernel = new WebAssembly.Module((await compileAssembly(kernelSource())) as Uint8Array<ArrayBuffer>)
const model: Model<'talents'> = createModel({ ...market.world, side: 'talents', rows: market.talents(people), kernel })
/** The same rows without the kernel; made anew because a change may move them. */
const plain = (): Model<'talents'> => ({ ...model, kernel: null })
const queries = Array.from({ length: count }, market.someProject)
const table: (Times & { cold50: number; cold99: number })[] = []

function warmAndCold(name: string, run: (at: number) => void, times = count): Times {
  run(0)
  const warm = time(name, times, run)
  const cold = time(name, Math.ceil(times / 4), run, sweep)
  table.push({ ...warm, cold50: cold.p50, cold99: cold.p99 })
  return warm
}

const { store, kernel: scorer } = model
const read = readerOf(await compileFloor(), scorer!.memory)
const [rowsAt, textsAt] = [store.bytes.byteOffset, store.text.byteOffset]
const floor = warmAndCold('memory floor: rows and texts read once', () => {
  read(rowsAt, rowsAt + people * 64)
  read(textsAt, textsAt + people * store.dimension)
})
warmAndCold('memory floor: rows alone', () => read(rowsAt, rowsAt + people * 64))

warmAndCold('everybody, plain, one thread', (at) => lookAtEverybody(plain(), queries[at]!, K), Math.ceil(count / 4))
const scan = warmAndCold('everybody, vector kernel, one thread', (at) => lookAtEverybody(model, queries[at]!, K))
const exact = queries.map((query) => lookAtEverybody(plain(), query, K))
const scanned = share(queries.map((query, at) => lookAtEverybody(model, query, K).join() === exact[at]!.join()))

const started = performance.now()
freshPostings(model)
const building = performance.now() - started
const idsOf = (at: number) => rank(model, queries[at]!, K).map(({ id }) => id)
const walk = warmAndCold('postings with certificate, points and all', idsOf)
const walked = share(queries.map((_, at) => idsOf(at).join() === exact[at]!.join()))

const changes = changing(model, (rows) => market.talents(rows), people)
const busy = time('the same with 100 changes a second', count, idsOf, changes.keepUp)
table.push({ ...busy, cold50: Number.NaN, cold99: Number.NaN })
table.push({ ...timesOf('one change put in', changes.times), cold50: Number.NaN, cold99: Number.NaN })
const stillExact = share(queries.map((query, at) => idsOf(at).join() === lookAtEverybody(plain(), query, K).join()))

const postings = createModel({ ...market.world, side: 'projects', rows: market.postings(projects) })
const talents = Array.from({ length: count }, market.someTalent)
const other = warmAndCold(`one person, best ${K} of ${projects} projects`, (at) => rank(postings, talents[at]!, K))

console.table(table)
console.log(`postings made in ${building.toFixed(0)} ms; ${changes.times.length} changes`)
console.log(`lists equal to the plain scan: kernel ${scanned} %, postings ${walked} %, after changes ${stillExact} %`)
const goals: [string, boolean][] = [
  ['everybody within twice the memory floor (rows and texts, one thread)', scan.p50 <= 2 * floor.p50],
  ['postings p99 within 5 ms', walk.p99 <= 5],
  ['postings p99 within 5 ms with changes', busy.p99 <= 5],
  ['other direction p99 within 2 ms', other.p99 <= 2],
  ['all lists exact', scanned === 100 && walked === 100 && stillExact === 100],
]
for (const [goal, kept] of goals) console.log(`${kept ? 'kept  ' : 'MISSED'} ${goal}`)
if (goals.some(([, kept]) => !kept)) process.exitCode = 1
