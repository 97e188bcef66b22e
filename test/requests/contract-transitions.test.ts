import { and, eq, gt } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { accountId, companyId } from '../../seed/cast.ts'
import { agree, dropContract, wantChange } from '../../src/contracts/actions/agreeing.ts'
import { proposeTerms, saveTerms } from '../../src/contracts/actions/drafting.ts'
import { endOnDay, finishContract, giveNotice, proposeFinish } from '../../src/contracts/actions/ending.ts'
import { keepDocument } from '../../src/contracts/actions/sealing.ts'
import { contractForProgram } from '../../src/contracts/queries/one.ts'
import type { Party, Side } from '../../src/contracts/rules/side.ts'
import { type ContractAct, may, STATES, type State, stateOf, TRANSITIONS } from '../../src/contracts/rules/state.ts'
import { contractDocuments, contracts } from '../../src/contracts/schema.ts'
import { history } from '../../src/history/schema.ts'
import { type Act, actOf } from '../../src/lib/act.ts'
import { type Actor, asActor, asOwner, type Tx } from '../../src/lib/db.ts'
import { legalDate } from '../../src/lib/time.ts'
import { TooLate } from '../../src/lib/web/errors.ts'
import { acceptedApplication, agreeAs, fillIn, propose, sealedContract } from '../fixtures/contracts.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const owner = await house.as('nakamura')
const person = await house.as('tanaka')
const [company, talent] = [companyId('craft'), accountId('tanaka')]

/** A contract in each state, brought there by the door. */
const builders: Record<State, () => Promise<{ contractId: string }>> = {
  draft: () => acceptedApplication(house),
  proposed: () => proposed(),
  async returned() {
    const contract = await proposed()
    await fillIn(person, `${contract.talent}/change`, `${contract.talent}/change`, { words: '時間を短く' })
    return contract
  },
  async agreed() {
    const contract = await proposed()
    await agreeAs(house, owner, contract.company)
    await agreeAs(house, person, contract.talent)
    return contract
  },
  sealed: () => sealedContract(house, owner, person),
  async ended() {
    const contract = await sealedContract(house, owner, person)
    await fillIn(owner, `${contract.company}/finish`, `${contract.company}/finish`)
    await fillIn(person, `${contract.talent}/finish`, `${contract.talent}/finish`)
    return contract
  },
  async 'ended-early'() {
    const contract = await proposed()
    await fillIn(person, `${contract.talent}/withdrawal`, `${contract.talent}/withdrawal`, { reason: '都合が変わった' })
    return contract
  },
}

async function proposed() {
  const contract = await acceptedApplication(house)
  await propose(owner, contract)
  return contract
}

type Seen = NonNullable<Awaited<ReturnType<typeof contractForProgram>>>
type Who = Side | 'program'
const FAR = legalDate('2027-02-01')

/** Each act as the one who does it; a side names itself where the act asks for whom. */
const ACTS: Record<ContractAct, (act: Act, who: Who, seen: Seen) => Promise<unknown>> = {
  'save-terms': (act, who, { contract, versions }) =>
    saveTerms(act, idOf(who), contract.id, contract.version, { ...versions.at(-1)!.terms, place: '別の場所' }),
  async propose(act, who, { contract, versions }) {
    const terms = { ...versions.at(-1)!.terms, place: '別の場所' }
    const version = await saveTerms(act, idOf(who), contract.id, contract.version, terms)
    await proposeTerms(act, idOf(who), contract.id, version)
  },
  'want-change': (act, who, { contract, versions }) =>
    wantChange(act, idOf(who), contract.id, versions.at(-1)!.id, '短く'),
  agree: (act, who, { contract, versions }) => {
    const { id: versionId, sha256 } = versions.at(-1)!
    return agree(
      act,
      partyOf(who),
      contract.id,
      { versionId, sha256: sha256 ?? '' },
      { accountId: idOf(who), proof: 'passkey' },
    )
  },
  drop: (act, who, { contract }) => dropContract(act, partyOf(who), contract.id, contract.version, 'わけ'),
  seal: (act, _, { contract, versions }) => {
    const document = { pdf: new Uint8Array([1]), sha256: 'x', sealedAt: act.now }
    return keepDocument(act, contract.id, { versionId: versions.at(-1)!.id, ...document })
  },
  'propose-finish': (act, who, { contract }) => proposeFinish(act, partyOf(who), contract.id, contract.version),
  finish: (act, who, { contract }) => finishContract(act, partyOf(who), contract.id, contract.version, true),
  'give-notice': (act, who, { contract }) =>
    giveNotice(act, partyOf(who), contract.id, contract.version, { endsOn: FAR, reason: 'わけ' }),
  async 'end-on-day'(act, _, { contract }) {
    await endOnDay(act, contract.id)
  },
}

