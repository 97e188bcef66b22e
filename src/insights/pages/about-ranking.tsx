import type { Weights } from '../../engine/engine.ts'
import { type Heaviness, type ToldFactor, toldFactors, untoldFactors } from '../../matching/rules/factor-words.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'

const NEVER = [
  ['年齢・性別・国籍', '順番を決める計算に、入れる所がありません。'],
  ['写真・名前・学校の名前', '同じです。学校は、あった場所だけをゆかりとして見ます。'],
  ['知り合いや、つながりの数', '見ません。フォロワーや評判の数も数えません。'],
  ['お金', '順番は買えません。会社も、人も、めぐりにお金を払って上に出ることはできません。'],
] as const

const FILTERS = [
  '勤め先や、見せたくないと選んだ会社には、その人は出ません。',
  '公開していない人や、終わった案件は出ません。',
  '空いている時間がない人は、会社に出ません。',
  '会社に来てほしい案件は、離れて働きたい人には出ません。',
]

const TOGETHER = [
  '毎晩、みなさんの一覧をいっしょに作ります。全体で決まる数が多くなるように、合う相手の中で順番を決めます。',
  '一覧の4番目から後ろでは、まだ見られていない案件や人を先に出すことがあります。',
  '同じくらい合うときの順番は、くじで決めます。くじの当たりやすさは、残しておきます。',
]

const NEWCOMERS = [
  '実績がまだない人と会社は、悪いほうではなく、同じ分野の仕事がふつうどう終わったかから始まります。返事の記録がまだなければ、真ん中から始まります。',
  '案件は、公開するとすぐに一覧ができます。',
  '新しい方なので、少し上に出ることがあります。毎晩のくじで決め、下げることはありません。見られたり、返事をもらったりするほど、くじの分は小さくなります。',
  '新しい人も、遅くともつぎの晩から、一覧の候補に入ります。',
]

const CHECKS = [
  '点は足し算です。理由としてお見せするのは、その点の大きいものです。あとから理由を作ることはありません。',
  '名前、年齢、性別などの欄を入れかえても順番が一つも動かないことを、プログラムを直すたびに、数千の組み合わせで確かめています。',
  '二つの配り方か、二つの点の大きさを、案件のある地域で半分に分けて、しばらく比べることがあります。見るものと見ないものは、どちらでも同じです。',
  'プログラムは公開しています。だれでも、手もとで同じ計算ができます。',
]

/** How the order of proposals comes about: what counts, what never does, and what to do if it looks wrong. */
export function AboutRanking({ weights, reader }: { weights: Weights; reader: string | null }) {
  const { heavy, middle, light } = toldFactors(weights)
  return (
    <Layout
      title="おすすめの仕組み"
      lead="会社に人を、人に案件をおすすめするとき、何を見て、何を見ないか。"
      description="めぐりのおすすめの順番に使うもの、使わないもの、おかしいと思ったときの話し先です。"
      headMore={
        <ul class="link-list">
          <li>
            <a href="#objection">おかしいと思ったら</a>
          </li>
        </ul>
      }
    >
      <Section title="見るもの">
        <p>
          それぞれに点をつけて足し、点の多い相手を選びます。おすすめには、点の大きい理由を三つまでと、気がかりを一つそえます。
        </p>
        {Object.entries({ heavy, middle, light }).map(([weight, factors]) => (
          <Factors key={weight} title={WEIGHTS[weight as Heaviness]} factors={factors} />
        ))}
        {reader !== null && (
          <p>{`文章が似ているかは、外の道具（${reader}）にも読んでもらっています。送るのは、公開しているプロフィールと募集中の案件の文だけで、分かっている名前と連絡先は除きます。`}</p>
        )}
      </Section>
      <Section title="決して見ないもの">
        <DefinitionList items={NEVER.map(([term, value]) => ({ term, value }))} />
      </Section>
      <Section title="はじめから外すもの">
        <Lines lines={FILTERS} />
      </Section>
      <Section title="混みあうとき">
        <DefinitionList items={untoldFactors().map(({ name, words }) => ({ term: name, value: words }))} />
        <p>よしあしではないので、理由にも、気がかりにも書きません。</p>
        <Lines lines={TOGETHER} />
      </Section>
      <Section title="はじめての人と会社">
        <Lines lines={NEWCOMERS} />
      </Section>
      <Section title="決めるのは人です">
        <p>
          順番は目安です。だれに頼むかは会社が、どれに応募するかは手伝う人が決めます。掲載する案件は、事務局が一つずつ確かめてから公開します。
        </p>
      </Section>
      <Section title="どう確かめているか">
        <Lines lines={CHECKS} />
      </Section>
      <Section title="おかしいと思ったら" id="objection">
        <p>
          プロフィールや案件を直すと、つぎの一覧から変わります。それでもおかしいときや、わけを知りたいときは、どの案件のことかをお話しください。事務局が確かめて、お答えします。
        </p>
        <p>
          <ButtonLink href="/calls/new?from=%2Fabout%2Franking">事務局に話す</ButtonLink>
        </p>
      </Section>
    </Layout>
  )
}

const WEIGHTS: Record<Heaviness, string> = {
  heavy: '大きく数えるもの',
  middle: 'ふつうに数えるもの',
  light: '少しだけ数えるもの',
}

function Factors({ title, factors }: { title: string; factors: readonly ToldFactor[] }) {
  if (factors.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <DefinitionList items={factors.map(({ name, words }) => ({ term: name, value: words }))} />
    </>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul class="plain-list">
      {lines.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  )
}
