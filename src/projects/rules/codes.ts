import type { ProjectCode } from '../schema.ts'

export type AskedCode = Pick<ProjectCode, 'code' | 'level' | 'must'>

/** What a screen says of one job code: `rank` is its place from 1; 'none' takes it out. */
export type CodeAnswer = { readonly level: number; readonly need: 'must' | 'nice' | 'none'; readonly rank: number }

/** More than this nobody can have. */
export const MOST_CODES = 6

const ADD = /^add:(\d{5})$/
/** `swap:13068:53168`: the second takes the place of the first. */
const SWAP = /^swap:(\d{5}):(\d{5})$/
const NAME = /^(level|need|rank)_(\d{5})$/

/** The field of a job code on the screen: `level_10035`. */
export function codeField(name: string): { part: 'level' | 'need' | 'rank'; code: string } | null {
  const [, part, code] = NAME.exec(name) ?? []
  return part && code ? { part: part as 'level' | 'need' | 'rank', code } : null
}

/** The job codes as the fields of a screen. */
export function codeValues(codes: readonly AskedCode[]): Record<string, string> {
  return Object.fromEntries(
    codes.flatMap(({ code, level, must }, at) => [
      [`level_${code}`, String(level)],
      [`need_${code}`, must ? 'must' : 'nice'],
      [`rank_${code}`, String(at + 1)],
    ]),
  )
}

/** What the screen said of its job codes; empty when it showed none. */
export function codeAnswers(data: Readonly<Record<string, unknown>>): Map<string, CodeAnswer> {
  const codes = new Set(Object.keys(data).flatMap((name) => codeField(name)?.code ?? []))
  return new Map(
    [...codes].map((code) => {
      const need = data[`need_${code}`]
      const rank = Number(data[`rank_${code}`])
      return [
        code,
        {
          level: Number(data[`level_${code}`]) || 2,
          need: need === 'nice' || need === 'none' ? need : 'must',
          rank: rank >= 1 ? rank : MOST_CODES,
        },
      ]
    }),
  )
}

/** The button that puts a code in the place of one that is no longer used. */
export function swapOf(go: string): { old: string; next: string } | null {
  const [, old, next] = SWAP.exec(go) ?? []
  return old && next ? { old, next } : null
}

/**
 * The job codes after a screen was sent. The screen says all of them, so that sending it twice gives the same; then `go`
 * may add one, or put one in the place of another. One that was moved up stands before the one whose place it took, one that
 * was moved down behind it. `isLeaf`: may a project begin to ask for it? What it asks for already may stay.
 */
export function editCodes(
  codes: readonly AskedCode[],
  answers: ReadonlyMap<string, CodeAnswer>,
  go: string,
  isLeaf: (code: string) => boolean,
): AskedCode[] {
  const isKnown = (code: string) => isLeaf(code) || codes.some((asked) => asked.code === code)
  const said = answers.size === 0 ? [...codes] : chosen(codes, answers, isKnown)
  const swap = swapOf(go)
  const edited = swap && isLeaf(swap.next) ? swapped(said, swap.old, swap.next) : said
  const added = ADD.exec(go)?.[1]
  const isNew = added !== undefined && isLeaf(added) && !edited.some(({ code }) => code === added)
  if (isNew && edited.length < MOST_CODES) edited.push({ code: added, level: 2, must: edited.length === 0 })
  return edited.map(({ code, level, must }) => ({ code, level, must }))
}

/** One that is asked for already takes nothing over. */
function swapped(codes: readonly AskedCode[], old: string, next: string): AskedCode[] {
  const isThere = codes.some(({ code }) => code === next)
  return codes.flatMap((asked) => (asked.code !== old ? [asked] : isThere ? [] : [{ ...asked, code: next }]))
}

export function sameCodes(a: readonly AskedCode[], b: readonly AskedCode[]): boolean {
  const said = (codes: readonly AskedCode[]) => codes.map(({ code, level, must }) => `${code}${level}${must}`).join()
  return said(a) === said(b)
}

function chosen(
  codes: readonly AskedCode[],
  answers: ReadonlyMap<string, CodeAnswer>,
  isLeaf: (code: string) => boolean,
): AskedCode[] {
  return [...answers]
    .filter(([code, { need }]) => need !== 'none' && isLeaf(code))
    .map(([code, { level, need, rank }]) => {
      const before = codes.findIndex((asked) => asked.code === code) + 1 || rank
      return { code, level, must: need === 'must', order: rank + Math.sign(rank - before) / 2 }
    })
    .sort((a, b) => a.order - b.order)
    .slice(0, MOST_CODES)
}
