import { createTransport } from 'nodemailer'
import { messageOf, type SendMail } from './message.ts'

/** Mails over a mail server. `close` lets go of its connections. */
export function smtpMail(options: { url: string; from: string }): { send: SendMail; close(): void } {
  const transport = createTransport({ ...smtpOptions(options.url), pool: true })
  return {
    async send(mail) {
      await transport.sendMail(messageOf(mail, options.from))
    },
    close: () => transport.close(),
  }
}

/** Encrypted or not at all, except to a mail server on this machine. */
export function smtpOptions(address: string) {
  const url = new URL(address)
  const secure = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const loopback = ['localhost', '127.0.0.1', '::1'].includes(host)
  return {
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !loopback,
    // A server on this machine often has a certificate in another name, and there is no wire to listen on.
    ignoreTLS: !secure && loopback,
    ...(url.username && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    ...{ disableFileAccess: true, disableUrlAccess: true, maxConnections: 2 },
    ...{ connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
  }
}
