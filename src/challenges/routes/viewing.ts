import { publishedByNumber } from '../../cases/queries/published.ts'
import { memberCompaniesOf } from '../../companies/queries.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, NotThere, TooLate } from '../../lib/web/errors.ts'
import { anyone, assistant, type Guard, member, operator, reader } from '../../lib/web/guard.ts'
import type { Route } from '../../lib/web/route.ts'
import type { Origins } from '../pages/tree.tsx'
import { linesOfWorry } from '../queries/dialogues.ts'
import { namesOf, whyUnseen } from '../queries/together.ts'
import { nodesOf, type Viewer, worryFor } from '../queries.ts'
import { citedNumber, withoutWithdrawn } from '../rules/cited.ts'
import { homeOf, OWNER, type Side, UNSEEN_WORDS } from '../rules/sides.ts'
import { namedOn } from '../rules/writers.ts'

export const THERE = '/worries/:worryId'

/** The address under which one side works on a worry, who gets in there, and to read only. */
export type Door = {
  readonly there: string
  readonly write: Guard
  readonly read: Guard
  readonly sideOf: (call: Call) => Side
}

export const OWN: Door = { there: THERE, write: anyone, read: anyone, sideOf: () => OWNER }
export const DESK_DOOR: Door = {
  there: `/desk${THERE}`,
  ...{ write: operator, read: operator },
  sideOf: () => ({ as: 'operator' }),
}
export const PARTNER_DOOR: Door = {
  there: `/partners/:partnerId${THERE}`,
  ...{ write: member('partnerId'), read: reader('partnerId') },
  sideOf: (call) => ({ as: 'partner', partner: call.id('partnerId'), now: call.now }),
}

/** Whoever types for a company, as the house in whose name they do. */
export const ASSISTED_DOOR: Door = {
  there: `/companies/:companyId${THERE}`,
  ...{ write: assistant('draft'), read: assistant('look') },
  sideOf: (call) => {
    const { assisted } = call.who
    if (!assisted) throw new NotThere()
    const { partnerId: partner, companyId: assisting } = assisted
    return partner === null ? { as: 'operator', assisting } : { as: 'partner', partner, now: call.now, assisting }
  },
}

export function viewerOf(call: Call, door: Door = OWN): Viewer {
  return { browser: call.browser(), account: call.who.account?.id ?? null, side: door.sideOf(call) }
}

/** Where the worry of the path stands for whoever came in by this door. */
export function homeAt(call: Call, door: Door): string {
  return homeOf(door.sideOf(call), call.id('worryId'))
}

export function placeOf(call: Call) {
  return { worryId: call.id('worryId'), nodeId: call.id('nodeId') }
}

/** The worry of the path with its nodes, for whoever may see it; without what cited cases took back. */
export async function worryThere(call: Call, purpose: 'read' | 'write' = 'read', door: Door = OWN) {
  const id = call.id('worryId')
  const viewer = viewerOf(call, door)
  return call.read(async (tx) => {
    const worry = found(await worryFor(tx, id, viewer, purpose))
    const nodes = await nodesOf(tx, id)
    const cited = await publishedByNumber(
      tx,
      nodes.map(citedNumber).filter((number) => number !== null),
    )
    return { worry, nodes: withoutWithdrawn(nodes, cited), cited, sheet: await linesOfWorry(tx, id) }
  })
}

type There = Awaited<ReturnType<typeof worryThere>>

/** Where the lines come from, for whoever may see them: so their writers' names may be read. */
export async function originsOf(call: Call, { nodes, cited, sheet }: There, door: Door = OWN): Promise<Origins> {
  const named = namedOn(nodes)
  const names = named.length > 0 ? await call.readAsSystem((tx) => namesOf(tx, named)) : new Map()
  return { looker: { as: door.sideOf(call).as, account: call.who.account?.id ?? null }, names, cited, sheet }
}

/** The companies for which the person who is signed in may make a project. */
export async function ownCompanies(call: Call) {
  const account = call.who.account
  return account ? call.read((tx) => memberCompaniesOf(tx, account.id)) : []
}

/** A route by the partner's door that says kindly why a worry is gone, to whoever was asked to look at it; to others nothing. */
export function kindly(route: Route): Route {
  return {
    ...route,
    async handler(call) {
      try {
        return await route.handler(call)
      } catch (error) {
        if (error instanceof NotThere) await sayWhyUnseen(call)
        throw error
      }
    },
  }
}

async function sayWhyUnseen(call: Call): Promise<void> {
  const [id, partner] = [call.id('worryId'), call.id('partnerId')]
  if (await call.read((tx) => worryFor(tx, id, viewerOf(call, PARTNER_DOOR)))) return
  const why = await call.readAsSystem((tx) => whyUnseen(tx, id, partner))
  const next = { href: `/partners/${partner}/worries`, label: '頼まれた困りごとを見る' }
  if (why) throw new TooLate(UNSEEN_WORDS[why], next)
}
