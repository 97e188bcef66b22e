import { z } from 'zod'
import { readReference } from '../../lib/reference.ts'
import { fold, hiragana } from '../../text/normalise.ts'
import { sentences } from '../../text/sentences.ts'
import { addressesIn } from './mask.ts'

const words = z.array(z.string().trim().min(1)).min(1)
const when = z.union([
  z.strictObject({ says: words }),
  z.strictObject({ near: z.array(words).min(2) }),
  z.strictObject({ link: z.literal('unclear') }),
])
const ruleShape = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  name: z.string().min(1),
  early: z.boolean().default(false),
  when: z.array(when).min(1),
  not: z.array(z.string().min(1)).default([]),
  warning: z.string().min(1),
  advice: z.string().min(1),
  asking: z.string().min(1),
})
const shape = z.strictObject({ links: words, ends: words, rules: z.array(ruleShape).min(1) })

/** Something in a message that whoever gets it should be careful about. */
export type Caution = Pick<z.output<typeof ruleShape>, 'id' | 'name' | 'warning' | 'advice' | 'asking'>
type Known = z.output<typeof shape>

let known: Known | undefined

/** やりとりの見守り as it stands in reference/cautions.yaml. Throws with every slip when it cannot be read. */
function cautions(): Known {
  known ??= readCautions(readReference('cautions'))
  return known
}

export function readCautions(data: unknown): Known {
  const parsed = shape.safeParse(data)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map(({ path, message }) => `${path.join(' → ')}: ${message}`)
  throw new Error(`reference/cautions.yaml を読めません\n${lines.join('\n')}`)
}

export function cautionOf(id: string): Caution | undefined {
  return cautions().rules.find((rule) => rule.id === id)
}

/**
 * What to be careful about in a text, by rule alone. `agreed`: the company has said that it wants this person, from when on
 * accounts and telephone numbers are told.
 */
export function cautionsIn(text: string, agreed: boolean): Caution[] {
  return cautions().rules.filter((rule) => !(rule.early && agreed) && fits(rule, text))
}

function fits({ when, not }: Known['rules'][number], text: string): boolean {
  return when.some((one) => {
    if ('link' in one) return addressesIn(text).some(isUnclear)
    const lists = 'says' in one ? [one.says] : one.near
    return sentences(text).some((sentence) => {
      const said = not.reduce((rest, harmless) => rest.replaceAll(plain(harmless), '　'), plain(sentence.text))
      return lists.every((list) => list.some((word) => holds(said, plain(word))))
    })
  })
}

/** A word in Latin letters stands by itself: 「line」 is not in 「online」. */
function holds(text: string, word: string): boolean {
  if (!/^[a-z0-9]+$/.test(word)) return text.includes(word)
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/[a-z0-9]/.test(text[at - 1] ?? '') && !/[a-z0-9]/.test(text[at + word.length] ?? '')) return true
  }
  return false
}

/** Nobody can see from it where it leads: shortened, hidden behind a name or a number, in an ending that swindlers rent. */
function isUnclear(address: string): boolean {
  const { links, ends } = cautions()
  const [, before = ''] = /^(?:https?:\/\/)?([^/?#]*)/i.exec(address.normalize('NFKC')) ?? []
  const host = (before.split('@').at(-1) ?? '').toLowerCase().replace(/:\d+$/, '')
  const end = host.split('.').at(-1)!
  return (
    before.includes('@') || /^[\d.]+$/.test(host) || host.includes('xn--') || links.includes(host) || ends.includes(end)
  )
}

function plain(text: string): string {
  return hiragana(fold(text)).replaceAll(/(?<=[^a-z0-9]) | (?=[^a-z0-9])/g, '')
}
