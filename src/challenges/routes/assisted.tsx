import { companyOf } from '../../companies/queries.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { assistant } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { addPhoto, typedByAssistant } from '../actions/photos.ts'
import { tellFor } from '../actions/writing.ts'
import { AssistedWorry } from '../pages/assisted.tsx'
import { NewWorryFor } from '../pages/write.tsx'
import { answersOf } from '../queries/answers.ts'
import { photosOf } from '../queries/photos.ts'
import { treesFrom } from '../rules/said.ts'
import type { Worry } from '../schema.ts'
import { TELLING, toldIn } from './telling.ts'
import { ASSISTED_DOOR, originsOf, worryThere } from './viewing.ts'

const WORRIES = '/companies/:companyId/worries'

/** A worry that somebody types for an owner, told and read; the rest of it by the doors that all share. */
export const assisted: Route[] = [
  get(`${WORRIES}/new`, assistant('draft'), (call) => writePage(call)),

  post(
    WORRIES,
    assistant('draft'),
    async (call) => {
      const { told, again } = await toldIn(call)
      if (!told) return writePage(call, again)
      const { text, picture } = told
      const companyId = call.id('companyId')
      return call.act(async (act) => {
        const id = await tellFor(act, companyId, { text, trees: treesFrom(text, []) })
        const viewer = { browser: '', account: call.accountId, side: ASSISTED_DOOR.sideOf(call) }
        if (picture) await addPhoto(act, viewer, id, picture)
        if (text !== '') await typedByAssistant(act, id)
        return `/companies/${companyId}/worries/${id}`
      })
    },
    TELLING,
  ),

  get(ASSISTED_DOOR.there, ASSISTED_DOOR.read, async (call) => {
    const there = await worryThere(call, 'read', ASSISTED_DOOR)
    const { worry, nodes } = there
    const origins = await originsOf(call, there, ASSISTED_DOOR)
    return call.page(<AssistedWorry {...{ worry, nodes, origins }} {...(await beside(call, worry))} />)
  }),
]

async function beside(call: Call, { id }: Worry) {
  const companyId = call.id('companyId')
  const { company, ...seen } = await call.read(async (tx) => ({
    company: found(await companyOf(tx, companyId)).name,
    answers: await answersOf(tx, id),
    photos: await photosOf(tx, id),
  }))
  return {
    ...{ ...seen, company, base: `/companies/${companyId}` },
    ...{ mayWrite: call.may('draft'), removed: call.query('removed') },
  }
}

async function writePage(call: Call, sent?: Pick<Parameters<typeof NewWorryFor>[0], 'values' | 'errors'>) {
  const id = call.id('companyId')
  const company = found(await call.read((tx) => companyOf(tx, id))).name
  const page = <NewWorryFor base={`/companies/${id}`} company={company} {...sent} />
  return call.page(page, { status: sent ? 422 : 200 })
}
