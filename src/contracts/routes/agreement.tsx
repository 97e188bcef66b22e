import { requestCode, spendCode } from '../../accounts/actions/codes.ts'
import { maskedAddress } from '../../accounts/rules.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { member, signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { agree } from '../actions/agreeing.ts'
import { Agreement, AgreementCode } from '../pages/agreement.tsx'
import { agreementForm } from '../rules/form.ts'
import { hasAgreed } from '../rules/state.ts'
import type { ContractVersion } from '../schema.ts'
import { asCompany, asTalent, contractHere, type Here, type PartyHandler } from './here.ts'

/** Codes are the program's own table; what is written with this power names its company or person all the same. */
const SYSTEM = { power: 'system' } as const

const read: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  const version = versionToSign(here)
  if (!version) return call.go(here.base)
  return call.page(<Agreement base={here.base} version={version} address={ownAddress(call)} />, here)
}

const sendCode: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  if (!versionToSign(here)) return call.go(here.base)
  const { email } = found(call.who.account)
  const browser = call.browser()
  return call.act(async (act) => {
    await requestCode(act, email, browser, 'signing')
    return `${here.base}/agreement/code`
  }, SYSTEM)
}

const enterCode: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  const version = versionToSign(here)
  return version ? codePage(call, here, version) : call.go(here.base)
}

const sign: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  const form = call.form(agreementForm)
  const shown = here.view.versions.find(({ id }) => id === call.body.versionId)
  if (shown && hasAgreed(shown, party.side)) return call.go(here.base)
  if (!form.ok) return codePage(call, here, requireSame(here, shown), form.errors, form.values)
  const { code, versionId, sha256 } = form.data
  const account = found(call.who.account)
  const browser = call.browser()
  // One transaction: a version that has changed meanwhile costs nobody the code.
  const answer = await call.write(async (act) => {
    const proven = await spendCode(act, browser, 'signing', code, call.deps.secrets)
    if (typeof proven === 'string') return proven
    if (proven.email !== account.email) return 'gone'
    await agree(act, party, here.id, { versionId, sha256 }, account.id)
    return 'agreed'
  }, SYSTEM)
  if (answer === 'agreed') return call.go(here.base)
  // The second copy of a double submit finds its code used and its agreement there.
  const after = await contractHere(call, party)
  const now = after.view.versions.find(({ id }) => id === versionId)
  if (now && hasAgreed(now, party.side)) return call.go(here.base)
  const sentence =
    answer === 'wrong'
      ? '番号が違います。メールの数字をもう一度見てください。'
      : 'この番号はもう使えません。新しい番号を送ってください。'
  return codePage(call, after, requireSame(after, now), { code: sentence }, { read: 'yes' })
}

const SIGNERS = member('companyId', ['owner', 'signatory'])

export const agreementRoutes: Route[] = [
  get('/companies/:companyId/contracts/:contractId/agreement', SIGNERS, asCompany(read)),
  post('/companies/:companyId/contracts/:contractId/agreement/code', SIGNERS, asCompany(sendCode)),
  get('/companies/:companyId/contracts/:contractId/agreement/code', SIGNERS, asCompany(enterCode)),
  post('/companies/:companyId/contracts/:contractId/agreement', SIGNERS, asCompany(sign)),
  get('/me/contracts/:contractId/agreement', signedIn, asTalent(read)),
  post('/me/contracts/:contractId/agreement/code', signedIn, asTalent(sendCode)),
  get('/me/contracts/:contractId/agreement/code', signedIn, asTalent(enterCode)),
  post('/me/contracts/:contractId/agreement', signedIn, asTalent(sign)),
]

function codePage(call: Call, here: Here, version: ContractVersion, errors?: FormErrors, values?: FormValues) {
  const { base, reference } = here
  const more = { ...(errors && { errors }), ...(values && { values: { ...values, code: '' } }) }
  return call.page(<AgreementCode base={base} version={version} address={ownAddress(call)} {...more} />, {
    reference,
    status: errors ? 422 : 200,
  })
}

/** The version that waits for this side's agreement; null when there is nothing to agree to now. */
function versionToSign({ view, party }: Here): ContractVersion | null {
  const version = view.state === 'proposed' ? view.onTable : null
  return version && !hasAgreed(version, party.side) ? version : null
}

/** The version that somebody read must still be the one on the table. */
function requireSame(here: Here, shown: ContractVersion | undefined): ContractVersion {
  const version = versionToSign(here)
  if (version && version.id === shown?.id) return version
  throw new TooLate('条件が変わりました。新しい条件を、もう一度読んでください。', {
    href: here.base,
    label: '契約のページへ',
  })
}

function ownAddress(call: Call): string {
  return maskedAddress(found(call.who.account).email)
}
