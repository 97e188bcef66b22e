import { StartError } from '../lib/db.ts'
import { readReference } from '../lib/reference.ts'
import { readSubsidies } from '../subsidies/rules/subsidies.ts'

const USAGE = '使い方: meguri subsidies check'

/** Says what has to be corrected in reference/subsidies; needs no database. */
export async function subsidiesCommand([what]: readonly string[]): Promise<void> {
  if (what !== 'check') throw new StartError(USAGE)
  const { read, findings } = readSubsidies(readReference('subsidies'))
  const all = `${read.length}の補助を読みました。直すところはありません。\n`
  process.stdout.write(findings.length === 0 ? all : `${findings.join('\n')}\n`)
  if (findings.length > 0) process.exitCode = 1
}
