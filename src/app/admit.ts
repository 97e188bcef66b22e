import type { Auth } from '../accounts/actions/auth.ts'
import { membershipIn } from '../accounts/queries.ts'
import { readAs } from '../lib/db.ts'
import type { Deps, Who } from '../lib/web/call.ts'
import { NotThere } from '../lib/web/errors.ts'
import type { Guard } from '../lib/web/guard.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export type Account = Awaited<ReturnType<Auth['sessionOf']>>

/** Who calls, in the capacity that the guard asks for; 'sign-in' when somebody has to say who they are first. */
export async function admit(
  guard: Guard,
  account: Account,
  param: (name: string) => string | undefined,
  deps: Deps,
): Promise<Who | 'sign-in'> {
  const person: Who = {
    account,
    actor: { id: account?.id ?? null, power: account ? 'person' : 'visitor' },
    organisation: null,
    role: null,
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
      return { ...person, actor: { id: account.id, power: account.power as 'operator' | 'administrator' } }
    case 'member':
      return account ? memberOf(guard, person, account.id, param(guard.param), deps) : 'sign-in'
  }
}

async function memberOf(
  guard: Extract<Guard, { kind: 'member' }>,
  person: Who,
  accountId: string,
  organisation: string | undefined,
  deps: Deps,
): Promise<Who> {
  if (!organisation || !UUID.test(organisation)) throw new NotThere()
  const membership = await readAs(deps.db, person.actor, null, (tx) => membershipIn(tx, accountId, organisation))
  if (!membership || !guard.roles.includes(membership.role)) throw new NotThere()
  return { ...person, organisation, role: membership.role }
}
