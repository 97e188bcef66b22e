import { sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { runningTrial } from '../queries/trials.ts'
import { learnedWeights, weightsInUse } from '../queries/weights.ts'
import { EXPERT, isProven } from '../rules/weights.ts'
import { marketWeightChoices } from '../schema.ts'

const BACK = { href: '/desk/market/findings', label: '一覧を見て分かったこと' }

/** この重みを使う: only what was shown to be better than the weights of today. Lists are made anew at once. */
export async function takeWeights(act: Act, weightsId: string): Promise<void> {
  await lockChoices(act)
  await checkBetter(act, weightsId)
  await choose(act, weightsId)
}

/** Only what was shown to be better than the weights that are in use now is used, or tried. */
export async function checkBetter({ tx }: Act, weightsId: string): Promise<void> {
  const row = await learnedWeights(tx, weightsId)
  if (!row || !isProven(row.proof)) throw new TooLate('この重みは、よくなるとまだ言えません。', BACK)
  if ((await weightsInUse(tx)).name !== row.besides)
    throw new TooLate('調べたあとで、使っている重みが変わりました。もう一度、調べてください。', BACK)
}

/** もとの重みに戻す. */
export async function takeExpert(act: Act): Promise<void> {
  await lockChoices(act)
  if ((await weightsInUse(act.tx)).name === EXPERT.name) throw new TooLate('もう、もとの重みに戻っています。', BACK)
  await choose(act, null)
}

/** Two who press at once: the second sees what the first has changed. While two are compared, neither half changes. */
async function lockChoices({ tx, now }: Act): Promise<void> {
  await tx.execute(sql`lock table ${marketWeightChoices} in share row exclusive mode`)
  if (await runningTrial(tx, now))
    throw new TooLate('地域で分けて比べている間は、重みを変えられません。先に、その比較を終えてください。', {
      ...{ href: '/desk/market/trials', label: '地域で分けて比べる' },
    })
}

async function choose(act: Act, weightsId: string | null): Promise<void> {
  const id = act.newId()
  await act.tx.insert(marketWeightChoices).values({ id, weightsId, madeBy: act.actor!, madeAt: act.now })
  await record(act, 'market.weights-taken', { kind: 'market', id }, { weights: weightsId ?? EXPERT.name })
}
