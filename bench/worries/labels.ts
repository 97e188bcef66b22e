import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../test/source.ts'

export type Half = 'open' | 'frozen'
export type Labelled = { id: string; card: string; text: string; first: string[]; second: string[] }

export function readHalf(half: Half): Labelled[] {
  return textOfHalf(half)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Labelled)
}

export function textOfHalf(half: Half): string {
  return readFileSync(join(root, 'bench/worries', `${half}.jsonl`), 'utf8')
}

/** Worries that one labelling alone saw: many, for what 120 cannot show. */
export function readWide(): { id: string; text: string; codes: string[] }[] {
  const lines = readFileSync(join(root, 'bench/worries/wide.jsonl'), 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line))
}

/** Codes that count as right: those of both labellings and the first one of each, at most three. */
export function acceptedOf({ first, second }: Labelled): string[] {
  const both = first.filter((code) => second.includes(code))
  return [...new Set([...both, first[0]!, second[0]!])].slice(0, 3)
}

/** Cohen's kappa of two lists of names for the same things: 1 = always the same, 0 = no more often than by chance. */
export function kappa(a: readonly string[], b: readonly string[]): number {
  const shares = (list: readonly string[]) => {
    const counts = new Map<string, number>()
    for (const name of list) counts.set(name, (counts.get(name) ?? 0) + 1 / list.length)
    return counts
  }
  const [ofA, ofB] = [shares(a), shares(b)]
  const same = a.filter((name, i) => name === b[i]).length / a.length
  let chance = 0
  for (const [name, share] of ofA) chance += share * (ofB.get(name) ?? 0)
  return (same - chance) / (1 - chance)
}

/** 95 % interval of a share (Wilson 1927). */
export function wilson(right: number, of: number): [number, number] {
  const z = 1.959964
  const share = right / of
  const middle = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of)
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))
  return [middle - half, middle + half]
}
