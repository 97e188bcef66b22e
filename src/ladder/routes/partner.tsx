import { firstOfMonth } from '../../law/dates.ts'
import { startOfDay, today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { member, reader } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { formatOf, sheetAnswer } from '../../lib/web/sheet-answer.ts'
import { partnerOf } from '../../partners/queries.ts'
import { askToCommend } from '../actions/commending.ts'
import { noteNamesTaken, writeToAlumni } from '../actions.ts'
import { alumniSheet, stepsSheet } from '../pages/alumni-sheet.ts'
import { PartnerLadder, type PartnerLadderProps } from '../pages/partner.tsx'
import { allAlumniOf, commendedBy, countedCommended, otherPartners } from '../queries/commending.ts'
import { alumniOf, countedSteps, lettersOf } from '../queries.ts'
import { commendingForm } from '../rules/commending.ts'
import { LETTERS_A_MONTH, letterForm } from '../rules/sharing.ts'

export const partnerRoutes: Route[] = [
  get('/partners/:partnerId/ladder', reader('partnerId'), (call) => show(call)),

  post('/partners/:partnerId/ladder/letters', member('partnerId'), (call) => {
    const form = call.form(letterForm)
    if (!form.ok) return show(call, { ...form, form: 'letter' })
    return call.act(async (act) => {
      await writeToAlumni(act, call.id('partnerId'), form.data)
      return `/partners/${call.id('partnerId')}/ladder?done=letter`
    })
  }),

  /** Whoever told this partner their name by themselves is asked; nothing goes to the other partner before they say so. */
  post('/partners/:partnerId/ladder/commendations', member('partnerId'), async (call) => {
    const partnerId = call.id('partnerId')
    const partner = found(await call.read((tx) => partnerOf(tx, partnerId)))
    const alumni = await call.readAsSystem((tx) => alumniOf(tx, partnerId, partner, call.now))
    const others = await call.read((tx) => otherPartners(tx, partnerId))
    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
    const form = call.form(
      commendingForm(
        alumni.map(({ accountId }) => accountId),
        ids(others),
      ),
    )
    if (!form.ok) return show(call, { ...form, form: 'commendation' })
    const { person, partner: to, words } = form.data
    return call.act(async (act) => {
      await askToCommend(act, { accountId: person, from: partnerId, to, words })
      return `/partners/${partnerId}/ladder?done=commendation`
    })
  }),
]

async function show(call: Call, back?: PartnerLadderProps['back']): Promise<Response> {
  const partnerId = call.id('partnerId')
  const partner = found(await call.read((tx) => partnerOf(tx, partnerId)))
  const since = firstOfMonth(today(call.now))
  // Applications and contracts belong to others: of them only what each person let this partner know leaves the queries.
  const { secrets } = call.deps
  const { counted, commended, alumni, letters } = await call.readAsSystem(async (tx) => ({
    counted: await countedSteps(tx, partnerId, partner, startOfDay(since)),
    commended: await countedCommended(tx, partner, secrets, startOfDay(since)),
    alumni: await allAlumniOf(tx, partner, secrets, call.now),
    letters: await lettersOf(tx, partnerId),
  }))
  const format = formatOf(call)
  if (format && call.query('table') === 'steps') return sheetAnswer(call, stepsSheet(counted, commended, since), format)
  if (format) {
    await call.write((act) => noteNamesTaken(act, partnerId))
    return sheetAnswer(call, alumniSheet(alumni), format)
  }
  const lettersLeft = letters.filter(({ month }) => month === since).length < LETTERS_A_MONTH
  const mayWrite = call.who.role !== 'viewer'
  const { others, asked } = await call.read(async (tx) => ({
    others: mayWrite ? await otherPartners(tx, partnerId) : [],
    asked: await commendedBy(tx, partnerId, call.now),
  }))
  const seen = { partner, counted, commended, since, alumni, letters, others, asked }
  const page = { ...seen, lettersLeft, mayWrite, done: call.query('done') }
  return call.page(<PartnerLadder {...page} {...(back && { back })} />, { status: back ? 422 : 200 })
}
