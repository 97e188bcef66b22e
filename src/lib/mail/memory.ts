import { type Mail, messageOf, type SendMail } from './message.ts'

/** Mails in an array: for tests. Refuses what a real one would refuse. */
export function memoryMail(): { send: SendMail; mails: Mail[] } {
  const mails: Mail[] = []
  const send: SendMail = async (mail) => {
    messageOf(mail, 'no-reply@localhost')
    mails.push(mail)
  }
  return { send, mails }
}
