import { sql } from 'drizzle-orm'
import type { Contract } from '../../contracts/schema.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { type HandoverAnswers, UNSENT } from '../rules/handover.ts'
import { handoverNotes } from '../schema.ts'

type Between = Pick<Contract, 'id' | 'companyId' | 'accountId'>

/** Keeps what is being typed. No act of anybody yet, so history does not know of it. */
export async function keepNote(act: Act, contract: Between, groupId: string, answers: HandoverAnswers): Promise<void> {
  await act.tx
    .insert(handoverNotes)
    .values({ ...rowOf(contract, groupId), ...answers, writtenAt: act.now, version: UNSENT })
    .onConflictDoUpdate({ target: handoverNotes.contractId, set: { ...answers, writtenAt: act.now } })
}

/** What one role leaves for the next; sent again it replaces what was there. */
export async function handOver(act: Act, contract: Between, groupId: string, answers: HandoverAnswers): Promise<void> {
  const [row] = await act.tx
    .insert(handoverNotes)
    .values({ ...rowOf(contract, groupId), ...answers, writtenAt: act.now })
    .onConflictDoUpdate({
      target: handoverNotes.contractId,
      set: { ...answers, writtenAt: act.now, version: sql`${handoverNotes.version} + 1` },
    })
    .returning({ version: handoverNotes.version })
  const name = row!.version === UNSENT + 1 ? 'handover.written' : 'handover.changed'
  await record(act, name, { kind: 'handover', id: contract.id }, { contractId: contract.id, side: 'talent' })
}

function rowOf({ id, companyId, accountId }: Between, groupId: string) {
  return { contractId: id, groupId, companyId, accountId }
}
