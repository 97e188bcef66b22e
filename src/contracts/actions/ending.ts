import { and, eq, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { addDays, type LegalDate, startOfDay, today } from '../../lib/time.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { ownedBy } from '../queries/one.ts'
import type { Party } from '../rules/side.ts'
import { contracts } from '../schema.ts'

const MOVED = '画面を開いているあいだに、この契約のようすが変わりました。'

/** Either side gives notice: the contract ends with the day `endsOn`, and a job ends it then. */
export async function giveNotice(
  act: Act,
  party: Party,
  contractId: string,
  version: number,
  notice: { endsOn: LegalDate; reason: string },
): Promise<void> {
  const [contract] = await act.tx
    .update(contracts)
    .set({
      endNoticeAt: act.now,
      endNoticeBy: party.side,
      endsOn: notice.endsOn,
      endReason: notice.reason,
      version: sql`${contracts.version} + 1`,
    })
    .where(and(running(party, contractId), eq(contracts.version, version), isNull(contracts.endNoticeAt)))
    .returning({ id: contracts.id })
  if (!contract) throw new TooLate(MOVED)
  await record(
    act,
    'contract.notice-given',
    { kind: 'contract', id: contractId },
    { side: party.side, endsOn: notice.endsOn },
  )
  await act.enqueue('contracts.endOnDay', { id: contractId }, { startAfter: startOfDay(addDays(notice.endsOn, 1)) })
}

/** For the program: the day that was announced has passed. */
export async function endOnDay(act: Act, contractId: string): Promise<void> {
  const [contract] = await act.tx
    .update(contracts)
    .set({ endedEarlyAt: act.now, version: sql`${contracts.version} + 1` })
    .where(
      and(
        eq(contracts.id, contractId),
        isNotNull(contracts.sealedAt),
        isNull(contracts.endedAt),
        isNull(contracts.endedEarlyAt),
        lt(contracts.endsOn, today(act.now)),
      ),
    )
    .returning({ id: contracts.id })
  if (contract) await record(act, 'contract.ended-early', { kind: 'contract', id: contractId })
}

/** One side says that the work is done, before its last day: the other has to say so too. */
export async function proposeFinish(act: Act, party: Party, contractId: string, version: number): Promise<void> {
  const [contract] = await act.tx
    .update(contracts)
    .set({ finishProposedAt: act.now, finishProposedBy: party.side, version: sql`${contracts.version} + 1` })
    .where(and(running(party, contractId), eq(contracts.version, version), isNull(contracts.finishProposedAt)))
    .returning({ id: contracts.id })
  if (!contract) throw new TooLate(MOVED)
  await record(act, 'contract.finish-proposed', { kind: 'contract', id: contractId }, { side: party.side })
}

/** The work is done: the last day is over, or the other side has said so before. */
export async function finishContract(
  act: Act,
  party: Party,
  contractId: string,
  version: number,
  isOver: boolean,
): Promise<void> {
  const agreed = and(isNotNull(contracts.finishProposedBy), ne(contracts.finishProposedBy, party.side))
  const [contract] = await act.tx
    .update(contracts)
    .set({ endedAt: act.now, version: sql`${contracts.version} + 1` })
    .where(and(running(party, contractId), eq(contracts.version, version), or(sql`${isOver}`, agreed)))
    .returning({ id: contracts.id })
  if (!contract) throw new TooLate(MOVED)
  await record(act, 'contract.ended', { kind: 'contract', id: contractId }, { side: party.side })
}

function running(party: Party, contractId: string) {
  return and(
    eq(contracts.id, contractId),
    ownedBy(party),
    isNotNull(contracts.sealedAt),
    isNull(contracts.endedAt),
    isNull(contracts.endedEarlyAt),
  )
}
