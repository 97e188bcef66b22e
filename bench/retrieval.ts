/**
 * The best 100 of a million: times beside the floor that memory sets, and whether every list is exact.
 * `npm run bench:retrieval -- [--people 1000000] [--projects 100000] [--leaves 2000] [--seed 1] [--queries 200] [--space] [--quick]`
 * `--space`: texts are read in a space learned on 20,000 profiles, and what that takes is told too.
 * Others with the same rows: `npm run bench:rivals`.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createModel, type Model, rank, saveSnapshot, startPool } from '../src/engine/engine.ts'
import { prepare } from '../src/engine/prepare.ts'
import { freshPostings } from '../src/engine/retrieval/best.ts'
import { kernelSource } from '../src/engine/retrieval/kernel/source.ts'
import { lookAtEverybody } from '../src/engine/retrieval/pool/pool.ts'
import { LOWEST, takeRows } from '../src/engine/top.ts'
import { compileAssembly } from '../src/lib/assembly.ts'
import { changing } from './retrieval/changing.ts'
import { compileFloor, readerOf } from './retrieval/floor.ts'
import { scanPlainly, share } from './retrieval/lists.ts'
import { leastOf, otherDirection } from './retrieval/other.ts'
import { pausesOf } from './retrieval/pauses.ts'
import { startReaders } from './retrieval/readers.ts'
import { restart } from './retrieval/restart.ts'
import { inSpace, learnedSpace } from './retrieval/space.ts'
import { sweep, type Times, time, timeLater, timesOf } from './retrieval/times.ts'
import { synthetic } from './synthetic.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string' },
    projects: { type: 'string' },
    leaves: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    queries: { type: 'string' },
    space: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
  },
})
const people = Number(values.people ?? (values.quick ? 100_000 : 1_000_000))
const projects = Number(values.projects ?? (values.quick ? 20_000 : 100_000))
const count = Number(values.queries ?? (values.quick ? 50 : 200))
const [leaves, seed] = [Number(values.leaves), Number(values.seed)]
const K = 100
const EXACT = 'all lists exact'
const COUNTS_MS = 50
/** Hours in which nobody minds that everybody is read anew. */
const NIGHT = 8
/** In which one person is asked for against many projects. */
const PROCESSES = 5

console.log(`${cpus()[0]!.model} × ${cpus().length}, ${process.platform} ${process.arch}, node ${process.version}`)
console.log(`seed ${seed}, ${people} people, ${projects} projects, ${leaves} job codes, ${count} queries, best ${K}`)
console.log('Warm: query after query. Cold: the caches of the processor swept before each. Milliseconds.')

const learned = values.space ? learnedSpace(seed, values.quick ? 2000 : 20_000) : null
const drawn = synthetic(seed, leaves)
const market = learned === null ? drawn : inSpace(drawn, learned)
const slowest = learned === null ? 0 : Math.min(learned.profilesASecond, learned.worriesASecond)
const code = (await compileAssembly(kernelSource())) as Uint8Array<ArrayBuffer>
const kernel = new WebAssembly.Module(code)
const model: Model<'talents'> = createModel({ ...market.world, side: 'talents', rows: market.talents(people), kernel })
/** The same rows without the kernel; made anew because a change may move them. */
const plain = (): Model<'talents'> => ({ ...model, kernel: null })
const queries = Array.from({ length: count }, market.someProject)
const table: (Omit<Times, 'p95'> & Partial<Times> & { cold50?: number; cold99?: number; longest?: number })[] = []
const lay = (times: Times) => table.push(times)
const other = { first: 0, next: 0, readyMs: 0, longestMs: 0 }
const threaded: [number, number, number][] = []
const counts: [number, number][] = []

function warmAndCold(name: string, run: (at: number) => void, times = count): Times {
  run(0)
  const warm = time(name, times, run)
  const cold = time(name, Math.ceil(times / 4), run, sweep)
  table.push({ ...warm, cold50: cold.p50, cold99: cold.p99 })
  return warm
}

const { store, kernel: scorer } = model
const reading = await compileFloor()
const read = readerOf(reading, scorer!.memory)
const [rowsAt, textsAt] = [store.bytes.byteOffset, store.text.byteOffset]
const readAll = () => {
  read(rowsAt, rowsAt + people * 64)
  read(textsAt, textsAt + people * store.dimension)
}
warmAndCold('memory floor: rows and texts read once', readAll)
warmAndCold('memory floor: rows alone', () => read(rowsAt, rowsAt + people * 64))

