import { SYSTEM, sendLetters } from '../../accounts/actions/mailing.ts'
import { readAs } from '../../lib/db.ts'
import type { JobDeps, JobHandler } from '../../lib/job.ts'
import type { Letter } from '../../lib/mail/letter.ts'
import { readLegalDate } from '../../lib/time.ts'
import { contractLetter } from '../mails.tsx'
import { newsOf } from '../queries/news.ts'
import { contractPath, type Side } from '../rules/side.ts'
import { contractNumber } from '../rules/state.ts'

/** What a room writes to one side: `link` is that side's page of the contract. */
export type Write = (side: Side, news: { act: string; by: Side | null; number: string; link: string }) => Letter | null

/** Writes to both sides of a contract about one act of history, each person once. */
export async function tellSides(deps: JobDeps, historyId: number, contractId: string, write: Write): Promise<void> {
  const news = await readAs(deps.db, SYSTEM, null, (tx) => newsOf(tx, historyId, contractId))
  if (!news) return
  const { contract, act, by } = news
  const parties = {
    company: { side: 'company', companyId: contract.companyId },
    talent: { side: 'talent', accountId: contract.accountId },
  } as const
  for (const side of ['company', 'talent'] as const) {
    const link = deps.config.publicUrl + contractPath(parties[side], contract.id)
    const letter = write(side, { act, by, number: contractNumber(contract.number), link })
    if (!letter) continue
    await sendLetters(deps, news[side], String(historyId), letter)
  }
}

export const tellContract: JobHandler = async (deps, { id, subjectId }) => {
  const endsOn = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const news = await newsOf(tx, Number(id), String(subjectId))
    return readLegalDate(news?.contract.endsOn ?? '')
  })
  await tellSides(deps, Number(id), String(subjectId), (side, news) =>
    contractLetter(news.act, side, { ...news, endsOn }),
  )
}
