import type { ApplicantProfile } from '../../talents/rules/card.ts'

const figures = new Intl.NumberFormat('ja-JP')

type Disclosed = {
  readonly field: string
  readonly term: string
  readonly value: (profile: ApplicantProfile) => string | readonly string[] | null
}

/** What the company can see from the moment of sending, and in what words: the consent names exactly these fields. */
export const DISCLOSED = [
  { field: 'name', term: '名前', value: ({ name }) => name },
  { field: 'prefecture', term: '住まいの都道府県', value: ({ card }) => card.prefecture },
  { field: 'headline', term: 'ひとことの紹介', value: ({ card }) => card.headline },
  { field: 'about', term: 'してきたこと', value: ({ about }) => about },
  {
    field: 'codes',
    term: 'できる仕事',
    value: ({ card }) => card.codes.map(({ name, levelName }) => `${name}（${levelName}）`),
  },
  {
    field: 'evidence',
    term: 'その年数と実績',
    value: ({ evidence }) => evidence.map(({ name, years, line }) => `${name}：${years}年${line && `。${line}`}`),
  },
  { field: 'industries', term: '知っている業種', value: ({ industries }) => industries.join('、') },
  {
    field: 'ties',
    term: '地域とのゆかり',
    value: ({ ties }) => ties.map(({ prefecture, kind }) => `${prefecture}：${kind}`),
  },
  { field: 'motives', term: '副業をしたい理由', value: ({ motives }) => motives.join('、') },
  { field: 'style', term: '働き方', value: ({ style }) => style },
  {
    field: 'hours',
    term: '使える時間',
    value: ({ hours, times }) => (hours === null ? null : [`月${figures.format(hours)}時間`, ...times].join('、')),
  },
  { field: 'fee', term: '希望の報酬', value: ({ fee }) => (fee === null ? null : `1時間${figures.format(fee)}円`) },
] as const satisfies readonly Disclosed[]

export type DisclosedLine = { readonly term: string; readonly value: string | readonly string[] }

/** The lines of somebody's disclosure that have something in them. */
export function disclosureOf(profile: ApplicantProfile): DisclosedLine[] {
  return DISCLOSED.flatMap(({ term, value }) => {
    const given = (value as Disclosed['value'])(profile)
    return given === null || given.length === 0 ? [] : [{ term, value: given }]
  })
}

/** What stays covered, whatever is sent. */
export const NOT_DISCLOSED = ['勤務先', '電話番号', 'メールアドレス', '番地までの住所'] as const
