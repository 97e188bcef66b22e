import { z } from 'zod'
import { classify } from '../../../jobcodes/rules/standard.ts'
import { CODES } from '../../../talents/rules/profile.ts'
import { TIE_KINDS } from '../../../talents/rules/words.ts'
import type { Tie } from '../../../talents/schema.ts'
import { NO_ANSWERS, NO_RECORD, type TalentFacts } from '../facts.ts'
import { codes, hours, id, list, pay, place, prefecture, text, yesOrNo } from './shapes.ts'

const MOST_TIES = 4
/** What somebody says of themselves is done alone; what was read out of a text may have been done with others. */
const SAID_LEVEL = 3
const READ_LEVEL = 2

const KINDS: ReadonlyMap<string, Tie['kind']> = new Map(
  TIE_KINDS.flatMap(({ id, name }) => [[id, id] as const, [name, id] as const]),
)
const kind = z.string('文字にしてください').transform((given, ctx) => {
  const known = KINDS.get(given)
  if (known) return known
  ctx.addIssue(`kind を ${TIE_KINDS.map(({ id }) => id).join('・')} から選んでください`)
  return z.NEVER
})
const year = z
  .int('year を年の数にしてください')
  .min(1900, 'year を1900からにしてください')
  .max(2100, 'year を2100までにしてください')
/** The name of a place alone, or with what binds to it and the last year. */
const tie = z.preprocess(
  (given) => (typeof given === 'object' ? given : { place: given }),
  z
    .object({ place, kind: kind.nullish(), year: year.nullish() }, '土地の名前にしてください')
    .transform(({ place: { prefecture, municipality }, kind, year }) => {
      return { prefecture, municipality, kind: kind ?? null, lastYear: year ?? null }
    }),
)

/** One line of a file of people. Whatever else stands in it (a name, an age, a sex) is not read. */
export const personShape = z.object({
  id,
  text,
  prefecture: prefecture.nullish(),
  ties: list(tie, MOST_TIES).nullish(),
  hours: hours(0).nullish(),
  pay: pay.nullish(),
  remoteOnly: yesOrNo.nullish(),
  codes: codes(CODES).nullish(),
})

export type GivenPerson = z.infer<typeof personShape>

/** A person of a file as matching knows people. Without job codes, those that the text speaks of. */
export function factsOfPerson(given: GivenPerson): TalentFacts {
  const { id, text, prefecture, ties, hours, pay, remoteOnly } = given
  return {
    ...{ id: String(id), headline: '', about: text, visible: true, motives: [], industries: [] },
    prefecture: prefecture ?? null,
    hours: hours ?? null,
    fee: pay ?? null,
    style: remoteOnly == null ? null : remoteOnly ? 'remote' : 'either',
    codes: codesOfPerson(given),
    ties: ties ?? [],
    record: NO_RECORD,
    answers: NO_ANSWERS,
  }
}

function codesOfPerson({ codes, text }: GivenPerson): TalentFacts['codes'] {
  const line = { years: 0, confirmed: false }
  if (codes?.length) return codes.map((code) => ({ ...line, code, level: SAID_LEVEL, evidence: '' }))
  return classify(text, CODES).map(({ code, because }) => {
    return { ...line, code, level: READ_LEVEL, evidence: because.part.text }
  })
}
