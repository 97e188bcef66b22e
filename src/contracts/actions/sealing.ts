import { and, asc, eq, exists, isNotNull, isNull } from 'drizzle-orm'
import { companies } from '../../companies/schema.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { projectCodes } from '../../projects/schema.ts'
import { talents } from '../../talents/schema.ts'
import { type Contract, contractDocuments, contracts, contractVersions } from '../schema.ts'

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
  const places = await placesOf(act, contract)
  await record(act, 'contract.sealed', { kind: 'contract', id: contractId }, { versionId, sha256, ...places })
}

/**
 * What knowledge goes from where to where, as it is on this day: profiles change, what went round stays. null for what nobody
 * said.
 */
async function placesOf({ tx }: Act, { projectId, companyId, talentId }: Contract) {
  const [company] = await tx.select().from(companies).where(eq(companies.id, companyId))
  const [talent] = await tx.select().from(talents).where(eq(talents.id, talentId))
  const codes = await tx
    .select({ code: projectCodes.code })
    .from(projectCodes)
    .where(eq(projectCodes.projectId, projectId))
    .orderBy(asc(projectCodes.position), asc(projectCodes.code))
  return {
    codes: codes.map(({ code }) => code),
    from: talent?.prefecture ?? null,
    fromIndustry: talent?.industries[0] ?? null,
    to: company!.prefecture,
    toIndustry: company!.industry,
  }
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
