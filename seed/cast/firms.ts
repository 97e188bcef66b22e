import type { CompanySeed, PartnerSeed } from './types.ts'

/** The firms of the cast. All are made up; the places are real prefectures with invented towns. */
export const COMPANIES = {
  fertiliser: {
    name: '最上みのり肥料株式会社',
    nameKana: 'もがみみのりひりょう',
    corporateNumber: '2390001000017',
    prefecture: 6,
    municipality: '06205',
    industry: 'chemicals',
    employees: 24,
    officers: 3,
    about:
      '山形県の北、最上地方で有機入りの肥料を作って四十年になります。米どころの農家と、県外の農協にも出しています。社員二十四人、配合から袋詰めまで自分たちの工場でしています。',
    contactName: '佐藤 茂',
    address: '山形県新庄市見本町一丁目2番3号 本社2階',
    phone: '0233-00-0101',
    email: 'info@mogami-minori.example',
  },
  craft: {
    name: '有限会社なかむら提灯工房',
    nameKana: 'なかむらちょうちんこうぼう',
    corporateNumber: '4290002000024',
    prefecture: 40,
    municipality: '40210',
    industry: 'crafts',
    employees: 11,
    officers: 2,
    about:
      '福岡県八女で提灯と盆飾りを作る工房です。竹ひごも火袋も絵付けも、職人が手で仕上げます。百貨店と仏壇店、それに少しだけ直売をしています。',
    contactName: '中村 清',
    address: '福岡県八女市見本123番地',
    phone: '0943-00-0202',
    email: 'kobo@nakamura-chochin.example',
  },
  employer: {
    name: '大東ケミカル株式会社',
    nameKana: 'だいとうけみかる',
    corporateNumber: '9010001000031',
    prefecture: 13,
    municipality: '13101',
    industry: 'chemicals',
    employees: 1800,
    officers: 9,
    about: '機能性樹脂と肥料原料を作る化学会社です。',
    contactName: '黒田 修',
    address: '東京都千代田区見本町4番5号 12階',
    phone: '03-0000-0303',
    email: 'hr@daito-chem.example',
  },
} satisfies Record<string, CompanySeed>

export const PARTNERS = {
  bank: {
    slug: 'hinata-bank',
    name: '出羽ひなた銀行',
    kind: 'bank',
    prefecture: 6,
    municipality: '06201',
    area: [],
    message:
      '当行は、お金を貸すだけでなく、人のことでも会社のお役に立ちたいと考えています。\n「こんなことを人に頼んでよいのだろうか」というお話から、いっしょに整理します。融資の窓口とは分けていますので、ここでのお話が審査に使われることはありません。',
    about: '山形県内の会社の困りごとを、外の人の力とつなぐ窓口です。',
    phone: '023-000-0404',
    companies: ['fertiliser'],
  },
  town: {
    slug: 'yame-hotaru',
    name: 'ほたる市役所 商工振興課',
    kind: 'municipality',
    prefecture: 40,
    municipality: '40210',
    area: ['40210'],
    message:
      'ほたる市には、手しごとの会社がたくさんあります。跡つぎや売り先の悩みに、都市で働く方の力を借りてみませんか。\n市の職員が、はじめのお話から契約のあとまで、となりにいます。まちに通ってくださる方も、お待ちしています。',
    about: '福岡県の南で、ものづくりの会社と都市の人をつないでいます。',
    phone: '0943-00-0505',
    companies: ['craft'],
  },
} satisfies Record<string, PartnerSeed>
