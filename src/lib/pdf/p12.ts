import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import * as pkijs from 'pkijs'
import type { SealKey } from './cms.ts'

/**
 * Reads a PKCS #12 file (RFC 7292) with AES encryption, as OpenSSL 3 and the signing authorities write it. Throws with a
 * sentence when the pass phrase is wrong, or key or certificate is missing.
 */
export async function readP12(file: Uint8Array, passphrase: string): Promise<SealKey> {
  const password = new TextEncoder().encode(passphrase).buffer
  const bags = await safeBags(file, password)
  const keyBag = bags.find((bag) => bag.bagId === KEY_BAG || bag.bagId === SHROUDED_KEY_BAG)
  const certificates = bags.flatMap((bag) =>
    bag.bagValue instanceof pkijs.CertBag && bag.bagValue.parsedValue instanceof pkijs.Certificate
      ? [new Uint8Array(bag.bagValue.parsedValue.toSchema(true).toBER())]
      : [],
  )
  if (!keyBag || certificates.length === 0) throw new Error('The P12 file holds no key with its certificate')
  const privateKey = keyOf(keyBag, passphrase)
  const own = certificates.find((der) => new X509Certificate(der).checkPrivateKey(privateKey))
  if (!own) throw new Error('No certificate in the P12 file belongs to its key')
  return {
    chain: [own, ...issuersOf(own, certificates)],
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

const KEY_BAG = '1.2.840.113549.1.12.10.1.1'
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2'

async function safeBags(file: Uint8Array, password: ArrayBuffer): Promise<pkijs.SafeBag[]> {
  const pfx = pkijs.PFX.fromBER(new Uint8Array(file).buffer)
  try {
    await pfx.parseInternalValues({ password, checkIntegrity: true })
  } catch (cause) {
    throw new Error('The P12 file does not open with this pass phrase', { cause })
  }
  const safe = pfx.parsedValue?.authenticatedSafe
  if (!safe) return []
  await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) })
  const contents: { value: pkijs.SafeContents }[] = safe.parsedValue.safeContents
  return contents.flatMap(({ value }) => value.safeBags)
}

function keyOf({ bagValue }: pkijs.SafeBag, passphrase: string): KeyObject {
  if (!(bagValue instanceof pkijs.PKCS8ShroudedKeyBag || bagValue instanceof pkijs.PrivateKeyInfo)) {
    throw new Error('The P12 file holds its key in a form that is not read here')
  }
  const key = Buffer.from(bagValue.toSchema().toBER())
  return createPrivateKey({ key, format: 'der', type: 'pkcs8', passphrase })
}

/** The issuers above a certificate, as far as the file has them, the nearest first. */
function issuersOf(certificate: Uint8Array, all: readonly Uint8Array[]): Uint8Array[] {
  const child = new X509Certificate(certificate)
  const issuer = all.find((der) => {
    const parent = new X509Certificate(der)
    return parent.fingerprint256 !== child.fingerprint256 && child.checkIssued(parent) && child.verify(parent.publicKey)
  })
  if (!issuer) return []
  return [
    issuer,
    ...issuersOf(
      issuer,
      all.filter((der) => der !== certificate),
    ),
  ]
}
