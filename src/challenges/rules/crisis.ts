import { z } from 'zod'
import { readReference } from '../../lib/reference.ts'
import { fold, hiragana } from '../../text/normalise.ts'

const shape = z.strictObject({
  words: z.array(z.string().min(1)).min(1),
  not: z.array(z.string().min(1)),
  lines: z.array(z.strictObject({ name: z.string(), phone: z.string(), hours: z.string() })).min(1),
})

let crisis: z.output<typeof shape> | undefined

function known() {
  crisis ??= shape.parse(readReference('crisis'))
  return crisis
}

/** Whoever to ring when it is no longer about work. */
export function crisisLines(): readonly { name: string; phone: string; hours: string }[] {
  return known().lines
}

/** Somebody speaks of dying. A list of words, so it errs: then two telephone numbers stand there that nobody needs. */
export function isCryForHelp(text: string): boolean {
  const { words, not } = known()
  const said = not.reduce((rest, harmless) => rest.replaceAll(plain(harmless), ''), plain(text))
  return words.some((word) => said.includes(plain(word)))
}

function plain(text: string): string {
  return hiragana(fold(text))
}
