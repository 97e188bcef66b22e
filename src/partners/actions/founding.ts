import { and, eq, sql } from 'drizzle-orm'
import { organisations } from '../../accounts/schema.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import type { Details, Founding } from '../rules/forms.ts'
import { partners } from '../schema.ts'

/** A new partner. Whoever founds it is of the desk and does not belong to it: its first member is invited. */
export async function foundPartner(act: Act, id: string, founding: Omit<Founding, 'email'>): Promise<void> {
  await act.tx.insert(organisations).values({ id, kind: 'partner', createdAt: act.now })
  const municipality = founding.area[0] ?? null
  await act.tx.insert(partners).values({ id, slug: id, ...founding, municipality, createdAt: act.now })
  await record(act, 'partner.founded', { kind: 'partner', id }, { prefecture: founding.prefecture })
}

export async function savePartner(act: Act, id: string, version: number, details: Details): Promise<void> {
  const saved = await act.tx
    .update(partners)
    .set({ ...details, version: sql`${partners.version} + 1` })
    .where(and(eq(partners.id, id), eq(partners.version, version)))
    .returning({ id: partners.id })
  if (saved.length === 0) {
    throw new TooLate('ほかの方が、先に直しています。', { href: `/partners/${id}/details`, label: 'いまの内容を見る' })
  }
  await record(act, 'partner.changed', { kind: 'partner', id })
}
