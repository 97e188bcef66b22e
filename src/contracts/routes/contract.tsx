import { type Duty, dutiesOf } from '../../law/duties.ts'
import type { Terms } from '../../law/terms.ts'
import { type LegalDate, today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { mayDo, readerOfApplicants, signedIn } from '../../lib/web/guard.ts'
import { get, type Route } from '../../lib/web/route.ts'
import { noteOf, notesForNext, roleOfContract } from '../../works/queries/handover.ts'
import { ownReviews, unconfirmedOf } from '../../works/queries/works.ts'
import { isSent, mayHandOver } from '../../works/rules/handover.ts'
import { unreviewed } from '../../works/rules/reviews.ts'
import { ContractPage } from '../pages/contract.tsx'
import type { Handovers } from '../pages/handovers.tsx'
import { othersOfTheSame } from '../queries/lists.ts'
import { type ContractView, documentOf } from '../queries/one.ts'
import { forReader, nextOf } from '../rules/next.ts'
import { monthsWithRenewals, overlaps, type Period, periodOf } from '../rules/periods.ts'
import type { Party } from '../rules/side.ts'
import { contractNumber } from '../rules/state.ts'
import { asCompany, asTalent, contractHere, type PartyHandler } from './here.ts'

type Other = { number: string; period: Period; live: boolean }

const show: PartyHandler = async (call, party) => {
  const { base, view, reference } = await contractHere(call, party)
  const { others, months, reviews } = await call.read(async (tx) => ({
    others: await othersOfTheSame(tx, view.contract),
    months: party.side === 'company' ? await unconfirmedOf(tx, party.companyId) : [],
    reviews: await ownReviews(tx, party),
  }))
  const unconfirmed = months.filter(({ contractId }) => contractId === view.contract.id)
  const review = unreviewed([{ ...view.contract, state: view.state }], party.side, reviews).length > 0
  const version = view.onTable ?? view.versions.at(-1) ?? null
  const shown = version?.proposedAt ? version : null
  const next = nextOf(view, party.side, { months: unconfirmed.length, review })
  return call.page(
    <ContractPage
      {...view}
      side={party.side}
      base={base}
      back={backOf(party)}
      companyName={view.company.name}
      talentName={view.versions.at(-1)?.terms.talentName || '相手'}
      version={shown}
      next={mayDo(call.who, 'choose', 'sign') ? next : forReader(next)}
      unconfirmed={unconfirmed.map(({ month }) => month)}
      signs={party.side === 'talent' || mayDo(call.who, 'sign')}
      duties={shown ? dutiesFor(view, shown.terms, others, today(call.now)) : []}
      unsure={view.company.employees === null || view.company.officers === null}
      handovers={await handoversOf(call, party, view)}
      overlapping={shown ? overlappingWith(shown.terms, others) : []}
    />,
    { reference },
  )
}

/** The note of this contract, and those of the roles before it. */
async function handoversOf(call: Call, party: Party, { contract, onTable }: ContractView): Promise<Handovers | null> {
  const { role, note } = await call.read(async (tx) => ({
    role: await roleOfContract(tx, contract.id),
    note: await noteOf(tx, party, contract.id),
  }))
  if (!role) return null
  const isTalent = party.side === 'talent'
  const before = isTalent ? await call.readAsSystem((tx) => notesForNext(tx, call.accountId, contract.id)) : []
  return {
    writes: isTalent && mayHandOver(contract, onTable?.terms ?? null, today(call.now)),
    written: note !== undefined && isSent(note),
    before: before.map(({ note, title }) => ({ contractId: note.contractId, first: note.first, title })),
  }
}

/** The sealed document, for its two sides alone. */
const download: PartyHandler = async (call, party) => {
  const id = call.id('contractId')
  const { pdf, number, companyName, sealedAt } = found(await call.read((tx) => documentOf(tx, party, id)))
  const plain = `keiyaku-${contractNumber(number)}.pdf`
  const full = `${today(sealedAt).replaceAll('-', '')}_${companyName}_契約${contractNumber(number)}.pdf`
  return call.c.body(Uint8Array.from(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(full)}`,
  })
}

export const contractRoutes: Route[] = [
  get('/companies/:companyId/contracts/:contractId', readerOfApplicants, asCompany(show)),
  get('/me/contracts/:contractId', signedIn, asTalent(show)),
  get('/companies/:companyId/contracts/:contractId/document.pdf', readerOfApplicants, asCompany(download)),
  get('/me/contracts/:contractId/document.pdf', signedIn, asTalent(download)),
]

export function overlappingWith(terms: Terms, others: readonly Other[]): string[] {
  const period = periodOf(terms)
  if (!period) return []
  return others.filter((other) => other.live && overlaps(other.period, period)).map(({ number }) => number)
}

/** What the company owes for these terms; where nobody said how many work there, the wider answer. */
function dutiesFor({ company }: ContractView, terms: Terms, others: readonly Other[], on: LegalDate): Duty[] {
  const period = periodOf(terms)
  const months = period
    ? monthsWithRenewals(
        period,
        others.map((other) => other.period),
      )
    : 0
  const counterparty = { corporation: false, employees: false, officers: 0 }
  return dutiesOf(
    { employees: (company.employees ?? 1) > 0, officers: company.officers ?? 2, months, counterparty },
    on,
  )
}

function backOf(party: Party) {
  return party.side === 'company'
    ? { href: `/companies/${party.companyId}`, label: '会社のページ' }
    : { href: '/me', label: '自分のページ' }
}
