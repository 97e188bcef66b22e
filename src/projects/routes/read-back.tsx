import { companyOf } from '../../companies/queries.ts'
import type { Tx } from '../../lib/db.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, NotThere } from '../../lib/web/errors.ts'
import { mayDo, orAssisted, reader, tasked } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { entriesOf, sessionOf } from '../../mandates/queries/entries.ts'
import { afterDays, assistantName, ENTRY_DAYS, isUnsettled } from '../../mandates/rules.ts'
import type { Entry } from '../../mandates/schema.ts'
import { confirmSession, takeBack } from '../actions/taking-back.ts'
import { ReadBackPage } from '../pages/read-back.tsx'
import { enteredThings } from '../queries/entered.ts'

const PATH = '/companies/:companyId/assistance/:sessionId'

/** What was entered in a session, to be read back. */
export const readBackRoutes: Route[] = [
  get(PATH, orAssisted(reader('companyId'), 'look'), async (call) => {
    const [companyId, id] = [call.id('companyId'), call.id('sessionId')]
    const { assisted } = call.who
    if (assisted && assisted.id !== id) throw new NotThere()
    const session = found(await call.readAsSystem((tx) => sessionOf(tx, companyId, id)))
    const { company, entries, things } = await call.read((tx) => entered(tx, companyId, id))
    const open = entries.filter(isUnsettled)
    const until = open.length > 0 ? afterDays(open[0]!.at, ENTRY_DAYS) : null
    return call.page(
      <ReadBackPage
        base={`/companies/${companyId}/assistance`}
        url={`${call.deps.config.publicUrl}/companies/${companyId}/assistance/${id}`}
        sessionId={id}
        company={found(company).name}
        who={assistantName(session)}
        startedAt={session.startedAt}
        things={things}
        settled={settledOf(entries, until, call.now)}
        until={until}
        mayAct={assisted === null && mayDo(call.who, 'post')}
        typing={assisted !== null}
      />,
    )
  }),

  post(`${PATH}/confirmation`, tasked('post'), (call) => settle(call, confirmSession)),
  post(`${PATH}/undoing`, tasked('post'), (call) => settle(call, takeBack)),
]

async function entered(tx: Tx, companyId: string, sessionId: string) {
  const entries = await entriesOf(tx, companyId, sessionId)
  return { entries, company: await companyOf(tx, companyId), things: await enteredThings(tx, companyId, entries) }
}

function settle(call: Call, act: typeof takeBack): Promise<Response> {
  const [companyId, id] = [call.id('companyId'), call.id('sessionId')]
  return call.act(async (open) => {
    await act(open, companyId, id)
    return `/companies/${companyId}/assistance/${id}`
  })
}

function settledOf(entries: readonly Entry[], until: Date | null, now: Date): 'open' | 'confirmed' | 'undone' | 'late' {
  if (until) return until > now ? 'open' : 'late'
  const last = (name: 'undoneAt' | 'confirmedAt') => Math.max(...entries.map((entry) => entry[name]?.getTime() ?? 0))
  return last('undoneAt') > last('confirmedAt') ? 'undone' : 'confirmed'
}
