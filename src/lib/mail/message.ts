import { createHash } from 'node:crypto'

/** `id` names the mail itself: sent a second time it has the same Message-ID, and mail programs show it once. */
export type Mail = {
  readonly id: string
  /** One bare address. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** An address of ours: one POST there ends such mails (RFC 8058). */
  readonly stop?: string
}

/** Resolves when the mail was taken over by somebody who delivers it. */
export type SendMail = (mail: Mail) => Promise<void>

/** One mailbox and nothing else: no list, no display name, no comment, no line end. */
const ADDRESS = /^[^\s@,;:<>()[\]\\"\p{Cc}]{1,64}@[^\s@,;:<>()[\]\\"\p{Cc}]{1,253}$/u
const CONTROL = /[\p{Cc}\u2028\u2029]+/gu

function stopHeaders(stop: string) {
  return { 'List-Unsubscribe': `<${new URL(stop).href}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

/**
 * A mail as nodemailer takes it. The addresses are given as parsed objects, so that nothing in them is read a second
 * time as a list; content comes as text, never from a file or an address. Throws for a recipient that is not one.
 */
export function messageOf(mail: Mail, from: string) {
  if (!ADDRESS.test(mail.to)) throw new TypeError('A mail goes to one address')
  const domain = from.slice(from.lastIndexOf('@') + 1)
  return {
    from: { name: 'めぐり', address: from },
    to: [{ name: '', address: mail.to }],
    subject: mail.subject.toWellFormed().replace(CONTROL, ' ').trim(),
    text: mail.text.toWellFormed(),
    html: mail.html.toWellFormed(),
    messageId: `<${createHash('sha256').update(mail.id).digest('hex').slice(0, 32)}@${domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated', ...(mail.stop && stopHeaders(mail.stop)) },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
