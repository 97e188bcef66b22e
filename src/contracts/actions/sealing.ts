import { and, eq, exists, isNotNull, isNull } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { contractDocuments, contracts, contractVersions } from '../schema.ts'

type Document = {
  readonly versionId: string
  readonly pdf: Uint8Array
  readonly sha256: string
  readonly sealedAt: Date
}

/** For the program: keeps the sealed document; whoever comes second changes nothing. */
export async function keepDocument(act: Act, contractId: string, document: Document): Promise<void> {
  const [contract] = await act.tx
    .update(contracts)
    .set({ sealedAt: document.sealedAt })
    .where(
      and(
        eq(contracts.id, contractId),
        isNull(contracts.sealedAt),
        isNull(contracts.endedEarlyAt),
        exists(
          act.tx.select({ id: contractVersions.id }).from(contractVersions).where(agreedByBoth(document.versionId)),
        ),
      ),
    )
    .returning()
  if (!contract) return
  const { companyId, accountId } = contract
  await act.tx.insert(contractDocuments).values({ contractId, companyId, accountId, ...document })
  const { versionId, sha256 } = document
  await record(act, 'contract.sealed', { kind: 'contract', id: contractId }, { versionId, sha256 })
}

function agreedByBoth(versionId: string) {
  return and(
    eq(contractVersions.id, versionId),
    eq(contractVersions.contractId, contracts.id),
    isNull(contractVersions.supersededAt),
    isNotNull(contractVersions.companyAgreedAt),
    isNotNull(contractVersions.talentAgreedAt),
  )
}
