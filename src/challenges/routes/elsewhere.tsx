import { readResumeCode } from '../../lib/ids.ts'
import { addDays, today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { NotThere } from '../../lib/web/errors.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { shortAddress } from '../../projects/rules/paper.ts'
import { codeOfWorry, hashOfCode, openSheet, resumeWorry } from '../actions/resume.ts'
import { AskForSheet, Resume, ResumeByCode, Sheet } from '../pages/elsewhere.tsx'
import { answersOf } from '../queries/answers.ts'
import { worryByCode, worryFor } from '../queries.ts'
import { KEPT_DAYS, resumeForm } from '../rules/forms.ts'
import type { Worry } from '../schema.ts'
import { THERE, viewerOf, worryThere } from './viewing.ts'

const UNKNOWN = 'この番号の続きは見つかりません。紙の文字をもう一度見てください。'
const CLAIMED = 'この続きは、書いた方のメールアドレスで入ってから開けます。'

export const elsewhere: Route[] = [
  get(`${THERE}/sheet`, anyone, async (call) => {
    const there = await worryThere(call)
    const { worry, nodes } = there
    if (!worry.resumeHash) return call.page(<AskForSheet id={worry.id} />)
    const code = codeOfWorry(call.deps.secrets, worry.id)
    const url = `${call.deps.config.publicUrl}/resume/${code}`
    const answers = await call.read((tx) => answersOf(tx, worry.id))
    return call.page(
      <Sheet
        worry={worry}
        nodes={nodes}
        answers={answers}
        code={code}
        url={url}
        address={shortAddress(call.deps.config.publicUrl)}
        until={keptUntil(worry)}
      />,
    )
  }),

  post(`${THERE}/sheet`, anyone, (call) => {
    const id = call.id('worryId')
    return call.act(async (act) => {
      await openSheet(act, viewerOf(call), id, call.deps.secrets)
      return `/worries/${id}/sheet`
    })
  }),

  get('/resume', anyone, (call) => call.page(<Resume />)),

  get('/resume/:code', anyone, (call) => {
    const code = readResumeCode(call.param('code'))
    if (code === null) throw new NotThere()
    return call.page(<ResumeByCode code={code} />)
  }),

  post(
    '/resume',
    anyone,
    async (call) => {
      const form = call.form(resumeForm)
      if (!form.ok) return call.page(<Resume values={form.values} errors={form.errors} />, { status: 422 })
      // The code is the permission: whoever brings it holds the paper.
      const hash = hashOfCode(call.deps.secrets, form.data.code)
      const worry = await call.readAsSystem((tx) => worryByCode(tx, hash))
      const again = (code: string) =>
        call.page(<Resume values={{ code: form.data.code }} errors={{ code }} />, { status: 422 })
      if (!worry) return again(UNKNOWN)
      if (await isSeen(call, worry)) return call.go(`/worries/${worry.id}`)
      if (worry.accountId) return again(CLAIMED)
      return call.act(
        async (act) => {
          await resumeWorry(act, worry.id, call.browser())
          return `/worries/${worry.id}`
        },
        { power: 'system' },
      )
    },
    { rate: { count: 15, seconds: 600 } },
  ),
]

async function isSeen(call: Call, worry: Worry): Promise<boolean> {
  return Boolean(await call.read((tx) => worryFor(tx, worry.id, viewerOf(call))))
}

function keptUntil({ accountId, updatedAt }: Worry) {
  return accountId ? null : addDays(today(updatedAt), KEPT_DAYS)
}
