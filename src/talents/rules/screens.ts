import { isAnswered, type OwnTalent, openSteps, type Step } from './profile.ts'

/** The five questions, one to a screen. Each may be passed over; what is asked after them can wait. */
const QUESTIONS: readonly string[] = ['work', 'codes', 'pace', 'place', 'employer']

/** Where the five questions end: what can be done already, and what would help next. */
export const READY = '/me/profile/ready'

type WithCodes = { readonly codes: readonly (Pick<OwnTalent['codes'][number], 'code'> & Partial<Level>)[] }
type Level = Pick<OwnTalent['codes'][number], 'level' | 'years'>

/** Which of the five questions a screen is; undefined for one that can wait. */
export function placeOf(path: string): { step: number; total: number } | undefined {
  const at = QUESTIONS.indexOf(path)
  return at < 0 ? undefined : { step: at + 1, total: QUESTIONS.length }
}

/**
 * Where to go after a question: forward, back, to the list of all, or to the same one for another tie. `next` is the page
 * from which somebody came to fill in what is missing: it takes the place of the list and of what comes last, after the
 * questions about the job codes, without which nobody can apply.
 */
export function nextAddress(talent: WithCodes, path: string, go: string, next: string | null = null): string {
  const at = QUESTIONS.indexOf(path)
  if (go === 'list') return next ?? '/me/profile'
  if (go === 'tie') return withNext(`/me/profile/${path}?more=tie`, next)
  if (go === 'back') return withNext(at > 0 ? `/me/profile/${QUESTIONS[at - 1]}` : '/me/profile', next)
  if (at >= 0 && at + 1 < QUESTIONS.length) return withNext(`/me/profile/${QUESTIONS[at + 1]}`, next)
  const aboutCodes = next !== null || path.startsWith('codes/')
  const open = aboutCodes && go !== 'skip' ? nextCode(talent, path) : undefined
  return open ? withNext(`/me/profile/codes/${open}`, next) : (next ?? READY)
}

/** The next job code of which nothing was said yet, after the one just asked about. */
function nextCode({ codes }: WithCodes, path: string): string | undefined {
  const asked = codes.findIndex(({ code }) => path === `codes/${code}`)
  return codes.find(({ level = 1, years = 0 }, at) => at > asked && !isAnswered({ level, years }))?.code
}

/** An address that remembers where somebody goes back to. */
export function withNext(address: string, next: string | null | undefined): string {
  if (!next) return address
  return `${address}${address.includes('?') ? '&' : '?'}next=${encodeURIComponent(next)}`
}

/** The first question that still has to be answered; null when the profile can be shown. */
export function firstOpen(talent: OwnTalent): string | null {
  const [open] = openSteps(talent)
  return open ? addressOf(talent, open) : null
}

/** Where a step is answered: of the job codes, the first of which nothing was said. */
export function addressOf(talent: OwnTalent, step: Step): string {
  const code = talent.codes.find((own) => !isAnswered(own))?.code
  return `/me/profile/${step === 'codes' && code ? `codes/${code}` : step}`
}
