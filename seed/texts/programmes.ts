/** What the two partners of the cast run: words, goals and money as offices write them. */
export const PROGRAMMES = {
  town: {
    slug: 'hotaru-kayou',
    title: 'ほたる市 通って手伝う人とつくる、ものづくりの明日',
    about: [
      'ほたる市には、提灯、竹細工、和紙の工房があります。どこも腕はたしかですが、値段の付け方や売り先、若い人への教え方で困っています。',
      'この事業では、都市で働く方に、月に数時間から手伝っていただきます。ときどき工房に通い、職人の手もとを見ながら、いっしょに考えてください。',
      '企業の方へ\n・「何を頼めばよいか分からない」というお話から、市の職員がいっしょに整理します。\n・契約のあとも、月に一度、ようすをうかがいます。',
      '手伝ってくださる方へ\n・市の外から通う方の交通費に、補助があります。\n・仕事のない日にも、まつりや朝市にお誘いします。',
    ].join('\n\n'),
    colour: 'orange',
    contact: 'ほたる市役所 商工振興課（0943-00-0505）',
    budget: 4_800_000,
    goals: { goalCompanies: 12, goalProjects: 15, goalContracts: 8, goalVisits: 40, goalAttendees: 60 },
  },
  bank: {
    slug: 'hinata-soto',
    title: 'ひなた銀行 そとの力で経営を前へ',
    about: [
      'お取引先の「人がいなくてできない」を、都市で働く方の経験とつなぎます。山形県内の会社なら、どなたでもご相談いただけます。',
      'ご相談の多いこと\n・品目ごとの原価と、値段の付け方\n・紙の台帳から、パソコンへの移しかえ\n・あとを継ぐ人への引きつぎ',
      'ご相談の内容は、融資の審査には使いません。企業を支える担当だけが、同意いただいた進みぐあいを拝見します。',
    ].join('\n\n'),
    colour: 'yellow',
    contact: '出羽ひなた銀行 地域応援室（023-000-0404）',
    budget: 9_000_000,
    goals: { goalCompanies: 30, goalProjects: 30, goalContracts: 15, goalVisits: null, goalAttendees: 80 },
  },
  before: {
    slug: 'hinata-tameshi',
    title: 'ひなた銀行 はじめての外部人材おためし',
    about: [
      'はじめて外の人に頼む会社が、短い期間で試すための取り組みでした。',
      '参加した会社の多くが、そのあとも自分たちの費用で続けています。',
    ].join('\n\n'),
    colour: 'earth',
    contact: '出羽ひなた銀行 地域応援室（023-000-0404）',
    budget: 6_000_000,
    goals: { goalCompanies: 20, goalProjects: 20, goalContracts: 10, goalVisits: null, goalAttendees: null },
  },
} as const
