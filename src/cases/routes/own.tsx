import { companyOf } from '../../companies/queries.ts'
import { type ContractView, contractOf } from '../../contracts/queries/one.ts'
import { contractPath, type Party } from '../../contracts/rules/side.ts'
import { contractReference } from '../../contracts/rules/state.ts'
import type { Tx } from '../../lib/db.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { member, reader, signedIn } from '../../lib/web/guard.ts'
import { pictureAnswer } from '../../lib/web/picture-answer.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { projectOfCompany } from '../../projects/queries/projects.ts'
import { projectNumber } from '../../projects/rules/state.ts'
import { chooseOpenness, withdrawCase } from '../actions/cases.ts'
import { agreeToStory, withdrawStory } from '../actions/stories.ts'
import { NoCaseYet, OwnCase, WithdrawCase } from '../pages/own.tsx'
import type { SeenStory } from '../pages/story-making.tsx'
import { caseOf, caseOfProject, postedOf } from '../queries/cases.ts'
import { photoOfStory, storyOf } from '../queries/stories.ts'
import { type Exposed, exposedIn } from '../rules/exposed.ts'
import { opennessForm } from '../rules/forms.ts'
import type { Called } from '../rules/names.ts'
import { stateOfCase } from '../rules/openness.ts'
import type { Case } from '../schema.ts'

/** Where a case hangs, as one side looks at it. */
type Here = {
  readonly base: string
  readonly reference: string
  readonly row: Case | null
  readonly exposed: Exposed | null
  readonly story: SeenStory
  /** Over, and both may still look back on it. */
  readonly waits: boolean
}
type Place = { readonly party: Party; readonly here: (tx: Tx) => Promise<Here> }
type PlaceOf = (call: Call) => Place

/** The case of a contract, for one of its sides. */
function ofContract(partyOf: (call: Call) => Party): PlaceOf {
  return (call) => {
    const party = partyOf(call)
    const id = call.id('contractId')
    return {
      party,
      async here(tx) {
        const view = found(await contractOf(tx, party, id))
        const isOver = view.state === 'ended' || view.state === 'ended-early'
        return {
          base: contractPath(party, id),
          reference: contractReference(view.contract.number),
          ...(await readBy(tx, await caseOf(tx, party, id), calledIn(view))),
          waits: isOver && view.contract.sealedAt !== null,
        }
      },
    }
  }
}

const ofCompany = ofContract((call) => ({ side: 'company', companyId: call.id('companyId') }))
const ofTalent = ofContract((call) => ({ side: 'talent', accountId: call.accountId }))

/** The case of a project for which nobody was found: the company alone decides. */
const ofProject: PlaceOf = (call) => {
  const [companyId, id] = [call.id('companyId'), call.id('projectId')]
  return {
    party: { side: 'company', companyId },
    async here(tx) {
      const project = found(await projectOfCompany(tx, companyId, id))
      const row = found(await caseOfProject(tx, companyId, id))
      const company = await companyOf(tx, companyId)
      return {
        base: `/companies/${companyId}/projects/${id}`,
        reference: projectNumber(project),
        ...(await readBy(tx, row, { companies: [company?.name ?? '', project.posterName ?? ''], people: [] })),
        waits: false,
      }
    },
  }
}

function caseRoutes(path: string, guards: { reads: Route['guard']; acts: Route['guard'] }, placeOf: PlaceOf): Route[] {
  return [
    get(path, guards.reads, async (call) => {
      const { party, here } = placeOf(call)
      const seen = await call.read(here)
      if (!seen.row && seen.waits) {
        return call.page(<NoCaseYet base={seen.base} />, { reference: seen.reference })
      }
      return call.page(<OwnCase {...caseIn(call, seen)} side={party.side} />, { reference: seen.reference })
    }),

    post(path, guards.acts, async (call) => {
      const { party, here } = placeOf(call)
      const seen = await call.read(here)
      const about = caseIn(call, seen)
      const form = call.form(opennessForm)
      if (!form.ok) {
        const { values, errors } = form
        const page = <OwnCase {...about} side={party.side} values={values} errors={errors} />
        return call.page(page, { reference: seen.reference, status: 422 })
      }
      return call.act(async (act) => {
        await chooseOpenness(act, party, about.row.id, call.version, form.data, call.accountId)
        return `${about.base}/case`
      })
    }),

    get(`${path}/withdrawal`, guards.acts, async (call) => {
      const seen = await call.read(placeOf(call).here)
      const { base, row } = caseIn(call, seen)
      if (stateOfCase(row) === 'withdrawn') return call.go(`${base}/case`)
      return call.page(<WithdrawCase base={base} row={row} />, { reference: seen.reference })
    }),

    post(`${path}/withdrawal`, guards.acts, async (call) => {
      const { party, here } = placeOf(call)
      const { base, row } = caseIn(call, await call.read(here))
      return call.act(async (act) => {
        await withdrawCase(act, party, row.id)
        return `${base}/case`
      })
    }),

    post(`${path}/story`, guards.acts, async (call) => {
      const { party, here } = placeOf(call)
      const { base, row } = caseIn(call, await call.read(here))
      return call.act(async (act) => {
        await agreeToStory(act, party, row, call.version)
        return `${base}/case#story`
      })
    }),

    post(`${path}/story/withdrawal`, guards.acts, async (call) => {
      const { party, here } = placeOf(call)
      const { base, row } = caseIn(call, await call.read(here))
      return call.act(async (act) => {
        await withdrawStory(act, party, row)
        return `${base}/case`
      })
    }),

    get(`${path}/story/photo`, guards.reads, async (call) => {
      const { here } = placeOf(call)
      const photo = await call.read(async (tx) => photoOfStory(tx, caseIn(call, await here(tx)).row.id))
      return pictureAnswer(call, found(photo))
    }),
  ]
}

async function readBy(tx: Tx, row: Case | null, called: Called) {
  const exposed = row && exposedIn(row, called, await postedOf(tx, row))
  return { row, exposed, story: row && (await storyOf(tx, row.id)) }
}

function caseIn(call: Call, { base, row, exposed, story }: Here) {
  if (!row || !exposed) {
    const sentence = '事例は、両者のふりかえりがそろうとできます。'
    throw new TooLate(sentence, { href: `${base}/review`, label: 'ふりかえりへ' })
  }
  return { base, row, acts: call.who.role !== 'viewer', exposed, story }
}

const companyGuards = { reads: reader('companyId'), acts: member('companyId') }

export const ownRoutes: Route[] = [
  ...caseRoutes('/companies/:companyId/contracts/:contractId/case', companyGuards, ofCompany),
  ...caseRoutes('/companies/:companyId/projects/:projectId/case', companyGuards, ofProject),
  ...caseRoutes('/me/contracts/:contractId/case', { reads: signedIn, acts: signedIn }, ofTalent),
]

/** What the two sides are called in the contract, which both know. */
function calledIn({ company, onTable }: ContractView): Called {
  const terms = onTable?.terms
  return { companies: [company.name, terms?.companyName ?? ''], people: [terms?.talentName ?? ''] }
}
