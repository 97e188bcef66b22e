import type { Config } from '../lib/config.ts'
import type { SealKey } from '../lib/pdf/cms.ts'
import { loadSealKey } from '../lib/pdf/key.ts'
import { StartError } from '../lib/start-error.ts'

/** The key that seals contracts: the configured certificate, or one of our own that is kept with the data. */
export async function openSeal(config: Config, now: Date, random: (n: number) => Uint8Array): Promise<SealKey> {
  const { sealP12, sealPassword, dataDir, mode } = config
  if (mode === 'real' && !sealP12) {
    throw new StartError('契約書を封印する証明書がありません。SEAL_P12 に PKCS#12 ファイルの場所を指定してください。')
  }
  const subject = mode === 'demo' ? 'めぐり（見本）' : `めぐり（${new URL(config.publicUrl).hostname}）`
  const p12 = sealP12 ? { p12: { file: sealP12, passphrase: sealPassword ?? '' } } : {}
  try {
    return await loadSealKey(dataDir, now.getTime(), random, { subject, ...p12 })
  } catch (error) {
    const file = sealP12 ?? dataDir
    throw new StartError(`契約書を封印する鍵を読めません（${file}）。${error instanceof Error ? error.message : ''}`)
  }
}
