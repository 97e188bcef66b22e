import type { Partner } from '../schema.ts'

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

/** How far a project is, as a partner sees it: its own states, and after it is filled what became of the contract. */
export type Stage =
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'published'
  | 'closed'
  | 'filled'
  | 'unfilled'
  | 'withdrawn'
  | 'working'
  | 'ended'

export type SeenProject = { readonly number: number; readonly stage: Stage; readonly since: Date }

/** A company that consents, and nothing of its projects but how far they are. */
export type SeenCompany = {
  readonly id: string
  readonly name: string
  readonly prefecture: number
  readonly municipality: string | null
  readonly until: Date | null
  readonly projects: readonly SeenProject[]
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
