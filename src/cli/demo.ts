import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Size, USUAL } from '../../seed/generate.ts'
import { configOrExit, type Settings } from '../lib/config.ts'
import { type Db, migrate, openDatabase, StartError } from '../lib/db.ts'
import { openJobs } from '../lib/jobs.ts'
import { loadSecrets } from '../lib/secrets.ts'
import { fillDemo, proposeFirst } from '../server/demo.ts'
import { openInstance } from '../server/instance.ts'
import { wholeNumber } from './options.ts'

const ELSEWHERE = '別の DATA_DIR か DATABASE_URL を指定してください（例: DATA_DIR=./data-demo npm run demo）。'
const MOST = { people: 1_000_000, companies: 10_000, projects: 100_000, seed: 1_000_000 } as const
const LEAST = { people: 100, companies: 47, projects: 1, seed: 0 } as const

/** Writes a demo of any size into a new database. Never beside anything that is there already. */
export async function demoCommand(args: readonly string[], now: Date): Promise<void> {
  const size = sizeFrom(args)
  const settings = configOrExit(process.env)
  if (settings.mode === 'real') throw new StartError(`MODE=real では、見本のデータは作れません。${ELSEWHERE}`)
  const started = performance.now()
  const { databaseUrl, dataDir } = settings
  const db = await openDatabase({ databaseUrl, dataDir, attach: true })
  try {
    await fillNew(db, settings, size, now)
  } finally {
    await db.close()
  }
  const { people, companies, projects, seed } = size
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stdout.write(
    `見本のデータができました： 人材${people}人、企業${companies}社、案件${projects}件（--seed ${seed}、${seconds}秒）\n`,
  )
}

async function fillNew(db: Db, settings: Settings, size: Size, now: Date): Promise<void> {
  if (db.kind !== 'attached') await migrate(db, join(import.meta.dirname, '..', 'drizzle'))
  const { config, isEmpty } = await openInstance(db, settings, now)
  if (config.mode === 'real')
    throw new StartError(`このデータは本番のものです。見本のデータは書きこめません。${ELSEWHERE}`)
  if (!isEmpty)
    throw new StartError(`ここには、もうデータが入っています。見本のデータは空の所にだけ作れます。${ELSEWHERE}`)
  await fillDemo(db, loadSecrets(settings.dataDir, settings.secret), now, size)
  const jobs = await openJobs(db)
  await proposeFirst(db, jobs)
  await jobs.stop()
}

function sizeFrom(args: readonly string[]): Size {
  const number = { type: 'string' } as const
  const options = { people: number, companies: number, projects: number, seed: number }
  const { values } = readArgs(() => parseArgs({ args: [...args], options }))
  const size = { ...USUAL }
  for (const name of Object.keys(options) as (keyof Size)[]) {
    const given = values[name]
    if (given === undefined) continue
    size[name] = wholeNumber(name, given, LEAST[name], MOST[name])
  }
  return size
}

function readArgs<T>(read: () => T): T {
  try {
    return read()
  } catch {
    throw new StartError(
      '使えるのは --people 人数、--companies 社数、--projects 件数、--seed 番号です（例: --people 50000）。',
    )
  }
}
