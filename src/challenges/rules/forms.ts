import { z } from 'zod'
import { readResumeCode } from '../../lib/ids.ts'
import { checkbox, longText, text } from '../../lib/input.ts'

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

/** `model`: a language model outside may read it too. */
export const worryForm = z.object({
  text: longText({ label: LABEL, max: WORRY_MAX }),
  model: checkbox({ label: '外の道具にも読んでもらう' }),
})
/** The same beside a photo, which may come alone. */
export const tellForm = worryForm.extend({ text: longText({ label: LABEL, max: WORRY_MAX, required: false }) })
/** What stands on the same screen comes along while somebody types, and is not kept. */
export const draftForm = worryForm.extend({ text: longText({ label: LABEL, max: DRAFT_MAX, required: false }) })
export const wordsForm = z.object({ text: longText({ label: '言葉', max: WORDS_MAX }) })
export const codeForm = z.object({ code: text({ label: '仕事', max: 10 }) })
export const helpForm = z.object({ from: text({ label: '見てもらう相手', max: 40 }) })

/** What a person may add to a tree. */
const ADDED = ['cause', 'work', 'scope', 'exclusion'] as const
export type AddedKind = (typeof ADDED)[number]

export function addedKind(given: unknown): AddedKind | null {
  return ADDED.find((kind) => kind === given) ?? null
}

const kind = text({ label: '足すもの', max: 20 })
export const addedWorkForm = z.object({ kind, code: text({ label: '仕事', max: 10 }) })
export const lineForm = z.object({
  kind,
  text: longText({ label: '足す言葉', max: WORDS_MAX }),
  under: text({ label: 'お困りごと', max: 40, required: false }),
})
/** `roles`: the roles that it may be divided into are looked at next. */
export const companyChoice = z.object({
  company: text({ label: '会社', max: 40 }),
  roles: text({ label: '分け方', max: 3, required: false }),
})

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