const PROGRAM: readonly ContractAct[] = ['seal', 'end-on-day']

// The agreed one comes last: the work that is left when the others are made would seal it.
describe.each([
  ...STATES.filter((state) => state !== 'agreed'),
  'agreed' as const,
])('a contract that is %s', async (state) => {
  const { contractId } = await builders[state]()

  for (const { act } of TRANSITIONS) {
    for (const who of PROGRAM.includes(act) ? (['program'] as const) : (['company', 'talent'] as const)) {
      const row = TRANSITIONS.find((one) => one.act === act)!
      test(`${who}: ${act} ${may(act, state, who) ? 'leads on' : 'is too late'}`, async () => {
        const { before, after, error } = await tried(act, who, contractId)
        expect(before.state).toBe(state)
        if (may(act, state, who)) {
          expect(error).toBeNull()
          expect(row.to).toContain(after.state)
          expect(after.acts).toBe(act === 'save-terms' ? 0 : 1)
        } else {
          if (who !== 'program') expect(error).toBeInstanceOf(TooLate)
          expect(after).toEqual(before)
        }
      })
    }
  }
})

class Undo extends Error {}

/** Does one act in a transaction that leaves nothing behind. */
async function tried(name: ContractAct, who: Who, contractId: string) {
  // The day that was announced has to be over before the program may end a contract by it.
  const now = name === 'end-on-day' ? new Date(house.now().getTime() + 200 * 86_400_000) : house.now()
  const seen = await asOwner(house.db, async (tx) => {
    if (name === 'end-on-day') await tx.update(contracts).set({ endsOn: FAR }).where(eq(contracts.id, contractId))
    return (await contractForProgram(tx, contractId))!
  })
  const before = await asOwner(house.db, (tx) => look(tx, contractId, 0))
  let error: unknown = null
  let after = before
  const outcome = asActor(house.db, actorOf(who), who === 'company' ? company : null, async (tx) => {
    const act = actOf(house.deps, tx, actorOf(who).id, who === 'company' ? company : null, now)
    error = await ACTS[name](act, who, seen).then(
      () => null,
      (reason: unknown) => reason,
    )
    if (error === null) await tx.execute("select set_config('app.power', 'system', true)")
    // What an act throws is rolled back with it.
    if (error === null) after = await look(tx, contractId, before.last)
    throw new Undo()
  })
  await outcome.catch((reason: unknown) => {
    if (!(reason instanceof Undo)) throw reason
  })
  return { before: { ...before, last: 0 }, after: { ...after, last: 0 }, error }
}

/** All that an act may change. */
async function look(tx: Tx, contractId: string, since: number) {
  const { contract, versions, onTable } = (await contractForProgram(tx, contractId))!
  const documents = await tx.select().from(contractDocuments).where(eq(contractDocuments.contractId, contractId))
  const rows = await tx
    .select({ id: history.id })
    .from(history)
    .where(and(eq(history.subjectId, contractId), gt(history.id, since)))
  const last = Math.max(since, ...rows.map(({ id }) => id))
  return {
    state: stateOf(contract, onTable),
    contract,
    versions,
    documents: documents.length,
    acts: since ? rows.length : 0,
    last,
  }
}

function actorOf(who: Who): Actor {
  if (who === 'program') return { id: null, power: 'system' }
  return { id: who === 'company' ? accountId('nakamura') : talent, power: 'person' }
}

function idOf(who: Who): string {
  return who === 'company' ? company : talent
}

function partyOf(who: Who): Party {
  return who === 'company' ? { side: 'company', companyId: company } : { side: 'talent', accountId: talent }
}
