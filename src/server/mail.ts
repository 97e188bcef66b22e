import { putInMailbox } from '../accounts/actions/mailing.ts'
import type { Config } from '../lib/config.ts'
import type { Db } from '../lib/db.ts'
import { type SendMail, smtpMail } from '../lib/mail.ts'
import { StartError } from '../lib/start-error.ts'

/** A mail server when one is set; in the demo otherwise the mailbox page; a real instance without one does not start. */
export function openMail(config: Config, db: Db, clock: () => Date): SendMail {
  if (config.smtpUrl) return smtpMail({ url: config.smtpUrl, from: config.mailFrom }).send
  if (config.mode === 'demo') return (mail) => putInMailbox(db, mail, clock())
  throw new StartError(
    'メールを送る設定がありません。SMTP_URL を指定してください（例: smtps://user:pass@mail.example.jp）。',
  )
}
