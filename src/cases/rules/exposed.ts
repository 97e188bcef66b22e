import { contactsIn } from '../../messages/rules/mask.ts'
import type { CaseText } from './draft.ts'
import { type Called, namesIn } from './names.ts'
import { jointOpenness } from './openness.ts'

/** What in a text leads to the two sides. */
export type Exposed = { readonly contacts: readonly string[]; readonly names: readonly string[] }

export function exposedIn({ title, problem, done, result, learned }: CaseText, called: Called): Exposed {
  const text = [title, problem, done, result, learned].join('\n')
  return { contacts: [...new Set(contactsIn(text))], names: namesIn(text, called) }
}

/** All that is exposed, each once, as it stands in the text. */
export function exposedWords({ contacts, names }: Exposed): string[] {
  return [...new Set([...contacts, ...names])]
}

/** What was promised to be shown without names must not lead to anybody. */
export function mustBeMended(row: Parameters<typeof jointOpenness>[0], exposed: Exposed): boolean {
  return jointOpenness(row) === 'anonymous' && exposedWords(exposed).length > 0
}

export const MEND_FIRST = '名前を出さない約束の文章に、連絡先か名前が入っています。直すと、公開できます。'
