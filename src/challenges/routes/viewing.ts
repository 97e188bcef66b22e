import { memberCompaniesOf } from '../../companies/queries.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { nodesOf, type Viewer, worryFor } from '../queries.ts'

export const THERE = '/worries/:worryId'
export const NODE = `${THERE}/nodes/:nodeId`

export function viewerOf(call: Call): Viewer {
  return { browser: call.browser(), account: call.who.account?.id ?? null }
}

export function placeOf(call: Call) {
  return { worryId: call.id('worryId'), nodeId: call.id('nodeId') }
}

/** The worry of the path with its nodes, for whoever may see it. */
export async function worryThere(call: Call, purpose: 'read' | 'write' = 'read') {
  const id = call.id('worryId')
  const viewer = viewerOf(call)
  return call.read(async (tx) => {
    const worry = found(await worryFor(tx, id, viewer, purpose))
    return { worry, nodes: await nodesOf(tx, id) }
  })
}

/** The companies for which the person who is signed in may make a project. */
export async function ownCompanies(call: Call) {
  const account = call.who.account
  return account ? call.read((tx) => memberCompaniesOf(tx, account.id)) : []
}
