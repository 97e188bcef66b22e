import { requestCode, spendCode } from '../../accounts/actions/codes.ts'
import { passkeysOf } from '../../accounts/queries.ts'
import { hasMail } from '../../accounts/rules/spoken.ts'
import { maskedAddress } from '../../accounts/rules.ts'
import type { Act } from '../../lib/act.ts'
import type { Call, Signed } from '../../lib/web/call.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { signedIn, tasked } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { agree } from '../actions/agreeing.ts'
import { askForSigningCall, trySigningCall, useSigningCall } from '../actions/signing-calls.ts'
import { Agreement } from '../pages/agreement.tsx'
import { AgreementCall, AgreementCode } from '../pages/agreement-call.tsx'
import { liveSigningCall, registeredPhone } from '../queries/signing.ts'
import { agreementForm } from '../rules/form.ts'
import { isStrongNow, maskedPhone } from '../rules/signing.ts'
import { hasAgreed } from '../rules/state.ts'
import type { ContractVersion } from '../schema.ts'
import { asCompany, asTalent, contractHere, type Here, type PartyHandler } from './here.ts'

/** Codes are the program's own table; what is written with this power names its company or person all the same. */
const SYSTEM = { power: 'system' } as const

const read: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  const version = versionToSign(here)
  return version ? agreementPage(call, here, version) : call.go(here.base)
}

const askForCall: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  if (!versionToSign(here)) return call.go(here.base)
  if (!(await call.read((tx) => registeredPhone(tx, party)))) return call.go(`${here.base}/agreement`)
  const { companyId } = here.view.contract
  return call.act(async (act) => {
    await askForSigningCall(act, { contractId: here.id, side: party.side, companyId, accountId: call.accountId })
    return `${here.base}/agreement/call`
  })
}

const awaitCall: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  const [live, registered] = await call.read(async (tx) => [
    await liveSigningCall(tx, here.id, call.accountId, call.now),
    await registeredPhone(tx, party),
  ])
  if (!versionToSign(here) || !live || !registered) return call.go(`${here.base}/agreement`)
  const { supportHours, mode } = call.deps.config
  return call.page(
    <AgreementCall
      base={here.base}
      phone={maskedPhone(registered.phone)}
      address={ownAddress(account(call))}
      hours={supportHours}
      isDemo={mode === 'demo'}
    />,
    here,
  )
}

const sendCode: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  if (!versionToSign(here)) return call.go(here.base)
  const { email } = account(call)
  const from = call.from()
  return call.act(async (act) => {
    await requestCode(act, email, from, 'signing')
    return `${here.base}/agreement/code`
  }, SYSTEM)
}

const enterCode: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  const version = versionToSign(here)
  if (!version) return call.go(here.base)
  const live = await call.read((tx) => liveSigningCall(tx, here.id, call.accountId, call.now))
  return live ? codePage(call, here, version) : call.go(`${here.base}/agreement`)
}

const sign: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  const shown = here.view.versions.find(({ id }) => id === call.body.versionId)
  if (shown && hasAgreed(shown, party.side)) return call.go(here.base)
  const strong = isStrongNow(account(call).strongAt, call.now)
  const form = call.form(agreementForm(strong ? [] : hasMail(account(call).email) ? ['heard', 'code'] : ['heard']))
  if (!form.ok) return again(call, here, requireSame(here, shown), form.errors, form.values)
  const { heard, code, versionId, sha256 } = form.data
  // One transaction: a version that has changed meanwhile costs nobody the code.
  const answer = await call.write(async (act) => {
    const proven = strong ? 'proven' : await prove(act, call, here, heard ?? '', code)
    if (proven !== 'proven') return proven
    const by = { accountId: call.accountId, proof: strong ? 'passkey' : 'call' } as const
    await agree(act, party, here.id, { versionId, sha256 }, by)
    return 'agreed'
  }, SYSTEM)
  if (answer === 'agreed') return call.go(here.base)
  // The second copy of a double submit finds its code used and its agreement there.
  const after = await contractHere(call, party)
  const now = after.view.versions.find(({ id }) => id === versionId)
  if (now && hasAgreed(now, party.side)) return call.go(here.base)
  return again(call, after, requireSame(after, now), WRONG[answer], call.body)
}

