import { COMPANIES, PARTNERS } from './cast/firms.ts'
import { RIVALS } from './cast/rivals.ts'
import { RIGHT_PEOPLE } from './cast/talents.ts'
import type { PersonSeed } from './cast/types.ts'
import { nameBasedId } from './ids.ts'

export { COMPANIES, PARTNERS }

/** People beside the talents: owners, clerks, the desk. */
const OTHERS = {
  sato: {
    ...person('佐藤', '茂', 'さとう', 'しげる', 'sato'),
    role: '佐藤 茂（68）山形県の肥料会社の社長',
    company: ['fertiliser', 'owner'],
  },
  nakamura: {
    ...person('中村', '清', 'なかむら', 'きよし', 'nakamura'),
    role: '中村 清（66）福岡県の提灯工房の主人',
    company: ['craft', 'owner'],
  },
  chiyo: {
    ...person('中村', '千代', 'なかむら', 'ちよ', 'chiyo'),
    role: '中村 千代 提灯工房の経理（見るだけの役）',
    company: ['craft', 'viewer'],
  },
  kuroda: {
    ...person('黒田', '修', 'くろだ', 'おさむ', 'kuroda'),
    role: '黒田 修 小林さんの勤め先の人事',
    company: ['employer', 'owner'],
  },
  abe: {
    ...person('阿部', '真', 'あべ', 'まこと', 'abe'),
    role: '阿部 真 山形県の地方銀行の担当',
    partner: ['bank', 'owner'],
  },
  koga: {
    ...person('古賀', '里美', 'こが', 'さとみ', 'koga'),
    role: '古賀 里美 福岡県の市役所の担当',
    partner: ['town', 'owner'],
  },
  mori: { ...person('森', '由紀', 'もり', 'ゆき', 'mori'), role: '森 由紀 めぐりの事務局', power: 'operator' },
  hayashi: { ...person('林', '健', 'はやし', 'けん', 'hayashi'), role: '林 健 めぐりの管理者', power: 'administrator' },
} satisfies Record<string, PersonSeed>

export const PEOPLE = { ...OTHERS, ...RIGHT_PEOPLE, ...RIVALS } satisfies Record<string, PersonSeed>

export type CastName = keyof typeof PEOPLE
export type FirmName = keyof typeof COMPANIES
export type PartnerName = keyof typeof PARTNERS

export const accountId = (name: CastName) => nameBasedId(`cast:account:${name}`)
export const talentId = (name: CastName) => nameBasedId(`cast:talent:${name}`)
export const companyId = (name: FirmName) => nameBasedId(`cast:company:${name}`)
export const partnerId = (name: PartnerName) => nameBasedId(`cast:partner:${name}`)

function person(familyName: string, givenName: string, familyKana: string, givenKana: string, mail: string) {
  return { familyName, givenName, familyKana, givenKana, email: `${mail}@cast.example`, phone: '090-0000-0000' }
}
