/**
 * All measurements in one command: `npm run bench -- [NAME …] [--quick] [--list]`. Each table is a program of its own beside this
 * file; what else is said after one name is handed on to it. Ends with 1 where a goal is missed, and says which.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { machine } from './goals.ts'
import { missedIn, TABLES, type Table, type Wish, wishOf } from './tables.ts'

const wish = wished()
if (wish.list) for (const { name, shows } of TABLES) console.log(`${name.padEnd(10)} ${shows}`)
else await runAll(wish)

function wished(): Wish {
  try {
    return wishOf(process.argv.slice(2))
  } catch (error) {
    console.error((error as Error).message)
    process.exit(2)
  }
}

async function runAll({ tables, quick, further }: Wish): Promise<void> {
  console.log(
    machine(quick ? 'small sizes: goals of full size are not asked for, those of speed less strictly' : 'full sizes'),
  )
  const missed: string[] = []
  const folder = mkdtempSync(join(tmpdir(), 'meguri-bench-demo-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  for (const table of tables) {
    console.log(`\n== ${table.name}: ${table.shows}`)
    const started = performance.now()
    const { code, printed } = await run(table, quick ? [...table.quick, ...further] : further, folder)
    console.log(`-- ${table.name}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
    if (code === 0) continue
    const goals = missedIn(printed)
    missed.push(...(goals.length > 0 ? goals : [`ended with ${code}`]).map((goal) => `${table.name}: ${goal}`))
  }
  if (missed.length === 0) return
  console.log(`\nMissed:\n${missed.map((one) => `  ${one}`).join('\n')}`)
  process.exitCode = 1
}

/** Shows what a table prints as it comes, and keeps it. */
async function run({ name }: Table, options: readonly string[], folder: string) {
  const file = new URL(`./${name}.ts`, import.meta.url).pathname
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, MEGURI_BENCH_DEMO: folder },
  })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    process.stdout.write(part)
    printed += part
  })
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  return { code: code ?? 1, printed: signal === null ? printed : `${printed}\nMISSED ended by ${signal}\n` }
}
