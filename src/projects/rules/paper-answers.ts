import { parseForm } from '../../lib/input.ts'
import { draftForm } from './forms.ts'
import { ASKED } from './paper.ts'

/** What was filled in of the questions of a sheet; what was left open stays as it is. */
export function readAnswers(body: Parameters<typeof parseForm>[1]) {
  const given = ASKED.filter((name) => typeof body[name] === 'string' && body[name] !== '')
  const open: readonly string[] = ASKED.filter((name) => !given.includes(name))
  const said = Object.fromEntries(Object.entries(body).filter(([name]) => !open.includes(name)))
  // No button and no search of the draft's screens is here.
  return { given, form: parseForm(draftForm(given, said), { ...said, go: '', find: '' }) }
}
