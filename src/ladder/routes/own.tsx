import { fullName } from '../../accounts/rules.ts'
import { shownCode } from '../../challenges/rules/forms.ts'
import { renderPdf } from '../../lib/pdf/render.ts'
import { sealPdf } from '../../lib/pdf/seal.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, Refused } from '../../lib/web/errors.ts'
import { signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { disposition } from '../../lib/web/to-keep.ts'
import { shortAddress } from '../../projects/rules/paper.ts'
import { answerCommendation, revokeCommendation } from '../actions/commending.ts'
import { makeProof, revokeProofs } from '../actions/proofs.ts'
import { makeSignpost, share } from '../actions.ts'
import { OwnLadder, type OwnLadderProps } from '../pages/own.tsx'
import { commendedSharing, questionsTo } from '../queries/commending.ts'
import { handedProofs, provenOf, provenPlaces } from '../queries/proof.ts'
import { ladderOf, ownSignposts, partnersOf, sharingOf } from '../queries.ts'
import { answerForm } from '../rules/commending.ts'
import { placeName } from '../rules/places.ts'
import { isProof, printedProof } from '../rules/proof.ts'
import { PROOF_TEMPLATE } from '../rules/proof-template.ts'
import { sharingForm, untilOf } from '../rules/sharing.ts'

export const ownRoutes: Route[] = [
  get('/me/ladder', signedIn, (call) => show(call)),

  /** What others confirmed of what this person did in a place, sealed: for whoever asks for a paper. */
  get(
    '/me/ladder/:place/proof.pdf',
    signedIn,
    async (call) => {
      const place = found((await seenBy(call)).ladder.find((one) => one.place === call.param('place'))).place
      const { person, proven } = await call.readAsSystem((tx) => provenOf(tx, call.accountId, place))
      found(isProof(proven) || undefined)
      if (!person) return call.c.redirect('/me/person', 303)
      const by = new URL(call.deps.config.publicUrl).hostname
      const code = await call.write((act) => makeProof(act, call.deps.secrets, call.accountId, place))
      const check = { code: shownCode(code), address: shortAddress(call.deps.config.publicUrl) }
      const asked = { person: fullName(person), place, proven, by, ...check, now: call.now }
      const pdf = await sealPdf(renderPdf(PROOF_TEMPLATE, printedProof(asked)), call.deps.seal, {
        at: call.now.getTime(),
        reason: '地域での活動の証明',
      })
      return call.c.body(new Uint8Array(pdf), 200, {
        'content-type': 'application/pdf',
        'content-disposition': disposition(`${placeName(place)}での活動の証明.pdf`, 'meguri.pdf'),
      })
    },
    { rate: { count: 20, seconds: 600 } },
  ),

  post('/me/ladder/:place/proofs/revocation', signedIn, async (call) => {
    const handed = await call.read((tx) => handedProofs(tx, call.accountId))
    const place = found([...handed].find((one) => one === call.param('place')))
    return call.act(async (act) => {
      await revokeProofs(act, call.accountId, place)
      return '/me/ladder?done=proof'
    })
  }),

  /** What a partner of a place that this person is bound to may know. */
  post('/me/ladder/:partnerId', signedIn, async (call) => {
    const partnerId = call.id('partnerId')
    const { partners } = await seenBy(call)
    found(partners.find(({ id }) => id === partnerId))
    const form = call.form(sharingForm)
    if (!form.ok) return show(call, { id: partnerId, values: form.values, errors: form.errors })
    const { share: what, years } = form.data
    return call.act(async (act) => {
      await share(act, call.accountId, partnerId, what, untilOf(act.now, years))
      return `/me/ladder?done=${what}`
    })
  }),

  /** Whether, and how, somebody may be commended to another partner. */
  post('/me/commendations/:commendationId/answer', signedIn, async (call) => {
    const id = call.id('commendationId')
    const asked = await call.readAsSystem((tx) => questionsTo(tx, call.accountId, call.deps.secrets, call.now))
    const { to } = found(asked.find((one) => one.id === id))
    const form = call.form(answerForm)
    if (!form.ok) return show(call, { id, values: form.values, errors: form.errors })
    const { share: what, years } = form.data
    const { version } = call
    return call.act(async (act) => {
      await answerCommendation(act, { id, to: to.id, version }, what, untilOf(act.now, years))
      return `/me/ladder?done=commendation-${what}`
    })
  }),

  post('/me/commendations/:commendationId/revocation', signedIn, async (call) => {
    const id = call.id('commendationId')
    const { shared } = await call.read((tx) => commendedSharing(tx, call.accountId, call.now))
    found(shared.find((one) => one.id === id))
    return call.act(async (act) => {
      await revokeCommendation(act, call.accountId, id)
      return '/me/ladder?done=commendation-revoked'
    })
  }),

  post('/me/signposts', signedIn, async (call) => {
    const { ladder } = await seenBy(call)
    const place = ladder.find((one) => one.place === call.body.place)?.place
    if (!place) throw new Refused(400, '教える土地を選んでください。')
    return call.act(async (act) => {
      await makeSignpost(act, call.accountId, place)
      return '/me/ladder'
    })
  }),
]

/** Visits and companies of one person, from everywhere: the program looks for that person alone. */
function seenBy(call: Call) {
  return call.readAsSystem(async (tx) => {
    const ladder = await ladderOf(tx, call.accountId)
    const partners = await partnersOf(
      tx,
      ladder.map(({ place }) => place),
    )
    return { ladder, partners }
  })
}

async function show(call: Call, back?: OwnLadderProps['back']): Promise<Response> {
  const { ladder, partners } = await seenBy(call)
  const { shared, commended, questions, signposts, proven, handed } = await call.readAsSystem(async (tx) => ({
    shared: await sharingOf(tx, call.accountId, call.now),
    commended: await commendedSharing(tx, call.accountId, call.now),
    questions: await questionsTo(tx, call.accountId, call.deps.secrets, call.now),
    signposts: await ownSignposts(tx, call.accountId),
    proven: await provenPlaces(tx, call.accountId, ladder),
    handed: await handedProofs(tx, call.accountId),
  }))
  const { publicUrl } = call.deps.config
  const seen = { ladder, partners, shared, commended, questions, signposts, proven, handed, publicUrl }
  const page = { ...seen, done: call.query('done') }
  return call.page(<OwnLadder {...page} {...(back && { back })} />, { status: back ? 422 : 200 })
}
