import { and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm'
import { versionsOf } from '../../contracts/queries/one.ts'
import type { Party } from '../../contracts/rules/side.ts'
import { versionOnTable } from '../../contracts/rules/state.ts'
import { contracts } from '../../contracts/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { today } from '../../lib/time.ts'
import { projectGroups, projects } from '../../projects/schema.ts'
import { mayHandOver, readsNoteOf, UNSENT } from '../rules/handover.ts'
import { type HandoverNote, handoverNotes } from '../schema.ts'

/** The note of a contract of this side; what is still being written is its writer's alone. */
export async function noteOf(tx: Tx, party: Party, contractId: string): Promise<HandoverNote | undefined> {
  const [note] = await tx
    .select()
    .from(handoverNotes)
    .where(
      and(
        eq(handoverNotes.contractId, contractId),
        party.side === 'company'
          ? and(eq(handoverNotes.companyId, party.companyId), gt(handoverNotes.version, UNSENT))
          : eq(handoverNotes.accountId, party.accountId),
      ),
    )
  return note
}

/** The notes of a group of this company that were handed over. */
export async function notesOfGroup(tx: Tx, companyId: string, groupId: string): Promise<HandoverNote[]> {
  return tx
    .select()
    .from(handoverNotes)
    .where(
      and(
        eq(handoverNotes.groupId, groupId),
        eq(handoverNotes.companyId, companyId),
        gt(handoverNotes.version, UNSENT),
      ),
    )
}

/** What the project of a contract of this reader is in a group; undefined for a project of its own. */
export async function roleOfContract(tx: Tx, contractId: string) {
  const [role] = await tx
    .select({ groupId: projectGroups.id, title: sql<string>`coalesce(${projects.title}, '')` })
    .from(contracts)
    .innerJoin(projects, eq(projects.id, contracts.projectId))
    .innerJoin(projectGroups, eq(projectGroups.id, projects.groupId))
    .where(eq(contracts.id, contractId))
  return role
}

export type NoteForNext = { readonly note: HandoverNote; readonly title: string }

/**
 * For the program: what others of the group handed over to whoever signed this contract, in the order of the roles. Their
 * contracts are hidden from the reader, so whose note it may be is asked here.
 */
export async function notesForNext(tx: Tx, accountId: string, contractId: string): Promise<NoteForNext[]> {
  const [own] = await tx
    .select({ groupId: projectGroups.id, kind: projectGroups.kind, at: projects.groupPosition })
    .from(contracts)
    .innerJoin(projects, eq(projects.id, contracts.projectId))
    .innerJoin(projectGroups, eq(projectGroups.id, projects.groupId))
    .where(and(eq(contracts.id, contractId), eq(contracts.accountId, accountId), isNotNull(contracts.sealedAt)))
  if (!own) return []
  const rows = await tx
    .select({ note: handoverNotes, at: projects.groupPosition, title: projects.title })
    .from(handoverNotes)
    .innerJoin(contracts, eq(contracts.id, handoverNotes.contractId))
    .innerJoin(projects, eq(projects.id, contracts.projectId))
    .where(and(eq(handoverNotes.groupId, own.groupId), gt(handoverNotes.version, UNSENT)))
    .orderBy(asc(projects.groupPosition), asc(handoverNotes.writtenAt))
  return rows
    .filter(({ at }) => readsNoteOf(own.kind, own.at ?? 0, at ?? 0))
    .map(({ note, title }) => ({ note, title: title ?? '' }))
}

/** The contracts of a person on roles of groups whose note is due and not handed over. */
export async function handoversDue(tx: Tx, accountId: string, now: Date): Promise<string[]> {
  const rows = await tx
    .select({ contract: contracts, version: handoverNotes.version })
    .from(contracts)
    .innerJoin(projects, eq(projects.id, contracts.projectId))
    .leftJoin(handoverNotes, eq(handoverNotes.contractId, contracts.id))
    .where(and(eq(contracts.accountId, accountId), isNotNull(contracts.sealedAt), isNotNull(projects.groupId)))
  const due: string[] = []
  for (const { contract, version } of rows) {
    if (version !== null && version > UNSENT) continue
    const terms = versionOnTable(await versionsOf(tx, contract.id))?.terms ?? null
    if (mayHandOver(contract, terms, today(now))) due.push(contract.id)
  }
  return due
}
