import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { demoTalents } from '../../seed/generate.ts'
import { textsOfTalent } from '../../src/matching/rules/meaning.ts'
import { saidIn, vectorOf } from '../../src/matching/rules/vectors.ts'
import { readSpace, spaceBytes } from '../../src/text/own-space/bytes.ts'
import { learnOwnSpace } from '../../src/text/own-space/learning.ts'
import { factsOf } from '../proposals/people.ts'
import { DIMENSION, type synthetic } from '../synthetic.ts'
import { readWide } from '../worries/labels.ts'
import { type Times, timesOf } from './times.ts'

/** What a space of texts takes, by a process of its own. */
export interface LearnedSpace {
  learnedMs: number
  /** Most memory of the process, and what it had with the texts before it learned. */
  mostMb: number
  beforeMb: number
  rows: number
  bytes: number
  /** Milliseconds a text: profiles that were not learned on, which repeat each other's clauses, and told worries, which do not. */
  profiles: Times
  worries: Times
  /** All at once, a second of the clock. */
  profilesASecond: number
  worriesASecond: number
}

type Market = ReturnType<typeof synthetic>

/** Learns a space on so many profiles and reads others and worries in it. */
export function learnedSpace(
  seed: number,
  texts: number,
): LearnedSpace & { profilesIn: Int8Array; worriesIn: Int8Array } {
  const folder = mkdtempSync(join(tmpdir(), 'space-'))
  const [profiles, worries] = ['profiles', 'worries'].map((name) => join(folder, name)) as [string, string]
  try {
    const given = [fileURLToPath(import.meta.url), `${seed}`, `${texts}`, profiles, worries]
    const told: LearnedSpace = JSON.parse(execFileSync(process.execPath, given, { encoding: 'utf8' }))
    const [profilesIn, worriesIn] = [profiles, worries].map((file) => new Int8Array(readFileSync(file)))
    return { ...told, profilesIn: profilesIn!, worriesIn: worriesIn! }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The same market with texts of that space: people have vectors of profiles, those who ask vectors of worries. Nothing else is another. */
export function inSpace(
  market: Market,
  { profilesIn, worriesIn }: { profilesIn: Int8Array; worriesIn: Int8Array },
): Market {
  let state = 1
  const some = (vectors: Int8Array) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const from = Math.floor((state / 2 ** 32) * (vectors.length / DIMENSION)) * DIMENSION
    return vectors.subarray(from, from + DIMENSION)
  }
  const textsOf = (rows: number, vectors: Int8Array) => {
    const text = new Int8Array(rows * DIMENSION)
    for (let row = 0; row < rows; row++) text.set(some(vectors), row * DIMENSION)
    return text
  }
  return {
    ...market,
    talents: (rows) => ({ ...market.talents(rows), text: textsOf(rows, profilesIn) }),
    someProject: () => ({ ...market.someProject(), text: Int32Array.from(some(worriesIn)) }),
  }
}

function report(seed: number, count: number, toProfiles: string, toWorries: string): LearnedSpace {
  const textsOf = (seed: number, count: number) => demoTalents(seed, count).map(factsOf).map(textsOfTalent)
  const texts = textsOf(seed, count)
  const beforeMb = process.memoryUsage().rss / 2 ** 20
  const started = performance.now()
  const learned = spaceBytes(learnOwnSpace(told(texts)))
  const learnedMs = performance.now() - started
  // Of the whole process, in kilobytes.
  const mostMb = process.resourceUsage().maxRSS / 1024
  const space = readSpace(learned)!
  const read = (name: string, all: readonly (readonly (string | null)[])[], file: string) => {
    const [vectors, times] = [new Int8Array(all.length * DIMENSION), [] as number[]]
    for (const [at, one] of all.entries()) {
      const start = performance.now()
      vectors.set(vectorOf(one, space), at * DIMENSION)
      times.push(performance.now() - start)
    }
    writeFileSync(file, vectors)
    const whole = times.reduce((sum, one) => sum + one)
    return [timesOf(name, times), (1000 * all.length) / whole] as const
  }
  const others = textsOf(seed + 1, Math.min(count, 5000))
  const [profiles, profilesASecond] = read('a profile read in the space', others, toProfiles)
  const said = readWide().map(({ text }) => [text])
  const [worries, worriesASecond] = read('a worry read in the space', said, toWorries)
  const { size: rows } = space.rows
  const rates = { profiles, worries, profilesASecond, worriesASecond }
  return { learnedMs, mostMb, beforeMb, rows, bytes: learned.length, ...rates }
}

/** One after the other, as the thread that learns does: what they say need not be there at once. */
function* told(all: readonly (readonly (string | null)[])[]) {
  for (const [at, texts] of all.entries()) yield { owner: `${at}`, said: saidIn(texts) }
}

if (import.meta.main) {
  const [seed, texts, toProfiles, toWorries] = process.argv.slice(2)
  console.log(JSON.stringify(report(Number(seed), Number(texts), toProfiles!, toWorries!)))
}
