import { companyOf, memberCompaniesOf } from '../../companies/queries.ts'
import { readAs } from '../../lib/db.ts'
import type { Call } from '../../lib/web/call.ts'
import { anyone, operator, reader } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { noteLooks } from '../../partners/actions/looks.ts'
import { askForHelp, endHelp, finishHelp } from '../actions/together.ts'
import { AskedWorries, AskForHelp, HelpPage } from '../pages/together.tsx'
import { WorryPage } from '../pages/worry.tsx'
import { answersOf } from '../queries/answers.ts'
import { photosOf } from '../queries/photos.ts'
import { askedWorries, partnersOfCompany } from '../queries/together.ts'
import { worryFor } from '../queries.ts'
import { helpForm } from '../rules/forms.ts'
import { DESK } from '../rules/sides.ts'
import type { Worry } from '../schema.ts'
import {
  DESK_DOOR,
  type Door,
  homeAt,
  kindly,
  originsOf,
  PARTNER_DOOR,
  THERE,
  viewerOf,
  worryThere,
} from './viewing.ts'

/** 「いっしょに見てもらう」: the owner asks, whoever was asked works on the tree and says when it is done. */
export const together: Route[] = [
  get(`${THERE}/help`, anyone, async (call) => {
    const { worry } = await worryThere(call, 'write')
    if (worry.helpAskedAt) return call.go(`/worries/${worry.id}`)
    return call.page(<AskForHelp id={worry.id} partners={await partnersFor(call, worry)} />)
  }),

  post(`${THERE}/help`, anyone, async (call) => {
    const { worry } = await worryThere(call, 'write')
    const partners = await partnersFor(call, worry)
    const form = call.form(helpForm)
    const from = form.ok ? form.data.from : ''
    const partner = partners.find(({ id }) => id === from)
    if (from !== DESK && !partner) {
      const errors = { from: '見てもらう相手を、ひとつ選んでください。' }
      return call.page(<AskForHelp id={worry.id} partners={partners} values={{}} errors={errors} />, { status: 422 })
    }
    return call.act(
      async (act) => {
        await askForHelp(act, viewerOf(call), worry.id, partner?.id ?? null)
        return `/worries/${worry.id}`
      },
      // Whether the company shows itself to the partner is the company's to read.
      partner ? { organisation: worry.companyId } : {},
    )
  }),

  post(`${THERE}/help/ending`, anyone, (call) => {
    const id = call.id('worryId')
    return call.act(async (act) => {
      await endHelp(act, viewerOf(call), id)
      return `/worries/${id}`
    })
  }),

  get(DESK_DOOR.there, operator, async (call) => {
    if (await mayWrite(call, DESK_DOOR)) return helpPage(call, DESK_DOOR, { href: '/desk', label: '事務局' })
    const there = await worryThere(call, 'read', DESK_DOOR)
    const { worry, nodes } = there
    const origins = await originsOf(call, there, DESK_DOOR)
    const answers = await call.read((tx) => answersOf(tx, worry.id))
    const photos = await call.read((tx) => photosOf(tx, worry.id))
    const page = { worry, nodes, origins, answers, photos, mayAnswer: false, mayWrite: false, company: null }
    return call.page(<WorryPage {...page} />)
  }),

  get('/partners/:partnerId/worries', reader('partnerId'), async (call) => {
    const viewer = viewerOf(call, PARTNER_DOOR)
    const worries = await call.read((tx) => askedWorries(tx, viewer))
    return call.page(<AskedWorries partnerId={call.id('partnerId')} worries={worries} />)
  }),

  kindly(
    get(PARTNER_DOOR.there, PARTNER_DOOR.read, (call) =>
      helpPage(call, PARTNER_DOOR, { href: `/partners/${call.id('partnerId')}/worries`, label: '頼まれた困りごと' }),
    ),
  ),

  finishedAt(DESK_DOOR, () => '/desk'),
  finishedAt(PARTNER_DOOR, (call) => `/partners/${call.id('partnerId')}/worries`),
]

function finishedAt(door: Door, next: (call: Call) => string): Route {
  return post(`${door.there}/help/finish`, door.write, (call) =>
    call.act(async (act) => {
      await finishHelp(act, viewerOf(call, door), call.id('worryId'))
      return next(call)
    }),
  )
}

/** The partners to whom the worry's company shows itself, for those who may act for it; a worry of nobody's firm has none. */
async function partnersFor(call: Call, { companyId }: Worry) {
  const account = call.who.account
  if (!account || !companyId) return []
  const own = await call.read((tx) => memberCompaniesOf(tx, account.id))
  if (!own.some(({ id }) => id === companyId)) return []
  return readAs(call.deps.db, call.who.actor, companyId, (tx) => partnersOfCompany(tx, companyId, call.now))
}

async function mayWrite(call: Call, door: Door): Promise<boolean> {
  const id = call.id('worryId')
  const isWorking = door !== PARTNER_DOOR || call.who.role !== 'viewer'
  return isWorking && Boolean(await call.read((tx) => worryFor(tx, id, viewerOf(call, door), 'write')))
}

async function helpPage(call: Call, door: Door, back: { href: string; label: string }): Promise<Response> {
  const there = await worryThere(call, 'read', door)
  const { worry, nodes } = there
  const { companyId } = worry
  if (door === PARTNER_DOOR && companyId) {
    await call.write((act) => noteLooks(act, call.id('partnerId'), [{ companyId, fields: ['worry'] }]))
  }
  const company = worry.companyId ? await call.read((tx) => companyOf(tx, worry.companyId!)) : null
  const removed = call.query('removed')
  const answers = await call.read((tx) => answersOf(tx, worry.id))
  const photos = await call.read((tx) => photosOf(tx, worry.id))
  return call.page(
    <HelpPage
      {...{ worry, nodes, answers, photos, back }}
      origins={await originsOf(call, there, door)}
      home={homeAt(call, door)}
      company={company?.name ?? null}
      mayWrite={await mayWrite(call, door)}
      {...(removed && { removed })}
    />,
  )
}
