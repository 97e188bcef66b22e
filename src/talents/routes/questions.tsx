import type { VNode } from 'preact'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { changeProfile, keepDraft } from '../actions/profile.ts'
import { Everything } from '../pages/everything.tsx'
import { CodeScreen, PaceScreen, PlaceScreen, type QuestionProps, WishesScreen, WorkScreen } from '../pages/screens.tsx'
import { answersForm, everyShape, screenShape, usableAnswers } from '../rules/answers.ts'
import { changesOf } from '../rules/changes.ts'
import { leaksIn, withoutLeaks } from '../rules/leaks.ts'
import type { Answers, OwnTalent } from '../rules/profile.ts'
import { nextAddress, withNext } from '../rules/screens.ts'
import { isLeaving, nextIn, type Own, withOwn } from './own.ts'

type Shape = ReturnType<typeof screenShape>
/** What a screen asks and how it looks. */
type Asked = { readonly shape: Shape; readonly page: (props: QuestionProps) => VNode }

export const questionRoutes: Route[] = [
  ...screen('/me/profile/work', 'work', () => ({
    shape: screenShape('work'),
    page: (props) => <WorkScreen {...props} />,
  })),
  ...screen('/me/profile/pace', 'pace', () => ({
    shape: screenShape('pace'),
    page: (props) => <PaceScreen {...props} />,
  })),
  ...screen('/me/profile/place', 'place', (call) => ({
    shape: screenShape('place'),
    page: (props) => <PlaceScreen {...props} today={today(call.now)} more={wantsMore(call)} />,
  })),
  ...screen('/me/profile/wishes', 'wishes', () => ({
    shape: screenShape('wishes'),
    page: (props) => <WishesScreen {...props} />,
  })),
  ...screen(
    '/me/profile/codes/:code',
    (call) => `codes/${call.param('code')}`,
    (call, talent) => codeAsked(call, call.param('code'), talent),
  ),
  ...screen('/me/profile/everything', 'everything', (call, talent) => ({
    shape: everyShape(talent.codes.map(({ code }) => code)),
    page: (props) => <Everything {...props} today={today(call.now)} more={wantsMore(call)} />,
  })),

  post('/me/profile/draft', signedIn, (call) =>
    withOwn(call, async ({ talent, employer }) => {
      const shape = everyShape(talent.codes.map(({ code }) => code))
      const answers = withoutLeaks(usableAnswers(shape, call.body), employer)
      const version = await call.write((act) => keepDraft(act, talent, call.version, changesOf(answers, talent)))
      return call.c.json({ version })
    }),
  ),
]

/** The two addresses of one screen: the question, and its answer. */
function screen(
  path: string,
  name: string | ((call: Call) => string),
  asked: (call: Call, talent: OwnTalent) => Asked,
): Route[] {
  const nameOf = (call: Call) => (typeof name === 'string' ? name : name(call))
  return [
    get(path, signedIn, (call) =>
      withOwn(call, ({ talent }) => call.page(asked(call, talent).page({ talent, next: nextIn(call) }))),
    ),
    post(path, signedIn, (call) => withOwn(call, (own) => answer(call, own, nameOf(call), asked(call, own.talent)))),
  ]
}

async function answer(call: Call, { talent, employer }: Own, name: string, { shape, page }: Asked): Promise<Response> {
  const next = nextIn(call)
  const go = String(call.body.go ?? '')
  const form = call.form(answersForm(shape))
  // Somebody who goes back, passes over or stops here keeps what is good and is not told what is missing.
  const leaving = isLeaving(go)
  const answers = form.ok ? (form.data as Answers) : leaving ? usableAnswers(shape, call.body) : null
  const errors = { ...(form.ok ? {} : form.errors), ...leaksIn(answers ?? {}, employer) }
  if (!answers || (!leaving && Object.keys(errors).length > 0)) {
    const values = form.ok ? valuesIn(call) : form.values
    return call.page(page({ talent, values, errors, next }), { status: 422 })
  }
  return call.act(async (act) => {
    await changeProfile(act, talent, call.version, changesOf(withoutLeaks(answers, employer), talent))
    return name === 'everything' ? afterEverything(go, next) : nextAddress(talent, name, go, next)
  })
}

function afterEverything(go: string, next: string | null): string {
  return go === 'tie' ? withNext('/me/profile/everything?more=tie', next) : (next ?? '/me/profile/preview')
}

/** Asked for another place to have a tie with. */
function wantsMore(call: Call): boolean {
  return call.query('more') === 'tie'
}

function codeAsked(call: Call, code: string, talent: OwnTalent): Asked {
  const leaf = found(talent.codes.some((own) => own.code === code) ? jobCodes().leaf(code) : null)
  return {
    shape: screenShape({ code }),
    page: (props) => <CodeScreen {...props} leaf={leaf} today={today(call.now)} />,
  }
}

function valuesIn(call: Call): Record<string, string | string[]> {
  return { ...call.body }
}
