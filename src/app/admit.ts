import { membershipIn } from '../accounts/queries.ts'
import { readAs } from '../lib/db.ts'
import { isId } from '../lib/ids.ts'
import type { Deps, Signed, Who } from '../lib/web/call.ts'
import { NotThere } from '../lib/web/errors.ts'
import type { Guard } from '../lib/web/guard.ts'

/**
 * Who calls, in the capacity that the guard asks for; 'sign-in' when somebody has to say who they are first, 'passkey'
 * when they have to prove it with more than a code.
 */
export async function admit(
  guard: Guard,
  account: Signed | null,
  param: (name: string) => string | undefined,
  deps: Deps,
): Promise<Who | 'sign-in' | 'passkey'> {
  const person: Who = {
    account,
    actor: { id: account?.id ?? null, power: account ? 'person' : 'visitor' },
    organisation: null,
    role: null,
    side: null,
  }
  switch (guard.kind) {
    case 'anyone':
      return person
    case 'demo':
      if (deps.config.mode !== 'demo') throw new NotThere()
      return person
    case 'signed-in':
      return account ? person : 'sign-in'
    case 'staff':
      if (!account) return 'sign-in'
      if (!(guard.powers as readonly string[]).includes(account.power)) throw new NotThere()
      if (wantsPasskey(account, deps)) return 'passkey'
      return { ...person, actor: { id: account.id, power: account.power as 'operator' | 'administrator' } }
    case 'member':
      return account ? memberOf(guard, person, account, param(guard.param), deps) : 'sign-in'
  }
}

async function memberOf(
  guard: Extract<Guard, { kind: 'member' }>,
  person: Who,
  account: Signed,
  organisation: string | undefined,
  deps: Deps,
): Promise<Who | 'passkey'> {
  if (!isId(organisation)) throw new NotThere()
  const membership = await readAs(deps.db, person.actor, null, (tx) => membershipIn(tx, account.id, organisation))
  if (!membership || !guard.roles.includes(membership.role)) throw new NotThere()
  if (membership.kind !== (guard.param === 'partnerId' ? 'partner' : 'company')) throw new NotThere()
  if (membership.side === 'lending' && !guard.lending) throw new NotThere()
  if (membership.kind === 'partner' && wantsPasskey(account, deps)) return 'passkey'
  return { ...person, organisation, role: membership.role, side: membership.side }
}

/** The desk and partners see what belongs to others: a code from a mailbox is not enough. The demo lets everybody try. */
function wantsPasskey(account: Signed, deps: Deps): boolean {
  return deps.config.mode === 'real' && account.strongAt === null
}
