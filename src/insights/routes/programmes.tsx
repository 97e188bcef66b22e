import { publishedCases } from '../../cases/queries/published.ts'
import { filterOf } from '../../cases/rules/filter.ts'
import type { Tx } from '../../lib/db.ts'
import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, type Route } from '../../lib/web/route.ts'
import { daysInWords } from '../../partners/pages/programmes.tsx'
import { logoMarkOf, logoOf } from '../../partners/queries/logo.ts'
import { publishedProgramme, publishedProgrammes, reachedBy } from '../../partners/queries/programmes.ts'
import { partnerOf } from '../../partners/queries.ts'
import { areaInWords } from '../../partners/rules/area.ts'
import { KIND_WORDS } from '../../partners/rules/consent.ts'
import { addressOf, NO_FILTERS } from '../../projects/rules/filters.ts'
import { PICTURE, sharePicture } from '../../ui/pictures/share.ts'
import { WatchThis } from '../../watches/pages/button.tsx'
import { watchAt } from '../../watches/queries.ts'
import { PublicPartner, PublicProgramme } from '../pages/programme.tsx'
import { projectsOfPlace } from '../queries/regions.ts'

const MOST = { open: 6, over: 0 }
const CASES = 4

/** What partners run, and who they are, for everybody. */
export const programmeRoutes: Route[] = [
  get('/programmes/:slug', anyone, async (call) => {
    const seen = await call.read(async (tx) => {
      const { programme, partner } = await here(tx, call)
      return {
        ...{ programme, partner, logo: await logoMarkOf(tx, partner.id) },
        ...{ cases: await casesIn(tx, partner.prefecture) },
        projects: await projectsOfPlace(tx, { programme: programme.id }, call.now, MOST),
        reached: await reachedBy(tx, programme.id, 'everybody', call.now),
      }
    })
    return call.page(<PublicProgramme {...seen} day={today(call.now)} />)
  }),

  get(
    '/programmes/:slug/picture.png',
    anyone,
    async (call) => {
      const { programme, partner, logo } = await call.read(async (tx) => {
        const seen = await here(tx, call)
        return { ...seen, logo: await logoOf(tx, seen.partner.id) }
      })
      const above = `${partner.name}　${areaInWords(partner)}`
      const picture = await sharePicture({ above, title: programme.title, below: daysInWords(programme), logo })
      return call.c.body(picture, 200, PICTURE.headers)
    },
    PICTURE.options,
  ),

  get(
    '/partners/:partnerId/picture.png',
    anyone,
    async (call) => {
      const { partner, logo } = await call.read(async (tx) => ({
        partner: found(await partnerOf(tx, call.id('partnerId'))),
        logo: await logoOf(tx, call.id('partnerId')),
      }))
      const above = `${KIND_WORDS[partner.kind]}　${areaInWords(partner)}`
      const picture = await sharePicture({ above, title: partner.name, below: partner.about, logo })
      return call.c.body(picture, 200, PICTURE.headers)
    },
    PICTURE.options,
  ),

  get('/partners/:partnerId/about', anyone, (call) => partnerPage(call, call.id('partnerId'))),
]

/** A partner as everybody sees it, at its address here or as the first page of its own host. */
export async function partnerPage(call: Call, partnerId: string) {
  const { address, watch, ...seen } = await call.read(async (tx) => {
    const partner = found(await partnerOf(tx, partnerId))
    const { prefecture, area } = partner
    const [municipality] = area
    const isTown = area.length === 1 && municipality !== undefined
    const address = addressOf({ ...NO_FILTERS, prefecture, ...(isTown && { municipality }) })
    return {
      ...{ partner, logo: await logoMarkOf(tx, partnerId), address },
      ...{ watch: await watchAt(tx, call.who.account?.id, address), cases: await casesIn(tx, prefecture) },
      programmes: await publishedProgrammes(tx, partnerId),
      projects: await projectsOfPlace(tx, { partner }, call.now, MOST),
    }
  })
  // What somebody follows is kept where they are signed in.
  const follow = call.atPartner === null ? <WatchThis address={address} watch={watch} /> : null
  return call.page(<PublicPartner {...seen} day={today(call.now)} follow={follow} />)
}

async function here(tx: Tx, call: Call) {
  return found(await publishedProgramme(tx, call.param('slug')))
}

async function casesIn(tx: Tx, prefecture: number) {
  const filter = { ...filterOf(() => undefined), prefecture }
  return (await publishedCases(tx, filter, { size: CASES, number: 1 })).rows
}
