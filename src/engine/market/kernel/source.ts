import { readFileSync } from 'node:fs'
import { GROUP, ROW } from './kernel.ts'

/**
 * The text of the kernel with the places it reads, so that each stands in one place only. To be compiled with vector instructions
 * and a shared memory from outside (`compileAssembly`).
 */
export function pairsSource(): string {
  const constants = (prefix: string, values: Record<string, number>) =>
    Object.entries(values).map(([name, value]) => `const ${prefix}_${name}: usize = ${value}`)
  const text = readFileSync(new URL('./pairs.as', import.meta.url), 'utf8')
  return [...constants('ROW', ROW), ...constants('GROUP', GROUP), text].join('\n')
}
