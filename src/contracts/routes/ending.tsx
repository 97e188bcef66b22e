import { wholeMonths } from '../../law/dates.ts'
import { parameter } from '../../law/parameters.ts'
import { japaneseDate, today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { signedIn, tasked } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { dropContract, wantChange } from '../actions/agreeing.ts'
import { giveNotice } from '../actions/ending.ts'
import { ChangeWanted, Ending, Withdrawal } from '../pages/ending.tsx'
import { earliestEnd } from '../rules/ending.ts'
import { changeForm, dropForm, endingForm } from '../rules/form.ts'
import { periodOf } from '../rules/periods.ts'
import { asCompany, asTalent, contractHere, type Here, type PartyHandler, requireAct } from './here.ts'

const askChange: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  requireAct(here, 'want-change')
  return call.page(<ChangeWanted base={here.base} />, here)
}

const change: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  requireAct(here, 'want-change')
  const form = call.form(changeForm)
  if (!form.ok) {
    const page = <ChangeWanted base={here.base} values={form.values} errors={form.errors} />
    return call.page(page, { reference: here.reference, status: 422 })
  }
  const version = found(here.view.onTable)
  return call.act(async (act) => {
    await wantChange(act, call.accountId, here.id, version.id, form.data.words)
    return here.base
  })
}

const askWithdrawal: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  requireAct(here, 'drop')
  return call.page(<Withdrawal base={here.base} version={here.view.contract.version} />, here)
}

const withdraw: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  const form = call.form(dropForm)
  if (!form.ok) {
    const { values, errors } = form
    const page = <Withdrawal base={here.base} version={call.version} values={values} errors={errors} />
    return call.page(page, { reference: here.reference, status: 422 })
  }
  return call.act(async (act) => {
    await dropContract(act, party, here.id, call.version, form.data.reason)
    return here.base
  })
}

const askEnding: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  requireAct(here, 'give-notice')
  return endingPage(call, here, here.view.contract.version)
}

const end: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  requireAct(here, 'give-notice')
  const form = call.form(endingForm)
  if (!form.ok) return endingPage(call, here, call.version, form.errors, form.values)
  const earliest = earliestEnd(today(call.now))
  if (form.data.endsOn < earliest) {
    const endsOn = `${japaneseDate(earliest)}から後の日にしてください。30日前までに知らせる決まりです。`
    return endingPage(call, here, call.version, { endsOn }, { ...call.body })
  }
  return call.act(async (act) => {
    await giveNotice(act, party, here.id, call.version, form.data)
    return here.base
  })
}

const MEMBERS = tasked('choose', 'sign')

export const endingRoutes: Route[] = [
  get('/me/contracts/:contractId/change', signedIn, asTalent(askChange)),
  post('/me/contracts/:contractId/change', signedIn, asTalent(change)),
  get('/companies/:companyId/contracts/:contractId/withdrawal', MEMBERS, asCompany(askWithdrawal)),
  post('/companies/:companyId/contracts/:contractId/withdrawal', MEMBERS, asCompany(withdraw)),
  get('/me/contracts/:contractId/withdrawal', signedIn, asTalent(askWithdrawal)),
  post('/me/contracts/:contractId/withdrawal', signedIn, asTalent(withdraw)),
  get('/companies/:companyId/contracts/:contractId/ending', MEMBERS, asCompany(askEnding)),
  post('/companies/:companyId/contracts/:contractId/ending', MEMBERS, asCompany(end)),
  get('/me/contracts/:contractId/ending', signedIn, asTalent(askEnding)),
  post('/me/contracts/:contractId/ending', signedIn, asTalent(end)),
]

function endingPage(call: Call, here: Here, version: number, errors?: FormErrors, values?: FormValues) {
  const now = today(call.now)
  const period = periodOf(found(here.view.onTable).terms)
  const isLong = period !== null && wholeMonths(period.from, period.to) >= parameter('fl.art13_16.min_months', now)
  const page = (
    <Ending
      base={here.base}
      version={version}
      side={here.party.side}
      earliest={earliestEnd(now)}
      year={Number(now.slice(0, 4))}
      isLong={isLong}
      {...(errors && { errors })}
      {...(values && { values })}
    />
  )
  return call.page(page, { reference: here.reference, status: errors ? 422 : 200 })
}
