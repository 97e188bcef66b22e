import { asShown } from '../../lib/attachment.ts'
import { isLikeTimedToken } from '../../lib/timed-token.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, NotThere, TooLate } from '../../lib/web/errors.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { afterDays } from '../../mandates/rules.ts'
import { PAPER_DAYS, PAPER_OVER } from '../../projects/rules/paper.ts'
import { keepAnswer, keepFromPaper } from '../actions/listening.ts'
import { addPhotoFromPaper } from '../actions/photos.ts'
import { AnswerAsked, AskedAnswered, AskedAtOnce, AskedPaper, AskedPhotoAgain, type Thanks } from '../pages/asked.tsx'
import { answersOf } from '../queries/answers.ts'
import { nodesOf, worryNamed } from '../queries.ts'
import { answersIn } from '../rules/answering.ts'
import { isCryForHelp } from '../rules/crisis.ts'
import { WORRY_BYTES } from '../rules/forms.ts'
import type { Answered } from '../rules/listening.ts'
import { askedToken, readAskedToken } from '../rules/paper.ts'
import { needPhoto, PHOTO, PHOTO_RATE } from '../rules/photos.ts'
import { isToldAnew, treesFrom } from '../rules/said.ts'
import type { Worry } from '../schema.ts'
import { listenedTo, openOf } from './listened.ts'
import { type Door, homeAt, viewerOf } from './viewing.ts'

const LONG = { bodyLimit: WORRY_BYTES }
const ASKED = '/asked/:token'

/** The open questions on one page: as a sheet for paper (`?paper=1`), or to be filled in from one (`?all=1`). */
export async function askedPage(call: Call, door: Door): Promise<Response | null> {
  const [paper, all] = [call.query('paper'), call.query('all')]
  if (!paper && !all) return null
  const there = await listenedTo(call, door)
  const questions = openOf(there)
  const home = homeAt(call, door)
  if (questions.length === 0) return call.go(home)
  if (all) return call.page(<AskedAtOnce {...{ home, questions }} action={`${home}/questions`} />)
  const until = afterDays(call.now, PAPER_DAYS)
  const token = askedToken(call.deps.secrets, there.worry.id, until)
  // An assistant's time is over with the session: their sheet is for the pen.
  const url = call.who.assisted ? null : `${call.deps.config.publicUrl}/asked/${token}`
  return call.page(<AskedPaper {...{ home, questions, url, until }} />)
}

/** Answers to several questions at once, by the door of who may answer. */
export function answersAtOnce(door: Door): Route {
  return post(
    `${door.there}/questions`,
    door.write,
    async (call) => {
      const there = await listenedTo(call, door)
      const questions = openOf(there)
      const home = homeAt(call, door)
      const { given, errors } = answersIn(questions, call.body)
      if (Object.keys(errors).length > 0) {
        const page = { home, questions, action: `${home}/questions`, values: valuesIn(call), errors }
        return call.page(<AskedAtOnce {...page} />, { status: 422 })
      }
      const kept = withTrees(there.worry, there.answers, given)
      return call.act(async (act) => {
        for (const one of kept) await keepAnswer(act, viewerOf(call, door), there.worry.id, one)
        return `${home}#answers`
      })
    },
    LONG,
  )
}

/** The way back from the paper: whoever holds it answers, and sees nothing of what was told. */
export const askedRoutes: Route[] = [
  get(ASKED, anyone, async (call) => {
    const done = call.query('done')
    const { questions } = await asked(call)
    if (isThanks(done)) return call.page(<AskedAnswered thanks={done} />)
    if (questions.length === 0) return call.page(<AskedAnswered thanks="answers" />)
    return call.page(<AnswerAsked questions={questions} action={`/asked/${call.param('token')}`} />)
  }),

  post(
    ASKED,
    anyone,
    async (call) => {
      const { worry, answers, questions } = await asked(call)
      const action = `/asked/${call.param('token')}`
      const { given, errors } = answersIn(questions, call.body)
      if (Object.keys(errors).length > 0) {
        return call.page(<AnswerAsked {...{ questions, action, errors }} values={valuesIn(call)} />, { status: 422 })
      }
      const thanks: Thanks = given.some(({ text }) => isCryForHelp(text ?? '')) ? 'help' : 'answers'
      const kept = withTrees(worry, answers, given)
      return call.act(async (act) => {
        if (kept.length > 0) await keepFromPaper({ ...act, actor: null }, worry.id, kept)
        return `${action}?done=${thanks}`
      }, asHolder(worry))
    },
    { ...LONG, rate: { count: 30, seconds: 600 } },
  ),

  /** By hand, and the whole sheet in one picture: the desk types it as it does notes. */
  post(
    `${ASKED}/photos`,
    anyone,
    async (call) => {
      const { worry } = await asked(call)
      const here = `/asked/${call.param('token')}`
      const photo = needPhoto(await asShown(call.files[PHOTO]))
      if ('problem' in photo) {
        const again = { action: `${here}/photos`, error: photo.problem, back: here }
        return call.page(<AskedPhotoAgain {...again} />, { status: 422 })
      }
      return call.act(async (act) => {
        await addPhotoFromPaper({ ...act, actor: null }, worry.id, photo.picture)
        return `${here}?done=photo`
      }, asHolder(worry))
    },
    PHOTO_RATE,
  ),
]

/** Nobody in particular, for the company if it is one's already. */
function asHolder({ companyId }: Worry) {
  return { power: 'system', ...(companyId && { organisation: companyId }) } as const
}

/** The worry of a token with what is still open. */
async function asked(call: Call) {
  const id = readAskedToken(call.deps.secrets, call.param('token'), call.now)
  if (id === null) {
    if (isLikeTimedToken(call.param('token'))) throw new TooLate(PAPER_OVER)
    throw new NotThere()
  }
  const there = await call.readAsSystem(async (tx) => {
    const worry = found(await worryNamed(tx, id))
    return { worry, nodes: await nodesOf(tx, id), answers: await answersOf(tx, id) }
  })
  return { ...there, questions: openOf(there) }
}

/** The answers one after the other; with the last of them the trees, when they say something new. */
function withTrees(worry: Worry, before: readonly Answered[], given: readonly Answered[]) {
  const after = [...before.filter(({ question }) => !given.some((one) => one.question === question)), ...given]
  const trees = isToldAnew(before, after) ? treesFrom(worry.text, after) : null
  return given.map((one, at) => ({ ...one, trees: at === given.length - 1 ? trees : null }))
}

function valuesIn(call: Call): Record<string, string> {
  return Object.fromEntries(Object.entries(call.body).map(([name, value]) => [name, String(value)]))
}

function isThanks(done: string | undefined): done is Thanks {
  return done === 'answers' || done === 'photo' || done === 'help'
}
