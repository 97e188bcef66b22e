import { classify } from '../../jobcodes/rules/standard.ts'
import type { Call } from '../../lib/web/call.ts'
import { contactsIn } from '../../messages/rules/mask.ts'
import { acceptedWorks, INSTRUCTIONS, questionText, type SuggestedWork, suggestionShape } from '../rules/suggestion.ts'
import { unnamed } from '../rules/unnamed.ts'
import { ownCompanies } from './viewing.ts'

/** Works the model may choose among: what the words may mean at all. */
const OFFERED = 40
/** Longer talks are not sent whole. */
const LONGEST = 4000

/**
 * The works that a language model chooses for a worry: none when there is no model, when the owner did not agree to its being
 * asked, or when it does not answer in time and in its form. It reads neither names nor contact details.
 */
export async function suggestedFor(call: Call, text: string, isAgreed: boolean): Promise<readonly SuggestedWork[]> {
  const { model } = call.deps
  if (!model || !isAgreed) return []
  const companies = await ownCompanies(call)
  const own = [call.who.account?.name ?? '', ...companies.map(({ name }) => name)]
  const covered = unnamed(text.slice(0, LONGEST), [
    ...contactsIn(text),
    ...own,
    ...own.flatMap((name) => name.split(/\s+/u)),
  ])
  const codes = classify(text, OFFERED).map(({ code }) => code)
  const said = await model.ask({
    instructions: INSTRUCTIONS,
    text: questionText(covered, codes),
    shape: suggestionShape,
  })
  return said ? acceptedWorks(said, covered, (words) => contactsIn(words).length === 0) : []
}
