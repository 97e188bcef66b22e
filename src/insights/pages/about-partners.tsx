import { ButtonLink } from '../../ui/button.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Spot } from '../../ui/pictures/spot.tsx'
import { Section } from '../../ui/section.tsx'

/** What the wall of the database lets a partner see of a company that consented, and what it does not. */
const SEEN = ['会社の名前と、ある場所', '案件が、いまどの段階か', '段階が進んだ日']
const CHOSEN = ['案件の題、お礼の額、終わったあとの結果', '「いっしょに見てほしい」と頼まれた困りごと']
const UNSEEN = ['ほかの困りごとと、案件の下書き', '応募した人の名前', 'やりとりと契約書']

const CAN = [
  '取引先や地元の会社を、同意書でお取次ぎできます。最初の電話は、事務局が二営業日のうちにかけます。',
  '社長のひとことから、何を頼めばよいかをいっしょに整理できます。打つのが苦手な方には、代わりに入力できます。紙でも進められます。',
  '同意した会社の案件が、どこまで進んだかを一度に見られます。表計算ソフトでも受け取れ、印刷もできます。',
  '年度の事業に、目標と予算を決めて、自分たちの色とロゴのページを持てます。',
  '説明会や、泊まって働く体験を知らせ、申し込みと当日の受付、旅費の補助までできます。',
  '補助の申し込みに答え、残りの予算を見られます。',
  '年度の報告書が、窓口の様式の表とPDFで出ます。関係人口の段階も、同意した方だけを数えます。',
  '担当がかわるときは、引継ぎ書ひとつで渡せます。',
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
        <Lines of={CAN} />
      </Section>
      <Section title="見えるものと、見えないもの">
        <DefinitionList
          items={[
            { term: '見えるもの', value: <Lines of={SEEN} /> },
            { term: '会社が選んだときだけ、見えるもの', value: <Lines of={CHOSEN} /> },
            { term: '見えないもの', value: <Lines of={UNSEEN} /> },
          ]}
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

function Lines({ of }: { of: readonly string[] }) {
  return (
    <ul class="plain-list">
      {of.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  )
}
