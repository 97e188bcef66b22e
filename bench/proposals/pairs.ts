import type { DemoTalent } from '../../seed/demo/shapes.ts'

/**
 * Whom an expert would name at once for a worry; `work` is the job code that it comes down to. The codes of a profile are
 * among those that the product suggests for its own text.
 */
export type Pair = {
  name: string
  worry: string
  firm: { industry: string; prefecture: number }
  work: string
  right: Pick<
    DemoTalent,
    'headline' | 'about' | 'prefecture' | 'hours' | 'fee' | 'style' | 'motives' | 'industries'
  > & {
    codes: readonly (readonly [string, number, number, string])[]
    ties: readonly (readonly [DemoTalent['ties'][number]['kind'], number, number | null])[]
  }
}

export const PAIRS: readonly Pair[] = [
  {
    name: '旅館の予約サイト',
    worry: '宿の予約サイトにいくつも載せているが、手数料ばかり取られて部屋が埋まらん。',
    firm: { industry: 'lodging', prefecture: 44 },
    work: '62093',
    right: {
      headline: 'ホテルの予約と値付けの担当を11年',
      about:
        '小さな宿と大きなホテルの両方で、予約サイトの並べ方、写真、値段の出し方を受け持ってきました。手数料の少ない直の予約に少しずつ移すのが得意です。',
      prefecture: 40,
      hours: 15,
      fee: 3000,
      style: 'either',
      motives: ['region', 'skill'],
      industries: ['lodging', 'tourism'],
      codes: [
        ['62093', 4, 11, '旅館14軒の予約サイトの見せ方を直し、直の予約を2割から4割に'],
        ['62032', 3, 8, '客室28室の宿の値付けを曜日ごとに見直した'],
      ],
      ties: [['visits', 44, 0]],
    },
  },
  {
    name: '魚の値段',
    worry: '同じ魚なのに、よその港のほうが高く売れとる。締め方や冷やし方が悪いんかね。',
    firm: { industry: 'forestry', prefecture: 42 },
    work: '65192',
    right: {
      headline: '漁協と一緒に魚の値段を上げてきた20年',
      about:
        '船の上での締め方と冷やし方を漁師さんと試し、市場での値段の違いを一緒に確かめてきました。料理店に直に送る道も作りました。',
      prefecture: 40,
      hours: 12,
      fee: 2500,
      style: 'either',
      motives: ['region', 'people'],
      industries: ['forestry', 'wholesale'],
      codes: [
        ['65192', 4, 20, '6つの漁協で締め方と氷の使い方をそろえ、単価を1.4倍に'],
        ['65137', 3, 10, '料理店40軒に鮮魚を直に送る仕組みを作った'],
      ],
      ties: [['work', 42, 2]],
    },
  },
  {
    name: '食品工場の衛生',
    worry: '保健所からHACCPの記録をちゃんとつけろと言われたが、かまぼこの工場で何を書けばいいのか分からん。',
    firm: { industry: 'food', prefecture: 4 },
    work: '11206',
    right: {
      headline: '水産加工の品質管理を16年',
      about:
        '練り物と干物の工場で、温度の記録と清掃の手順を、現場の人が続けられる形にしてきました。保健所の立ち入りにも何度も立ち会いました。',
      prefecture: 13,
      hours: 12,
      fee: 3000,
      style: 'either',
      motives: ['skill', 'region'],
      industries: ['food', 'forestry'],
      codes: [['11206', 4, 16, '練り物の工場5か所でHACCPの記録を一枚の表にまとめ、保健所の確認を受けた']],
      ties: [['born', 4, null]],
    },
  },
  {
    name: '味噌の輸出',
    worry: '台湾の店から味噌を送ってほしいと言われたが、輸出の書類も運び方も分からない。',
    firm: { industry: 'food', prefecture: 20 },
    work: '59130',
    right: {
      headline: '食品の輸出の実務を14年',
      about:
        '味噌や醤油、菓子の輸出で、書類、検疫、船と飛行機の手配、代金の受け取りまで一人で回してきました。台湾と香港が中心です。',
      prefecture: 14,
      hours: 10,
      fee: 3500,
      style: 'either',
      motives: ['skill', 'people'],
      industries: ['food', 'wholesale'],
      codes: [
        ['59130', 4, 14, '食品メーカー22社の初めての輸出で、書類と運び方を整えた'],
        ['65176', 3, 9, '味噌と茶など30品目を台湾と香港へ送るための検疫と基準を調べた'],
      ],
      ties: [['lived', 20, 6]],
    },
  },
  {
    name: 'Pマーク',
    worry: '大手の取引先から、Pマークがないと仕事を出せないと言われた。',
    firm: { industry: 'it', prefecture: 18 },
    work: '53176',
    right: {
      headline: 'Pマークの取得と更新を社内で12年',
      about:
        '社員二十人ほどのソフトの会社で、取得から三度の更新までを担当しました。書類は少なく、守れる決まりだけを残します。',
      prefecture: 27,
      hours: 10,
      fee: 3500,
      style: 'either',
      motives: ['skill', 'income'],
      industries: ['it', 'services'],
      codes: [
        ['53176', 4, 12, 'ソフト会社9社でPマークを取得、審査の立ち会いまで担当'],
        ['53168', 4, 12, '社員20人の会社の個人情報の台帳を整えた'],
      ],
      ties: [['family', 18, 1]],
    },
  },
  {
    name: '経審の点数',
    worry: '県の仕事を取りたいが、経審の点数が足りんと言われる。',
    firm: { industry: 'construction', prefecture: 39 },
    work: '77097',
    right: {
      headline: '建設会社の許可と経審を23年',
      about:
        '土木の会社の総務で、許可の更新と経審、入札の参加資格を受け持ってきました。点数の上げ方は、会社ごとに順番が違います。',
      prefecture: 34,
      hours: 10,
      fee: 3000,
      style: 'either',
      motives: ['skill', 'region'],
      industries: ['construction'],
      codes: [
        ['77097', 4, 23, '土木の会社18社の経審を担当し、評点を平均60点上げた'],
        ['10493', 3, 15, '県と市の入札の参加資格を毎年そろえた'],
      ],
      ties: [['work', 39, 3]],
    },
  },
  {
    name: '菓子の名前',
    worry: 'うちのまんじゅうの名前を、よその店がまねしよる。商標とかいうのを取ったほうがええんじゃろか。',
    firm: { industry: 'food', prefecture: 34 },
    work: '12929',
    right: {
      headline: '菓子メーカーの商標の担当を15年',
      about:
        '菓子の名前を守る仕事をしてきました。出願の前の調べ方、区分の選び方、まねをされたときの手紙の書き方まで、順を追ってお話しします。',
      prefecture: 28,
      hours: 8,
      fee: 4000,
      style: 'either',
      motives: ['skill', 'craft'],
      industries: ['food'],
      codes: [['12929', 4, 15, '菓子の名前120件の商標を調べて出願、まねへの対応を17件']],
      ties: [['school', 34, null]],
    },
  },
  {
    name: '鍛冶屋の継ぎ手',
    worry: '跡を継ぐ者がおらん。刃物の工房をわしの代で終わらせたくない。だれか継いでくれる人を探したい。',
    firm: { industry: 'crafts', prefecture: 39 },
    work: '71122',
    right: {
      headline: '工房と店の継ぎ手を探して結ぶ仕事を13年',
      about:
        '染め、刃物、桶。後を継ぐ人のいない工房に若い人を結び、二年の見習いの決まりから譲る段取りまで付き添ってきました。',
      prefecture: 27,
      hours: 16,
      fee: 2500,
      style: 'either',
      motives: ['craft', 'region'],
      industries: ['crafts', 'public'],
      codes: [
        ['71122', 4, 13, '工房と店31軒の継ぎ手を探し、19軒で引き継ぎを終えた'],
        ['71053', 3, 9, '引き継ぎの書類を22軒で整えた'],
      ],
      ties: [['visits', 39, 0]],
    },
  },
  {
    name: 'ハウスの夜番',
    worry: 'トマトのハウスが気になって夜も眠れん。温度をセンサーで見張れないか。',
    firm: { industry: 'agriculture', prefecture: 43 },
    work: '65097',
    right: {
      headline: 'ハウス農家に見守りの機械を入れて9年',
      about:
        'トマトといちごのハウスに、温度と水を離れて見る機械を入れてきました。高い物は売りません。まず二つのセンサーから始めます。',
      prefecture: 40,
      hours: 12,
      fee: 3000,
      style: 'either',
      motives: ['region', 'skill'],
      industries: ['agriculture', 'electronics'],
      codes: [
        ['65097', 4, 9, 'トマト農家26軒のハウスに温度と潅水の見守りを入れ、夜の見回りをなくした'],
        ['50185', 4, 9, '温度と水のセンサーをスマホにつなぐ仕組みを40棟で自作した'],
      ],
      ties: [['lived', 43, 4]],
    },
  },
  {
    name: '古い旋盤',
    worry: '古い旋盤が止まっていても気づかない。機械の動きをセンサーで離れたところから見たい。',
    firm: { industry: 'metal', prefecture: 32 },
    work: '50185',
    right: {
      headline: '町工場の古い機械をつなぐ仕事を10年',
      about:
        '四十年前の旋盤にも小さな部品を付けて、動いた時間が事務所で見えるようにしてきました。配線から画面まで自分で作ります。',
      prefecture: 33,
      hours: 15,
      fee: 3500,
      style: 'either',
      motives: ['craft', 'skill'],
      industries: ['metal', 'machinery'],
      codes: [['50185', 4, 10, '町工場24社の旋盤とプレス130台に部品を付け、動いた時間を見えるようにした']],
      ties: [['born', 32, null]],
    },
  },
]
