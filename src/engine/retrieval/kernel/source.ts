import { readFileSync } from 'node:fs'
import { TALENT_AT } from '../../row.ts'
import { DIGEST_AT, KNOWN_STEP, ROW_MASK } from '../postings.ts'
import { LANE, NUMBERS } from './lane.ts'

/** The text of the kernel with the places it reads, so that each stands in one place only. For the build. */
export function kernelSource(): string {
  const constants = (prefix: string, values: Record<string, number>) =>
    Object.entries(values).map(([name, value]) => `const ${prefix}_${name}: usize = ${value}`)
  return [
    ...constants('AT', TALENT_AT),
    ...constants('LANE', LANE),
    ...constants('DIGEST', DIGEST_AT),
    ...NUMBERS.map((name, at) => `const NUMBER_${name}: usize = ${at}`),
    `const KNOWN_STEP: i32 = ${KNOWN_STEP}`,
    `const ROW_MASK: u32 = ${ROW_MASK}`,
    readFileSync(new URL('./talents.as', import.meta.url), 'utf8'),
  ].join('\n')
}
