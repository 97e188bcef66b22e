import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { COUNTING } from '../insights/rules/manifest.ts'
import { configOrExit } from '../lib/config.ts'
import { asOwner, type Db, migrate, openDatabase } from '../lib/db.ts'
import { figuresAgain, type Said } from './recount/again.ts'
import { marketAgain, marketFault, readMarket } from './recount/market.ts'
import { recountOffices } from './recount/offices.ts'
import { iso, readRaw } from './recount/raw.ts'
import { usualAgain } from './recount/usual.ts'

/** Counts every published figure again, slowly and by other code, and ends with 1 where one does not come out. */
export async function recountCommand(_args: readonly string[], now: Date): Promise<void> {
  const settings = configOrExit(process.env)
  const db = await openDatabase({ databaseUrl: settings.databaseUrl, dataDir: settings.dataDir, attach: true })
  try {
    if (db.kind !== 'attached') await migrate(db, join(import.meta.dirname, '..', 'drizzle'))
    const { compared, wrong } = await recount(db, now)
    for (const line of wrong) process.stdout.write(`${line}\n`)
    process.stdout.write(`${compared}個の数を数えなおしました。ちがうもの：${wrong.length}個\n`)
    if (wrong.length > 0) process.exitCode = 1
  } finally {
    await db.close()
  }
}

type Release = { until: string; made: string; counting: number; figures: Record<string, Said> }

/** Every figure that is told to everybody or handed on by an office. */
export async function recount(db: Db, now: Date): Promise<{ compared: number; wrong: string[] }> {
  const [releases, offices] = [await recountReleases(db), await recountOffices(db, now)]
  return { compared: releases.compared + offices.compared, wrong: [...releases.wrong, ...offices.wrong] }
}

/**
 * All releases that were counted by the rules of today against history and the rows it speaks of. A figure that stands as an
 * earlier release said it is compared with that release; of what is withheld only that there is something. Who offers what follows
 * from profiles, of which there is no history: whoever changed theirs since may have been counted or not.
 */
async function recountReleases(db: Db): Promise<{ compared: number; wrong: string[] }> {
  return asOwner(db, async (tx) => {
    const { rows } = await tx.execute<Release>(
      sql`select until::text as until, ${iso('made_at')} as made, counting, figures from releases order by until`,
    )
    const raw = await readRaw(tx)
    const market = await readMarket(tx)
    const wrong: string[] = []
    let compared = 0
    for (const { until, made, counting, figures } of rows) {
      if (counting !== COUNTING) continue
      const again = figuresAgain(raw, until)
      const usual = usualAgain(raw, until)
      for (const [key, said] of Object.entries(figures)) {
        if (isOfMarket(key)) continue
        compared++
        const fault = faultOf(
          said,
          again.get(key) ?? usual.get(key) ?? 0,
          rows.find((other) => other.until === said?.until)?.figures[key],
        )
        if (fault) wrong.push(`${until} ${key}: ${fault}`)
      }
      const asked = marketAgain(market, until, made)
      for (const key of new Set([...asked.keys(), ...Object.keys(figures).filter(isOfMarket)])) {
        compared++
        const fault = marketFault(figures[key], asked.get(key) ?? { least: 0, most: 0 })
        if (fault) wrong.push(`${until} ${key}: ${fault}`)
      }
      for (const key of again.keys()) if (!(key in figures)) wrong.push(`${until} ${key}: not among the figures`)
    }
    return { compared, wrong }
  })
}

function isOfMarket(key: string): boolean {
  return key.startsWith('offered ') || key.startsWith('asked ')
}

function faultOf(said: Said, counted: number, earlier: Said | undefined): string | null {
  if (said === null) return counted > 0 ? null : 'withheld, though there is nothing'
  if (said.until === undefined) return said.value === counted ? null : `${said.value} said, ${counted} counted`
  return earlier?.value === said.value && earlier.until === undefined ? null : `not what ${said.until} said`
}
