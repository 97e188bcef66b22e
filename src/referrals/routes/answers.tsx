import { foundCompany } from '../../companies/actions/founding.ts'
import { memberCompaniesOf } from '../../companies/queries.ts'
import { foundingForm } from '../../companies/rules/forms.ts'
import { isId, readResumeCode } from '../../lib/ids.ts'
import { today } from '../../lib/time.ts'
import { UNDO_MINUTES } from '../../lib/undo.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, NotThere, TooLate } from '../../lib/web/errors.ts'
import { anyone, signedIn, tasked } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { agree, refuse, unrefuse } from '../actions/answers.ts'
import { hashOfSlip } from '../actions/slips.ts'
import { AnswerSlip } from '../pages/answer.tsx'
import { slipByCode, slipOfCompany } from '../queries/slips.ts'
import { isCodeGood, isUndoable, stateOf } from '../rules/slip.ts'

const SLIP = '/slips/:code'
const OWN = '/companies/:companyId/referrals/:referralId'
/** The code is the permission: whoever brings it holds the paper. */
const SYSTEM = { power: 'system' } as const
const RATE = { rate: { count: 40, seconds: 600 } }
/** In which browser a slip was refused: the partner holds its code, too, and must not undo what the company said. */
const REFUSED = 'refused-slip'
const OVER = 'この同意書の期限は過ぎました。担当の方に、新しい紙を頼んでください。'

export const answerRoutes: Route[] = [
  get(SLIP, anyone, async (call) => call.page(<AnswerSlip {...(await slipHere(call))} />), RATE),

  post(
    `${SLIP}/consent`,
    signedIn,
    async (call) => {
      const here = await slipHere(call)
      const { referral, companies, code } = here
      const company = call.body.company
      const next = referral.note ? '/worries/new' : null
      if (company !== undefined) {
        if (!isId(company) || !companies?.some(({ id }) => id === company)) throw new NotThere()
        return agreeAs(call, company, (act) => agree(act, referral, company, viewerOf(call)), next)
      }
      // A slip for a company that is here is answered by its own people.
      if (referral.companyId !== null) throw new NotThere()
      const form = call.form(foundingForm)
      if (!form.ok) {
        const again = { values: form.values, errors: form.errors }
        return call.page(<AnswerSlip {...here} {...again} code={code} />, { status: 422 })
      }
      const { id: accountId, email } = call.who.account!
      const id = call.deps.newId()
      return agreeAs(
        call,
        id,
        async (act) => {
          await foundCompany(act, id, form.data, { accountId, email }, call.deps.secrets)
          await agree(act, referral, id, viewerOf(call))
        },
        next,
      )
    },
    RATE,
  ),

  post(
    `${SLIP}/refusal`,
    anyone,
    async (call) => {
      const { referral, code } = await slipHere(call)
      call.setCookie(REFUSED, code, UNDO_MINUTES * 60)
      return answered(call, code, (act) => refuse(act, referral))
    },
    RATE,
  ),

  post(
    `${SLIP}/restoration`,
    anyone,
    async (call) => {
      const { referral, code, undoable } = await slipHere(call)
      if (!undoable) throw new NotThere()
      return answered(call, code, (act) => unrefuse(act, referral))
    },
    RATE,
  ),

  post(`${OWN}/consent`, tasked('post'), (call) => answerAsCompany(call, 'agree')),

  post(`${OWN}/refusal`, tasked('post'), (call) => answerAsCompany(call, 'refuse')),
]

type Doing = Parameters<Parameters<Call['act']>[0]>[0]

function agreeAs(call: Call, organisation: string, fn: (act: Doing) => Promise<void>, next: string | null) {
  return call.act(
    async (act) => {
      await fn(act)
      return next ?? `/companies/${organisation}/partners`
    },
    { organisation, ...SYSTEM },
  )
}

function answered(call: Call, code: string, fn: (act: Doing) => Promise<void>) {
  return call.act(async (act) => {
    await fn(act)
    return `/slips/${code}`
  }, SYSTEM)
}

async function answerAsCompany(call: Call, how: 'agree' | 'refuse') {
  const companyId = call.id('companyId')
  const id = call.id('referralId')
  const { referral } = found(await call.read((tx) => slipOfCompany(tx, companyId, id)))
  return call.act(async (act) => {
    await (how === 'agree' ? agree(act, referral, companyId, viewerOf(call)) : refuse(act, referral))
    return how === 'agree' && referral.note ? '/worries/new' : `/companies/${companyId}/partners`
  })
}

/** The slip of the code in the address, and in whose name the reader may answer it. */
async function slipHere(call: Call) {
  const code = readResumeCode(call.param('code'))
  if (code === null) throw new NotThere()
  const hash = hashOfSlip(call.deps.secrets, code)
  const seen = found(await call.readAsSystem((tx) => slipByCode(tx, hash)))
  const { referral } = seen
  const day = today(call.now)
  const state = stateOf(referral, day)
  const isAnswered = state !== 'draft' && referral.confirmedAt !== null
  const isOver = !isCodeGood(referral, day) || isAnswered || state === 'expired'
  const undoable = isUndoable(referral, call.now) && call.cookie(REFUSED) === code
  if (isOver && !undoable) throw new TooLate(OVER)
  const { account } = call.who
  const own = account && (await call.read((tx) => memberCompaniesOf(tx, account.id)))
  const companies =
    own === null ? null : own.filter(({ id }) => referral.companyId === null || referral.companyId === id)
  return { ...seen, code, day, companies, undoable }
}

function viewerOf(call: Call) {
  return { browser: call.browser(), account: call.accountId }
}
