import { PROBLEM_WORDS } from '../../lib/document/words.ts'
import { wordsOf } from '../../lib/document.ts'
import { signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { keepSuggestions } from '../actions/suggestions.ts'
import { CvPage } from '../pages/cv.tsx'
import { CV_MAX, cvForm, suggestionsIn } from '../rules/cv.ts'
import { withNext } from '../rules/screens.ts'
import { nextIn, withOwn } from './own.ts'

const NOTHING = '仕事の言葉が見つかりませんでした。何をどうしたかが分かる文を、もう少し入れてください。'
const EMPTY = '経歴書の文を貼るか、ファイルを選んでください。'
const MEGABYTES = 10

export const cvRoutes: Route[] = [
  get('/me/profile/cv', signedIn, (call) => withOwn(call, () => call.page(<CvPage next={nextIn(call)} />))),

  post(
    '/me/profile/cv',
    signedIn,
    (call) =>
      withOwn(call, async ({ talent }) => {
        const form = call.form(cvForm)
        const again = (errors: Record<string, string>) =>
          call.page(<CvPage values={{ cv: call.body.cv ?? '' }} errors={errors} next={nextIn(call)} />, { status: 422 })
        if (!form.ok) return again(form.errors)
        const [file] = call.files.file ?? []
        if (form.data.cv === '' && !file) return again({ cv: EMPTY })
        const read = file && (await wordsOf(file))
        if (read && 'problem' in read) return again({ file: PROBLEM_WORDS[read.problem] })
        const words = `${form.data.cv}\n${read?.words ?? ''}`.slice(0, CV_MAX)
        const suggestions = suggestionsIn(words)
        if (suggestions.length === 0) return again({ [file ? 'file' : 'cv']: NOTHING })
        return call.act(async (act) => {
          await keepSuggestions(act, talent.id, suggestions)
          return withNext('/me/profile/codes', nextIn(call))
        })
      }),
    {
      // What is pasted, in the longest way of sending it, comes on top of the file.
      bodyLimit: MEGABYTES * 1_048_576 + 400_000,
      tooLarge: `ファイルが大きすぎます。${MEGABYTES}MBまでのものを選ぶか、文だけを貼ってください。`,
      rate: { count: 20, seconds: 600 },
    },
  ),
]
