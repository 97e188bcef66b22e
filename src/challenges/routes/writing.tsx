import { Comparable } from '../../cases/pages/comparable.tsx'
import { comparableCases } from '../../cases/queries/published.ts'
import { sizeBand } from '../../cases/rules/draft.ts'
import { companyOf } from '../../companies/queries.ts'
import type { Call } from '../../lib/web/call.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { marksOf, unconfirmedIn } from '../../mandates/queries/entries.ts'
import { addPhoto, typedByAssistant } from '../actions/photos.ts'
import { keepDraft, keepWords, rewordWorry, tellWorry } from '../actions/writing.ts'
import { WorryPage } from '../pages/worry.tsx'
import { NewWorry, Reword } from '../pages/write.tsx'
import { answersOf } from '../queries/answers.ts'
import { awayPhotos, photosOf } from '../queries/photos.ts'
import { askedOf } from '../queries/together.ts'
import { draftFor, worryFor } from '../queries.ts'
import { draftForm, WORRY_BYTES, worryForm } from '../rules/forms.ts'
import { confirmedWorks, liveNodes } from '../rules/nodes.ts'
import { treesFrom } from '../rules/said.ts'
import type { Worry } from '../schema.ts'
import { suggestedFor } from './suggesting.ts'
import { TELLING, toldIn } from './telling.ts'
import { type Door, homeAt, OWN, originsOf, ownCompanies, THERE, viewerOf, worryThere } from './viewing.ts'

const CASES_SHOWN = 3
const LONG = { bodyLimit: WORRY_BYTES }
/** Somebody who types for ten minutes saves six hundred times. */
const SAVING = { ...LONG, rate: { count: 3000, seconds: 600 } }

export const writing: Route[] = [
  get('/worries/new', anyone, async (call) => {
    const draft = await call.read((tx) => draftFor(tx, viewerOf(call)))
    return call.page(<NewWorry values={{ text: draft?.text }} model={call.deps.model !== null} />)
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
      const { told, again } = await toldIn(call)
      if (!told) return call.page(<NewWorry {...again} model={call.deps.model !== null} />, { status: 422 })
      const { text, model, picture } = told
      const suggested = await suggestedFor(call, text, model)
      const trees = treesFrom(text, [], suggested)
      // Once: a browser that comes for the first time gets its name by being asked for it.
      const viewer = viewerOf(call)
      return call.act(async (act) => {
        const id = await tellWorry(act, viewer, { text, trees, isHelped: suggested.length > 0 })
        if (picture) await addPhoto(act, viewer, id, picture)
        return `/worries/${id}`
      })
    },
    TELLING,
  ),

  // The address that the browser shows after a form came back with an error.
  get('/worries', anyone, (call) => call.go('/worries/new')),

  get(THERE, anyone, async (call) => {
    const id = call.id('worryId')
    const there = await worryThere(call)
    const { worry, nodes } = there
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
    const answers = await call.read((tx) => answersOf(tx, worry.id))
    const photos = await call.read((tx) => photosOf(tx, worry.id))
    const lost = mayWrite ? await call.read((tx) => awayPhotos(tx, worry.id)) : []
    const away = lost.find((id) => id === call.query('photo'))
    const marks = mayWrite ? await marksOn(call, worry) : {}
    const typed = worry.companyId && Object.keys(marks).length > 0
    const session = typed ? await call.readAsSystem((tx) => unconfirmedIn(tx, worry.companyId!, id)) : undefined
    const entered = session && `/companies/${worry.companyId}/assistance/${session}`
    const origins = { ...(await originsOf(call, there)), marks }
    const asked = await call.readAsSystem((tx) => askedOf(tx, worry, call.now))
    const beside = <Comparable cases={cases} level={2} />
    return call.page(
      <WorryPage
        {...{ worry, nodes, origins, asked, answers, photos, mayWrite, mayAnswer: mayWrite, company, beside }}
        {...{ marks, entered }}
        {...(removed && { removed })}
        {...(away && { away })}
      />,
    )
  }),

  post(
    `${THERE}/draft`,
    anyone,
    (call) => {
      const version = call.body.version === undefined ? null : call.version
      return saved(call, (text) =>
        call.write((act) => keepWords(act, viewerOf(call), call.id('worryId'), text, version)),
      )
    },
    SAVING,
  ),
]

/** The words put anew, by the door of who may write. A tool outside reads them only where the owner agrees. */
export function wordsAt(door: Door): Route[] {
  const isOwn = door === OWN
  const ofModel = (call: Call) => isOwn && call.deps.model !== null
  return [
    get(`${door.there}/words`, door.write, async (call) => {
      const { worry } = await worryThere(call, 'write', door)
      const marks = isOwn ? await marksOn(call, worry) : {}
      const page = { home: homeAt(call, door), version: worry.version, values: { text: worry.text }, isOwn, marks }
      return call.page(<Reword {...page} model={ofModel(call)} />)
    }),

    post(
      `${door.there}/words`,
      door.write,
      async (call) => {
        const { worry } = await worryThere(call, 'write', door)
        const home = homeAt(call, door)
        const form = call.form(worryForm)
        if (!form.ok) {
          const page = { home, version: call.version, values: form.values, errors: form.errors, isOwn }
          return call.page(<Reword {...page} model={ofModel(call)} />, { status: 422 })
        }
        const { text, model } = form.data
        const answers = await call.read((tx) => answersOf(tx, worry.id))
        const suggested = isOwn ? await suggestedFor(call, text, model) : []
        const told = { text, trees: treesFrom(text, answers, suggested), isHelped: suggested.length > 0 }
        return call.act(async (act) => {
          await rewordWorry(act, viewerOf(call, door), worry.id, call.version, told)
          await typedByAssistant(act, worry.id)
          return home
        })
      },
      { ...LONG, rate: TELLING.rate },
    ),
  ]
}

/** Who typed what of a worry for its owner, where nobody confirmed it yet. */
async function marksOn(call: Call, { id, companyId }: Pick<Worry, 'id' | 'companyId'>) {
  return companyId === null ? {} : call.readAsSystem((tx) => marksOf(tx, id))
}

/** What a form sends by itself while somebody types: there is no page to answer with. */
async function saved(call: Call, keep: (text: string) => Promise<void>): Promise<Response> {
  const form = call.form(draftForm)
  if (!form.ok) return call.c.body(null, 422)
  await keep(form.data.text)
  return call.c.body(null, 204)
}
