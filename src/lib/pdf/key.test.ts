import { spawnSync } from 'node:child_process'
import { randomBytes, X509Certificate } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, describe, expect, it } from 'vitest'
import { createSealKey, loadSealKey, subjectOf } from './key.ts'
import { sealPdf } from './seal.ts'
import { verifySeal } from './verify.ts'

const NOW = Date.UTC(2026, 10, 23)
const folder = mkdtempSync(join(tmpdir(), 'seal-key-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the seal key', () => {
  it('is a certificate that signed itself, for ten years', () => {
    const { chain, privateKeyPem } = createSealKey('めぐり', NOW, randomBytes)
    const certificate = new X509Certificate(chain[0]!)
    expect(certificate.verify(certificate.publicKey)).toBe(true)
    expect(certificate.ca).toBe(false)
    expect(certificate.validFromDate.getTime()).toBe(NOW)
    expect(certificate.validToDate.getUTCFullYear()).toBe(2036)
    expect(subjectOf(chain[0]!)).toBe('めぐり')
    expect(privateKeyPem).toContain('BEGIN PRIVATE KEY')
  })

  it('is made once, for this user only', async () => {
    const home = join(folder, 'keys')
    const keys = await Promise.all([1, 2, 3].map(() => loadSealKey(home, NOW, randomBytes, { subject: 'めぐり' })))
    expect(new Set(keys.map(({ privateKeyPem }) => privateKeyPem)).size).toBe(1)
    expect(readdirSync(home)).toEqual(['seal.pem'])
    expect(statSync(join(home, 'seal.pem')).mode & 0o777).toBe(0o600)
    expect(statSync(home).mode & 0o777).toBe(0o700)
  })

  it('says so when the file is no key', async () => {
    const home = mkdtempSync(join(folder, 'broken-'))
    writeFileSync(join(home, 'seal.pem'), 'x')
    await expect(loadSealKey(home, NOW, randomBytes, { subject: 'めぐり' })).rejects.toThrow('no key')
  })
})

const hasOpenssl = spawnSync('openssl', ['version']).error === undefined
if (!hasOpenssl) console.warn('SKIPPED: openssl is missing, no P12 file of a foreign maker is read.')

describe.skipIf(!hasOpenssl && !process.env.CI)('a P12 file', () => {
  const openssl = (...args: string[]) => {
    const { status, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
  }

  it('is read with its issuer, signer first', async () => {
    openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Root')
    openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'own.key', '-out', 'own.csr', '-subj', '/CN=Seal')
    openssl('x509', '-req', '-in', 'own.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-out', 'own.pem')
    const parts = ['-inkey', 'own.key', '-in', 'own.pem', '-certfile', 'ca.pem', '-passout', 'pass:ひみつ']
    openssl('pkcs12', '-export', '-out', 'seal.p12', ...parts)
    const p12 = { file: join(folder, 'seal.p12'), passphrase: 'ひみつ' }
    const key = await loadSealKey(folder, NOW, randomBytes, { subject: '', p12 })
    expect(key.chain.map(subjectOf)).toEqual(['Seal', 'Root'])
    const document = await PDFDocument.create()
    document.addPage()
    const sealed = await sealPdf(await document.save(), key, { at: NOW })
    expect(verifySeal(sealed)).toMatchObject({ valid: true, signer: 'Seal', signedAt: NOW })
    const wrong = { ...p12, passphrase: 'chigau' }
    await expect(loadSealKey(folder, NOW, randomBytes, { subject: '', p12: wrong })).rejects.toThrow('pass phrase')
  })
})
