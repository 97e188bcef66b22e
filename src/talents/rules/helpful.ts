import { isAnswered, type OwnTalent, openSteps, type Step } from './profile.ts'
import { addressOf } from './screens.ts'

/** One thing that a person may add when they like, and what it is good for. */
export type Helpful = { readonly id: HelpfulId; readonly href: string }
export type HelpfulId = Step | 'levels' | 'evidence' | 'wishes' | 'ties'

/** More than three would be a list of duties. */
const SHOWN = 3

/**
 * What would help most next: first what companies cannot see the profile without, in the order of the questions, then what
 * makes proposals fit better. At most three; no score, because nobody has to be complete.
 */
export function helpsMost(talent: OwnTalent): Helpful[] {
  const open = openSteps(talent).map((step): Helpful => {
    const levels = step === 'codes' && talent.codes.length > 0
    return { id: levels ? 'levels' : step, href: addressOf(talent, step) }
  })
  return [...open, ...better(talent)].slice(0, SHOWN)
}

function better({ codes, motives, ties }: OwnTalent): Helpful[] {
  const bare = codes.find((code) => isAnswered(code) && code.evidence === '')
  return [
    ...(bare ? [{ id: 'evidence', href: `/me/profile/codes/${bare.code}` } as const] : []),
    ...(motives.length === 0 ? [{ id: 'wishes', href: '/me/profile/wishes' } as const] : []),
    ...(ties.length === 0 ? [{ id: 'ties', href: '/me/profile/place' } as const] : []),
  ]
}
