import { FACTOR_NAMES, type FactorName } from '../../engine/factors.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'

/** Each factor of the engine in words; a factor without words does not compile. */
const WORDS: Record<FactorName, readonly [name: string, words: string]> = {
  code: ['ジョブコード', '頼みたい仕事と、できる仕事がどれだけ近いか。いちばん大きく数えます。'],
  level: ['腕前', 'どのくらいできるか。段階だけでなく、年数と、証になる一文も見ます。'],
  industry: ['業種', '同じ業種か、近い業種で働いたことがあるか。'],
  tie: ['ゆかり', '生まれ、学校、家族、訪問など、その土地とのつながり。'],
  hours: ['時間', '頼みたい時間が、空いている時間に収まるか。'],
  fee: ['お礼', '一時間あたりのお礼が、望む額に届くか。'],
  work: ['働き方', '離れたままか、訪ねるか。訪ねるときの遠さと交通費。'],
  motive: ['やりたい理由', 'その人が望むことが、案件にあるか。'],
  text: ['文章', '案件の文と、経験の文がどれだけ似ているか。少しだけ数えます。'],
  record: ['実績', '終えた仕事を、相手が確かめているか。まだ無い人は、真ん中から始まります。'],
  answer: ['返事', '最近使っているか、返事をしているか。会社の側も同じです。'],
  crowding: ['混みぐあい', '一部の人や案件に片寄るときは、順番をゆずります。よしあしの理由としては出しません。'],
}

const NEVER = [
  ['年齢・性別', '順番を決める計算に、欄そのものがありません。'],
  ['写真・国籍・学校の名前', '使いません。'],
  ['知り合いの数や、人気', '使いません。'],
  ['払ったお金', '順番を買うことはできません。'],
] as const

const FILTERS = [
  '勤め先や、見せたくない会社として選んだ会社には、出ません。',
  '公開していない人、休んでいる人、終わった案件は、出ません。',
  '空いている時間が無い人や、会社に来てほしい案件に「離れたまま」だけの人は、出ません。',
]

/** What counts for proposals and what never does. */
export function AboutRanking() {
  return (
    <Layout
      title="提案の順番の決め方"
      lead="会社に人を、人に案件を知らせるとき、何を数えて、何を数えないか。"
      description="めぐりの提案の順番に使うもの、使わないもの、はじめから外すものです。"
    >
      <Section title="数えるもの">
        <p>
          つぎの{FACTOR_NAMES.length}
          の点を足した合計で、順番が決まります。提案には、点の大きい理由を三つと、気がかりを一つそえます。
        </p>
        <DefinitionList items={FACTOR_NAMES.map((name) => ({ term: WORDS[name][0], value: WORDS[name][1] }))} />
      </Section>
      <Section title="決して数えないもの">
        <DefinitionList items={NEVER.map(([term, value]) => ({ term, value }))} />
      </Section>
      <Section title="はじめから外すもの">
        <ul class="plain-list">
          {FILTERS.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </Section>
      <Section title="決めるのは人です">
        <p>
          順番は目安です。だれに会うか、だれに頼むかは会社が、どれに応募するかは手伝う人が決めます。掲載する案件は、事務局が一つずつ確かめてから公開します。
        </p>
      </Section>
    </Layout>
  )
}
