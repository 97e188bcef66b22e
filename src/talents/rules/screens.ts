import { isAnswered, type OwnTalent, openSteps, type Step } from './profile.ts'

/** One question of the profile as it is asked: its address below /me/profile and what it belongs to. */
export type Screen = { readonly path: string; readonly step: Step; readonly code?: string }

type WithCodes = { readonly codes: readonly Pick<OwnTalent['codes'][number], 'code'>[] }

/** Every question in order: after the job codes are picked each has one of its own. */
export function screensOf(talent: WithCodes): Screen[] {
  return [
    { path: 'work', step: 'work' },
    { path: 'codes', step: 'codes' },
    ...talent.codes.map(({ code }): Screen => ({ path: `codes/${code}`, step: 'codes', code })),
    { path: 'pace', step: 'pace' },
    { path: 'place', step: 'place' },
    { path: 'wishes', step: 'place' },
    { path: 'employer', step: 'employer' },
  ]
}

export function placeOf(talent: WithCodes, path: string): { step: number; total: number } {
  const screens = screensOf(talent)
  return { step: screens.findIndex((screen) => screen.path === path) + 1, total: screens.length }
}

/**
 * Where to go after a question: forward, back, to the list of all, or to the same one for another tie. `next` is the page
 * from which somebody came to fill in what is missing: it takes the place of the list and of what comes last.
 */
export function nextAddress(talent: WithCodes, path: string, go: string, next: string | null = null): string {
  const paths = screensOf(talent).map((screen) => screen.path)
  const at = paths.indexOf(path)
  if (go === 'list') return next ?? '/me/profile'
  if (go === 'tie') return withNext(`/me/profile/${path}?more=tie`, next)
  if (go === 'back') return withNext(at > 0 ? `/me/profile/${paths[at - 1]}` : '/me/profile', next)
  return at + 1 < paths.length ? withNext(`/me/profile/${paths[at + 1]}`, next) : (next ?? '/me/profile/preview')
}

/** An address that remembers where somebody goes back to. */
export function withNext(address: string, next: string | null | undefined): string {
  if (!next) return address
  return `${address}${address.includes('?') ? '&' : '?'}next=${encodeURIComponent(next)}`
}

/** The first question that still has to be answered; null when the profile can be shown. */
export function firstOpen(talent: OwnTalent): string | null {
  const [open] = openSteps(talent)
  if (!open) return null
  const code = talent.codes.find(({ level, years }) => !isAnswered({ level, years }))?.code
  return `/me/profile/${open === 'codes' && code ? `codes/${code}` : open}`
}