warmAndCold('everybody, plain, one thread', (at) => scanPlainly(plain(), queries[at]!, K), Math.ceil(count / 4))
warmAndCold('everybody, vector kernel, one thread', (at) => scanPlainly(model, queries[at]!, K))
// In turns, because other programs on the machine slow down now one and now the other.
const turns = queries.map((query) => [time('', 1, readAll).p50, time('', 1, () => scanPlainly(model, query, K)).p50])
const [floor, scan] = [0, 1].map(
  (which) =>
    timesOf(
      '',
      turns.map((turn) => turn[which]!),
    ).p50,
) as [number, number]
const exact = queries.map((query) => scanPlainly(plain(), query, K))
const scanned = share(queries.map((query, at) => scanPlainly(model, query, K).join() === exact[at]!.join()))

const started = performance.now()
freshPostings(model)
const building = performance.now() - started
const idsOf = (at: number) => rank(model, queries[at]!, K).map(({ id }) => id)
const walk = warmAndCold('postings with certificate, points and all', idsOf)
const walked = share(queries.map((_, at) => idsOf(at).join() === exact[at]!.join()))

const changes = changing(model, (rows) => market.talents(rows), people)
const busy = time('the same with 100 changes a second', count, idsOf, changes.keepUp)
lay(busy)
const stillExact = share(queries.map((query, at) => idsOf(at).join() === scanPlainly(plain(), query, K).join()))

// Threads: the floor with as many of them, and what one that looks at everybody finds.
for (const threads of [1, 2]) {
  const readers = startReaders(reading, model.kernel!.memory, threads)
  const pool = startPool(model, threads)
  const { bytes, text } = model.store
  const all = async (at: number) => {
    const top = await lookAtEverybody(model, pool.crew, prepare(model, queries[at]!), K, threads, LOWEST)
    return Array.from(takeRows(top), (row) => model.store.id[row]!)
  }
  const readByAll = async () => {
    await readers.read(bytes.byteOffset, bytes.byteOffset + model.rows * 64)
    await readers.read(text.byteOffset, text.byteOffset + model.rows * model.store.dimension)
  }
  await readByAll()
  await all(0)
  lay(await timeLater(`memory floor, ${threads} worker(s)`, count, readByAll))
  const found = await timeLater(`everybody, ${threads} worker(s)`, count, all)
  lay(found)
  threaded.push([threads, found.p50, table.at(-2)!.p50])
  lay(await timeLater(`everybody, ${threads} worker(s), 100 changes a second`, count, all, changes.keepUp))
  const askedCounts = async (at: number) => {
    const { hours = 10, fee = 2000 } = queries[at]!
    await pool.countFits(queries[at]!, [{ hours: hours! + 1 }, { fee: fee! + 500 }, { visits: 0 }])
  }
  await pool.refresh()
  await askedCounts(0)
  const counted = await timeLater(`counts for a draft and three changes, ${threads} worker(s)`, count, askedCounts)
  lay(counted)
  const ofAll = await timeLater(`the same where no job code is asked for, ${threads} worker(s)`, 20, async () => {
    await pool.countFits({ hours: 10, fee: 2000, visits: 2 }, [{ hours: 11 }, { fee: 2500 }, { visits: 0 }])
  })
  lay(ofAll)
  counts.push([threads, Math.max(counted.p99, ofAll.p99)])
  const lists = await Promise.all(queries.map((_, at) => all(at)))
  const same = share(lists.map((list, at) => list.join() === scanPlainly(plain(), queries[at]!, K).join()))
  console.log(`lists equal to the plain scan with ${threads} worker(s): ${same} %`)
  if (same !== 100) process.exitCode = 1
  await Promise.all([readers.stop(), pool.stop()])
}

const folder = mkdtempSync(join(tmpdir(), 'bench-'))
const file = join(folder, 'talents')
const saving = performance.now()
await saveSnapshot(model, file)
const saved = performance.now() - saving
writeFileSync(`${file}.wasm`, code)
const pauses = await pausesOf(model, queries, changes.keepUp, `${file}.again`)
const again = await restart(file, seed, leaves, 2)
const { size } = statSync(file)
rmSync(folder, { recursive: true })

