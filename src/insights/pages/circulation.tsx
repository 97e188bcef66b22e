import { industryName } from '../../companies/rules/industries.ts'
import { prefectureName } from '../../lib/regions.ts'
import { truncate } from '../../text/truncate.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { RouteMap } from '../../ui/charts/route-map.tsx'
import { Counts } from '../../ui/counts.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Loop } from '../../ui/pictures/loop.tsx'
import { Section } from '../../ui/section.tsx'
import { type Released, SHARES, shareOf } from '../rules/figures.ts'
import type { Stop } from '../rules/trail.ts'
import { STATIONS } from './landing.tsx'

type Props = { stops: readonly Stop[]; release: Released | undefined }

const LONGEST = 70
const TIMES = ['', '', '二つ', '三つ', '四つ']

/** What the house is named after, for everybody: how what one person knows goes from company to company. */
export function Circulation({ stops, release }: Props) {
  return (
    <Layout
      title="めぐり"
      lead="ひとりの知恵は、ひとつの会社で終わりません。つぎの会社へ、つぎの地域へ、めぐります。"
      description="ひとりの人の知恵が、いくつもの会社をめぐったようすを、一枚の絵で見られます。"
      width="page"
    >
      {stops.length > 1 ? <Way stops={stops} /> : <Around />}
      <Section title="どうして、めぐるのですか">
        <dl class="answers">
          <dt>手伝う</dt>
          <dd>会社の困りごとを、離れた土地の人が、月に数時間手伝います。</dd>
          <dt>残す</dt>
          <dd>分かったことを、引き継ぎ書きと、ふりかえりと、事例に残します。会社にも、人にも残ります。</dd>
          <dt>つぎへ行く</dt>
          <dd>つぎの会社は、その事例を読んでから始められます。人は、覚えたことを持って、つぎの会社へ行きます。</dd>
        </dl>
      </Section>
      {release && <Shares release={release} />}
      <Section title="つぎは、あなたの会社へ">
        <p>
          <ButtonLink href="/worries/new">困りごとを書いてみる</ButtonLink>
        </p>
        <p>
          <a href="/cases">ほかの事例を読む</a>
        </p>
      </Section>
    </Layout>
  )
}

function Way({ stops }: { stops: readonly Stop[] }) {
  const name = stops[0]!.talentName
  const places = stops.map(({ prefecture }, at) => `${at + 1}は${prefectureName(prefecture)}`).join('、')
  const way = stops.map(({ prefecture }) => prefectureName(prefecture).replace(/[都府県]$/, '')).join('から')
  return (
    <>
      <Section title={`${name}さんの知恵が、${TIMES[stops.length]}の会社をめぐりました`}>
        <RouteMap
          id="way"
          title={`${way}へ`}
          description={`日本の都道府県を同じ大きさの四角で並べた図です。${places}の会社で、番号の順に矢印でつながっています。`}
          stops={stops.map(({ prefecture }) => String(prefecture).padStart(2, '0'))}
        />
        <p class="map-legend">
          {stops.map(({ id, prefecture }, at) => (
            <span key={id}>{`${at > 0 ? '→ ' : ''}${at + 1} ${prefectureName(prefecture)}`}</span>
          ))}
        </p>
      </Section>
      <Section title="会社ごとに見ると">
        <CardList columns={2}>
          {stops.map((stop, at) => (
            <Card
              key={stop.id}
              level={3}
              title={stop.companyName}
              href={`/cases/${stop.id}`}
              eyebrow={`${at + 1}社目　${prefectureName(stop.prefecture)}　${industryName(stop.industry)}`}
            >
              <DefinitionList
                compact
                items={[
                  { term: '困りごと', value: stop.title },
                  { term: '学んだこと', value: truncate(stop.learned, LONGEST) },
                ]}
              />
            </Card>
          ))}
        </CardList>
        <p class="figure-note">名前を出してよいと、ご本人も会社も言った事例だけをつないでいます。</p>
      </Section>
    </>
  )
}

/** Nobody may be named yet: the way as it is meant. */
function Around() {
  return (
    <Section title="こんなふうに、ひと回りします">
      <Loop
        id="loop"
        title="めぐりの一周"
        description={`${STATIONS.join('、')}の順に一周し、つぎの会社の悩みへつながります。`}
        stations={STATIONS}
      />
    </Section>
  )
}

function Shares({ release: { figures } }: { release: Released }) {
  const of = (name: 'second' | 'across' | 'left') => shareOf(figures, SHARES[name][0], SHARES[name][1])
  const items = [
    { label: '二社目からの契約', value: of('second') },
    { label: '県をまたいだ契約', value: of('across') },
    { label: '会社に何かが残った契約', value: of('left') },
  ].flatMap(({ label, value }) => (value === null ? [] : [{ label, before: '百件に', value, unit: '件' }]))
  if (items.length === 0) return null
  return (
    <Section title="みんなのめぐり" tone="band">
      <Counts items={items} />
      <p>
        <a href="/insights">めぐりのようすを、地図とグラフで見る</a>
      </p>
    </Section>
  )
}
