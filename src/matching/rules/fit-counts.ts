import type { ChangeOf } from '../../engine/engine.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { FEWEST_TOLD, inFives } from '../../lib/few.ts'
import type { ProjectFacts } from './facts.ts'
import { hourlyFee, projectRecord } from './records.ts'
import { yen } from './sentences/pair.ts'

const MORE_HOURS = 1
const MORE_FEE = 500
/** What the engine takes. */
const MOST_HOURS = 250
const MOST_FEE = 65_000

/** What a company might ask for instead, and how that is said. */
export type Alternative = { readonly words: string; readonly change: ChangeOf<'projects'> }

/** One more hour, a better fee, no visits, one must-have less: where the project leaves room for it. */
export function alternativesOf(project: ProjectFacts): Alternative[] {
  const { hours, style } = project
  const fee = hourlyFee(project)
  const found: Alternative[] = []
  if (hours !== null && hours + MORE_HOURS <= MOST_HOURS) {
    const same = fee === null ? '' : '1時間あたりのお礼はそのままで、'
    found.push({ words: `${same}月${hours + MORE_HOURS}時間にすると`, change: { hours: hours + MORE_HOURS } })
  }
  if (fee !== null && fee > 0 && fee + MORE_FEE <= MOST_FEE) {
    found.push({ words: `お礼を1時間あたり${yen(MORE_FEE)}ふやすと`, change: { fee: fee + MORE_FEE } })
  }
  if (style === 'visits') found.push({ words: '離れたまま働けるようにすると', change: { visits: 0 } })
  return [...found, ...withoutOneMust(project)]
}

/** The last must-have stays: without any, nothing would be asked for. */
function withoutOneMust(project: ProjectFacts): Alternative[] {
  const { codes = [] } = projectRecord(project, 0)
  const musts = codes.filter(({ must }) => must)
  if (musts.length < 2) return []
  return musts.map((dropped) => ({
    words: `「${jobCodes().places[dropped.code]!.leaf.name}」を「できればうれしい」にすると`,
    change: { codes: codes.map((one) => (one === dropped ? { ...one, must: false } : one)) },
  }))
}

/**
 * How many people fit, and which changes would be felt, in words. Counts are whole fives, rounded down; below five none is
 * told. Of several must-haves the one that keeps most people away is named.
 */
export function fitWords(now: number, alternatives: readonly (Alternative & { readonly people: number })[]): string[] {
  const least = alternatives.filter(({ change }) => change.codes).toSorted((a, b) => b.people - a.people)[0]
  const felt = alternatives
    .filter((one) => !one.change.codes || one === least)
    .filter((one) => inFives(one.people) !== inFives(now))
  return [
    inFives(now) === null
      ? `いまの条件に合う人は、${FEWEST_TOLD}人より少ないです。`
      : `いまの条件に合う人が、${inFives(now)}人以上います。`,
    ...felt.map(({ words, people }) =>
      inFives(people) === null
        ? `${words}、${FEWEST_TOLD}人より少なくなります。`
        : `${words}、${inFives(people)}人以上になります。`,
    ),
  ]
}
