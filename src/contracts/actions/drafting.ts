import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Terms } from '../../law/terms.ts'
import type { Act } from '../../lib/act.ts'
import { today } from '../../lib/time.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { acceptedApplication, versionsOf } from '../queries/one.ts'
import { termsHash } from '../rules/canonical.ts'
import { firstTerms } from '../rules/prefill.ts'
import { may, stateOf, versionInWork, versionOnTable } from '../rules/state.ts'
import { contracts, contractVersions } from '../schema.ts'

const MOVED = '画面を開いているあいだに、この契約の内容が変わりました。'

/** The contract of an accepted application with the first version of its terms; the one there is, when there is one. */
export async function openContract(act: Act, applicationId: string): Promise<void> {
  const accepted = await acceptedApplication(act.tx, applicationId)
  if (!accepted) return
  const { application, project, company, address, person } = accepted
  const id = act.newId()
  const { projectId, companyId, talentId, accountId } = application
  const made = await act.tx
    .insert(contracts)
    .values({ id, applicationId, projectId, companyId, talentId, accountId, createdAt: act.now })
    .onConflictDoNothing()
    .returning({ id: contracts.id })
  if (made.length === 0) return
  const terms = firstTerms(
    { project, company, companyAddress: address ?? '', person: person ?? undefined },
    today(act.now),
  )
  await act.tx
    .insert(contractVersions)
    .values({ id: act.newId(), contractId: id, companyId, accountId, n: 1, terms, createdAt: act.now })
  await record(act, 'contract.drafted', { kind: 'contract', id }, { applicationId })
}

/** Keeps what the company has written so far, as the next version. Returns the contract's new version number. */
export async function saveTerms(act: Act, companyId: string, contractId: string, version: number, terms: Terms) {
  const contract = await bump(act, companyId, contractId, version)
  if (!contract) return versionWithSame(act, companyId, contractId, terms)
  const versions = await versionsOf(act.tx, contractId)
  const draft = versionInWork(versions)
  if (!may('save-terms', stateOf(contract, versionOnTable(versions)), 'company')) throw new TooLate(MOVED)
  if (draft) {
    await act.tx.update(contractVersions).set({ terms }).where(eq(contractVersions.id, draft.id))
  } else {
    const n = Math.max(0, ...versions.map((one) => one.n)) + 1
    const { accountId } = contract
    await act.tx
      .insert(contractVersions)
      .values({ id: act.newId(), contractId, companyId, accountId, n, terms, createdAt: act.now })
  }
  return contract.version
}

/** Freezes the draft, shows it to the professional, and takes the version before it from the table. */
export async function proposeTerms(act: Act, companyId: string, contractId: string, version: number): Promise<void> {
  const contract = await bump(act, companyId, contractId, version)
  if (!contract) throw new TooLate(MOVED)
  const versions = await versionsOf(act.tx, contractId)
  const [before, draft] = [versionOnTable(versions), versionInWork(versions)]
  if (!draft || !may('propose', stateOf(contract, before), 'company')) throw new TooLate(MOVED)
  // Whoever agrees at this moment holds the row: either the old version is agreed, or it is gone.
  if (before && !(await supersede(act, before.id))) throw new TooLate('直す前の条件に、両者の同意がそろいました。')
  await act.tx
    .update(contractVersions)
    .set({ sha256: termsHash(draft.terms), proposedAt: act.now, proposedBy: 'company' })
    .where(and(eq(contractVersions.id, draft.id), isNull(contractVersions.proposedAt)))
  await record(act, 'contract.proposed', { kind: 'contract', id: contractId }, { versionId: draft.id, n: draft.n })
}

async function supersede(act: Act, versionId: string): Promise<boolean> {
  const { companyAgreedAt, talentAgreedAt } = contractVersions
  const gone = await act.tx
    .update(contractVersions)
    .set({ supersededAt: act.now })
    .where(
      and(
        eq(contractVersions.id, versionId),
        isNotNull(contractVersions.proposedAt),
        isNull(contractVersions.supersededAt),
        or(isNull(companyAgreedAt), isNull(talentAgreedAt)),
      ),
    )
    .returning({ id: contractVersions.id })
  return gone.length === 1
}

/** The contract with its version counted up, when nobody else was faster. */
async function bump(act: Act, companyId: string, contractId: string, version: number) {
  const [contract] = await act.tx
    .update(contracts)
    .set({ version: sql`${contracts.version} + 1` })
    .where(and(eq(contracts.id, contractId), eq(contracts.companyId, companyId), eq(contracts.version, version)))
    .returning()
  return contract
}

/** The same words sent twice are kept once, and nobody is told that somebody was faster. */
async function versionWithSame(act: Act, companyId: string, contractId: string, terms: Terms): Promise<number> {
  const [contract] = await act.tx
    .select()
    .from(contracts)
    .where(and(eq(contracts.id, contractId), eq(contracts.companyId, companyId)))
  const draft = versionInWork(await versionsOf(act.tx, contractId))
  if (contract && draft && termsHash(draft.terms) === termsHash(terms)) return contract.version
  throw new TooLate(MOVED)
}
