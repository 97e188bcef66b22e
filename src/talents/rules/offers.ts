import { classify, jobCodes, searchCodes } from '../../jobcodes/rules/standard.ts'
import type { OwnTalent } from './profile.ts'

/** A job code on offer: the person's own phrase that led to it, or that it was searched for. */
export type CodeOffer = { readonly code: string; readonly name: string; readonly group: string } & {
  readonly phrase?: string
  readonly found?: boolean
  /** It is no longer used, and these took its place: names, to be ticked instead. */
  readonly successors?: readonly string[]
}

const SUGGESTED = 8
const FOUND = 10

/** Job codes to tick: those picked, those searched for, and those that the person's own words speak of, each once. */
export function offersFor(
  talent: Pick<OwnTalent, 'about' | 'codes'>,
  query: string,
  ticked: readonly string[],
): CodeOffer[] {
  const tree = jobCodes()
  const suggested = classify(talent.about, SUGGESTED).map(({ code, because }) => ({ code, phrase: because.part.text }))
  const phrases = new Map(suggested.map(({ code, phrase }) => [code, phrase]))
  const searched = query ? searchCodes(query, FOUND).map(({ code }) => code) : []
  // After a code that is no longer used comes what took its place.
  const picked = [...talent.codes.map(({ code }) => code), ...ticked].flatMap((code) => [code, ...tree.current(code)])
  const codes = [...new Set([...picked, ...searched, ...phrases.keys()])]
  return codes.flatMap((code) => {
    const place = tree.place(code)
    if (!place) return []
    const successors = place.leaf.old && tree.successors(code).map(({ name }) => name)
    const phrase = phrases.get(code)
    const offer = { code, name: place.leaf.name, group: place.major.name }
    return [
      {
        ...offer,
        ...(phrase && { phrase }),
        ...(searched.includes(code) && { found: true }),
        ...(successors && { successors }),
      },
    ]
  })
}
