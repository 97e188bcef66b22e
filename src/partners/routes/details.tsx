import { readLogo } from '../../lib/logo.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { anyone, member } from '../../lib/web/guard.ts'
import { pictureAnswer } from '../../lib/web/picture-answer.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { savePartner } from '../actions/founding.ts'
import { removeLogo, saveLogo } from '../actions/logo.ts'
import { PartnerDetails, type PartnerDetailsProps } from '../pages/details.tsx'
import { logoMarkOf, logoOf } from '../queries/logo.ts'
import { partnerOf } from '../queries.ts'
import { detailsForm } from '../rules/forms.ts'
import { LOGO, LOGO_LIMITS, logoProblem, NOT_READ } from '../rules/logo.ts'

const PARTNER = '/partners/:partnerId'
const ADDRESS = `${PARTNER}/details`
const owner = member('partnerId', ['owner'])

/** What a partner says about itself, kept by its owners. */
export const details: Route[] = [
  get(ADDRESS, owner, (call) => show(call)),

  post(ADDRESS, owner, async (call) => {
    const form = call.form(detailsForm)
    if (!form.ok) return show(call, { version: call.version, ...form })
    const id = call.id('partnerId')
    return call.act(async (act) => {
      await savePartner(act, id, call.version, form.data)
      return `/partners/${id}/details?done=saved`
    })
  }),

  get(
    `${PARTNER}/logo`,
    anyone,
    async (call) => {
      const logo = found(await call.read((tx) => logoOf(tx, call.id('partnerId'))))
      return pictureAnswer(call, { content: logo, type: 'image/png' })
    },
    { cache: 'public, max-age=3600', atPartners: true },
  ),

  post(
    `${PARTNER}/logo`,
    owner,
    async (call) => {
      const [file] = call.files[LOGO] ?? []
      const problem = logoProblem(file)
      const logo = problem || !file ? null : await readLogo(file)
      if (!logo) return show(call, { logoProblem: problem ?? NOT_READ })
      const id = call.id('partnerId')
      return call.act(async (act) => {
        await saveLogo(act, id, logo)
        return `/partners/${id}/details?done=saved`
      })
    },
    { ...LOGO_LIMITS, rate: { count: 20, seconds: 600 } },
  ),

  post(`${PARTNER}/logo/removal`, owner, (call) => {
    const id = call.id('partnerId')
    return call.act(async (act) => {
      await removeLogo(act, id)
      return `/partners/${id}/details?done=saved`
    })
  }),
]

type Back = Partial<Pick<PartnerDetailsProps, 'version' | 'values' | 'errors' | 'logoProblem'>>

async function show(call: Call, back?: Back) {
  const { partner, logo } = await call.read(async (tx) => ({
    partner: found(await partnerOf(tx, call.id('partnerId'))),
    logo: await logoMarkOf(tx, call.id('partnerId')),
  }))
  const { id, name, version, about, message, phone, colour } = partner
  const seen = { id, name, version, logo, values: { about, message, phone, colour }, ...back }
  const saved = !back && call.query('done') === 'saved'
  return call.page(<PartnerDetails {...seen} saved={saved} />, { status: back ? 422 : 200 })
}
