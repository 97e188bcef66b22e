import { ownPath } from '../../accounts/rules.ts'
import type { Act } from '../../lib/act.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { employerFrom } from '../actions/employer.ts'
import { ownEmployer, ownTalent } from '../queries/own.ts'
import type { Employer } from '../rules/employer.ts'
import type { OwnTalent } from '../rules/profile.ts'
import { withNext } from '../rules/screens.ts'

/** The caller's profile and their answer to the employer question, opened with the instance's key. */
export type Own = { readonly talent: OwnTalent; readonly employer: Employer | undefined }

/** Undefined before the profile was begun. */
export async function readOwn(call: Call): Promise<Own | undefined> {
  const read = await call.read(async (tx) => {
    const talent = await ownTalent(tx, call.accountId)
    return talent && { talent, row: await ownEmployer(tx, talent.id) }
  })
  return read && { talent: read.talent, employer: employerFrom(call.deps.secrets, read.talent.id, read.row) }
}

/** The page from which somebody came to fill in what is missing. */
export function nextIn(call: Call): string | null {
  return ownPath(call.query('next'))
}

/** The button does not answer the question: it goes back, passes it over or stops there. */
export function isLeaving(go: string): boolean {
  return go === 'back' || go === 'list' || go === 'skip'
}

/** The caller's profile inside an act. */
export async function ownIn(call: Call, act: Act): Promise<OwnTalent> {
  return found(await ownTalent(act.tx, call.accountId))
}

/** The page of somebody who has a profile; others begin one first. */
export async function withOwn(call: Call, page: (own: Own) => Response | Promise<Response>): Promise<Response> {
  const own = await readOwn(call)
  return own ? page(own) : call.go(withNext('/me/profile', nextIn(call)))
}
