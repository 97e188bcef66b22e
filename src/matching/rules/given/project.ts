import { z } from 'zod'
import { classify } from '../../../jobcodes/rules/standard.ts'
import { NO_ANSWERS, NO_RECORD, type ProjectFacts } from '../facts.ts'
import { codes, hours, id, pay, prefecture, text, yesOrNo } from './shapes.ts'

/** As many as the engine compares. */
const MOST_CODES = 4
/** A project of a file says nothing of levels: whoever knows the work will do. */
const ASKED_LEVEL = 1

/** One line of a file of projects. */
export const projectShape = z.object({
  id,
  title: text.nullish(),
  text,
  prefecture: prefecture.nullish(),
  hours: hours(1).nullish(),
  pay: pay.nullish(),
  remote: yesOrNo.nullish(),
  codes: codes(MOST_CODES).nullish(),
})

export type GivenProject = z.infer<typeof projectShape>

/** A project of a file as matching knows projects. Without job codes, those that title and text speak of. */
export function factsOfProject(given: GivenProject): ProjectFacts {
  const { id, title, text, prefecture, hours, pay, remote } = given
  return {
    ...{ id: String(id), companyId: '', open: true, industry: null, municipality: null, travelPaid: null },
    ...{ title: title ?? null, background: null, goal: null, work: text },
    prefecture: prefecture ?? null,
    hours: hours ?? null,
    fee: null,
    hourly: pay ?? null,
    style: remote == null ? null : remote ? 'remote' : 'visits',
    codes: codesOfProject(given),
    record: NO_RECORD,
    answers: NO_ANSWERS,
  }
}

function codesOfProject({ codes, title, text }: GivenProject): ProjectFacts['codes'] {
  if (codes?.length) return codes.map((code) => ({ code, level: ASKED_LEVEL, must: true }))
  // What was read out of a text may be wrong: the likeliest is what must be there.
  return classify([title, text].filter(Boolean).join('\n'), MOST_CODES).map(({ code }, at) => {
    return { code, level: ASKED_LEVEL, must: at === 0 }
  })
}
