import { generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto'
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import type { SealKey } from './cms.ts'
import { readP12 } from './p12.ts'

export type SealSource = {
  /** The name on the certificate that is made when there is none yet, e.g. the name of this instance. */
  readonly subject: string
  /** A PKCS #12 file and its pass phrase; without them a key of our own is made and kept in the folder. */
  readonly p12?: { readonly file: string; readonly passphrase: string }
}

const FILE = 'seal.pem'
const YEARS = 10

/**
 * The key that seals documents: the configured P12, else the one kept in `folder`, else a new self-signed one that is
 * kept there (readable by this user only). Two starts at the same moment end with the same key. `now`: milliseconds.
 */
export async function loadSealKey(
  folder: string,
  now: number,
  random: (bytes: number) => Uint8Array,
  source: SealSource,
): Promise<SealKey> {
  if (source.p12) return readP12(readFileSync(source.p12.file), source.p12.passphrase)
  const path = join(folder, FILE)
  if (!existsSync(path)) keepOnce(folder, path, toPem(createSealKey(source.subject, now, random)), random)
  return fromPem(readFileSync(path, 'utf8'))
}

/** A self-signed P-256 certificate for documents, valid for ten years from `now` (milliseconds), with its key. */
export function createSealKey(subject: string, now: number, random: (bytes: number) => Uint8Array): SealKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const certificate = new pkijs.Certificate({
    version: 2,
    serialNumber: new asn1js.Integer({ valueHex: serial(random(16)) }),
    issuer: nameOf(subject),
    subject: nameOf(subject),
    notBefore: new pkijs.Time({ value: wholeSecond(now) }),
    notAfter: new pkijs.Time({ value: wholeSecond(now + YEARS * 365.25 * 86_400_000) }),
    subjectPublicKeyInfo: new pkijs.PublicKeyInfo({ schema: asn1js.fromBER(spki(publicKey)).result }),
    signature: new pkijs.AlgorithmIdentifier({ algorithmId: '1.2.840.10045.4.3.2' }),
    signatureAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: '1.2.840.10045.4.3.2' }),
    extensions: extensions(),
  })
  const tbs = new Uint8Array(certificate.encodeTBS().toBER())
  certificate.tbsView = tbs
  certificate.signatureValue = new asn1js.BitString({
    valueHex: new Uint8Array(sign('sha256', tbs, privateKey)).buffer,
  })
  return {
    chain: [new Uint8Array(certificate.toSchema(true).toBER())],
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

/** The common name of the certificate's subject. */
export function subjectOf(certificate: Uint8Array): string {
  const parsed = pkijs.Certificate.fromBER(new Uint8Array(certificate).buffer)
  const name = parsed.subject.typesAndValues.find(({ type }) => type === '2.5.4.3')
  return name ? String(name.value.valueBlock.value) : ''
}

/** Hard-linking a finished file is the one step that either makes the key or finds another's already there. */
function keepOnce(folder: string, path: string, pem: string, random: (bytes: number) => Uint8Array): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draft = `${path}.${Buffer.from(random(8)).toString('hex')}`
  writeFileSync(draft, pem, { mode: 0o600, flag: 'wx' })
  chmodSync(draft, 0o600)
  try {
    linkSync(draft, path)
  } catch (error) {
    if (!existsSync(path)) throw error
  } finally {
    unlinkSync(draft)
  }
}

function toPem(key: SealKey): string {
  return key.privateKeyPem + key.chain.map((der) => new X509Certificate(der).toString()).join('')
}

function fromPem(pem: string): SealKey {
  const blocks = pem.match(/-----BEGIN ([A-Z ]+)-----[^-]+-----END \1-----\n?/g) ?? []
  const privateKeyPem = blocks.find((block) => block.includes('PRIVATE KEY'))
  const chain = blocks.filter((block) => block.includes('CERTIFICATE')).map((block) => new X509Certificate(block).raw)
  if (!privateKeyPem || chain.length === 0) throw new Error(`${FILE} holds no key with its certificate`)
  return { chain, privateKeyPem }
}

function nameOf(subject: string): pkijs.RelativeDistinguishedNames {
  const value = new asn1js.Utf8String({ value: subject })
  return new pkijs.RelativeDistinguishedNames({
    typesAndValues: [new pkijs.AttributeTypeAndValue({ type: '2.5.4.3', value })],
  })
}

/** Not an authority; for signatures and non-repudiation only (RFC 5280, 4.2.1.3 and 4.2.1.9). */
function extensions(): pkijs.Extension[] {
  const usage = new asn1js.BitString({ valueHex: new Uint8Array([0b1100_0000]).buffer, unusedBits: 6 })
  const constraints = new pkijs.BasicConstraints({ cA: false })
  return [
    new pkijs.Extension({ extnID: '2.5.29.15', critical: true, extnValue: usage.toBER() }),
    new pkijs.Extension({ extnID: '2.5.29.19', critical: true, extnValue: constraints.toSchema().toBER() }),
  ]
}

/** Positive and without leading zeros, as DER wants an integer. */
function serial(bytes: Uint8Array): ArrayBuffer {
  const own = new Uint8Array(bytes)
  own[0] = (own[0]! & 0x7f) | 0x40
  return own.buffer
}

function wholeSecond(ms: number): Date {
  return new Date(Math.floor(ms / 1000) * 1000)
}

function spki(key: KeyObject): ArrayBuffer {
  return new Uint8Array(key.export({ type: 'spki', format: 'der' })).buffer
}
