import { mayShareContacts, pathFor } from '../../applications/rules/state.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, Refused, TooLate } from '../../lib/web/errors.ts'
import { eventStream } from '../../lib/web/events.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { toKeep } from '../../lib/web/to-keep.ts'
import { blockPair, unblockPair } from '../actions/blocking.ts'
import { followingOf, takePlace } from '../actions/following.ts'
import { reportThread } from '../actions/reporting.ts'
import { readMessages, sendMessage } from '../actions.ts'
import { type Asked, ThreadPage } from '../pages/thread.tsx'
import { closedNow, isOwnBlock } from '../queries/closing.ts'
import { ownReports } from '../queries/reports.ts'
import { watchingAgreed } from '../queries/watching.ts'
import { attachmentOf, bytesOf, messagesOf } from '../queries.ts'
import { FILES, MESSAGE_LIMITS, MIME } from '../rules/attachments.ts'
import { cautionsIn } from '../rules/cautions.ts'
import { CLOSED } from '../rules/closing.ts'
import { reportForm, WHOLE } from '../rules/reports.ts'
import { canWrite, ENDED, messageForm, NOTHING, threadFor } from '../rules/thread.ts'
import { applicationFor, type Door, mayAct } from './here.ts'
import { newFiles } from './receiving.ts'

export function threadAt(door: Door): Route[] {
  const { path, side, readers, writers } = door
  return [
    get(path, readers, (call) => showThread(call, door)),

    post(path, writers, (call) => write(call, door), MESSAGE_LIMITS),

    post(`${path}/reading`, writers, (call) =>
      actAndTell(call, async (act) => {
        const application = found(await applicationFor(act.tx, call, side))
        await readMessages(act, side, application)
        return `${pathFor(side, application)}/messages`
      }),
    ),

    get(`${path}/events`, readers, (call) => events(call, door)),

    post(`${path}/reports`, writers, (call) => report(call, door), { rate: { count: 20, seconds: 600 } }),
    post(`${path}/block`, writers, (call) => between(call, door, blockPair)),
    post(`${path}/block/removal`, writers, (call) => between(call, door, unblockPair)),

    get(`${path}/files/:fileId`, readers, async (call) => {
      const file = await call.read(async (tx) => {
        const application = found(await applicationFor(tx, call, side))
        return found(await attachmentOf(tx, application.id, call.id('fileId')))
      })
      return toKeep(call.c, { ...file, type: MIME[file.kind], end: file.kind })
    }),
  ]
}

/** Whoever has the thread open sees at once what was done here; what other processes did, a moment later. */
async function actAndTell(call: Call, verb: Parameters<Call['act']>[0]): Promise<Response> {
  const answer = await call.act(verb)
  followingOf(call.deps).follower.nudge()
  return answer
}

/** Says that something changed, and nothing else: what it is stands on the page, behind its own guard. */
async function events(call: Call, { side }: Door): Promise<Response> {
  const application = found(await call.read((tx) => applicationFor(tx, call, side)))
  const following = followingOf(call.deps)
  const leave = takePlace(following, call.accountId)
  if (!leave) throw new Refused(429, '同じやりとりを、たくさんの画面で開いています。使わない画面を閉じてください。')
  const seen = call.c.req.header('last-event-id') ?? call.query('seen') ?? ''
  return eventStream(call.c, ({ send, end }) => {
    const stop = following.follower.follow(application.id, seen, { tell: (tally) => send('changed', tally), end })
    return () => {
      stop()
      leave()
    }
  })
}

/** Tells the desk of one message of the other side, or of all. */
async function report(call: Call, door: Door): Promise<Response> {
  const { side } = door
  const form = call.form(reportForm)
  if (!form.ok) return showThread(call, door, { report: { values: form.values, errors: form.errors } })
  const { about, reason, words } = form.data
  return call.act(async (act) => {
    const application = found(await applicationFor(act.tx, call, side))
    const theirs = (await messagesOf(act.tx, application.id)).filter((message) => message.side !== side)
    const messageId = about === WHOLE ? null : found(theirs.find(({ id }) => id === about)).id
    await reportThread(act, side, application, { messageId, reason, words })
    return `${pathFor(side, application)}/messages#trouble`
  })
}

/** Closes the ways between the two, or opens them again, and comes back to the thread. */
function between(call: Call, { side }: Door, verb: typeof blockPair): Promise<Response> {
  return call.act(async (act) => {
    const application = found(await applicationFor(act.tx, call, side))
    await verb(act, side, application)
    return `${pathFor(side, application)}/messages#trouble`
  })
}

async function write(call: Call, door: Door): Promise<Response> {
  const { side } = door
  const { used, agreed } = await call.read(async (tx) => {
    const application = found(await applicationFor(tx, call, side))
    if (!canWrite(application)) throw new TooLate(ENDED)
    const closed = await closedNow(tx, application.id)
    if (closed) throw new TooLate(CLOSED[closed])
    return { used: await bytesOf(tx, application.id), agreed: mayShareContacts(application) }
  })
  const form = call.form(messageForm)
  if (!form.ok) return showThread(call, door, { values: form.values, errors: form.errors })
  const { body } = form.data
  const again = (errors: Record<string, string>) => showThread(call, door, { values: { body }, errors })
  const chosen = call.files[FILES] ?? []
  if (body === '' && chosen.length === 0) return again({ body: NOTHING })
  const cautions = cautionsIn(body, agreed)
  const signs = cautions.map(({ id }) => id)
  const seen = form.data.sure.split(' ')
  if (signs.some((id) => !seen.includes(id))) {
    const asked = { cautions, files: chosen.length > 0 }
    return showThread(call, door, { values: { body, sure: signs.join(' ') }, errors: {}, asked })
  }
  const received = await newFiles(chosen, used)
  if ('problem' in received) return again({ [FILES]: received.problem })
  return actAndTell(call, async (act) => {
    const application = found(await applicationFor(act.tx, call, side))
    await sendMessage(act, side, application, { body, files: received.files, signs })
    return `${pathFor(side, application)}/messages`
  })
}

type Form = { values: Record<string, string | string[]>; errors: Record<string, string> }
type Back = (Form & { asked?: Asked }) | { report: Form }

async function showThread(call: Call, { side }: Door, back?: Back): Promise<Response> {
  const seen = await call.read(async (tx) => {
    const application = found(await applicationFor(tx, call, side))
    return {
      application,
      lines: threadFor(side, application, await messagesOf(tx, application.id)),
      closed: await closedNow(tx, application.id),
      agreedAt: await watchingAgreed(tx, call.accountId),
      blocked: await isOwnBlock(tx, side, application),
      reports: await ownReports(tx, application.id, side),
    }
  })
  const props = { ...seen, side, home: pathFor(side, seen.application), mayAct: mayAct(call, side) }
  return call.page(<ThreadPage {...props} {...back} />, { status: back ? 422 : 200 })
}
