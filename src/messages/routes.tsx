import { applicationOfCompany, applicationOfPerson } from '../applications/queries/applications.ts'
import { asToldToTalent, type Side, stateOf } from '../applications/rules/state.ts'
import type { Application } from '../applications/schema.ts'
import type { Tx } from '../lib/db.ts'
import type { Call } from '../lib/web/call.ts'
import { found } from '../lib/web/errors.ts'
import { type Guard, member, reader, signedIn } from '../lib/web/guard.ts'
import { get, post, type Route } from '../lib/web/route.ts'
import { readMessages, sendMessage } from './actions.ts'
import { ThreadPage } from './pages/thread.tsx'
import { messagesOf } from './queries.ts'
import { messageForm, threadFor } from './rules/thread.ts'

const COMPANY = '/companies/:companyId/applications/:applicationId'
const PERSON = '/me/applications/:applicationId'

export const routes: Route[] = [
  ...thread(COMPANY, 'company', reader('companyId'), member('companyId')),
  ...thread(PERSON, 'talent', signedIn, signedIn),
]

/** The same three addresses on either side. */
function thread(path: string, side: Side, readers: Guard, writers: Guard): Route[] {
  return [
    get(`${path}/messages`, readers, (call) => showThread(call, side)),

    post(`${path}/messages`, writers, async (call) => {
      const form = call.form(messageForm)
      if (!form.ok) return showThread(call, side, { values: form.values, errors: form.errors })
      return call.act(async (act) => {
        await sendMessage(act, side, found(await applicationFor(act.tx, call, side)), form.data.body)
        return `${homeOf(call, side)}/messages`
      })
    }),

    post(`${path}/messages/reading`, writers, (call) =>
      call.act(async (act) => {
        await readMessages(act, side, found(await applicationFor(act.tx, call, side)))
        return `${homeOf(call, side)}/messages`
      }),
    ),
  ]
}

type Back = { values: Record<string, string | string[]>; errors: Record<string, string> }

async function showThread(call: Call, side: Side, back?: Back): Promise<Response> {
  const { application, lines } = await call.read(async (tx) => {
    const application = found(await applicationFor(tx, call, side))
    return { application, lines: threadFor(side, application, await messagesOf(tx, application.id)) }
  })
  const mayAct = side === 'talent' || call.who.role !== 'viewer'
  const props = { application, side, lines, home: homeOf(call, side), mayAct }
  return call.page(<ThreadPage {...props} {...back} />, { status: back ? 422 : 200 })
}

/** The application as this side knows it; a draft has nobody to write to. */
async function applicationFor(tx: Tx, call: Call, side: Side): Promise<Application | undefined> {
  const id = call.id('applicationId')
  if (side === 'company') return applicationOfCompany(tx, call.id('companyId'), id)
  const own = await applicationOfPerson(tx, call.accountId, id)
  return own && stateOf(own) !== 'draft' ? asToldToTalent(own, call.now) : undefined
}

function homeOf(call: Call, side: Side): string {
  const id = call.id('applicationId')
  return side === 'company' ? `/companies/${call.id('companyId')}/applications/${id}` : `/me/applications/${id}`
}
