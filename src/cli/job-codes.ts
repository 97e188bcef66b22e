import { existsSync, readFileSync } from 'node:fs'
import { readPlan } from '../jobcodes/rules/plan.ts'
import { findingsOfFiles, jobCodes } from '../jobcodes/rules/standard.ts'
import { StartError } from '../lib/db.ts'

const USAGE = '使い方: meguri job-codes check（この版のファイル）、または meguri job-codes check 足したい版.yaml'

/** Says what has to be corrected in the files of the job codes, or in versions that somebody would add; needs no database. */
export async function jobCodesCommand([what, file]: readonly string[]): Promise<void> {
  if (what !== 'check') throw new StartError(USAGE)
  if (file !== undefined && !existsSync(file)) throw new StartError(`${file} がありません。\n${USAGE}`)
  const findings = file === undefined ? findingsOfFiles() : readPlan(readFileSync(file, 'utf8'), jobCodes()).findings
  process.stdout.write(findings.length === 0 ? '直すところはありません。\n' : `${findings.join('\n')}\n`)
  if (findings.length > 0) process.exitCode = 1
}
