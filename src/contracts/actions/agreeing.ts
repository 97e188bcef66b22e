import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { giveConsent } from '../../accounts/actions/people.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { ownedBy } from '../queries/one.ts'
import type { Party } from '../rules/side.ts'
import { contracts, contractVersions } from '../schema.ts'

const CHANGED = '条件が変わりました。新しい条件を、もう一度読んでください。'

/** The frozen terms somebody has read: the version and its fingerprint. */
export type ReadVersion = { readonly versionId: string; readonly sha256: string }

/** Who agrees, and how they showed who they are: a passkey, or a number read out on a call to the registered telephone. */
export type Signer = { readonly accountId: string; readonly proof: 'passkey' | 'call' }

/**
 * One side agrees to exactly the version it read. Both may do so at the same moment: they wait for each other at the
 * row, and the second one completes the contract.
 */
export async function agree(act: Act, party: Party, contractId: string, read: ReadVersion, by: Signer): Promise<void> {
  const { accountId, proof } = by
  const set =
    party.side === 'company'
      ? { companyAgreedAt: act.now, companyAgreedBy: accountId }
      : { talentAgreedAt: act.now, talentAgreedBy: accountId }
  const [version] = await act.tx
    .update(contractVersions)
    .set(set)
    .where(
      and(
        onTable(party, contractId, read.versionId),
        eq(contractVersions.sha256, read.sha256),
        isNull(party.side === 'company' ? contractVersions.companyAgreedAt : contractVersions.talentAgreedAt),
        notEnded(contractId),
      ),
    )
    .returning()
  if (!version) throw new TooLate(CHANGED)
  const both = version.companyAgreedAt !== null && version.talentAgreedAt !== null
  const data = { versionId: version.id, n: version.n, side: party.side, sha256: read.sha256, proof }
  if (party.side === 'talent') await showName(act, version)
  await record(act, both ? 'contract.agreed' : 'contract.signed', { kind: 'contract', id: contractId }, data)
}

/** The professional wants something to be different before agreeing. */
export async function wantChange(act: Act, accountId: string, contractId: string, versionId: string, words: string) {
  const [version] = await act.tx
    .update(contractVersions)
    .set({ changeWanted: words, changeWantedAt: act.now })
    .where(
      and(
        onTable({ side: 'talent', accountId }, contractId, versionId),
        isNull(contractVersions.talentAgreedAt),
        notEnded(contractId),
      ),
    )
    .returning({ id: contractVersions.id })
  if (!version) throw new TooLate(CHANGED)
  await record(act, 'contract.returned', { kind: 'contract', id: contractId }, { versionId })
}

/** Before both have agreed either side may leave it at that. */
export async function dropContract(act: Act, party: Party, contractId: string, version: number, reason: string) {
  const { companyAgreedAt, talentAgreedAt } = contractVersions
  // First the version goes from the table: whoever agrees at this moment waits here, or has agreed before.
  await act.tx
    .update(contractVersions)
    .set({ supersededAt: act.now })
    .where(
      and(
        eq(contractVersions.contractId, contractId),
        isNotNull(contractVersions.proposedAt),
        isNull(contractVersions.supersededAt),
        or(isNull(companyAgreedAt), isNull(talentAgreedAt)),
      ),
    )
  const [contract] = await act.tx
    .update(contracts)
    .set({ endedEarlyAt: act.now, endReason: reason, version: sql`${contracts.version} + 1` })
    .where(
      and(
        eq(contracts.id, contractId),
        ownedBy(party),
        eq(contracts.version, version),
        isNull(contracts.sealedAt),
        isNull(contracts.endedEarlyAt),
        sql`not exists (select 1 from ${contractVersions} where ${contractVersions.contractId} = ${contractId}
          and ${companyAgreedAt} is not null and ${talentAgreedAt} is not null)`,
      ),
    )
    .returning({ id: contracts.id })
  if (!contract) throw new TooLate('画面を開いているあいだに、この契約の内容が変わりました。')
  await record(act, 'contract.dropped', { kind: 'contract', id: contractId }, { side: party.side })
}

function onTable(party: Party, contractId: string, versionId: string) {
  return and(
    eq(contractVersions.id, versionId),
    eq(contractVersions.contractId, contractId),
    party.side === 'company'
      ? eq(contractVersions.companyId, party.companyId)
      : eq(contractVersions.accountId, party.accountId),
    isNotNull(contractVersions.proposedAt),
    isNull(contractVersions.supersededAt),
    isNull(contractVersions.changeWantedAt),
  )
}

function notEnded(contractId: string) {
  return sql`exists (select 1 from ${contracts} where ${contracts.id} = ${contractId} and ${contracts.endedEarlyAt} is null)`
}

/** Whoever agrees stands in the contract by name, and the company keeps it. */
async function showName(act: Act, version: { companyId: string; accountId: string; contractId: string }) {
  const { companyId: recipientId, accountId, contractId: subjectId } = version
  await giveConsent(act, { accountId, recipientId, purpose: 'contract', fields: ['name'], subjectId })
}
