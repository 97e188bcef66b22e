import {
  chooseLetters,
  makeSpokenCode,
  markTold,
  spokenCodeOf,
  writeDownPerson,
} from '../../accounts/actions/spoken.ts'
import { letterToTell, liveSpokenCode, peopleWithoutMail, personWithoutMail } from '../../accounts/queries/spoken.ts'
import { lettersForm, PAPER, spokenPersonForm } from '../../accounts/rules/spoken.ts'
import { record } from '../../history/actions.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { operator } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { hrefOf } from '../../notices/queries.ts'
import { NewPerson, PeopleWithoutMail, PersonWithoutMail, PrintedLetter, SpokenCode } from '../pages/people.tsx'

/** Codes are the program's own table. */
const SYSTEM = { power: 'system' } as const

/** People without a mail address: written down, let in, and told by telephone. */
export const peopleRoutes: Route[] = [
  get('/desk/people', operator, async (call) =>
    call.page(<PeopleWithoutMail people={await call.read(peopleWithoutMail)} />),
  ),

  get('/desk/people/new', operator, (call) => call.page(<NewPerson />)),

  post('/desk/people', operator, async (call) => {
    const form = call.form(spokenPersonForm)
    if (!form.ok) return call.page(<NewPerson values={form.values} errors={form.errors} />, { status: 422 })
    return call.act(async (act) => {
      const id = await writeDownPerson(act, form.data)
      await record(act, 'person.written-down', { kind: 'account', id })
      return `/desk/people/${id}`
    })
  }),

  get('/desk/people/:accountId', operator, async (call) =>
    call.page(<PersonWithoutMail person={await personHere(call)} />),
  ),

  /** By telephone, or on paper: as the person wishes. */
  post('/desk/people/:accountId/letters', operator, async (call) => {
    const person = await personHere(call)
    const form = call.form(lettersForm)
    if (!form.ok) {
      return call.page(<PersonWithoutMail person={person} values={form.values} errors={form.errors} />, { status: 422 })
    }
    const { way, address } = form.data
    return call.act(async (act) => {
      await chooseLetters(act, person.id, way === PAPER ? address : null)
      await record(act, 'person.letters-chosen', { kind: 'account', id: person.id }, { way })
      return `/desk/people/${person.id}#letters`
    }, SYSTEM)
  }),

  post('/desk/people/:accountId/code', operator, async (call) => {
    const { id } = await personHere(call)
    return call.act(async (act) => {
      const code = await makeSpokenCode(act, id, call.accountId, call.deps.secrets)
      await record(act, 'spoken-code.made', { kind: 'account', id }, { code })
      return `/desk/people/${id}/code`
    }, SYSTEM)
  }),

  get('/desk/people/:accountId/code', operator, async (call) => {
    const person = await personHere(call)
    const code = await call.readAsSystem((tx) => liveSpokenCode(tx, person.id, call.accountId, call.now))
    if (!code) return call.go(`/desk/people/${person.id}`)
    const digits = spokenCodeOf(code.id, call.deps.secrets)
    const url = `${call.deps.config.publicUrl}/sign-in/spoken`
    return call.page(<SpokenCode person={person} digits={digits} until={code.expiresAt} url={url} />)
  }),

  post('/desk/letters/:letterId/telling', operator, (call) => told(call, 'toldAt', 'letter.told')),

  get('/desk/letters/:letterId', operator, async (call) => {
    const id = call.id('letterId')
    const letter = await call.read((tx) => letterToTell(tx, id))
    if (!letter) throw new TooLate('この手紙は、もう伝えたか、送りました。', { href: '/desk', label: '事務局' })
    const path = await call.readAsSystem((tx) => hrefOf(tx, letter.key))
    const url = path && `${call.deps.config.publicUrl}${path}`
    return call.page(<PrintedLetter letter={letter} url={url} now={call.now} />)
  }),

  post('/desk/letters/:letterId/posting', operator, (call) => told(call, 'postedAt', 'letter.posted')),
]

/** By telephone, or by post. */
function told(call: Call, how: 'toldAt' | 'postedAt', act: string) {
  return call.act(async (open) => {
    const id = call.id('letterId')
    await markTold(open, id, how)
    await record(open, act, { kind: 'letter', id })
    return '/desk'
  })
}

async function personHere(call: Call) {
  const id = call.id('accountId')
  return found(await call.read((tx) => personWithoutMail(tx, id)))
}
