/** What a browser heard so far: a list of guesses for each stretch of speech, each final or not yet. */
export type Heard = ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>

/** What is sure, and what may still change. */
export function wordsOf(results: Heard): { sure: string; open: string } {
  let [sure, open] = ['', '']
  for (let at = 0; at < results.length; at++) {
    const stretch = results[at]!
    const words = (stretch[0]?.transcript ?? '').trim()
    if (stretch.isFinal) sure += words
    else open += words
  }
  return { sure, open }
}

/** `text` with words said at `at`, and where the writing goes on. A pause in speaking is a comma, unless a mark stands there. */
export function withSaid(text: string, at: number, words: string): { text: string; at: number } {
  if (words === '') return { text, at }
  const [before, after] = [text.slice(0, at), text.slice(at)]
  const joint =
    before === '' || /[\s、。，．,.!?！？「『（(]$/u.test(before) || /^[、。，．!?！？]/u.test(words) ? '' : '、'
  const said = before + joint + words
  return { text: said + after, at: said.length }
}

/** What is said when listening ended by itself; nothing when it went as it should. */
export function problemOf(error: string, heardAnything: boolean): string {
  switch (error) {
    case '':
    case 'aborted':
      return ''
    case 'no-speech':
      return heardAnything ? '' : '声が聞こえませんでした。もう一度押して、話してください。'
    case 'not-allowed':
    case 'service-not-allowed':
      return 'マイクを使えませんでした。ブラウザーの設定で、マイクを許すと使えます。'
    case 'audio-capture':
      return 'マイクが見つかりませんでした。文字で書いても大丈夫です。'
    case 'network':
      return 'いまつながっていないため、声を文字にできません。'
    default:
      return 'うまくいきませんでした。もう一度押すか、文字で書いてください。'
  }
}
