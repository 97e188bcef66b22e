import { jobCodes } from '../../../jobcodes/rules/standard.ts'
import { fold } from '../../../text/normalise.ts'

let byName: ReadonlyMap<string, string> | undefined

/** The job codes in use that somebody wrote as an id or an exact name, an old one as what took its place; [] when unknown. */
export function codesIn(typed: string): readonly string[] {
  const codes = jobCodes()
  const wanted = fold(typed.trim())
  const found = codes.current(wanted)
  byName ??= namesOf([...codes.places.map(({ leaf }) => leaf), ...codes.old])
  return found.length > 0 ? found : codes.current(byName.get(wanted) ?? '')
}

/** One that is in use goes before an old one of the same name. */
function namesOf(leaves: readonly { readonly id: string; readonly name: string }[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const { id, name } of leaves) if (!names.has(fold(name))) names.set(fold(name), id)
  return names
}
