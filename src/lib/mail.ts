export { memoryMail } from './mail/memory.ts'
export type { Mail, SendMail } from './mail/message.ts'
export { smtpMail } from './mail/smtp.ts'
