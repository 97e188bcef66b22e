import { personOf } from '../../accounts/queries.ts'
import { markedProjects } from '../../applications/queries/interests.ts'
import { talksOfPerson } from '../../applications/queries/talks.ts'
import { withdrawCasesOf } from '../../cases/actions/cases.ts'
import type { Call } from '../../lib/web/call.ts'
import { signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { fittingFor } from '../../matching/actions/fitting.ts'
import { FittingProjects } from '../../matching/pages/fitting-projects.tsx'
import { ownTalentFacts } from '../../matching/queries/talents.ts'
import { closeThreadsOf } from '../../messages/actions/blocking.ts'
import { questionsOfPerson } from '../../projects/queries/questions.ts'
import { leave } from '../actions/leaving.ts'
import { changePerson } from '../actions/person.ts'
import { type JustDone, Me } from '../pages/home.tsx'
import { PersonPage, type PersonProps } from '../pages/person.tsx'
import { bindingsOf } from '../queries/leaving.ts'
import { ownTalent } from '../queries/own.ts'
import { leavingForm } from '../rules/leaving.ts'
import { personForm } from '../rules/person.ts'
import { AVAILABILITIES } from '../rules/words.ts'
import {
  applicationLines,
  askedLines,
  contractLines,
  markedLines,
  talkLines,
  talksToChoose,
  thingsOf,
  waitingOf,
} from './lines.ts'
import { nextIn } from './own.ts'

/** Projects on the home; the others are one tap away. */
const FITTING = 4

const ACTS: readonly JustDone[] = ['publication', 'hiding', 'pause', 'resumption', 'scouts', 'no-scouts']

export const homeRoutes: Route[] = [
  get('/me', signedIn, async (call) => {
    const { person, talent, facts, things, marked, asked, talks } = await call.read(async (tx) => ({
      facts: await ownTalentFacts(tx, call.accountId),
      person: await personOf(tx, call.accountId),
      talent: await ownTalent(tx, call.accountId),
      things: await thingsOf(tx, call.accountId, call.now),
      marked: await markedProjects(tx, call.accountId),
      asked: await questionsOfPerson(tx, call.accountId),
      talks: await talksOfPerson(tx, call.accountId),
    }))
    const ready = facts !== undefined && facts.codes.length > 0
    const fitting = ready ? await fittingFor(call.deps.db, facts, call.now, FITTING) : []
    return call.page(
      <Me
        name={person?.familyName ?? null}
        talent={talent}
        waiting={[...talksToChoose(talks, call.now), ...waitingOf(things)]}
        applications={applicationLines(things)}
        contracts={contractLines(things)}
        marked={markedLines(marked, call.now)}
        asked={[...talkLines(talks, call.now), ...askedLines(asked)]}
        fitting={<FittingProjects fitting={fitting} />}
        done={doneIn(call)}
      />,
    )
  }),

  get('/me/person', signedIn, async (call) => {
    const person = await call.read((tx) => personOf(tx, call.accountId))
    return personPage(call, { values: person ? valuesOf(person) : {}, saved: call.query('done') === 'person' })
  }),

  post('/me/person', signedIn, (call) => {
    const form = call.form(personForm)
    const next = nextIn(call)
    if (!form.ok) return personPage(call, { values: form.values, errors: form.errors })
    return call.act(async (act) => {
      await changePerson(act, call.accountId, form.data)
      return next ?? '/me/person?done=person'
    })
  }),

  post('/me/leaving', signedIn, async (call) => {
    const form = call.form(leavingForm)
    if (!form.ok) {
      const person = await call.read((tx) => personOf(tx, call.accountId))
      return personPage(call, { values: person ? valuesOf(person) : {}, leaving: form.errors })
    }
    await call.write(
      async (act) => {
        await leave(act, call.accountId)
        await withdrawCasesOf(act, call.accountId)
        await closeThreadsOf(act, call.accountId)
      },
      { power: 'system' },
    )
    await call.house.signOut(call)
    return call.go('/sign-in?left=yes')
  }),
]

/** Who somebody is, and how to leave: what still goes on is said before anybody tries. */
async function personPage(call: Call, shown: Pick<PersonProps, 'values' | 'errors' | 'saved' | 'leaving'>) {
  const bindings = await call.read((tx) => bindingsOf(tx, call.accountId, call.now))
  const status = shown.errors || shown.leaving ? 422 : 200
  return call.page(<PersonPage {...shown} bindings={bindings} next={nextIn(call)} />, { status })
}

type Person = NonNullable<Awaited<ReturnType<typeof personOf>>>

function valuesOf({ familyName, givenName, familyKana, givenKana, phone, address }: Person) {
  return { familyName, givenName, familyKana, givenKana, phone, address }
}

function doneIn(call: Call) {
  const act = ACTS.find((one) => one === call.query('done'))
  const before = AVAILABILITIES.find(({ id }) => id === call.query('before'))?.id
  return act && { act, before }
}
