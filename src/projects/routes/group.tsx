import { z } from 'zod'
import { type ContractLine, contractsOfCompany } from '../../contracts/queries/lists.ts'
import { STATE_WORDS } from '../../contracts/rules/state.ts'
import { choice, text } from '../../lib/input.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { mayDo, reader, seesPeople, tasked } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { notesOfGroup } from '../../works/queries/handover.ts'
import { divideWorry } from '../actions/grouping.ts'
import { GroupPage, type RoleContract } from '../pages/group.tsx'
import { groupOfCompany } from '../queries/groups.ts'
import { startAfter } from '../rules/group.ts'
import { asId } from './own.tsx'

const form = z.object({
  worry: text({ label: '困りごと', max: 36 }),
  kind: choice({ label: '頼み方', options: ['relay', 'team'] }),
})

/** A challenge that several people share. */
export const groupRoutes: Route[] = [
  post('/companies/:companyId/project-groups', tasked('post'), async (call) => {
    const companyId = call.id('companyId')
    const given = call.form(form)
    if (!given.ok) {
      const next = { href: `/companies/${companyId}/projects/new`, label: '案件を作る' }
      throw new TooLate('頼み方を、もう一度選んでください。', next)
    }
    const { worry, kind } = given.data
    return call.act((act) => divideWorry(act, companyId, asId(worry), kind))
  }),

  get('/companies/:companyId/project-groups/:groupId', reader('companyId'), show),
]

async function show(call: Call) {
  const companyId = call.id('companyId')
  const { group, contracts, notes } = await call.read(async (tx) => {
    const group = found(await groupOfCompany(tx, companyId, call.id('groupId')))
    return {
      group,
      contracts: await contractsOfCompany(tx, companyId),
      notes: await notesOfGroup(tx, companyId, group.id),
    }
  })
  const noted = new Set(notes.map(({ contractId }) => contractId))
  const withContract = group.projects.map((project) => ({
    project,
    contract: contractOf(project.id, contracts, noted),
  }))
  const left = withContract.filter(({ project }) => project.withdrawnAt === null)
  const roles = left.map((role, at) => {
    const last = group.kind === 'relay' ? (left[at - 1]?.contract?.last ?? null) : null
    return { ...role, begins: last && startAfter(last) }
  })
  return call.page(
    <GroupPage {...{ companyId, group, roles }} mayAct={mayDo(call.who, 'post')} seesPeople={seesPeople(call.who)} />,
  )
}

/** The newest contract of a role; one that was dropped before it was signed is none. */
function contractOf(
  projectId: string,
  contracts: readonly ContractLine[],
  noted: ReadonlySet<string>,
): RoleContract | null {
  const line = contracts.find((one) => one.projectId === projectId && !(one.endedAt && !one.sealedAt))
  if (!line) return null
  return { id: line.id, words: STATE_WORDS[line.state], last: line.period?.to ?? null, hasNote: noted.has(line.id) }
}
