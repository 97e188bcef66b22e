import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSealKey } from './key.ts'
import { renderPdf } from './render.ts'
import { sealPdf } from './seal.ts'
import { verifySeal } from './verify.ts'

const AT = Date.UTC(2026, 10, 23, 3, 4, 5)
const TEMPLATE = `
#set document(title: "見本", date: datetime(year: 2026, month: 11, day: 23))
#set text(font: json(bytes(sys.inputs.fonts)), lang: "ja", fallback: false)
#json(bytes(sys.inputs.data)).text
`
const key = createSealKey('めぐり（見本）', AT, randomBytes)
const folder = mkdtempSync(join(tmpdir(), 'seal-'))
let pdf: Uint8Array
let sealed: Uint8Array

beforeAll(async () => {
  pdf = renderPdf(TEMPLATE, { text: '両者は合意した。' })
  sealed = await sealPdf(pdf, key, { at: AT + 678, reason: '両者の合意（第1版）' })
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a seal', () => {
  it('names signer and second, and covers the whole file', () => {
    expect(verifySeal(sealed)).toEqual({
      valid: true,
      signer: 'めぐり（見本）',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      signedAt: AT,
      coversWholeFile: true,
    })
  })

  it('is PAdES-B-B: the right filter, no signing-time, the certificate bound', () => {
    const text = Buffer.from(sealed).toString('latin1')
    expect(text).toContain('/SubFilter /ETSI.CAdES.detached')
    const message = text.slice(text.indexOf('/Contents <') + 11)
    expect(message).toContain('060b2a864886f70d010910022f')
    expect(message).not.toContain('06092a864886f70d010905')
  })

  it('is gone with any changed byte, wherever it is', () => {
    const text = Buffer.from(sealed).toString('latin1')
    const message = text.indexOf('/Contents <') + 11
    const position = fc.oneof(
      fc.nat(sealed.length - 1),
      fc.integer({ min: message - 400, max: message + 2_200 }),
      fc.integer({ min: sealed.length - 900, max: sealed.length - 1 }),
    )
    fc.assert(
      fc.property(position, fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const changed = new Uint8Array(sealed)
        changed[at]! ^= mask
        expect(verifySeal(changed).valid).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  it('is gone with anything added, cut off, or sealed over', async () => {
    const longer = new Uint8Array([...sealed, 0x0a])
    expect(verifySeal(longer)).toMatchObject({ valid: false, coversWholeFile: false })
    expect(verifySeal(sealed.slice(0, -1)).valid).toBe(false)
    expect(verifySeal(await sealPdf(sealed, key, { at: AT })).valid).toBe(false)
  })

  it('is not found where none is', () => {
    const none = { valid: false, signer: null, fingerprint: null, signedAt: null, coversWholeFile: false }
    expect(verifySeal(pdf)).toEqual(none)
    expect(verifySeal(new Uint8Array())).toEqual(none)
    fc.assert(fc.property(fc.uint8Array(), (bytes) => verifySeal(bytes).valid === false))
  })

  it('shows another hand by its fingerprint, though the name be the same', async () => {
    const other = await sealPdf(pdf, createSealKey('めぐり（見本）', AT, randomBytes), { at: AT })
    expect(verifySeal(other)).toMatchObject({ valid: true, signer: 'めぐり（見本）' })
    expect(verifySeal(other).fingerprint).not.toBe(verifySeal(sealed).fingerprint)
  })
})

const hasPdfsig = spawnSync('pdfsig', ['-v']).error === undefined
if (!hasPdfsig) {
  console.warn('SKIPPED: pdfsig is missing (Debian: apt-get install poppler-utils), no foreign reader checks the seal.')
}

describe.skipIf(!hasPdfsig && !process.env.CI)('pdfsig', () => {
  const read = (bytes: Uint8Array) => {
    const file = join(folder, 'sealed.pdf')
    writeFileSync(file, bytes)
    return spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8' }).stdout
  }

  it('reads the seal', () => {
    const report = read(sealed)
    expect(report).toContain('Signature is Valid.')
    expect(report).toContain('Total document signed')
    expect(report).toContain('ETSI.CAdES.detached')
    expect(report).toContain('Signer Certificate Common Name: めぐり（見本）')
  })

  it('finds one changed byte', () => {
    const changed = new Uint8Array(sealed)
    changed[Buffer.from(sealed).indexOf('stream') + 20]! ^= 1
    expect(read(changed)).toContain('Digest Mismatch.')
  })
})
