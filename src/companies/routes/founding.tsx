import { bringToCompany } from '../../challenges/actions/company.ts'
import { worryFor } from '../../challenges/queries.ts'
import { isId } from '../../lib/ids.ts'
import type { Call } from '../../lib/web/call.ts'
import { NotThere } from '../../lib/web/errors.ts'
import { signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { beginProject } from '../../projects/actions/drafting.ts'
import { beginFromCode } from '../../projects/actions/templating.ts'
import { templateCode } from '../../projects/rules/template.ts'
import { foundCompany, NumberTaken } from '../actions/founding.ts'
import { NewCompany } from '../pages/new.tsx'
import { foundingForm } from '../rules/forms.ts'

export const TAKEN = 'この法人番号の会社は、もう登録されています。会社の方に招待してもらうか、お電話ください。'

export const founding: Route[] = [
  get('/companies/new', signedIn, async (call) => {
    return call.page(<NewCompany {...(await broughtBy(call))} />)
  }),

  post(
    '/companies',
    signedIn,
    async (call) => {
      const brought = await broughtBy(call)
      const { worryId, roles, code } = brought
      const again = (values: Record<string, string | string[]>, errors: Record<string, string>) =>
        call.page(<NewCompany {...brought} values={values} errors={errors} />, { status: 422 })
      const form = call.form(foundingForm)
      if (!form.ok) return again(form.values, form.errors)
      const { id: accountId, email } = call.who.account!
      const id = call.deps.newId()
      const found = call.act(
        async (act) => {
          await foundCompany(act, id, form.data, { accountId, email }, call.deps.secrets)
          if (code) return beginFromCode(act, id, code)
          if (!worryId) return `/companies/${id}?done=founded`
          await bringToCompany(act, viewerOf(call), worryId, id)
          return roles ? `/companies/${id}/projects/new?worry=${worryId}` : beginProject(act, id, worryId)
        },
        // The company begins with this act, so nobody's membership could have opened it.
        { organisation: id },
      )
      return found.catch((error: unknown) => {
        if (!(error instanceof NumberTaken)) throw error
        return again(call.body, { corporateNumber: TAKEN })
      })
    },
    { rate: { count: 20, seconds: 3600 } },
  ),
]

/** What the new company's first project is begun from: a worry, or a job code. */
async function broughtBy(call: Call): Promise<{ worryId?: string; roles?: boolean; code?: string }> {
  const worryId = await worryOf(call)
  if (worryId) return { worryId, roles: call.query('roles') === 'yes' }
  const code = templateCode(call.query('code') ?? '')
  return code ? { code } : {}
}

/** The worry named in the address, when this person may bring it along. */
async function worryOf(call: Call): Promise<string | null> {
  const id = call.query('worry')
  if (id === undefined) return null
  if (!isId(id)) throw new NotThere()
  const worry = await call.read((tx) => worryFor(tx, id, viewerOf(call), 'write'))
  if (!worry) throw new NotThere()
  return worry.companyId ? null : worry.id
}

function viewerOf(call: Call) {
  return { browser: call.browser(), account: call.accountId }
}
