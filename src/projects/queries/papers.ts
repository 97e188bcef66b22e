import { and, desc, eq, gt, isNotNull } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { type Paper, papers } from '../schema.ts'

/** The newest sheet of a project that can still be answered. */
export async function livePaper(tx: Tx, projectId: string, kind: Paper['kind'], now: Date) {
  const [paper] = await tx
    .select()
    .from(papers)
    .where(and(eq(papers.projectId, projectId), eq(papers.kind, kind), gt(papers.expiresAt, now)))
    .orderBy(desc(papers.printedAt))
    .limit(1)
  return paper
}

/** The newest sheet of a project on which people were marked. */
export async function answeredPaper(tx: Tx, projectId: string) {
  const [paper] = await tx
    .select()
    .from(papers)
    .where(and(eq(papers.projectId, projectId), isNotNull(papers.answeredAt)))
    .orderBy(desc(papers.answeredAt))
    .limit(1)
  return paper
}

/** For the program, on behalf of whoever holds the paper. */
export async function paperByHash(tx: Tx, codeHash: string, now: Date) {
  const [paper] = await tx
    .select()
    .from(papers)
    .where(and(eq(papers.codeHash, codeHash), gt(papers.expiresAt, now)))
  return paper
}

export async function paperNamed(tx: Tx, id: string) {
  const [paper] = await tx.select().from(papers).where(eq(papers.id, id))
  return paper
}

/** The newest sheet with the whole draft of a project: by hand it is answered also when its code is over. */
export async function approvalPaper(tx: Tx, projectId: string) {
  const [paper] = await tx
    .select()
    .from(papers)
    .where(and(eq(papers.projectId, projectId), eq(papers.kind, 'approval')))
    .orderBy(desc(papers.printedAt), desc(papers.id))
    .limit(1)
  return paper
}