const WRONG = {
  'heard-wrong': { heard: '番号が違います。電話で聞いた4桁を、もう一度見てください。' },
  'heard-gone': { heard: 'この番号はもう使えません。条件のページから、もう一度電話をたのんでください。' },
  wrong: { code: '番号が違います。メールの数字をもう一度見てください。' },
  gone: { code: 'この番号はもう使えません。新しい番号を送ってください。' },
} as const

/** What the desk read out, and a fresh code by mail for whoever has mail. The call is used up only when both fit. */
async function prove(act: Act, call: Call, here: Here, heard: string, code: string | null) {
  const live = await liveSigningCall(act.tx, here.id, call.accountId, call.now)
  const tried = live ? await trySigningCall(act, live.id, heard, call.deps.secrets) : 'gone'
  if (!live || tried === 'gone') return 'heard-gone'
  if (tried === 'wrong') return 'heard-wrong'
  if (code !== null) {
    const proven = await spendCode(act, call.browser(), 'signing', code, call.deps.secrets)
    if (typeof proven === 'string') return proven
    if (proven.email !== account(call).email) return 'gone'
  }
  await useSigningCall(act, live.id)
  return 'proven'
}

const SIGNERS = tasked('sign')
const OF_COMPANY = '/companies/:companyId/contracts/:contractId/agreement'
const OF_TALENT = '/me/contracts/:contractId/agreement'

export const agreementRoutes: Route[] = [
  get(OF_COMPANY, SIGNERS, asCompany(read)),
  post(`${OF_COMPANY}/call`, SIGNERS, asCompany(askForCall)),
  get(`${OF_COMPANY}/call`, SIGNERS, asCompany(awaitCall)),
  post(`${OF_COMPANY}/code`, SIGNERS, asCompany(sendCode)),
  get(`${OF_COMPANY}/code`, SIGNERS, asCompany(enterCode)),
  post(OF_COMPANY, SIGNERS, asCompany(sign)),
  get(OF_TALENT, signedIn, asTalent(read)),
  post(`${OF_TALENT}/call`, signedIn, asTalent(askForCall)),
  get(`${OF_TALENT}/call`, signedIn, asTalent(awaitCall)),
  post(`${OF_TALENT}/code`, signedIn, asTalent(sendCode)),
  get(`${OF_TALENT}/code`, signedIn, asTalent(enterCode)),
  post(OF_TALENT, signedIn, asTalent(sign)),
]

async function agreementPage(call: Call, here: Here, version: ContractVersion, errors?: FormErrors) {
  const { strongAt } = account(call)
  const [registered, live] = await call.read(async (tx) => [
    await registeredPhone(tx, here.party),
    await liveSigningCall(tx, here.id, call.accountId, call.now),
  ])
  const passkeys = await call.readAsSystem((tx) => passkeysOf(tx, call.accountId))
  const page = (
    <Agreement
      base={here.base}
      version={version}
      isStrong={isStrongNow(strongAt, call.now)}
      hasPasskey={passkeys.length > 0}
      phone={registered && maskedPhone(registered.phone)}
      whereToRegister={here.party.side === 'company' ? `/companies/${here.party.companyId}/details` : '/me/person'}
      isCalled={live !== null}
      {...(errors && { errors })}
    />
  )
  return call.page(page, { reference: here.reference, status: errors ? 422 : 200 })
}

function codePage(call: Call, here: Here, version: ContractVersion, errors?: FormErrors, values?: FormValues) {
  const { base, reference } = here
  const more = { ...(errors && { errors }), ...(values && { values: { ...values, code: '' } }) }
  return call.page(<AgreementCode base={base} version={version} address={ownAddress(account(call))} {...more} />, {
    reference,
    status: errors ? 422 : 200,
  })
}

/** The page from which the form came. */
function again(call: Call, here: Here, version: ContractVersion, errors: FormErrors, values: FormValues) {
  return isStrongNow(account(call).strongAt, call.now)
    ? agreementPage(call, here, version, errors)
    : codePage(call, here, version, errors, values)
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

function account(call: Call): Signed {
  return found(call.who.account)
}

/** As it may be shown; null for somebody who has no mail. */
function ownAddress({ email }: Signed): string | null {
  return hasMail(email) ? maskedAddress(email) : null
}
