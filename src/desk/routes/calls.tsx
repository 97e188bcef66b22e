import { personOf } from '../../accounts/queries.ts'
import { fullName } from '../../accounts/rules.ts'
import { waitingSigningCalls } from '../../contracts/queries/signing.ts'
import type { Tx } from '../../lib/db.ts'
import { anyone, operator } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { projectNumber } from '../../projects/rules/state.ts'
import { askForCall, callBack } from '../actions.ts'
import { AskForCall, CallAsked, CallList, type ListedCall } from '../pages/calls.tsx'
import { numbersOf, returnedCalls, waitingCalls } from '../queries.ts'
import { callForm, pageOf, projectOfPage, toldPage, WISHES } from '../rules.ts'
import type { Consultation } from '../schema.ts'

/** A visitor may leave a number, but never read one back: so the program writes it down for them. */
const SYSTEM = { power: 'system' } as const

/** 人に相談する, and calling back. */
export const callRoutes: Route[] = [
  get('/calls/new', anyone, async (call) => {
    const from = pageOf(call.query('from'))
    const { account } = call.who
    const person = account && (await call.read((tx) => personOf(tx, account.id)))
    const values = person ? { name: fullName(person), phone: person.phone } : {}
    return call.page(<AskForCall from={from} values={values} />)
  }),

  post(
    '/calls',
    anyone,
    async (call) => {
      const form = call.form(callForm)
      if (!form.ok) {
        const from = pageOf([form.values.from].flat()[0])
        return call.page(<AskForCall from={from} values={form.values} errors={form.errors} />, { status: 422 })
      }
      const { from, ...asked } = form.data
      const page = pageOf(from)
      return call.act(async (act) => {
        await askForCall(act, { ...asked, page: toldPage(page) })
        return `/calls/asked?${new URLSearchParams({ wish: asked.wish, from: page })}`
      }, SYSTEM)
    },
    { rate: { count: 20, seconds: 3600 } },
  ),

  // The address that the browser shows after the form came back with an error.
  get('/calls', anyone, (call) => call.go('/calls/new')),

  get('/calls/asked', anyone, (call) => {
    const wish = WISHES.find(({ value }) => value === call.query('wish'))?.value ?? 'soon'
    // The demo's number answers nobody, at no hour.
    const { supportHours, mode } = call.deps.config
    const hours = mode === 'demo' ? '' : supportHours
    return call.page(<CallAsked wish={wish} from={pageOf(call.query('from'))} hours={hours} />)
  }),

  get('/desk/calls', operator, async (call) => {
    const lists = await call.read(async (tx) => ({
      waiting: await referred(tx, await waitingCalls(tx)),
      signing: await waitingSigningCalls(tx),
      done: await returnedCalls(tx),
    }))
    return call.page(<CallList {...lists} />)
  }),

  post('/desk/calls/:callId/call-back', operator, (call) =>
    call.act(async (act) => {
      await callBack(act, call.id('callId'))
      return '/desk/calls'
    }),
  ),
]

/** Calls with the number of the project that the screen was about. */
export async function referred(tx: Tx, calls: readonly Consultation[]): Promise<ListedCall[]> {
  const ids = calls.map(({ page }) => projectOfPage(page))
  const numbers = await numbersOf(
    tx,
    ids.filter((id) => id !== null),
  )
  return calls.map((call, at) => {
    const number = numbers.get(ids[at] ?? '')
    return { ...call, reference: number === undefined ? null : projectNumber({ number }) }
  })
}
