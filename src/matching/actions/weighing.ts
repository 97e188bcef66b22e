import { sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { learnedWeights, weightsInUse } from '../queries/weights.ts'
import { EXPERT, isProven } from '../rules/weights.ts'
import { marketWeightChoices } from '../schema.ts'

const BACK = { href: '/desk/market/findings', label: '一覧を見て分かったこと' }

/** この重みを使う: only what was shown to be better than the weights of today. Lists are made anew at once. */
export async function takeWeights(act: Act, weightsId: string): Promise<void> {
  const row = await learnedWeights(act.tx, weightsId)
  if (!row || !isProven(row.proof)) throw new TooLate('この重みは、よくなるとまだ言えません。', BACK)
  await lockChoices(act)
  if ((await weightsInUse(act.tx)).name !== row.besides)
    throw new TooLate('調べたあとで、使っている重みが変わりました。もう一度、調べてください。', BACK)
  await choose(act, weightsId)
}

/** もとの重みに戻す. */
export async function takeExpert(act: Act): Promise<void> {
  await lockChoices(act)
  if ((await weightsInUse(act.tx)).name === EXPERT.name) throw new TooLate('もう、もとの重みに戻っています。', BACK)
  await choose(act, null)
}

/** Two who press at once: the second sees what the first has changed. */
async function lockChoices({ tx }: Act): Promise<void> {
  await tx.execute(sql`lock table ${marketWeightChoices} in share row exclusive mode`)
}

async function choose(act: Act, weightsId: string | null): Promise<void> {
  const id = act.newId()
  await act.tx.insert(marketWeightChoices).values({ id, weightsId, madeBy: act.actor!, madeAt: act.now })
  await record(act, 'market.weights-taken', { kind: 'market', id }, { weights: weightsId ?? EXPERT.name })
}
