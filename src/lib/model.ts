import type { LanguageModel } from 'ai'
import type { z } from 'zod'
import type { Settings } from './config.ts'
import type { Log } from './log.ts'

/** What is asked: what the model has to do, what about, and the form in which it has to answer. */
export type Question<T> = {
  readonly instructions: string
  readonly text: string
  readonly shape: z.ZodType<T>
}

/** A language model that somebody plugged in. It may help; nothing waits for it longer than was agreed. */
export type Model = {
  /** As people are told who helped. */
  readonly name: string
  /** The answer in the form asked for; null when it came too late, was broken or was refused. Never throws. */
  ask<T>(question: Question<T>): Promise<T | null>
}

const MOST_TOKENS = 1500
/** What no honest answer needs. */
const LONGEST = 20_000

/** The model that the environment names, none when it names none. */
export function openModel(settings: Pick<Settings, 'model'>, log: Log): Model | null {
  const { model } = settings
  if (!model) return null
  return {
    name: model.name,
    async ask({ instructions, text, shape }) {
      try {
        // Loaded by those who plugged one in: a start of everybody else must not wait for it.
        const { generateText } = await import('ai')
        const { text: answer } = await generateText({
          model: await speakerOf(model),
          system: instructions,
          prompt: text,
          temperature: 0,
          maxOutputTokens: MOST_TOKENS,
          maxRetries: 0,
          abortSignal: AbortSignal.timeout(model.seconds * 1000),
        })
        const given = shape.safeParse(jsonIn(answer))
        if (!given.success) log.warn({}, 'the language model answered in another form')
        return given.success ? given.data : null
      } catch (error) {
        // Its message may repeat what was sent: only what kind of fault it was is kept.
        log.warn({ act: error instanceof Error ? error.name : 'unknown' }, 'the language model did not answer')
        return null
      }
    },
  }
}

async function speakerOf({ kind, url, key, name }: NonNullable<Settings['model']>): Promise<LanguageModel> {
  if (kind === 'anthropic') {
    const { createAnthropic } = await import('@ai-sdk/anthropic')
    return createAnthropic({ ...(url && { baseURL: url }), ...(key && { apiKey: key }) })(name)
  }
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
  return createOpenAICompatible({ name: 'model', baseURL: url!, ...(key && { apiKey: key }) })(name)
}

/** The object in an answer, also where the model put words or a fence around it; undefined when there is none. */
export function jsonIn(answer: string): unknown {
  if (answer.length > LONGEST) return undefined
  const [from, to] = [answer.indexOf('{'), answer.lastIndexOf('}')]
  if (from < 0 || to < from) return undefined
  try {
    return JSON.parse(answer.slice(from, to + 1))
  } catch {
    return undefined
  }
}
