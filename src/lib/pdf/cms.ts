import { createHash, createPrivateKey, sign, verify, X509Certificate } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaWithSha256: '1.2.840.113549.1.1.11',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
}

/** `chain`: certificates in DER, the signer's own first. `privateKeyPem`: PKCS #8, RSA or an elliptic curve. */
export type SealKey = { readonly chain: readonly Uint8Array[]; readonly privateKeyPem: string }

/**
 * A detached CMS SignedData (RFC 5652, DER) over content with this SHA-256 digest, as PAdES-B-B wants it (ETSI EN
 * 319 142-1): signed attributes content-type, message-digest and signing-certificate-v2 (RFC 5035) and no others, so no
 * signing-time. The attribute binds every certificate of the chain, so that no byte of the message is outside the
 * signature.
 */
export function signDetached(digest: Uint8Array, { chain: [own, ...issuers], privateKeyPem }: SealKey): Uint8Array {
  const chain = [own!, ...issuers.sort(Buffer.compare)]
  const attributes = signedAttributes(digest, chain)
  return assemble(chain, attributes, sign('sha256', asSet(attributes), createPrivateKey(privateKeyPem)))
}

/** `chain`: the signer's certificate, then the others in order of their bytes. */
export type SignedMessage = { readonly chain: Uint8Array[]; readonly signature: Uint8Array }

/** Takes a message of signDetached apart. Throws when the bytes are no CMS SignedData with certificates. */
export function readMessage(der: Uint8Array): SignedMessage {
  const content = pkijs.ContentInfo.fromBER(wholeBuffer(der))
  const signed = new pkijs.SignedData({ schema: content.content })
  const certificates = (signed.certificates ?? []).filter((item) => item instanceof pkijs.Certificate)
  const signer = signed.signerInfos[0]
  const own = certificates.find((certificate) => signer && isNamed(certificate, signer.sid))
  if (!signer || !own) throw new Error('No signer or no certificate of the signer in the message')
  const others = certificates.filter((certificate) => certificate !== own)
  return {
    chain: [own, ...others].map((certificate) => new Uint8Array(certificate.toSchema(true).toBER())),
    signature: new Uint8Array(signer.signature.valueBlock.valueHexView),
  }
}

/**
 * True when `der` is, byte for byte, the message that signDetached makes for this digest, and its signature is good.
 * Comparing the whole leaves no room for a changed byte in parts that a signature does not reach.
 */
export function isIntact(der: Uint8Array, digest: Uint8Array): boolean {
  const { chain, signature } = readMessage(der)
  const attributes = signedAttributes(digest, chain)
  if (!Buffer.from(assemble(chain, attributes, signature)).equals(der)) return false
  return verify('sha256', asSet(attributes), new X509Certificate(chain[0]!).publicKey, signature)
}

function isNamed(certificate: pkijs.Certificate, name: unknown): boolean {
  return (
    name instanceof pkijs.IssuerAndSerialNumber &&
    certificate.issuer.isEqual(name.issuer) &&
    certificate.serialNumber.isEqual(name.serialNumber)
  )
}

function signedAttributes(digest: Uint8Array, chain: readonly Uint8Array[]): pkijs.Attribute[] {
  const hashes = chain.map(
    (certificate) =>
      new asn1js.Sequence({ value: [new asn1js.OctetString({ valueHex: wholeBuffer(sha256(certificate)) })] }),
  )
  const signingCertificate = new asn1js.Sequence({ value: [new asn1js.Sequence({ value: hashes })] })
  const attributes = [
    new pkijs.Attribute({ type: OID.contentType, values: [new asn1js.ObjectIdentifier({ value: OID.data })] }),
    new pkijs.Attribute({
      type: OID.messageDigest,
      values: [new asn1js.OctetString({ valueHex: wholeBuffer(digest) })],
    }),
    new pkijs.Attribute({ type: OID.signingCertificateV2, values: [signingCertificate] }),
  ]
  return attributes.sort((a, b) => Buffer.compare(encoded(a), encoded(b)))
}

/** What is signed: the attributes as a DER SET OF, in order of their encoding (RFC 5652, 5.4). */
function asSet(attributes: readonly pkijs.Attribute[]): Uint8Array {
  return new Uint8Array(new asn1js.Set({ value: attributes.map((attribute) => attribute.toSchema()) }).toBER())
}

function assemble(chain: readonly Uint8Array[], attributes: pkijs.Attribute[], signature: Uint8Array): Uint8Array {
  const signer = pkijs.Certificate.fromBER(wholeBuffer(chain[0]!))
  const digestAlgorithm = new pkijs.AlgorithmIdentifier({ algorithmId: OID.sha256 })
  const signed = new pkijs.SignedData({
    version: 1,
    digestAlgorithms: [digestAlgorithm],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates: [...chain].sort(Buffer.compare).map((der) => pkijs.Certificate.fromBER(wholeBuffer(der))),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: signer.issuer, serialNumber: signer.serialNumber }),
        digestAlgorithm,
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
        signatureAlgorithm: signatureAlgorithm(chain[0]!),
        signature: new asn1js.OctetString({ valueHex: wholeBuffer(signature) }),
      }),
    ],
  })
  const content = new pkijs.ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) })
  return new Uint8Array(content.toSchema().toBER())
}

function signatureAlgorithm(certificate: Uint8Array): pkijs.AlgorithmIdentifier {
  const kind = new X509Certificate(certificate).publicKey.asymmetricKeyType
  if (kind === 'ec') return new pkijs.AlgorithmIdentifier({ algorithmId: OID.ecdsaWithSha256 })
  if (kind !== 'rsa') throw new Error(`A seal needs an RSA or an elliptic curve key, not ${kind}`)
  return new pkijs.AlgorithmIdentifier({ algorithmId: OID.rsaWithSha256, algorithmParams: new asn1js.Null() })
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest()
}

function encoded(attribute: pkijs.Attribute): Uint8Array {
  return new Uint8Array(attribute.toSchema().toBER())
}

/** The ASN.1 library takes whole ArrayBuffers, and a Node Buffer is often a window into a shared one. */
function wholeBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}
