import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { LegalDate } from '../../lib/time.ts'
import type { Release } from '../schema.ts'
import { UNKNOWN } from './cells.ts'
import type { Figure, Figures } from './released.ts'

/** What is read of a release. */
export type Released = Pick<Release, 'until' | 'madeAt' | 'figures'>

export function figureIn(figures: Figures, key: string): Figure {
  return figures[key] ?? null
}

/** Hundredths of a whole that a part is, rounded; null where one of both is withheld or stands for another time. */
export function shareOf(figures: Figures, part: string, whole: readonly string[]): number | null {
  const said = [part, ...whole].map((key) => figureIn(figures, key))
  const [of, ...all] = said
  if (!of || said.some((figure) => !figure || figure.until !== of.until)) return null
  const sum = all.reduce((total, figure) => total + figure!.value, 0)
  return sum === 0 ? null : Math.round((of.value / sum) * 100)
}

/** The whole of each index, so that page, file and recount take the same. */
export const SHARES = {
  second: ['order later', ['order first', 'order later']],
  across: ['distance other', ['distance same', 'distance other']],
  left: ['stay left', ['stay left', 'stay nothing']],
  introduced: ['introduced yes', ['introduced yes', 'introduced no']],
  returned: ['returned yes', ['returned yes', 'returned no']],
} as const satisfies Record<string, readonly [string, readonly string[]]>
export type ShareName = keyof typeof SHARES

export type Work = { readonly key: string; readonly name: string; readonly level: 'leaf' | 'middle' | 'major' }

/**
 * The kinds of work that can be named: each leaf of which enough is known, else the group above it. Sorted by their figure, the
 * largest first.
 */
export function knownWork(figures: Figures, level: Work['level']): (Work & { value: number })[] {
  return worksOf(level)
    .flatMap((work) => {
      const figure = figureIn(figures, work.key)
      return figure && figure.value > 0 ? [{ ...work, value: figure.value }] : []
    })
    .sort((a, b) => b.value - a.value)
}

export function worksOf(level: Work['level']): Work[] {
  const { majors } = jobCodes()
  const middles = majors.flatMap((major) => major.middles)
  const nodes = { major: majors, middle: middles, leaf: middles.flatMap(({ leaves }) => leaves) }[level]
  return [
    ...nodes.map(({ id, name }) => ({ key: `${level} ${id}`, name, level })),
    { key: `${level} ${UNKNOWN}`, name: '仕事の分からないもの', level },
  ]
}

/** The release's own name: its last month, 2026-10. */
export function releaseName(until: LegalDate): string {
  const [year, month] = until.split('-').map(Number) as [number, number]
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}
