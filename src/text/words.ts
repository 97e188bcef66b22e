const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

/** Very long runs without a break make the segmenter slow; no sentence is longer than this. */
const PIECE = 2_000

const GRAMMAR = new Set(
  (
    'こと もの ため ところ とき よう そう ほう わけ はず まま うち ほど くらい ぐらい ばかり だけ など から まで より ので のに けど けれど ' +
    'けれども しかし でも だが そして また それ これ あれ どれ ここ そこ あそこ この その あの どの なに なん どう こう いつ どこ だれ ' +
    'する して した され れる られ せる いる ある なる できる やる くる いく いう ない なく なかっ です ます でし まし ません ください ' +
    'しまう しまっ もらう もらっ くれる くれ あげる おる とる ちゃ じゃ んだ んです んや のか のは のが さん たち たい たく とても すごく ' +
    'もう まだ ずっと いつも ちょっと あまり なかなか どんどん だんだん やっぱり やはり 何 人 事 時 方 中 的 分 者 物 毎 等 約 私 僕 俺 自分 今'
  ).split(' '),
)

export type Word = { text: string; start: number; end: number }

/**
 * The content words of a folded text, in order, with their places in it: words with a kanji, katakana or ASCII letter, and
 * hiragana words of three characters or more, without those that only carry grammar. By Intl.Segmenter (ICU dictionary).
 */
export function wordsWithPlaces(folded: string): Word[] {
  const found: Word[] = []
  for (let from = 0; from < folded.length; from += PIECE) {
    for (const { segment, index, isWordLike } of segmenter.segment(folded.slice(from, from + PIECE))) {
      if (!isWordLike || !isContent(segment)) continue
      found.push({ text: segment, start: from + index, end: from + index + segment.length })
    }
  }
  return found
}

/** The content words of a folded text; see {@link wordsWithPlaces}. */
export function words(folded: string): string[] {
  return wordsWithPlaces(folded).map((word) => word.text)
}

function isContent(word: string): boolean {
  if (GRAMMAR.has(word) || /^\d+$/.test(word)) return false
  return /^[\u3041-\u309f]+$/.test(word) ? word.length >= 3 : /\p{L}/u.test(word)
}
