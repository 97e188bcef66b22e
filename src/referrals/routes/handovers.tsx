import { formerMembersOf, membersOf } from '../../accounts/queries/members.ts'
import type { Tx } from '../../lib/db.ts'
import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, NotThere } from '../../lib/web/errors.ts'
import { member, reader } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { formatOf, sheetAnswer } from '../../lib/web/sheet-answer.ts'
import { noteLooks } from '../../partners/actions/looks.ts'
import { partnerOf } from '../../partners/queries.ts'
import { acknowledgePart, giveHandover, noteHandoverTaken, withdrawHandover } from '../actions/handovers.ts'
import { HandoverPage } from '../pages/handover.tsx'
import { handoverSheet } from '../pages/handover-sheet.ts'
import { fromTo, Handovers } from '../pages/handovers.tsx'
import { handoversFor, packOf } from '../queries/handovers.ts'
import { handoverForm, PARTS } from '../rules/handover.ts'

const LIST = '/partners/:partnerId/handovers'
const ONE = `${LIST}/:handoverId`

export const handoverRoutes: Route[] = [
  get(LIST, reader('partnerId'), async (call) => call.page(<Handovers {...(await listFor(call))} />)),

  post(LIST, member('partnerId'), async (call) => {
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
      return `/partners/${partnerId}/handovers/${id}`
    })
  }),

  get(ONE, reader('partnerId'), async (call) => {
    const { seen, names, partner } = await there(call)
    const { handover } = seen
    const pack = await call.read((tx) => packOf(tx, handover, call.accountId, call.now))
    const looks = pack.companies.map((companyId) => ({ companyId, fields: ['state' as const] }))
    await call.write((act) => noteLooks(act, handover.partnerId, looks))
    const format = formatOf(call)
    if (format) {
      await call.write((act) => noteHandoverTaken(act, handover))
      const title = `引継ぎ書（${fromTo(handover, names)}）`
      return sheetAnswer(call, handoverSheet(title, handover.words, pack, seen.receipts), format)
    }
    return call.page(
      <HandoverPage
        {...seen}
        {...{ pack, names, partner }}
        day={today(call.now)}
        mayAcknowledge={handover.toId === call.accountId}
        mayWithdraw={handover.givenBy === call.accountId || call.who.role === 'owner'}
      />,
    )
  }),

  post(`${ONE}/receipts`, reader('partnerId'), async (call) => {
    const { handover } = (await there(call)).seen
    const part = PARTS.find((one) => one === call.body.part)
    if (!part || handover.toId !== call.accountId) throw new NotThere()
    return call.act(async (act) => {
      await acknowledgePart(act, handover, part)
      return `/partners/${handover.partnerId}/handovers/${handover.id}`
    })
  }),

  post(`${ONE}/withdrawal`, member('partnerId'), async (call) => {
    const { handover } = (await there(call)).seen
    if (handover.givenBy !== call.accountId && call.who.role !== 'owner') throw new NotThere()
    return call.act(async (act) => {
      await withdrawHandover(act, handover)
      return `/partners/${handover.partnerId}/handovers`
    })
  }),
]

async function there(call: Call) {
  const [partnerId, id] = [call.id('partnerId'), call.id('handoverId')]
  return call.read(async (tx) => {
    const all = await handoversFor(tx, partnerId, readerOf(call))
    const seen = found(all.find(({ handover }) => handover.id === id))
    const { name } = found(await partnerOf(tx, partnerId))
    return { seen, partner: name, names: (await peopleOf(tx, partnerId)).names }
  })
}

function readerOf(call: Call) {
  return { accountId: call.accountId, isOwner: call.who.role === 'owner' }
}

/** An owner may hand over for anybody, also for whoever has left; others for themselves. */
async function listFor(call: Call) {
  const partnerId = call.id('partnerId')
  return call.read(async (tx) => {
    const { name } = found(await partnerOf(tx, partnerId))
    const { live, former, names } = await peopleOf(tx, partnerId)
    const me = live.filter(({ id }) => id === call.accountId)
    const { role } = call.who
    const givers = role === 'owner' ? [...me, ...live.filter(({ id }) => id !== call.accountId), ...former] : me
    const others = live.filter(({ id }) => role === 'owner' || id !== call.accountId)
    return {
      ...{ partnerId, partner: name, names, takers: others, givers: role === 'viewer' ? [] : givers },
      handovers: await handoversFor(tx, partnerId, readerOf(call)),
    }
  })
}

/** The people of a partner on the side that supports companies, and those who left. */
async function peopleOf(tx: Tx, partnerId: string) {
  const shown = (rows: Awaited<ReturnType<typeof membersOf>>) =>
    rows
      .filter(({ side }) => side !== 'lending')
      .map(({ accountId, name, email }) => ({ id: accountId, name: name ?? email }))
  const live = shown(await membersOf(tx, partnerId))
  const gone = shown(await formerMembersOf(tx, partnerId)).filter(({ id }) => !live.some((one) => one.id === id))
  const former = [...new Map(gone.map((one) => [one.id, one])).values()]
  return { live, former, names: new Map([...live, ...former].map(({ id, name }) => [id, name])) }
}
