import type { PersonSeed } from './types.ts'

/** The two people the product is measured by. */
export const RIGHT_PEOPLE = {
  kobayashi: {
    familyName: '小林',
    givenName: '恵',
    familyKana: 'こばやし',
    givenKana: 'めぐみ',
    email: 'kobayashi@cast.example',
    phone: '090-0000-0001',
    role: '小林 恵（43）化学会社で環境の証書を取ってきた人',
    talent: {
      headline: '化学メーカーで環境・GXの証書を取る仕事を十二年',
      about:
        '肥料の原料になる化学品で、GXの証書と第三者認証を取る仕事をひとりで受け持っています。審査の機関とのやりとり、原料の由来の証明、申請書づくりまで。とても狭い仕事なので、ほかの会社で役に立つのか自信がありません。祖父母の家が山形にあり、子どものころは夏をそこで過ごしました。',
      prefecture: 11,
      hours: 12,
      fee: 4000,
      style: 'either',
      availability: 'talk',
      motives: ['region', 'skill'],
      industries: ['chemicals'],
      codes: [
        ['56109', 4, 12, '肥料原料の化学品で、GXの証書と第三者認証を4件取得。審査の立ち会いまで担当'],
        ['56050', 3, 6, '化学品12品目の製品別排出量を計算し、検証機関の検証を受けた'],
      ],
      ties: [
        ['family', 6, 2024],
        ['visits', 6, 2025],
      ],
      employer: { name: '大東ケミカル株式会社', domain: 'daito-chem.example' },
    },
  },
  tanaka: {
    familyName: '田中',
    givenName: '正雄',
    familyKana: 'たなか',
    givenKana: 'まさお',
    email: 'tanaka@cast.example',
    phone: '090-0000-0002',
    role: '田中 正雄（63）織物会社で原価と生産を見てきた人',
    talent: {
      headline: '織物メーカーで経営管理と生産管理を三十五年',
      about:
        '着物の帯と緞帳を織る会社で、職人の手の時間を測って品物ごとの原価を出し、値段の決め方を作りなおしました。現場で職人さんの横に座って話を聞くのが得意です。紙と鉛筆でもできます。六十を過ぎ、残りは手仕事の会社のお役に立ちたいと思っています。',
      prefecture: 26,
      hours: 24,
      fee: 2500,
      style: 'either',
      availability: 'now',
      motives: ['skill', 'craft'],
      industries: ['textiles', 'crafts'],
      codes: [
        ['10035', 4, 22, '帯の織元で職人40人の手作業の時間を工程ごとに測り、品物別の原価表を作った'],
        ['10043', 4, 25, '織物工場の標準原価を作り、毎月の差異を現場と見る会を十五年続けた'],
        ['10062', 3, 10, '百貨店向けの帯の値決めを、原価から積み上げる方法に改めた'],
      ],
      ties: [
        ['work', 40, 2012],
        ['visits', 40, 2023],
      ],
      employer: { name: '西陣みやび織物株式会社', domain: 'miyabi-ori.example' },
    },
  },
} satisfies Record<string, PersonSeed>
