import type { Call } from '../../lib/web/call.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { wayBack } from '../actions/lines.ts'
import { keepAnswer } from '../actions/listening.ts'
import { AskBack, questionAddress } from '../pages/listening.tsx'
import { answersOf } from '../queries/answers.ts'
import { nodesOf, worryFor } from '../queries.ts'
import { answerForm, valuesOf } from '../rules/answering.ts'
import { WORRY_BYTES } from '../rules/forms.ts'
import { type Answered, MOST_QUESTIONS, questionNamed } from '../rules/listening.ts'
import { isCryOf, isToldAnew, treesFrom, whichOf } from '../rules/said.ts'
import type { ChallengeNode, Worry } from '../schema.ts'
import { askedPage } from './asked.tsx'
import { listenedTo, needsWhich, openOf, openQuestions } from './listened.ts'
import { type Door, homeAt, viewerOf } from './viewing.ts'

/** Where somebody goes back to who came to change one answer. */
const TREE = 'tree'

/** Up to seven questions after the first words, one a screen, none of which has to be answered; by the door of who may answer. */
export function listeningAt(door: Door): Route[] {
  const QUESTION = `${door.there}/questions/:question`
  return [
    get(`${door.there}/questions`, door.write, async (call) => {
      const onPaper = await askedPage(call, door)
      if (onPaper) return onPaper
      const { worry, nodes, answers } = await listenedTo(call, door)
      return call.go(nextAddress(homeAt(call, door), worry, nodes, answers))
    }),

    get(QUESTION, door.write, async (call) => {
      const there = await questionThere(call, door)
      // Nobody is asked on after a cry for help; an answer that was given can always be changed.
      const isGiven = there.answers.some(({ question }) => question === there.question.key)
      if (isCryOf(there.worry.text, there.answers) && !isGiven) return call.go(there.home)
      return call.page(askBack(there, call.query('from')))
    }),

    post(
      QUESTION,
      door.write,
      async (call) => {
        const there = await questionThere(call, door)
        const before = there.answers.find((answer) => answer.question === there.question.key)?.text
        const form = call.form(answerForm(there.question, before))
        if (form.ok) return keep(call, door, there, form.data.answer, form.data.from)
        const page = askBack(there, String(form.values.from ?? ''), form)
        return call.page(page, { status: 422 })
      },
      { bodyLimit: WORRY_BYTES },
    ),

    post(
      `${QUESTION}/passing`,
      door.write,
      async (call) => keep(call, door, await questionThere(call, door), null, String(call.body.from ?? '')),
      { bodyLimit: WORRY_BYTES },
    ),
  ]
}

type There = Awaited<ReturnType<typeof questionThere>>

async function questionThere(call: Call, door: Door) {
  const there = await listenedTo(call, door)
  const { worry, answers } = there
  const key = call.param('question')
  const which = needsWhich(key, answers) ? whichOf(worry.text, answers) : null
  const question = found(questionNamed(key, which))
  const isAsked = answers.some((answer) => answer.question === key)
  if (!isAsked && answers.length >= MOST_QUESTIONS) {
    throw new TooLate('質問は、もう全部終わっています。', wayBack(viewerOf(call, door), worry.id))
  }
  return { ...there, question, which, home: homeAt(call, door) }
}

/** Keeps one answer (null: passed over) and goes to what is asked next. */
async function keep(call: Call, door: Door, there: There, text: string | null, from: string): Promise<Response> {
  const { worry, answers, question, home } = there
  const viewer = viewerOf(call, door)
  const given = { question: question.key, text }
  const after = [...answers.filter((answer) => answer.question !== question.key), given]
  const trees = isToldAnew(answers, after) ? treesFrom(worry.text, after) : null
  return call.act(async (act) => {
    await keepAnswer(act, viewer, worry.id, { ...given, trees })
    if (from === TREE) return `${home}#answers`
    const now = found(await worryFor(act.tx, worry.id, viewer, 'write'))
    return nextAddress(home, now, await nodesOf(act.tx, now.id), await answersOf(act.tx, now.id))
  })
}

/** The next question; the tree when there is none, and when somebody said what nobody should go on asking after. */
function nextAddress(
  home: string,
  worry: Worry,
  nodes: readonly ChallengeNode[],
  answers: readonly Answered[],
): string {
  const [next] = openOf({ worry, nodes, answers })
  return next ? questionAddress(home, next.key) : home
}

type Failed = { readonly values: Record<string, string | string[]>; readonly errors: Record<string, string> }

function askBack(there: There, from: string | undefined, failed?: Failed) {
  const { worry, answers, question } = there
  const asked = answers.findIndex((answer) => answer.question === question.key)
  const at = asked < 0 ? answers.length : asked
  const open = openQuestions(there).filter(({ key }) => key !== question.key)
  const total = Math.min(MOST_QUESTIONS, answers.length + open.length + (asked < 0 ? 1 : 0))
  return (
    <AskBack
      worry={worry}
      home={there.home}
      question={question}
      place={{ step: at + 1, total }}
      before={answers[at - 1]?.question ?? null}
      fromTree={from === TREE}
      isAnswered={Boolean(answers[asked]?.text)}
      values={failed?.values ?? valuesOf(question, answers[asked]?.text)}
      errors={failed?.errors}
    />
  )
}
