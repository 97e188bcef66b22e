/**
 * How well the classifier finds a code from a phrase it has never seen: each round takes one phrase out of every code and
 * asks for it. `node bench/weights.ts [--rounds 4] [--json]`. A measure for choosing weights without any list of worries.
 */
import { parseArgs } from 'node:util'
import { createClassifier } from '../src/jobcodes/rules/classifier.ts'
import { businessSynonyms, jobCodes } from '../src/jobcodes/rules/standard.ts'
import { createTree } from '../src/jobcodes/rules/tree.ts'
import { WEIGHING, type Weighing } from '../src/jobcodes/rules/weighing.ts'

export type Found = { asked: number; first: number; five: number; middle: number }

/** Shares of phrases whose own code came first, among the first five, and whose middle group came first. */
export function leaveOneOut(rounds: number, weighing: Weighing = WEIGHING): Found {
  const whole = jobCodes()
  const sum = { asked: 0, first: 0, five: 0, middle: 0 }
  for (let round = 0; round < rounds; round++) {
    const asked: { text: string; code: string }[] = []
    const rest = whole.majors.map((major) => ({
      ...major,
      middles: major.middles.map((middle) => ({
        ...middle,
        leaves: middle.leaves.map((leaf) => {
          const out = leaf.phrases[round]
          if (out !== undefined) asked.push({ text: out, code: leaf.id })
          return { ...leaf, phrases: leaf.phrases.filter((phrase) => phrase !== out) }
        }),
      })),
    }))
    const classify = createClassifier(createTree(rest), businessSynonyms(), weighing)
    for (const { text, code } of asked) {
      const answer = classify(text, 5)
      sum.asked++
      if (answer[0]?.code === code) sum.first++
      if (answer.some((found) => found.code === code)) sum.five++
      if (answer[0]?.middle === whole.place(code)!.middle.name) sum.middle++
    }
  }
  const share = (count: number) => Math.round((count / sum.asked) * 1000) / 1000
  return { asked: sum.asked, first: share(sum.first), five: share(sum.five), middle: share(sum.middle) }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '4' }, json: { type: 'boolean' } } })
  const found = leaveOneOut(Number(values.rounds))
  if (values.json) console.log(JSON.stringify(found))
  else console.log(`${found.asked} phrases: first ${found.first}, in five ${found.five}, middle ${found.middle}`)
}
