import { membershipIn } from '../accounts/queries.ts'
import { readAs } from '../lib/db.ts'
import { isId } from '../lib/ids.ts'
import type { Deps, Signed, Who } from '../lib/web/call.ts'
import { NotThere, TooLate } from '../lib/web/errors.ts'
import { type Guard, includes, isGiven } from '../lib/web/guard.ts'
import { goingOn, lastOfSignIn } from '../mandates/queries.ts'

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
    tasks: [],
    side: null,
    assisted: null,
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

type MemberGuard = Extract<Guard, { kind: 'member' }>

async function memberOf(
  guard: MemberGuard,
  person: Who,
  account: Signed,
  organisation: string | undefined,
  deps: Deps,
): Promise<Who | 'passkey'> {
  if (!isId(organisation)) throw new NotThere()
  const membership = await readAs(deps.db, person.actor, null, (tx) => membershipIn(tx, account.id, organisation))
  if (guard.assisted && !membership) return assistantOf(guard.assisted, person, account, organisation, deps)
  if (!membership || !guard.roles.includes(membership.role)) throw new NotThere()
  if (guard.tasks && !isGiven(membership, guard.tasks)) throw new NotThere()
  if (membership.kind !== (guard.param === 'partnerId' ? 'partner' : 'company')) throw new NotThere()
  if (membership.side === 'lending' && !guard.lending) throw new NotThere()
  if (membership.kind === 'partner' && wantsPasskey(account, deps)) return 'passkey'
  return { ...person, organisation, role: membership.role, tasks: membership.tasks, side: membership.side }
}

/**
 * Somebody of another house, while an assisted session goes on that began in this very sign-in. The time decides, not the page
 * that was open: after it nothing is read or written any more.
 */
async function assistantOf(
  asked: NonNullable<MemberGuard['assisted']>,
  person: Who,
  account: Signed,
  companyId: string,
  deps: Deps,
): Promise<Who | 'passkey'> {
  const { session, last } = await readAs(deps.db, { id: account.id, power: 'system' }, null, async (tx) => {
    const going = await goingOn(tx, account, deps.clock())
    const session = going?.companyId === companyId ? going : undefined
    return { session, last: session ? undefined : await lastOfSignIn(tx, account.sessionId, companyId) }
  })
  if (last) throw new TooLate(OVER, { href: homeOf(last.partnerId), label: 'もう一度はじめる' })
  if (!session || !includes(session.scope, asked)) throw new NotThere()
  if (wantsPasskey(account, deps)) return 'passkey'
  const { id, partnerId, scope } = session
  const assisted = { company: companyId, writes: includes(scope, 'draft') }
  return {
    ...person,
    actor: { ...person.actor, assisted },
    ...{ organisation: companyId, assisted: { id, companyId, partnerId, scope } },
  }
}

const OVER = '代行入力の時間が終わりました。つづけるときは、会社の方からもう一度番号を聞いてください。'

function homeOf(partnerId: string | null): string {
  return partnerId === null ? '/desk/assistance' : `/partners/${partnerId}/assistance`
}

/** The desk and partners see what belongs to others: a code from a mailbox is not enough. The demo lets everybody try. */
function wantsPasskey(account: Signed, deps: Deps): boolean {
  return deps.config.mode === 'real' && account.strongAt === null
}
