import { and, asc, desc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { companies } from '../../companies/schema.ts'
import type { Party } from '../../contracts/rules/side.ts'
import type { Tx } from '../../lib/db.ts'
import type { PublishedStory, StoryToAnswer, StoryToPublish } from '../rules/stories.ts'
import { cases, type Story, stories } from '../schema.ts'
import { ownedCase } from './cases.ts'
import { publishedByName } from './published.ts'

/** The story of a case as far as the reader may see it: its sides and the desk. Without the photo's bytes. */
export async function storyOf(tx: Tx, caseId: string): Promise<Omit<Story, 'photo'> | null> {
  const { photo, ...columns } = stories
  const { caseId: id, title, lead, body, spot, photoType, photoWords } = columns
  const { writtenAt, writtenBy, companyAgreedAt, talentAgreedAt, publishedAt, withdrawnAt, version } = columns
  const [row] = await tx
    .select({
      ...{ caseId: id, title, lead, body, spot, photoType, photoWords, writtenAt, writtenBy, version },
      ...{ companyAgreedAt, talentAgreedAt, publishedAt, withdrawnAt },
    })
    .from(stories)
    .where(eq(stories.caseId, caseId))
  return row ?? null
}

/** May it be told by name: the case is public, and both are named in it. */
export async function isTellable(tx: Tx, caseId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.id, caseId), publishedByName()))
  return rows.length > 0
}

/** Public stories, the newest first. */
export function publishedStories(tx: Tx, { prefecture, limit = 100 }: { prefecture?: number; limit?: number } = {}) {
  return storiesWhere(tx, prefecture === undefined ? undefined : eq(cases.prefecture, prefecture), limit)
}

export async function publishedStory(tx: Tx, caseId: string): Promise<PublishedStory | null> {
  const [row] = await storiesWhere(tx, eq(stories.caseId, caseId), 1)
  return row ?? null
}

const waits = () => and(isNull(stories.publishedAt), isNull(stories.withdrawnAt), publishedByName())

/** Stories that this side has not answered yet, the oldest first. */
export async function storiesToAnswer(tx: Tx, party: Party): Promise<StoryToAnswer[]> {
  const { contractId, projectId } = cases
  return tx
    .select({ title: stories.title, contractId, projectId })
    .from(stories)
    .innerJoin(cases, eq(cases.id, stories.caseId))
    .where(
      and(
        waits(),
        isNull(party.side === 'company' ? stories.companyAgreedAt : stories.talentAgreedAt),
        ownedCase(party),
      ),
    )
    .orderBy(asc(stories.writtenAt), asc(stories.caseId))
}

/** For the desk: stories that everybody in them agreed to and that are not public, as `stateOfStory` says it; the oldest first. */
export async function storiesToPublish(tx: Tx): Promise<StoryToPublish[]> {
  const { title, companyAgreedAt, talentAgreedAt } = stories
  return tx
    .select({
      ...{ id: cases.id, number: cases.number, title },
      since: sql<Date>`greatest(${companyAgreedAt}, ${talentAgreedAt})`.mapWith(companyAgreedAt),
    })
    .from(stories)
    .innerJoin(cases, eq(cases.id, stories.caseId))
    .where(and(waits(), isNotNull(companyAgreedAt), or(isNull(cases.accountId), isNotNull(talentAgreedAt))))
    .orderBy(asc(cases.number))
}

/** The photo of a story that this reader may see. */
export async function photoOfStory(tx: Tx, caseId: string) {
  const [row] = await tx
    .select({ content: stories.photo, type: stories.photoType })
    .from(stories)
    .where(and(eq(stories.caseId, caseId), isNotNull(stories.photo), isNull(stories.withdrawnAt)))
  return row?.content && row.type ? { content: row.content, type: row.type } : null
}

/** A story goes with its case: what of that is taken back, or named no longer, is told no longer. */
async function storiesWhere(tx: Tx, where: SQL | undefined, limit: number): Promise<PublishedStory[]> {
  const { caseId, title, lead, body, spot, photoWords, publishedAt, withdrawnAt } = stories
  const rows = await tx
    .select({
      ...{ caseId, title, lead, body, spot, photoWords, publishedAt },
      hasPhoto: sql<boolean>`${stories.photoType} is not null`,
      ...{ company: companies.name, prefecture: cases.prefecture, talent: cases.talentName },
    })
    .from(stories)
    .innerJoin(cases, eq(cases.id, caseId))
    .innerJoin(companies, eq(companies.id, cases.companyId))
    .where(and(isNotNull(publishedAt), isNull(withdrawnAt), publishedByName(), where))
    .orderBy(desc(publishedAt), desc(caseId))
    .limit(limit)
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt! }))
}
