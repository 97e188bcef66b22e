import { and, count, countDistinct, eq, gt, inArray, lt, or, sql } from 'drizzle-orm'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { Tx } from '../../lib/db.ts'
import { undoneSince } from '../../lib/undo.ts'
import { projectCodes } from '../../projects/schema.ts'
import { ODDS_YEARS, type OddsFigures, oddsInWords } from '../rules/odds.ts'
import { applications } from '../schema.ts'

const YEAR = 365 * 86_400_000

/**
 * How applications to projects with this main job code were answered over the last years: those sent since then to which the
 * company said that it would like this person, or no, and can no longer take it back. To be read with the program's own
 * eyes: nobody else sees everybody's applications, and only the sums go out.
 */
async function oddsOf(tx: Tx, code: string, now: Date): Promise<OddsFigures> {
  const tree = jobCodes()
  const same = tree.current(code).flatMap((current) => tree.recorded(current))
  const { offeredAt, declinedAt, sentAt, talentId, projectId } = applications
  const said = undoneSince(now)
  const [row] = await tx
    .select({
      answered: count(),
      wanted: sql<number>`(count(*) filter (where ${offeredAt} is not null))::integer`,
      people: countDistinct(talentId),
    })
    .from(applications)
    .innerJoin(projectCodes, and(eq(projectCodes.projectId, projectId), eq(projectCodes.position, 0)))
    .where(
      and(
        inArray(projectCodes.code, same),
        gt(sentAt, new Date(now.getTime() - ODDS_YEARS * YEAR)),
        or(lt(offeredAt, said), lt(declinedAt, said)),
      ),
    )
  return row!
}

/** The same in words, for the main code of a project; null where there is nothing to say. */
export async function oddsInWordsOf(tx: Tx, codes: readonly { code: string }[], now: Date): Promise<string | null> {
  const [main] = codes
  const work = main && jobCodes().leaf(main.code)?.name
  return main && work ? oddsInWords(work, await oddsOf(tx, main.code, now)) : null
}
