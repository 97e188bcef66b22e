import { firstOfMonth } from '../../law/dates.ts'
import { startOfDay, today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { member, reader } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { formatOf, sheetAnswer } from '../../lib/web/sheet-answer.ts'
import { partnerOf } from '../../partners/queries.ts'
import { noteNamesTaken, writeToAlumni } from '../actions.ts'
import { alumniSheet, stepsSheet } from '../pages/alumni-sheet.ts'
import { PartnerLadder, type PartnerLadderProps } from '../pages/partner.tsx'
import { alumniOf, countedSteps, lettersOf } from '../queries.ts'
import { LETTERS_A_MONTH, letterForm } from '../rules/sharing.ts'

export const partnerRoutes: Route[] = [
  get('/partners/:partnerId/ladder', reader('partnerId'), (call) => show(call)),

  post('/partners/:partnerId/ladder/letters', member('partnerId'), (call) => {
    const form = call.form(letterForm)
    if (!form.ok) return show(call, form)
    return call.act(async (act) => {
      await writeToAlumni(act, call.id('partnerId'), form.data)
      return `/partners/${call.id('partnerId')}/ladder?done=letter`
    })
  }),
]

async function show(call: Call, back?: PartnerLadderProps['back']): Promise<Response> {
  const partnerId = call.id('partnerId')
  const partner = found(await call.read((tx) => partnerOf(tx, partnerId)))
  const since = firstOfMonth(today(call.now))
  // Applications and contracts belong to others: of them only what each person let this partner know leaves the queries.
  const { counted, alumni, letters } = await call.readAsSystem(async (tx) => ({
    counted: await countedSteps(tx, partnerId, partner, startOfDay(since)),
    alumni: await alumniOf(tx, partnerId, partner, call.now),
    letters: await lettersOf(tx, partnerId),
  }))
  const format = formatOf(call)
  if (format && call.query('table') === 'steps') return sheetAnswer(call, stepsSheet(counted, since), format)
  if (format) {
    await call.write((act) => noteNamesTaken(act, partnerId))
    return sheetAnswer(call, alumniSheet(alumni), format)
  }
  const lettersLeft = letters.filter(({ month }) => month === since).length < LETTERS_A_MONTH
  const page = { partner, counted, since, alumni, letters, lettersLeft, mayWrite: call.who.role !== 'viewer' }
  return call.page(<PartnerLadder {...page} sent={call.query('done') === 'letter'} {...(back && { back })} />, {
    status: back ? 422 : 200,
  })
}
