import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Party } from '../../contracts/rules/side.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import type { Picture } from '../../lib/picture.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { isTellable, storyOf } from '../queries/stories.ts'
import { type StoryText, stateOfStory } from '../rules/stories.ts'
import { type Case, stories } from '../schema.ts'

const MOVED = '画面を開いているあいだに、この記事が変わりました。もう一度読んでください。'
const NOT_NAMED = '名前を出してよいと両者が答え、公開している事例だけ、記事にできます。'

/** The desk writes a case as a story, or writes it anew: both are asked, each time, and it is public no longer until they agree. */
export async function writeStory(
  act: Act,
  row: Pick<Case, 'id' | 'contractId'>,
  version: number | null,
  text: StoryText,
  photo: Picture | null,
): Promise<void> {
  if (!(await isTellable(act.tx, row.id))) throw new TooLate(NOT_NAMED)
  const set = {
    ...{ ...text, writtenAt: act.now, writtenBy: act.actor!, companyAgreedAt: null, talentAgreedAt: null },
    ...(photo && { photo: photo.content as Buffer, photoType: photo.type }),
    publishedAt: null,
  }
  const written =
    version === null
      ? await act.tx
          .insert(stories)
          .values({ caseId: row.id, ...set })
          .onConflictDoNothing()
          .returning({ id: stories.caseId })
      : await act.tx
          .update(stories)
          .set({ ...set, version: sql`${stories.version} + 1` })
          .where(and(eq(stories.caseId, row.id), eq(stories.version, version), isNull(stories.withdrawnAt)))
          .returning({ id: stories.caseId })
  if (written.length === 0) throw new TooLate(MOVED)
  await record(act, 'story.written', { kind: 'case', id: row.id }, { contractId: row.contractId })
}

/** One side lets the story go out as it stands. */
export async function agreeToStory(act: Act, party: Party, row: Case, version: number): Promise<void> {
  const own = party.side === 'company' ? stories.companyAgreedAt : stories.talentAgreedAt
  const set = party.side === 'company' ? { companyAgreedAt: act.now } : { talentAgreedAt: act.now }
  await change(act, row, set, and(eq(stories.version, version), isNull(own), isNull(stories.publishedAt)))
  await record(act, 'story.agreed', { kind: 'case', id: row.id }, { contractId: row.contractId, side: party.side })
}

/** Either side takes it back, for good; the case stays as it is. */
export async function withdrawStory(act: Act, party: Party, row: Case): Promise<void> {
  await change(act, row, { withdrawnAt: act.now, photo: null, photoType: null })
  await record(act, 'story.withdrawn', { kind: 'case', id: row.id }, { contractId: row.contractId, side: party.side })
}

/** What both agreed to goes out. */
export async function publishStory(act: Act, row: Case, version: number): Promise<void> {
  if (!(await isTellable(act.tx, row.id))) throw new TooLate(NOT_NAMED)
  const story = await storyOf(act.tx, row.id)
  if (!story || stateOfStory(story, row.accountId === null) !== 'agreed') throw new TooLate(MOVED)
  await change(act, row, { publishedAt: act.now }, and(eq(stories.version, version), isNull(stories.publishedAt)))
  await record(act, 'story.published', { kind: 'case', id: row.id }, { contractId: row.contractId })
}

async function change(act: Act, { id }: Pick<Case, 'id'>, set: Partial<typeof stories.$inferInsert>, where?: SQL) {
  const changed = await act.tx
    .update(stories)
    .set(set)
    .where(and(eq(stories.caseId, id), isNull(stories.withdrawnAt), where))
    .returning({ id: stories.caseId })
  if (changed.length === 0) throw new TooLate(MOVED)
}
