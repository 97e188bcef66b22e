import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { member } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { savePartner } from '../actions/founding.ts'
import { PartnerDetails } from '../pages/details.tsx'
import { partnerOf } from '../queries.ts'
import { detailsForm } from '../rules/forms.ts'

const ADDRESS = '/partners/:partnerId/details'
const owner = member('partnerId', ['owner'])

/** What a partner says about itself, kept by its owners. */
export const details: Route[] = [
  get(ADDRESS, owner, async (call) => {
    const { id, name, version, about, message, phone } = await here(call)
    const seen = { id, name, version, values: { about, message, phone } }
    return call.page(<PartnerDetails {...seen} saved={call.query('done') === 'saved'} />)
  }),

  post(ADDRESS, owner, async (call) => {
    const { id, name } = await here(call)
    const form = call.form(detailsForm)
    if (!form.ok)
      return call.page(<PartnerDetails {...{ id, name, version: call.version, ...form }} />, { status: 422 })
    return call.act(async (act) => {
      await savePartner(act, id, call.version, form.data)
      return `/partners/${id}/details?done=saved`
    })
  }),
]

async function here(call: Call) {
  return found(await call.read((tx) => partnerOf(tx, call.id('partnerId'))))
}
