import { accounts, instance } from '../accounts/schema.ts'
import type { Config, Settings } from '../lib/config.ts'
import { asOwner, type Db, StartError } from '../lib/db.ts'

/**
 * What this database is. A new one becomes what the environment says, a demo when it says nothing; an old one stays
 * what it is, and a contradiction stops the start: real data never opens with one-tap sign-in.
 */
export async function openInstance(
  db: Db,
  settings: Settings,
  now: Date,
): Promise<{ config: Config; isEmpty: boolean }> {
  return asOwner(db, async (tx) => {
    const [stored] = await tx.select().from(instance)
    if (!stored) {
      const mode = settings.mode ?? 'demo'
      checkDemoIsLocal(mode, settings)
      await tx.insert(instance).values({ mode, createdAt: now })
      return { config: completed(settings, mode), isEmpty: true }
    }
    if (settings.mode && settings.mode !== stored.mode) {
      throw new StartError(
        stored.mode === 'real'
          ? 'このデータは本番のものです。MODE=demo では開けません。'
          : 'このデータは見本のものです。MODE=real で始めるときは、別の DATA_DIR か DATABASE_URL を指定してください。',
      )
    }
    checkDemoIsLocal(stored.mode, settings)
    // A start that was killed while it wrote the demo leaves nobody behind: the next one writes it.
    const somebody = await tx.select({ id: accounts.id }).from(accounts).limit(1)
    return { config: completed(settings, stored.mode), isEmpty: somebody.length === 0 }
  })
}

/** Every page shows a telephone number: the demo has one that nobody answers, a real instance must name its own. */
function completed(settings: Settings, mode: 'demo' | 'real'): Config {
  if (mode === 'real' && !settings.supportPhone) {
    throw new StartError(
      '電話番号がありません。SUPPORT_PHONE に、画面に出す相談の電話番号を指定してください（例: 0120-123-456）。',
    )
  }
  const { supportPhone, supportHours } = settings
  return {
    ...settings,
    mode,
    supportPhone: supportPhone || '0120-000-000',
    supportHours: supportHours || (supportPhone ? '' : '見本の番号です。つながりません'),
  }
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

function checkDemoIsLocal(mode: 'demo' | 'real', settings: Settings): void {
  if (mode === 'demo' && !LOOPBACK.includes(settings.host)) {
    throw new StartError(
      '見本では、だれにでもなって入れます。そのため、この機械の中（HOST=127.0.0.1）でしか動かせません。',
    )
  }
}
