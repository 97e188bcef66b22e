import { StoryCards } from '../../cases/pages/stories.tsx'
import { addressOf } from '../../cases/rules/filter.ts'
import type { PublishedStory } from '../../cases/rules/stories.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { Counts } from '../../ui/counts.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Hero } from '../../ui/hero.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { Loop } from '../../ui/pictures/loop.tsx'
import { Spot } from '../../ui/pictures/spot.tsx'
import { Section } from '../../ui/section.tsx'
import type { Trade } from '../rules/beginning.ts'
import { aboutPeople } from '../rules/people.ts'

export interface LandingProps {
  counts: { openProjects: number; companies: number; talents: number; prefectures: number }
  /** A few published cases, newest first. */
  cases: readonly LandingCase[]
  /** Groups of trades that have cases. */
  trades?: readonly Trade[]
  /** What help costs, in a sentence. */
  cost: string
  /** Cases told by name. */
  stories?: readonly PublishedStory[]
}

export interface LandingCase {
  href: string
  title: string
  /** Prefecture and trade: 「山形県　肥料づくり」. */
  from: string
  /** What changed, in a sentence. */
  outcome: string
}

export const STATIONS = ['悩み', '課題整理', '案件', '提案', '契約', '稼働', 'ふりかえり', 'めぐり']

/** The first page: what this is for an owner, for somebody who wants to help, for a town hall or a bank. */
export function Landing({ counts, cases, trades = [], cost, stories = [] }: LandingProps) {
  return (
    <Layout
      title="その困りごと、詳しい人がいます"
      description="地方の会社の困りごとと、副業で手伝いたい人を結びます。ひとことの困りごとから始められます。"
      width="wide"
      head={<Opening />}
    >
      <Section title="どなたのための場所ですか">
        <CardList columns={3}>
          <Card level={3} title="困りごとのある会社の方" href="/worries/new" picture={<Spot name="thinking" />}>
            <p>「原価がわからない」のひとことで大丈夫です。何を頼めばよいかを、いっしょに整理します。</p>
          </Card>
          <Card level={3} title="副業で手伝いたい方" href="/projects" picture={<Spot name="talk" />}>
            <p>月に数時間、離れた土地からでも。勤め先には見えずに、ゆかりのある地域の案件を選べます。</p>
          </Card>
          <Card level={3} title="自治体・金融機関の方" href="/about/partners" picture={<Spot name="region" />}>
            <p>地元の会社のとなりで使えます。どこからどこへ力がめぐったかが、数字で残ります。</p>
          </Card>
        </CardList>
      </Section>
      <Section title="いま、めぐりの中には" tone="band">
        <Counts
          items={[
            { label: '募集中の案件', value: counts.openProjects, unit: '件' },
            { label: '参加している会社', value: counts.companies, unit: '社' },
            { label: '手伝いたい人', ...aboutPeople(counts.talents) },
            { label: '会社のある都道府県', value: counts.prefectures, unit: 'か所' },
          ]}
        />
      </Section>
      <Section title="こんなことがありました">
        <Cases cases={cases} />
        {trades.length > 0 && <Trades trades={trades} />}
      </Section>
      {stories.length > 0 && (
        <Section title="読みもの">
          <StoryCards stories={stories} />
          <p>
            <a href="/stories">読みものをすべて見る</a>
          </p>
        </Section>
      )}
      <Section title="はじめる前に">
        <dl class="answers">
          <dt>登録はいりますか</dt>
          <dd>
            困りごとを書いて整理するまでは、いりません。あとで続けるときに、メールで受けとる番号だけで登録できます。
          </dd>
          <dt>いくらくらいかかりますか</dt>
          <dd>
            <Phrase>{cost}</Phrase>
          </dd>
          <dt>お金はどう動きますか</dt>
          <dd>会社とお手伝いする方が、直接契約して直接支払います。めぐりがお金を預かることはありません。</dd>
          <dt>文字を打つのが苦手です</dt>
          <dd>電話で話していただければ、事務局が代わりに書きとめます。</dd>
        </dl>
      </Section>
    </Layout>
  )
}

function Opening() {
  return (
    <Hero
      title="その困りごと、詳しい人がいます。"
      lead="地方の会社と、副業で手伝いたい人を結びます。ひとつの会社で得た知恵は、つぎの会社へ、つぎの地域へめぐります。"
      actions={
        <>
          <ButtonLink href="/worries/new">困りごとを書いてみる</ButtonLink>
          <ButtonLink kind="quiet" href="/projects">
            案件をさがす
          </ButtonLink>
          <ButtonLink kind="plain" href="/about/partners">
            自治体・金融機関の方へ
          </ButtonLink>
        </>
      }
      picture={
        <Loop
          id="loop"
          title="めぐりの一周"
          description={`${STATIONS.join('、')}の順に一周し、つぎの会社の悩みへつながります。`}
          stations={STATIONS}
        />
      }
    />
  )
}

function Trades({ trades }: { trades: readonly Trade[] }) {
  return (
    <>
      <h3>うちに近い業種の事例</h3>
      <div class="places">
        <ul class="link-list">
          {trades.map(({ filter, name, cases }) => (
            <li key={name}>
              <a href={addressOf(filter, 1)}>{`${name}（${cases}件）`}</a>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

function Cases({ cases }: { cases: readonly LandingCase[] }) {
  if (cases.length === 0) {
    return <EmptyState title="最初の事例を準備しています">終わった案件から、順にここへのせていきます。</EmptyState>
  }
  return (
    <>
      <CardList columns={3}>
        {cases.map((one) => (
          <Card key={one.href} level={3} title={one.title} href={one.href} eyebrow={one.from}>
            <p>{one.outcome}</p>
          </Card>
        ))}
      </CardList>
      <p>
        <ButtonLink kind="quiet" href="/cases">
          事例をもっと見る
        </ButtonLink>
      </p>
    </>
  )
}
