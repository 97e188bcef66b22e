import type { PersonSeed } from './types.ts'

/** People who look right at first sight: each lacks one thing that matters. */
export const RIVALS = {
  suzuki: {
    ...person('鈴木', '亮', 'すずき', 'りょう', 'suzuki'),
    role: '鈴木 亮（38）脱炭素の相談役（証書は取ったことがない）',
    talent: {
      headline: 'GX・脱炭素経営のコンサルタント',
      about:
        '上場企業の脱炭素の方針づくりと情報開示を支えてきました。GXの最新の動きを踏まえた研修や講演も多数あります。',
      prefecture: 13,
      hours: 20,
      fee: 8000,
      style: 'remote',
      availability: 'now',
      motives: ['income', 'skill'],
      industries: ['services'],
      codes: [
        ['56034', 4, 8, '上場企業15社の脱炭素の方針と中期の計画づくりを支援'],
        ['56042', 3, 5, '製造業8社のCO2排出量を算定'],
      ],
      ties: [],
      employer: { name: '東京グリーン戦略研究所株式会社' },
    },
  },
  takahashi: {
    ...person('高橋', '翔', 'たかはし', 'しょう', 'takahashi'),
    role: '高橋 翔（34）ネット販売の売上を伸ばす人',
    talent: {
      headline: '工芸品のネット販売で売上3倍の実績',
      about:
        '伝統工芸・手仕事のブランドのネット販売を立ち上げ、SNSと広告で売上を伸ばしてきました。原価率や利益率を見ながらの販売戦略もお任せください。工芸が大好きです。',
      prefecture: 13,
      hours: 40,
      fee: 5000,
      style: 'remote',
      availability: 'now',
      motives: ['income', 'craft'],
      industries: ['retail', 'crafts'],
      codes: [],
      ties: [['furusato', 40, 2025]],
      employer: { name: '株式会社スターコマース' },
    },
  },
  ito: {
    ...person('伊藤', '直美', 'いとう', 'なおみ', 'ito'),
    role: '伊藤 直美（49）機械工場の原価計算の人（手仕事は知らない）',
    talent: {
      headline: '機械部品メーカーの原価計算担当',
      about:
        '自動化された部品工場で、標準原価と原価差異の計算を担当しています。システムから出る実績の数字を分析するのが専門です。',
      prefecture: 23,
      hours: 15,
      fee: 3500,
      style: 'remote',
      availability: 'talk',
      motives: ['income'],
      industries: ['machinery'],
      codes: [['10043', 4, 18, '自動車部品工場で標準原価の改定と差異分析を18年']],
      ties: [],
      employer: { name: '尾張精密工業株式会社' },
    },
  },
  watanabe: {
    ...person('渡辺', '剛', 'わたなべ', 'つよし', 'watanabe'),
    role: '渡辺 剛（52）証書を取れるが月2時間しかない人',
    talent: {
      headline: '素材メーカーの環境認証の担当',
      about: '樹脂の会社で環境の認証を受け持っています。今は本業が忙しく、月に二時間ほど相談に乗れます。',
      prefecture: 27,
      hours: 2,
      fee: 6000,
      style: 'remote',
      availability: 'look',
      motives: ['skill'],
      industries: ['chemicals'],
      codes: [['56109', 3, 7, '樹脂の製品でマスバランス方式の認証を取得']],
      ties: [],
      employer: { name: '浪速ポリマー株式会社' },
    },
  },
} satisfies Record<string, PersonSeed>

function person(familyName: string, givenName: string, familyKana: string, givenKana: string, mail: string) {
  return { familyName, givenName, familyKana, givenKana, email: `${mail}@cast.example`, phone: '090-0000-0000' }
}
