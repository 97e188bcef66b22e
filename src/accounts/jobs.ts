import { eq } from 'drizzle-orm'
import { readAs } from '../lib/db.ts'
import type { JobHandler } from '../lib/job.ts'
import { forgetSignIns, makeCode } from './actions/codes.ts'
import { asSystem, SYSTEM, sendLetter } from './actions/mailing.ts'
import { codeLetter, wayInLetter } from './mails.tsx'
import { accountOf, codesSent } from './queries.ts'
import { maySendCode } from './rules/codes.ts'
import { hasMail } from './rules/spoken.ts'
import { signInCodes } from './schema.ts'

/** Makes a code and sends it. Whoever asked too often gets nothing sent, and nobody else can tell. */
export const sendCode: JobHandler = async (deps, { id }) => {
  const now = deps.clock()
  const [wanted] = await readAs(deps.db, SYSTEM, null, (tx) =>
    tx
      .select()
      .from(signInCodes)
      .where(eq(signInCodes.id, String(id))),
  )
  if (!wanted || wanted.codeHash || wanted.expiresAt < now || !hasMail(wanted.email)) return
  if (!maySendCode(await readAs(deps.db, SYSTEM, null, (tx) => codesSent(tx, wanted, now)))) return
  const code = sixDigits(deps.random)
  const made = await asSystem(deps, (act) => makeCode(act.tx, wanted.id, code, deps.secrets))
  if (made) await sendLetter(deps, wanted.email, `code-${wanted.id}`, codeLetter(code, wanted.purpose))
}

/** What opens everything of an account, a passkey or another service's word: its owner hears of a new one. */
const tellWayIn =
  (what: 'passkey' | 'identity'): JobHandler =>
  async (deps, { id, subjectId }) => {
    const account = await readAs(deps.db, SYSTEM, null, (tx) => accountOf(tx, String(subjectId)))
    if (account) await sendLetter(deps, account.email, String(id), wayInLetter(what, deps.config.supportPhone))
  }
export const tellPasskey = tellWayIn('passkey')
export const tellIdentity = tellWayIn('identity')

/** Every night. */
export const forgetCodes: JobHandler = (deps) => asSystem(deps, forgetSignIns)

/** Six digits, each as likely as the others: values that would favour some are thrown again. */
function sixDigits(random: (n: number) => Uint8Array): string {
  for (;;) {
    const bytes = random(4)
    const value = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0)
    if (value < 4_294_000_000) return String(value % 1_000_000).padStart(6, '0')
  }
}
