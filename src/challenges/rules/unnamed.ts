/** What stands for each letter that is covered. */
export const COVER = '〇'

/** 「中村さん」 「佐藤社長」: up to four letters of a name with a title behind. */
const TITLED =
  /(?<![一-龥ァ-ヴー])([一-龥々ヶ]{1,4}|[ァ-ヴー]{2,6})(?=さん|様|さま|氏|君|くん|ちゃん|先生|社長|専務|常務|部長|課長|工場長|支店長|店長|会長)/gu
/** 「株式会社〇〇」 「〇〇株式会社」 and the short forms. */
const FIRM =
  /(?:株式会社|有限会社|合同会社|㈱|㈲|（株）|\(株\)|（有）|\(有\))[一-龥々ァ-ヴーぁ-んA-Za-z0-9・&]{1,20}|[一-龥々ァ-ヴーA-Za-z0-9・&]{1,20}(?:株式会社|有限会社|合同会社|㈱|㈲|（株）|\(株\)|（有）|\(有\))/gu
/** People whose title says what they are to the owner, not who they are. */
const NOBODY = new Set(
  'お客 客 奥 嫁 婿 旦那 息子 娘 孫 爺 婆 兄 弟 姉 妹 父 母 親 子 隣 業者 職人 大工 問屋 銀行 役場 農家 漁師 取引先 得意先 常連 大家 税理士 社労士 弁護士 運転手 組合 神主 住職 看護師 保護者 生徒 学生 新人 若手 先代 二代目 三代目 皆 ヘルパー パート バイト ベテラン スタッフ オーナー バス タクシー 前 現 元 副 代表 女'.split(
    ' ',
  ),
)

/**
 * A worry as it may leave the house: the names of firms and people and whatever else is `told` (contact details, the names that
 * are known of this account) covered letter for letter, so that every place in the text stays where it was. A name without a
 * title and without a form of company is not seen.
 */
export function unnamed(text: string, told: readonly string[] = []): string {
  const ranges = [...rangesOf(text, told), ...titled(text), ...firms(text)]
  const letters = [...Array(text.length).keys()].map((at) => text[at]!)
  for (const [from, to] of ranges) for (let at = from; at < to; at++) letters[at] = COVER
  return letters.join('')
}

type Range = readonly [from: number, to: number]

function rangesOf(text: string, told: readonly string[]): Range[] {
  return told
    .filter((words) => words.length > 1)
    .flatMap((words) => {
      const found: Range[] = []
      for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
        found.push([at, at + words.length])
      }
      return found
    })
}

function titled(text: string): Range[] {
  return [...text.matchAll(TITLED)]
    .filter(([, name]) => !NOBODY.has(name!))
    .map(({ index, 1: name }) => [index, index + name!.length])
}

function firms(text: string): Range[] {
  return [...text.matchAll(FIRM)].map(({ index, 0: firm }) => [index, index + firm.length])
}
