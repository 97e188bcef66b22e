import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { answersOf } from '../queries/answers.ts'
import { type Answered, type Question, questionsFor, WHICH } from '../rules/listening.ts'
import { confirmedWorks, liveNodes } from '../rules/nodes.ts'
import { isCryOf, whichOf } from '../rules/said.ts'
import type { ChallengeNode, Worry } from '../schema.ts'
import { type Door, worryThere } from './viewing.ts'

/** A worry that was told, for whoever may answer for it. */
export async function listenedTo(call: Call, door: Door) {
  const { worry, nodes } = await worryThere(call, 'write', door)
  const answers = await call.read((tx) => answersOf(tx, worry.id))
  return { worry: found(worry.structuredAt && worry), nodes, answers }
}

/** Making `which` takes reading all that was said: only where it is asked, or may be. */
export function needsWhich(key: string, answers: readonly Answered[]): boolean {
  return key === WHICH || !answers.some(({ question }) => question === WHICH)
}

type Said = {
  readonly worry: Worry
  readonly nodes: readonly ChallengeNode[]
  readonly answers: readonly Answered[]
  readonly which: Question | null
}

export function openQuestions({ worry, nodes, answers, which }: Said) {
  return questionsFor({ text: worry.text, answers, codes: confirmedWorks(liveNodes(nodes, worry.reading)), which })
}

/** All that is still open, to be asked at once; after a cry for help nobody is asked on. */
export function openOf({ worry, nodes, answers }: Omit<Said, 'which'>): Question[] {
  if (isCryOf(worry.text, answers)) return []
  const which = needsWhich('', answers) ? whichOf(worry.text, answers) : null
  return openQuestions({ worry, nodes, answers, which })
}
