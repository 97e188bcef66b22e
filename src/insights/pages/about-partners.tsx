import { ButtonLink } from '../../ui/button.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Spot } from '../../ui/pictures/spot.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'

type Sight = { what: string; seen: boolean }

/** What the wall of the database lets a partner see of a company that consented. */
const SIGHTS: readonly Sight[] = [
  { what: '会社の名前と、ある場所', seen: true },
  { what: '案件が、いまどの段階か', seen: true },
  { what: '段階が進んだ日', seen: true },
  { what: '困りごとと、案件の中身', seen: false },
  { what: 'お礼の額', seen: false },
  { what: '応募した人の名前', seen: false },
  { what: 'やりとりと契約書', seen: false },
]

const START = [
  ['電話で話す', '地域の会社のようすと、窓口の担当の方をうかがいます。'],
  ['窓口を作る', '事務局が窓口を用意します。入るときは、メールで届く番号を使います。'],
  ['会社に声をかける', '困りごとのある会社の方と、いっしょに画面を開いてください。ひとことから始められます。'],
  ['同意をもらう', '窓口に見せてよいかを、会社が決めます。会社は、いつでもやめられます。'],
] as const

/** For a town hall, a bank, a chamber: what it is, what they see, how to start. */
export function AboutPartners({ phone }: { phone: string }) {
  return (
    <Layout
      title="自治体・金融機関の方へ"
      lead="地元の会社のとなりに座って、外の人の力とつなぐ。そのための道具です。"
      description="自治体、地方銀行、商工会議所、NPOの方へ。めぐりでできること、見えるもの、始め方です。"
    >
      <Spot name="region" />
      <Section title="できること">
        <ul class="plain-list">
          <li>社長のひとことから、何を頼めばよいかをいっしょに整理できます。</li>
          <li>同意した会社の案件が、どこまで進んだかを一枚の表で見られます。印刷もできます。</li>
          <li>地域に来た力、地域から出た力が、数字と地図で残ります。</li>
        </ul>
      </Section>
      <Section title="見えるものと、見えないもの">
        <Table
          caption="窓口の画面に出るもの"
          captionHidden
          columns={[
            { head: '会社の情報', cell: ({ what }: Sight) => what },
            { head: '窓口から', cell: ({ seen }) => (seen ? '見えます' : '見えません') },
          ]}
          rows={SIGHTS}
          rowKey={({ what }) => what}
        />
        <p>
          見えるのは、同意した会社だけです。会社が同意を取り消すと、その場で見えなくなります。融資など、ほかの部署のために使うことはできません。
        </p>
      </Section>
      <Section title="始め方">
        <ol class="numbered">
          {START.map(([title, words]) => (
            <li key={title}>
              <strong>{title}</strong>
              <p>{words}</p>
            </li>
          ))}
        </ol>
        <p class="actions">
          {phone && <ButtonLink href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{`${phone} に電話する`}</ButtonLink>}
          <ButtonLink kind={phone ? 'quiet' : 'main'} href="/calls/new?from=%2Fabout%2Fpartners">
            電話をかけてもらう
          </ButtonLink>
        </p>
      </Section>
    </Layout>
  )
}
