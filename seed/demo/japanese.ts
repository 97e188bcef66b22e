/** Small grammar for put-together sentences: 「表にする」 → 「表にした」, 「表にして」. */

const PAST: Readonly<Record<string, string>> = {
  う: 'った',
  つ: 'った',
  く: 'いた',
  ぐ: 'いだ',
  す: 'した',
  ぬ: 'んだ',
  ぶ: 'んだ',
  む: 'んだ',
}
/** Verbs whose last kana does not tell: 見る and 出る lose る, 切る and 減る change it. */
const SHORT = /(見|出|着|寝|得|経|似|居|煮)る$/
const KANA_SHORT = /[えけげせぜてでねべめれいきぎしじちにびみり]る$/
const LONG = /(切|減|入|要|限|蹴|知|走|握|練|散|滑|遮|参|照|帰|返|湿|絞|はい|かえ|かぎ|いじ|まい|おちい)る$/

/** The past of a phrase that ends with a verb as the dictionary has it; null when it does not end so. */
export function past(phrase: string): string | null {
  if (/する$/.test(phrase)) return phrase.replace(/する$/, 'した')
  if (/(行く|いく)$/.test(phrase)) return phrase.replace(/く$/, 'った')
  if (/(来る|くる)$/.test(phrase) && !/つくる|おくる|くくる|めくる$/.test(phrase))
    return phrase.replace(/くる$/, 'きた').replace(/来る$/, '来た')
  if (/る$/.test(phrase)) {
    const loses = SHORT.test(phrase) || (KANA_SHORT.test(phrase) && !LONG.test(phrase))
    return phrase.replace(/る$/, loses ? 'た' : 'った')
  }
  const ending = PAST[phrase.slice(-1)]
  return ending === undefined ? null : phrase.slice(0, -1) + ending
}

/** Does a phrase end with a verb as the dictionary has it? */
export function isVerbal(phrase: string): boolean {
  return /[うくぐすつぬぶむる]$/.test(phrase) && past(phrase) !== null
}

/** Puts values into 「{name}」. @throws Error when one is missing: a half-filled sentence must not reach a page. */
export function fill(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`${pattern}: nothing for ${name}`)
    return String(value)
  })
}

/** Without the mark that ends a sentence. */
export function bare(sentence: string): string {
  return sentence.trim().replace(/[。．.]+$/, '')
}

/** The sentences of a text, as a reader would tell them apart. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[。！？])|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 1)
}
