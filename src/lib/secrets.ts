import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from './start-error.ts'

/** What the instance can do with its key. The key itself never leaves this file. */
export type Secrets = {
  /** For sessions of the sign-in library. */
  readonly session: string
  /** AES-256-GCM; `place` (table:column:id) is bound in, so that a value cannot be moved to another row. */
  seal(text: string, place: string): string
  open(sealed: string, place: string): string
  /** A keyed hash: two equal texts of one purpose are found equal, nothing else can be learnt. */
  hash(text: string, purpose: string): string
}

const BYTES = 32

/** The secrets made from one key. `random` gives the nonces. */
export function secretsFrom(key: Uint8Array, random: (n: number) => Uint8Array = randomBytes): Secrets {
  const derive = (name: string) => Buffer.from(hkdfSync('sha256', key, 'meguri', name, BYTES))
  const sealing = derive('seal')
  const hashing = derive('hash')
  return {
    session: derive('session').toString('base64url'),
    seal(text, place) {
      const nonce = random(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(place))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
    },
    open(sealed, place) {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12)).setAAD(Buffer.from(place))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
    hash(text, purpose) {
      return createHmac('sha256', hashing).update(`${purpose}\0${text}`).digest('base64url')
    },
  }
}

/** The key from the environment, or the one kept in the data folder, made at the first start. */
export function loadSecrets(dataDir: string, configured: string | undefined): Secrets {
  if (configured) return secretsFrom(Buffer.from(configured))
  const file = join(dataDir, 'secret.key')
  try {
    if (!existsSync(file)) {
      mkdirSync(dataDir, { recursive: true, mode: 0o700 })
      writeFileSync(file, randomBytes(BYTES), { mode: 0o600, flag: 'wx' })
    }
    return secretsFrom(readFileSync(file))
  } catch {
    throw new StartError(`鍵のファイル ${file} を読み書きできません。フォルダの権限を確かめてください。`)
  }
}
