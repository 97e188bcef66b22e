import { loadDefaultJapaneseParser } from 'budoux'

const parser = loadDefaultJapaneseParser()
const kept = new Map<string, string[]>()
const KEPT_AT_MOST = 2000

/** The phrases (文節) of a Japanese sentence, in order; joined they give the text again. */
export function phrasesOf(text: string): string[] {
  const known = kept.get(text)
  if (known) return known
  const phrases = parser.parse(text)
  if (kept.size >= KEPT_AT_MOST) kept.clear()
  kept.set(text, phrases)
  return phrases
}

/** A date, a time, a sum or a count with its unit, or what lies between two: read in one piece. */
const FIGURE =
  /(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日(?:（[月火水木金土日]）)?)?|(?:月|1時間)?\d[\d,.:]*(?:[〜～]\d[\d,.:]*)?(?:万円|円|時間|か月|年度|年|日|件|人|社|回|分|点|%)?/g
/** A telephone number, and an example of one: browsers end a line after each hyphen. */
const TELEPHONE = /0\d{1,4}-\d{1,4}-\d{3,4}/g
/** Words that are parted by a rule which knows phrases by their letters alone. */
const WORDS =
  /さが[すしせそ]|気がかり|手がかり|おたがい|ふりがな|ひらがな|まちがい|ちがい|となり|問い合わせ|明るい|たの[むみ]|その場しのぎ|やりがい|もう一度|つづ[きけ]|ものづくり|まちづくり|1時間あたり|そのもの|まん中|計算した日|このごろ|やったこと|ときどき|なお[すしせ]|という|として|による|今回/g
/** Browsers end a line after these, though what follows clings to it: 「案件」に, 3,000〜5,000円. */
const CLINGING = /[」』）][ぁ-ん]|\d[〜～]\d/
/** Longer ones would leave half a line empty. */
const CLINGING_AT_MOST = 14
/** A bracket that opens goes with what is in it. */
const OPENING = /[「『（]$/
/** A name of two words breaks at the space between them only where it is too long for the narrowest line. */
const SHORT_NAME = 6

type PhraseProps = {
  children: string
  /** Names of companies and people in it. */
  names?: readonly string[] | undefined
}

/** A sentence that breaks only between phrases: for headings, buttons and labels. */
export function Phrase({ children, names = [] }: PhraseProps) {
  return (
    <span class="phrase">
      {wholePhrasesOf(children, names).flatMap((phrase, index) => {
        const words = inParts(phrase).map((part) =>
          part.isWhole ? (
            <span key={part.words} class="part">
              {withNames(part.words, names)}
            </span>
          ) : (
            withNames(part.words, names)
          ),
        )
        return index === 0 ? words : [<wbr key={`${index}`} />, ...words]
      })}
    </span>
  )
}

/** Its phrases, none of which ends within a figure or a name, and none a single letter. */
export function wholePhrasesOf(text: string, names: readonly string[] = []): string[] {
  const whole = [
    ...[FIGURE, TELEPHONE, WORDS]
      .flatMap((known) => [...text.matchAll(known)])
      .map(({ index, 0: found }) => [index, index + found.length] as const),
    ...names.filter(Boolean).flatMap((name) => placesOf(text, name)),
  ]
  const phrases: string[] = []
  let end = 0
  let isWithin = false
  for (const phrase of phrasesOf(text).flatMap(bracketApart)) {
    if (isWithin || OPENING.test(phrases.at(-1) ?? '') || ([...phrase].length === 1 && !OPENING.test(phrase)))
      phrases.push((phrases.pop() ?? '') + phrase)
    else phrases.push(phrase)
    end += phrase.length
    isWithin = whole.some(([from, to]) => from < end && end < to)
  }
  return phrases
}

/** A day of the week stays with its day, of which browsers end a line before the bracket; a telephone number stays whole. */
function inParts(phrase: string): { words: string; isWhole: boolean }[] {
  const day = /^(.*日（[月火水木金土日]）)(\d.*)?$/.exec(phrase) ?? /^(.*日（[月火水木金土日]）.*)$/.exec(phrase)
  if (!day) return [{ words: phrase, isWhole: isOnePiece(phrase) }]
  const [, words = '', time] = day
  return [{ words, isWhole: true }, ...(time ? [{ words: time, isWhole: false }] : [])]
}

function bracketApart(phrase: string): string[] {
  return phrase.length > 1 && OPENING.test(phrase) ? [phrase.slice(0, -1), phrase.slice(-1)] : [phrase]
}

function isOnePiece(phrase: string): boolean {
  return phrase.search(TELEPHONE) !== -1 || (phrase.length <= CLINGING_AT_MOST && CLINGING.test(phrase))
}

function placesOf(text: string, name: string): (readonly [number, number])[] {
  const parts = text.split(name)
  let at = 0
  return parts.slice(0, -1).map((part) => {
    const from = at + part.length
    at = from + name.length
    return [from, at] as const
  })
}

function withNames(phrase: string, names: readonly string[]) {
  const name = names.find((one) => one.length <= SHORT_NAME && one.includes(' ') && phrase.includes(one))
  if (!name) return [phrase]
  const at = phrase.indexOf(name)
  return [
    phrase.slice(0, at),
    <span key={name} class="figure">
      {name}
    </span>,
    phrase.slice(at + name.length),
  ]
}
