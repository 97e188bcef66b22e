import { z } from 'zod'

const MODEL = /^(\S{1,100})\s+(?:(anthropic)|(https?:\/\/\S+))(?:\s+(?!\d+s$)(\S+))?(?:\s+(\d+)s)?$/
const MOST_SECONDS = 60

/**
 * `name address [key] [seconds]`, as in `small http://localhost:11434/v1 secret 8s`: a model behind an address that speaks as
 * OpenAI's does.
 */
export const endpoint = (usualSeconds: number) =>
  spoken(usualSeconds).transform(({ url, name, key, seconds }, context) => {
    if (url !== undefined) return { name, url, key, seconds }
    context.addIssue({ code: 'custom' })
    return z.NEVER
  })

/** The same, or `anthropic` in place of the address. */
export const spoken = (usualSeconds: number) =>
  z.string().transform((text, context) => {
    const [, name, anthropic, url, key, said] = MODEL.exec(text) ?? []
    const seconds = said === undefined ? usualSeconds : Number(said)
    if (name && seconds >= 1 && seconds <= MOST_SECONDS && (anthropic || URL.canParse(url ?? '')))
      return { name, kind: anthropic ? ('anthropic' as const) : ('openai' as const), url, key, seconds }
    context.addIssue({ code: 'custom' })
    return z.NEVER
  })
