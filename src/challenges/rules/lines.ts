import type { Leaf } from '../../jobcodes/rules/release.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'

/** What hangs on the main work of a tree, in an owner's words, each with the phrase of the job code that it comes from. */
export type Line = { kind: 'outcome' | 'scope' | 'exclusion'; text: string; phrase: string }

/** So many of a code's tasks come first; then what is to be left in the owner's hands. */
export const FIRST_TASKS = 2
const EXCLUSIONS = 2

/**
 * What would be different, the first three months (at most three lines) and what is not asked for (at most two), from the
 * main work's job code. What another work of the same tree covers is asked for: it is no exclusion.
 */
export function linesOf(main: string, asked: readonly string[] = []): Line[] {
  const leaf = jobCodes().leaf(main)
  if (!leaf) return []
  const signs = leaf.success.slice(0, 1).map((text): Line => ({ kind: 'outcome', text, phrase: text }))
  return [...signs, ...scopeOf(leaf), ...exclusionsOf(leaf, asked)]
}

function scopeOf({ tasks, deliverables }: Leaf): Line[] {
  const first = tasks.slice(0, FIRST_TASKS).map((text): Line => ({ kind: 'scope', text, phrase: text }))
  const left = deliverables
    .slice(0, 1)
    .map((phrase): Line => ({ kind: 'scope', text: `${phrase}を手元に残す`, phrase }))
  return [...first, ...left]
}

function exclusionsOf({ excludes }: Leaf, asked: readonly string[]): Line[] {
  const names = asked.flatMap((code) => jobCodes().leaf(code)?.name ?? [])
  return excludes
    .filter((phrase) => !covers(phrase, names))
    .flatMap((phrase): Line[] => {
      const text = exclusionInWords(phrase)
      return text === null ? [] : [{ kind: 'exclusion', text, phrase }]
    })
    .slice(0, EXCLUSIONS)
}

/** Whether an exclusion's phrase speaks of one of these works: the data names it in brackets, 「量産品の原価は「製造原価計算」」. */
export function covers(phrase: string, names: readonly string[]): boolean {
  return names.some((name) => phrase.includes(`「${name}」`))
}

/** 「会社全体の損益をつかむのは「月次管理」」 → 「会社全体の損益をつかむこと（月次管理）」; null when it says nothing to an owner. */
export function exclusionInWords(phrase: string): string | null {
  const [, said = '', named] = /^([^「」]+)((?:「[^「」]+」)+)$/.exec(phrase) ?? []
  if (named) {
    const what = said
      .replace(/[、,]$/, '')
      .replace(/(は|なら)$/, '')
      .replace(/ところ(から)?$/, 'こと')
    const names = named.slice(1, -1).replaceAll('」「', '、')
    return /(場合|とき|時|に)$/.test(what) ? names : `${what.replace(/(?<!も)の$/, 'こと')}（${names}）`
  }
  if (phrase.includes('コード')) return null
  const others = /^(.+)は(.+の仕事)$/.exec(phrase)
  return others ? `${others[1]}（${others[2]}）` : phrase.replace(/は対象外$/, '')
}
