import type { Partner } from './schema.ts'

/** Minutes within which a revocation can be taken back. */
export const UNDO_MINUTES = 30

/** What a company lets a partner see. */
export type Consent = {
  readonly partnerId: string
  readonly name: string
  readonly kind: Partner['kind']
  readonly phone: string
  readonly consentedAt: Date
  readonly until: Date | null
  readonly revokedAt: Date | null
}

export const KIND_WORDS: Record<Partner['kind'], string> = {
  municipality: '市町村',
  prefecture: '都道府県',
  bank: '金融機関',
  chamber: '商工会・商工会議所',
  npo: 'NPO',
}

/** Not taken back, and its last day has not come. */
export function isLive({ revokedAt, until }: Pick<Consent, 'revokedAt' | 'until'>, now: Date): boolean {
  return revokedAt === null && (until === null || until > now)
}

/** Just now taken back: one tap brings it back. */
export function canRestore({ revokedAt }: Pick<Consent, 'revokedAt'>, now: Date): boolean {
  return revokedAt !== null && now.getTime() - revokedAt.getTime() < UNDO_MINUTES * 60_000
}
