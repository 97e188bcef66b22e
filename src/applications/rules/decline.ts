import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { DECLINE_REASONS, type DeclineReason } from './words.ts'

/** A reason as it is chosen and kept: its key, and of which work of the project it speaks. */
type Declining = { readonly reason: DeclineReason; readonly code: string | null }

/** The reasons on offer: where experience is missing, of which work, so that the person can use it. */
export function declineChoices(codes: readonly string[]): { value: string; label: string }[] {
  return DECLINE_REASONS.flatMap(({ id, name }) => {
    if (id !== 'experience') return [{ value: id, label: name }]
    const each = codes.flatMap((code) => {
      const sentence = experienceOf(code)
      return sentence ? [{ value: `${id}:${code}`, label: sentence }] : []
    })
    return [...each, { value: id, label: name }]
  })
}

export function readDeclining(value: string): Declining {
  const [key, code = null] = value.split(':')
  return { reason: DECLINE_REASONS.find(({ id }) => id === key)!.id, code }
}

const THANKS = 'お時間をかけて書いてくださり、ありがとうございました。'
const TEMPLATES: Readonly<Record<DeclineReason, string>> = {
  chosen: `どの方も力のある方で、とても悩みました。今回は、ほかの方にお願いすることにしました。${THANKS}`,
  experience: `これまでのお仕事を、感心しながら読みました。今回は、その仕事を自分で進めたことのある方にお願いします。${THANKS}`,
  time: `ぜひお話ししたかったのですが、今回は時間や日程が合いませんでした。${THANKS}`,
  distance: `今回は、こちらに通っていただく回数や場所が合いませんでした。離れてできる仕事のときは、また見てください。${THANKS}`,
  fee: `経験に見合うお礼を、いまの私どもでは用意できませんでした。申し訳ありません。${THANKS}`,
  stopped: `社内の都合で、頼み方から考え直すことにしました。応募の内容のためではありません。${THANKS}`,
}

/** What may stand below the reason; a beginning, to be put in the own words. */
export function templateFor(value: string): string {
  return TEMPLATES[readDeclining(value).reason]
}

/** The reason as it is kept: what was chosen on the first line, the company's own words below. */
export function writtenReason(value: string, words: string): string {
  return words === '' ? value : `${value}\n${words}`
}

export function readReason(kept: string | null): { sentence: string; words: string } | null {
  if (kept === null) return null
  const [first = '', ...words] = kept.split('\n')
  const [key, code] = first.split(':')
  const reason = DECLINE_REASONS.find(({ id }) => id === key)
  if (!reason) return null
  const sentence = (code && experienceOf(code)) ?? reason.name
  return { sentence: `${sentence}。`, words: words.join('\n') }
}

function experienceOf(code: string): string | null {
  const leaf = jobCodes().leaf(code)
  return leaf ? `「${leaf.name}」の経験が、今回ほしいものと少し違いました` : null
}
