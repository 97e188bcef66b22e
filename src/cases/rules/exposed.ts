import { contactsIn } from '../../messages/rules/mask.ts'
import { copiedIn } from './copied.ts'
import type { CaseText } from './draft.ts'
import { type Called, namesIn } from './names.ts'
import { jointOpenness } from './openness.ts'

/** What in a text leads to the two sides. */
export type Exposed = {
  readonly contacts: readonly string[]
  readonly names: readonly string[]
  /** Sentences that stand in the posting, where everybody finds them beside the name. */
  readonly copied: readonly string[]
}

export function exposedIn(
  told: CaseText & { readonly told?: string | null },
  called: Called,
  posted: readonly string[],
): Exposed {
  const { title, problem, done, result, learned, surprised } = told
  const text = [title, problem, done, result, learned, surprised, told.told ?? ''].join('\n')
  return { contacts: [...new Set(contactsIn(text))], names: namesIn(text, called), copied: copiedIn(text, posted) }
}

/** Contacts and names, each once, as they stand in the text. */
export function exposedWords({ contacts, names }: Pick<Exposed, 'contacts' | 'names'>): string[] {
  return [...new Set([...contacts, ...names])]
}

/** What was promised to be shown without names must not lead to anybody. */
export function mustBeMended(row: Parameters<typeof jointOpenness>[0], exposed: Exposed): boolean {
  const leads = exposedWords(exposed).length + exposed.copied.length > 0
  return jointOpenness(row) === 'anonymous' && leads
}

export const MEND_FIRST = '名前を出さない約束です。会社や人にたどりつく言葉を直すと、公開できます。'
