import { ownDomains } from './domains.ts'
import { withTodaysKanji } from './old-kanji.ts'

/** What a company is known by. */
export type Known = {
  readonly name: string
  readonly nameKana?: string | null
  readonly corporateNumber?: string | null
  /** Mail domains that are the company's own. */
  readonly domains?: readonly string[]
}

const FORMS =
  /株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|公益社団法人|公益財団法人|\(株\)|\(有\)|\(同\)|\bco\b|\bltd\b|\binc\b|\bcorp\b|\bcorporation\b|\bllc\b|\bkk\b/g
/** With what further kinds of organisations call themselves. */
const ALL_FORMS = new RegExp(
  `${FORMS.source}|特例有限会社|相互会社|特定非営利活動法人|npo法人|社会福祉法人|医療法人(?:社団|財団)?|学校法人|宗教法人|社団法人|財団法人|弁護士法人|税理士法人|監査法人|独立行政法人|国立大学法人|事業協同組合|協同組合|\\((?:資|名|相|社|財|一社|一財|公社|公財|特非|福|医|学|独|協)\\)|\\bk\\.\\s?k\\b|\\bkabushiki\\s?(?:gaisha|kaisha)\\b|\\bcompany\\b|\\blimited\\b|\\bincorporated\\b|\\bplc\\b|\\bgmbh\\b|\\bthe\\b`,
  'g',
)
/** What stands behind the name of a company where only a part of it writes. */
const BRANCH = /(?:本社|支社|本店|支店|営業所|出張所|工場|事業所|事業部|本部|人事部|総務部)$/

/**
 * The texts by which two records of one company find each other: number, mail domains, and its names without legal form,
 * spaces, marks, width or case (`name:`), and as they are read by whoever does not mind old kanji and kinds of kana (`alike:`).
 * A block compares keyed hashes of them, so that nobody can read who hides from whom. A change of these rules is a new
 * `KEYS_VERSION`: what is stored is then made anew.
 */
export function companyKeys(company: Known): string[] {
  const plain = plainName(company.name)
  const alike = [...alikeNames(company.name), ...alikeNames(company.nameKana ?? '')]
  const number = digitsOf(company.corporateNumber ?? '')
  return [
    ...(plain ? [`name:${plain}`] : []),
    ...new Set(alike.map((name) => `alike:${name}`)),
    ...(number ? [`number:${number}`] : []),
    ...new Set((company.domains ?? []).flatMap(ownDomains).map((domain) => `domain:${domain}`)),
  ]
}

/** The digits of a 法人番号, however it was typed. */
export function digitsOf(number: string): string {
  return number.normalize('NFKC').replace(/\D/g, '')
}

/** ㈱めぐり産業, 株式会社 めぐり産業 and めぐり産業（株） are one company. */
export function plainName(name: string): string {
  return spelled(name)
    .replace(FORMS, '')
    .replace(/ヶ/g, 'ケ')
    .replace(/[^\p{L}\p{N}ー]/gu, '')
}

/** … and so are 髙橋製作所 and 高橋製作所, メグリ産業 and めぐり産業, Meguri Sangyo K.K. and MEGURI SANGYO. */
export function alikeName(name: string): string {
  return withTodaysKanji(spelled(name).replace(ALL_FORMS, ' '))
    .replace(/[ヶヵケが](?=\p{Script=Han})|(?<=\p{Script=Han})[ヶヵケが]/gu, 'け')
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[^\p{L}\p{N}]|ー/gu, '')
}

/** The name, and the name without the branch that stands behind it: 「めぐり産業株式会社 大阪支店」. */
function alikeNames(name: string): string[] {
  const parts = spelled(name)
    .split(new RegExp(`${ALL_FORMS.source}|[\\s・/]`))
    .filter(Boolean)
  const isBranch = parts.length > 1 && BRANCH.test(parts.at(-1)!)
  return [name, ...(isBranch ? [parts.slice(0, -1).join(' ')] : [])].map(alikeName).filter(Boolean)
}

function spelled(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
}
