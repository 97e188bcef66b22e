import { formerMembersOf, membersOf } from '../../accounts/queries/members.ts'
import { deskPeople, packOfDesk } from '../../desk/queries/pack.ts'
import { DESK } from '../../events/rules/words.ts'
import type { Tx } from '../../lib/db.ts'
import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, NotThere } from '../../lib/web/errors.ts'
import { member, operator, reader } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { formatOf, sheetAnswer } from '../../lib/web/sheet-answer.ts'
import { noteLooks } from '../../partners/actions/looks.ts'
import { partnerOf } from '../../partners/queries.ts'
import { papersToType } from '../../projects/queries/paper-photos.ts'
import { acknowledgePart, giveHandover, noteHandoverTaken, withdrawHandover } from '../actions/handovers.ts'
import { HandoverPage } from '../pages/handover.tsx'
import { handoverSheet } from '../pages/handover-sheet.ts'
import { fromTo, Handovers } from '../pages/handovers.tsx'
import { handoversFor, packOf } from '../queries/handovers.ts'
import { handoverForm, handoversOf, PARTS, type Pack } from '../rules/handover.ts'
import type { Handover } from '../schema.ts'

/** Whose packs they are: a partner's, by its id in the path, or the desk's. Both hand over on the same pages. */
const SIDES = [
  { base: '/partners/:partnerId/handovers', reads: reader('partnerId'), works: member('partnerId') },
  { base: '/desk/handovers', reads: operator, works: operator },
]

export const handoverRoutes: Route[] = SIDES.flatMap(({ base, reads, works }) => [
  get(base, reads, async (call) => call.page(<Handovers {...(await listFor(call))} />)),

  post(base, works, async (call) => {
    const list = await listFor(call)
    const form = call.form(handoverForm)
    const again = (values: Record<string, string | string[]>, errors: Record<string, string>) =>
      call.page(<Handovers {...list} {...{ values, errors }} />, { status: 422 })
    if (!form.ok) return again(form.values, form.errors)
    const { from, to, words } = form.data
    if (!list.givers.some(({ id }) => id === from))
      return again(call.body, { from: '渡す人を、もう一度選んでください。' })
    if (from === to || !list.takers.some(({ id }) => id === to))
      return again(call.body, { to: '受け取る人を、渡す人とは別に選んでください。' })
    const { partnerId } = list
    return call.act(async (act) => {
      const id = await giveHandover(act, { partnerId, fromId: from, toId: to, words })
      return `${handoversOf(partnerId)}/${id}`
    })
  }),

  get(`${base}/:handoverId`, reads, async (call) => {
    const { seen, names, house } = await there(call)
    const { handover } = seen
    const pack = await packFor(call, handover)
    const format = formatOf(call)
    if (format) {
      await call.write((act) => noteHandoverTaken(act, handover))
      const title = `引継ぎ書（${fromTo(handover, names)}）`
      return sheetAnswer(call, handoverSheet(title, handover.words, pack, seen.receipts), format)
    }
    return call.page(
      <HandoverPage
        {...seen}
        {...{ pack, names, house }}
        day={today(call.now)}
        mayAcknowledge={handover.toId === call.accountId}
        mayWithdraw={handover.givenBy === call.accountId || runsHouse(call)}
      />,
    )
  }),

  post(`${base}/:handoverId/receipts`, reads, async (call) => {
    const { handover } = (await there(call)).seen
    const part = PARTS.find((one) => one === call.body.part)
    if (!part || handover.toId !== call.accountId) throw new NotThere()
    return call.act(async (act) => {
      await acknowledgePart(act, handover, part)
      return `${handoversOf(handover.partnerId)}/${handover.id}`
    })
  }),

  post(`${base}/:handoverId/withdrawal`, works, async (call) => {
    const { handover } = (await there(call)).seen
    if (handover.givenBy !== call.accountId && !runsHouse(call)) throw new NotThere()
    return call.act(async (act) => {
      await withdrawHandover(act, handover)
      return handoversOf(handover.partnerId)
    })
  }),
])

function houseOf(call: Call): string | null {
  return call.param('partnerId') === '' ? null : call.id('partnerId')
}

/** An owner of the partner, or at the desk whoever runs the instance. */
function runsHouse(call: Call): boolean {
  return houseOf(call) === null ? call.who.actor.power === 'administrator' : call.who.role === 'owner'
}

/** What is in a pack today; of what a partner reads in it companies learn that it was looked at. */
async function packFor(call: Call, handover: Handover): Promise<Pack> {
  const { partnerId, fromId } = handover
  const [now, by] = [call.now, call.accountId]
  if (partnerId === null) {
    const beside = { papers: await call.readAsSystem(papersToType), resting: await call.deps.jobs.resting() }
    return call.read((tx) => packOfDesk(tx, fromId, { reader: by, now, ...beside }))
  }
  const pack = await call.read((tx) => packOf(tx, partnerId, handover, by, now))
  const looks = pack.companies.map((companyId) => ({ companyId, fields: ['state' as const] }))
  await call.write((act) => noteLooks(act, partnerId, looks))
  return pack
}

async function there(call: Call) {
  const [partnerId, id] = [houseOf(call), call.id('handoverId')]
  return call.read(async (tx) => {
    const all = await handoversFor(tx, partnerId, readerOf(call))
    const seen = found(all.find(({ handover }) => handover.id === id))
    return { seen, house: await nameOf(tx, partnerId), names: (await peopleOf(tx, partnerId)).names }
  })
}

function readerOf(call: Call) {
  return { accountId: call.accountId, isOwner: runsHouse(call) }
}

/** Whoever runs the house may hand over for anybody, also for whoever has left; others for themselves. */
async function listFor(call: Call) {
  const partnerId = houseOf(call)
  return call.read(async (tx) => {
    const { live, former, names } = await peopleOf(tx, partnerId)
    const me = live.filter(({ id }) => id === call.accountId)
    const runs = runsHouse(call)
    const givers = runs ? [...me, ...live.filter(({ id }) => id !== call.accountId), ...former] : me
    const others = live.filter(({ id }) => runs || id !== call.accountId)
    return {
      ...{ partnerId, house: await nameOf(tx, partnerId), names, takers: others },
      givers: call.who.role === 'viewer' ? [] : givers,
      handovers: await handoversFor(tx, partnerId, readerOf(call)),
    }
  })
}

async function nameOf(tx: Tx, partnerId: string | null): Promise<string> {
  return partnerId === null ? DESK : found(await partnerOf(tx, partnerId)).name
}

/** The people of a partner on the side that supports companies, or of the desk, and those who left. */
async function peopleOf(tx: Tx, partnerId: string | null) {
  const { live, former } = partnerId === null ? await deskPeople(tx) : await membersIn(tx, partnerId)
  return { live, former, names: new Map([...live, ...former].map(({ id, name }) => [id, name])) }
}

async function membersIn(tx: Tx, partnerId: string) {
  const shown = (rows: Awaited<ReturnType<typeof membersOf>>) =>
    rows
      .filter(({ side }) => side !== 'lending')
      .map(({ accountId, name, email }) => ({ id: accountId, name: name ?? email }))
  const live = shown(await membersOf(tx, partnerId))
  const gone = shown(await formerMembersOf(tx, partnerId)).filter(({ id }) => !live.some((one) => one.id === id))
  return { live, former: [...new Map(gone.map((one) => [one.id, one])).values()] }
}