// As a server without it, and as the product does: its first people wait for no code that is not compiled yet.
const processes = values.quick ? 1 : PROCESSES
for (const ready of [false, true]) {
  const all = Array.from({ length: processes }, () => otherDirection(ready, seed, leaves, projects, count))
  const name = `one person, best ${K} of ${projects} projects, ${ready ? 'made ready' : 'not made ready'}`
  const [{ first, next, cold, ...made }] = all as [(typeof all)[number]]
  const [atFirst, later] = [
    timesOf(`${name}, the first ${count}`, first),
    timesOf(`${name}, ${count} after them`, next),
  ]
  const swept = timesOf('', cold)
  table.push(atFirst, { ...later, cold50: swept.p50, cold99: swept.p99 })
  for (const part of ['first', 'next'] as const) {
    const each = all.map((one) => one[part])
    if (processes > 1) lay(leastOf(`of each of the ${part} the least of ${processes} processes`, each))
  }
  if (ready) Object.assign(other, { first: atFirst.p99, next: later.p99, ...made })
}

lay(timesOf('one change put in', changes.times))
table.push(...pauses)
if (learned !== null) table.push(learned.profiles, learned.worries)

console.table(table)
console.log(
  `projects made ready for people in ${other.readyMs.toFixed(0)} ms, in turns of ${other.longestMs} ms at most`,
)
console.log(`postings made in ${building.toFixed(0)} ms; ${changes.times.length} changes`)
console.log(
  `snapshot: ${(size / 2 ** 20).toFixed(0)} MB, saved in ${saved.toFixed(0)} ms, open in ${again.openedMs.toFixed(0)} ms, first ` +
    `query ${again.firstQueryMs.toFixed(1)} ms; ${again.memoryMb.toFixed(0)} MB beyond the idle process, two workers and all`,
)
if (learned !== null)
  console.log(
    `space: ${learned.rows} rows, ${(learned.bytes / 2 ** 20).toFixed(1)} MB, learned in ${(learned.learnedMs / 1000).toFixed(0)} s with ` +
      `${learned.mostMb.toFixed(0)} MB at most (${learned.beforeMb.toFixed(0)} before); read a second: ` +
      `${learned.profilesASecond.toFixed(0)} profiles, ${learned.worriesASecond.toFixed(0)} worries, so ${people} of the slower in ` +
      `${(people / slowest / 3600).toFixed(2)} hours`,
  )
console.log(`lists equal to the plain scan: kernel ${scanned} %, postings ${walked} %, after changes ${stillExact} %`)
const goals: [string, boolean][] = [
  [`everybody within twice the memory floor, one thread, in turns: ${scan} beside ${floor} ms`, scan <= 2 * floor],
  ...threaded.map(([threads, ours, floor]): [string, boolean] => [
    `everybody within twice the memory floor, ${threads} worker(s)`,
    ours <= 2 * floor,
  ]),
  ...counts.map(([threads, p99]): [string, boolean] => [
    `counts for a draft p99 within ${COUNTS_MS} ms, ${threads} worker(s): ${p99} ms`,
    p99 <= COUNTS_MS,
  ]),
  ['memory within 300 MB', again.memoryMb <= 300],
  ['ready within 2 s after a restart', again.openedMs + again.firstQueryMs <= 2000],
  ["owner's thread kept for 10 ms at most", pauses.every(({ longest }) => longest <= 10)],
  ["owner's thread kept for 10 ms at most while projects are made ready", other.longestMs <= 10],
  ...(learned === null
    ? []
    : [
        [`everybody read in a new space within a night of ${NIGHT} hours`, people / slowest <= NIGHT * 3600] as [
          string,
          boolean,
        ],
      ]),
  ['postings p99 within 5 ms', walk.p99 <= 5],
  ['postings p99 within 5 ms with changes', busy.p99 <= 5],
  [`other direction p99 within 2 ms, the first ${count}: ${other.first} ms`, other.first <= 2],
  [`other direction p99 within 2 ms, those after them: ${other.next} ms`, other.next <= 2],
  [EXACT, scanned === 100 && walked === 100 && stillExact === 100],
]
for (const [goal, kept] of goals)
  console.log(`${kept ? 'kept  ' : values.quick && goal !== EXACT ? 'not asked for here' : 'MISSED'} ${goal}`)
// The goals are for a million on a machine that has nothing else to do; wrong lists are wrong everywhere.
if (goals.some(([goal, kept]) => !kept && (!values.quick || goal === EXACT))) process.exitCode = 1
