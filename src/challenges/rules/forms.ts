import { z } from 'zod'
import { readResumeCode } from '../../lib/ids.ts'
import { longText, text } from '../../lib/input.ts'

/** Letters of a worry: a long talk typed out by somebody else is about half of it. */
export const WORRY_MAX = 20_000
/** What is kept while somebody types may be longer, so that nothing is lost before it is made shorter. */
const DRAFT_MAX = 100_000
export const WORDS_MAX = 200
/** Bytes of a form whose box holds more than a worry may have, so that it can come back with a sentence. */
export const WORRY_BYTES = 1_500_000
/** An unclaimed worry is deleted when nobody touched it for so long. */
export const KEPT_DAYS = 30

const LABEL = 'お困りのこと'

export const worryForm = z.object({ text: longText({ label: LABEL, max: WORRY_MAX }) })
export const draftForm = z.object({ text: longText({ label: LABEL, max: DRAFT_MAX, required: false }) })
export const wordsForm = z.object({ text: longText({ label: '言葉', max: WORDS_MAX }) })
export const codeForm = z.object({ code: text({ label: '仕事', max: 10 }) })
export const companyChoice = z.object({ company: text({ label: '会社', max: 40 }) })

export const resumeForm = z.object({
  code: text({ label: '番号', max: 40 }).transform((given, context) => {
    const code = readResumeCode(given)
    if (code !== null) return code
    context.addIssue({ code: 'custom', message: '紙に書かれた8つの文字を入れてください。' })
    return z.NEVER
  }),
})

/** ABCD-EFGH: easier to copy by hand. */
export function shownCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}
