import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import fc from 'fast-check'
import { createTransport } from 'nodemailer'
import { describe, expect, test } from 'vitest'
import { type Mail, memoryMail, smtpMail } from '../mail.ts'
import { messageOf } from './message.ts'
import { smtpOptions } from './smtp.ts'

const FROM = 'no-reply@meguri.example.jp'
const mail: Mail = { id: 'a', to: 'hana@example.jp', subject: '番号のお知らせ', text: '123456', html: '<p>123456</p>' }
const NAMES = ['from', 'to', 'subject', 'message-id', 'auto-submitted', 'date', 'mime-version', 'content-type']

/** The mail as it would go over the wire: who receives it, and its head. */
async function written(given: Mail): Promise<{ to: string[]; names: string[]; head: string }> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { envelope, message } = await transport.sendMail(messageOf(given, FROM))
  const [head = ''] = String(message).split('\r\n\r\n')
  const names = head.split('\r\n').flatMap((line) => (/^\s/.test(line) ? [] : [line.split(':')[0]!.toLowerCase()]))
  return { to: [envelope.to].flat().map(String), names, head }
}

test('has the heads it should have', async () => {
  const { to, names, head } = await written(mail)
  expect(to).toEqual(['hana@example.jp'])
  expect(new Set(names)).toEqual(new Set(NAMES))
  expect(head).toContain('Auto-Submitted: auto-generated')
})

test('the same mail has the same Message-ID, another one another', async () => {
  const idOf = async (given: Mail) => /^Message-ID: (.*)$/im.exec((await written(given)).head)?.[1]
  expect(await idOf(mail)).toMatch(/^<[0-9a-f]{32}@meguri\.example\.jp>$/)
  expect(await idOf({ ...mail, subject: 'もう一度' })).toBe(await idOf(mail))
  expect(await idOf({ ...mail, id: 'b' })).not.toBe(await idOf(mail))
})

describe('nobody writes a head or a recipient of their own', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .array(fc.constantFrom('\r', '\n', '\r\n', 'Bcc: x@y.jp', ':', ',', '"', '<', '>', '\u2028', '\0', ' ', 'あ'), {
        maxLength: 12,
      })
      .map((parts) => parts.join('')),
  )

  test('through subject, id, text or HTML', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, nasty, nasty, nasty, async (id, subject, text, html) => {
        const { to, names } = await written({ id, to: 'hana@example.jp', subject, text, html })
        expect(to).toEqual(['hana@example.jp'])
        expect(names.filter((name) => !NAMES.includes(name) && name !== 'content-transfer-encoding')).toEqual([])
        expect(names.length).toBe(new Set(names).size)
      }),
    )
  })

  test('through the address: it is one, or it is refused', async () => {
    const addresses = fc.tuple(nasty, fc.constantFrom('', 'hana', 'a@b.jp'), fc.constantFrom('', '@example.jp'), nasty)
    await fc.assert(
      fc.asyncProperty(addresses, async (parts) => {
        const to = parts.join('')
        const sent = await written({ ...mail, to }).catch((error) => error)
        if (sent instanceof TypeError) return
        expect(sent.to).toHaveLength(1)
        expect(sent.names.filter((name: string) => !NAMES.includes(name))).toEqual([])
      }),
    )
  })

  test.each([
    '',
    'hana',
    'a@b.jp, c@d.jp',
    'Hana <a@b.jp>',
    'a@b.jp\r\nBcc: c@d.jp',
    '"a b"@c.jp',
    'a@b@c.jp',
  ])('%j is refused', async (to) => {
    await expect(written({ ...mail, to })).rejects.toThrow('one address')
    await expect(memoryMail().send({ ...mail, to })).rejects.toThrow('one address')
  })
})

test('memoryMail keeps what was sent', async () => {
  const { send, mails } = memoryMail()
  await send(mail)
  expect(mails).toEqual([mail])
})

test('a mail server elsewhere must encrypt', () => {
  expect(smtpOptions('smtp://user%40a:p%2Fw@mail.example.jp')).toMatchObject({
    ...{ host: 'mail.example.jp', port: 587, secure: false, requireTLS: true, ignoreTLS: false },
    auth: { user: 'user@a', pass: 'p/w' },
  })
  expect(smtpOptions('smtps://mail.example.jp')).toMatchObject({ port: 465, secure: true })
  expect(smtpOptions('smtp://127.0.0.1:1025')).toMatchObject({ port: 1025, requireTLS: false, ignoreTLS: true })
  expect(smtpOptions('smtp://[::1]:25')).toMatchObject({ host: '::1', requireTLS: false })
  expect(smtpOptions('smtp://localhost.example.jp')).toMatchObject({ requireTLS: true })
})

test('smtpMail hands the mail to the server, and says when the server does not take it', async () => {
  const received: string[] = []
  const server = createServer((socket) => {
    let inData = false
    socket.write('220 here\r\n')
    socket.on('data', (chunk) => {
      const said = String(chunk)
      received.push(said)
      if (inData) inData = !said.endsWith('\r\n.\r\n')
      if (inData) return
      inData = said.startsWith('DATA')
      socket.write(said.startsWith('RCPT TO:<nobody') ? '550 no\r\n' : inData ? '354 go on\r\n' : '250 ok\r\n')
    })
    socket.on('error', () => {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const { send, close } = smtpMail({ url: `smtp://127.0.0.1:${port}`, from: FROM })
  await send(mail)
  await expect(send({ ...mail, to: 'nobody@example.jp' })).rejects.toThrow()
  close()
  server.close()
  const all = received.join('')
  expect(all).toContain('MAIL FROM:<no-reply@meguri.example.jp>')
  expect(all).toContain('RCPT TO:<hana@example.jp>')
  expect(all).toContain(Buffer.from('番号のお知らせ').toString('base64'))
})
