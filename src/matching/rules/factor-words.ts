import { FACTORS, type Factor, type FactorName, PRIOR, spreadOf, type Weights } from '../../engine/engine.ts'

/** Each factor of the engine as people call it; a factor without words does not compile. */
const WORDS: Record<FactorName, readonly [name: string, words: string]> = {
  code: ['仕事の種類', '頼みたい仕事と、できる仕事がどれだけ近いか。'],
  level: ['腕前', 'どのくらいできるか。年数と、証になる一文も見ます。'],
  industry: ['業種', '同じ業種か、近い業種で働いたことがあるか。'],
  tie: ['ゆかり', '生まれ、学校のあった所、家族、訪問など、その土地とのつながり。'],
  hours: ['時間', '頼みたい時間が、空いている時間に収まるか。'],
  fee: ['お礼', '1時間あたりのお礼が、望む額に届くか。'],
  work: ['働き方', '離れたままか、訪ねるか。訪ねるときは、遠さと交通費も見ます。'],
  motive: ['やりたい理由', 'その人の望むことが、案件にあるか。'],
  text: ['文章', '案件の文と、経験の文がどれだけ似ているか。'],
  record: ['実績', '終えた仕事がよかったと、相手が答えているか。人も会社も見ます。'],
  answer: ['返事', '最近使っているか、返事をしているか。人も会社も見ます。'],
  crowding: ['混みぐあい', 'おすすめが一部に集まると、集まっている人や案件は、順番をゆずることがあります。'],
}

export type Heaviness = 'heavy' | 'middle' | 'light'
export type ToldFactor = { readonly key: FactorName; readonly name: string; readonly words: string }

/** Logits from which a factor counts much, and from which it counts more than a little. */
const HEAVY = 4
const MIDDLE = 2

/** What counts, in words, by how far it can move a pair; within a group the strongest first. */
export function toldFactors(
  weights: Weights = PRIOR,
  factors: readonly Factor[] = FACTORS,
): Record<Heaviness, ToldFactor[]> {
  const told = factors
    .filter(({ shown }) => shown)
    .sort((a, b) => spreadOf(b.key, weights) - spreadOf(a.key, weights))
    .map(({ key }) => ({ key, name: WORDS[key][0], words: WORDS[key][1] }))
  const groups: Record<Heaviness, ToldFactor[]> = { heavy: [], middle: [], light: [] }
  for (const one of told) groups[heavinessOf(spreadOf(one.key, weights))].push(one)
  return groups
}

/** What may move a place but is never told of anybody: no merit and no defect. */
export function untoldFactors(factors: readonly Factor[] = FACTORS): ToldFactor[] {
  return factors.filter(({ shown }) => !shown).map(({ key }) => ({ key, name: WORDS[key][0], words: WORDS[key][1] }))
}

function heavinessOf(spread: number): Heaviness {
  return spread >= HEAVY ? 'heavy' : spread >= MIDDLE ? 'middle' : 'light'
}
