import { Comparable } from '../../cases/pages/comparable.tsx'
import { comparableCases } from '../../cases/queries/published.ts'
import { sizeBand } from '../../cases/rules/draft.ts'
import { companyOf } from '../../companies/queries.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { anyone, operator } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { keepDraft, keepWords, rewordWorry, tellWorry } from '../actions/writing.ts'
import { WorryPage } from '../pages/worry.tsx'
import { NewWorry, Reword } from '../pages/write.tsx'
import { draftFor, nodesOf, worryFor, worryOfDesk } from '../queries.ts'
import { draftForm, WORRY_BYTES, worryForm } from '../rules/forms.ts'
import { confirmedWorks, liveNodes } from '../rules/nodes.ts'
import { structure } from '../rules/structure.ts'
import { ownCompanies, THERE, viewerOf, worryThere } from './viewing.ts'

const CASES_SHOWN = 3
const LONG = { bodyLimit: WORRY_BYTES }
/** Somebody who types for ten minutes saves six hundred times. */
const SAVING = { ...LONG, rate: { count: 3000, seconds: 600 } }
const TELLING = { ...LONG, rate: { count: 60, seconds: 600 } }

export const writing: Route[] = [
  get('/worries/new', anyone, async (call) => {
    const draft = await call.read((tx) => draftFor(tx, viewerOf(call)))
    return call.page(<NewWorry values={{ text: draft?.text }} />)
  }),

  post(
    '/worries/draft',
    anyone,
    (call) => saved(call, (text) => call.write((act) => keepDraft(act, viewerOf(call), text))),
    SAVING,
  ),

  post(
    '/worries',
    anyone,
    async (call) => {
      const form = call.form(worryForm)
      if (!form.ok) return call.page(<NewWorry values={form.values} errors={form.errors} />, { status: 422 })
      const { text } = form.data
      const told = { text, trees: structure(text) }
      return call.act(async (act) => `/worries/${await tellWorry(act, viewerOf(call), told)}`)
    },
    TELLING,
  ),

  // The address that the browser shows after a form came back with an error.
  get('/worries', anyone, (call) => call.go('/worries/new')),

  get(THERE, anyone, async (call) => {
    const id = call.id('worryId')
    const { worry, nodes } = await worryThere(call)
    const mayWrite = Boolean(await call.read((tx) => worryFor(tx, id, viewerOf(call), 'write')))
    const companies = await ownCompanies(call)
    const company = companies.length === 1 ? companies[0]! : null
    const removed = call.query('removed')
    const codes = confirmedWorks(liveNodes(nodes, worry.reading))
    const cases = await call.read(async (tx) => {
      const firm = company && (await companyOf(tx, company.id))
      const { industry = null, prefecture = null, employees = null } = firm ?? {}
      return comparableCases(tx, { codes, industry, prefecture, size: sizeBand(employees) }, CASES_SHOWN)
    })
    const beside = <Comparable cases={cases} level={2} />
    return call.page(<WorryPage {...{ worry, nodes, mayWrite, company, beside }} {...(removed && { removed })} />)
  }),

  get(`${THERE}/words`, anyone, async (call) => {
    const { worry } = await worryThere(call, 'write')
    return call.page(<Reword id={worry.id} version={worry.version} values={{ text: worry.text }} />)
  }),

  post(
    `${THERE}/draft`,
    anyone,
    (call) => saved(call, (text) => call.write((act) => keepWords(act, viewerOf(call), call.id('worryId'), text))),
    SAVING,
  ),

  post(
    `${THERE}/words`,
    anyone,
    async (call) => {
      const { worry } = await worryThere(call, 'write')
      const form = call.form(worryForm)
      if (!form.ok) {
        const page = <Reword id={worry.id} version={call.version} values={form.values} errors={form.errors} />
        return call.page(page, { status: 422 })
      }
      const { text } = form.data
      const told = { text, trees: structure(text) }
      return call.act(async (act) => {
        await rewordWorry(act, viewerOf(call), worry.id, call.version, told)
        return `/worries/${worry.id}`
      })
    },
    TELLING,
  ),

  get('/desk/worries/:worryId', operator, async (call) => {
    const id = call.id('worryId')
    const { worry, nodes } = await call.read(async (tx) => ({
      worry: found(await worryOfDesk(tx, id)),
      nodes: await nodesOf(tx, id),
    }))
    return call.page(<WorryPage worry={worry} nodes={nodes} mayWrite={false} company={null} />)
  }),
]

/** What a form sends by itself while somebody types: there is no page to answer with. */
async function saved(call: Call, keep: (text: string) => Promise<void>): Promise<Response> {
  const form = call.form(draftForm)
  if (!form.ok) return call.c.body(null, 422)
  await keep(form.data.text)
  return call.c.body(null, 204)
}
