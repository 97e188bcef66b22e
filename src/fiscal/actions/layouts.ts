import { and, eq, isNull, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import type { Laid } from '../rules/layout.ts'
import { fiscalLayouts } from '../schema.ts'

export async function addLayout(act: Act, partnerId: string, laid: Laid): Promise<string> {
  const id = act.newId()
  const stamps = { createdAt: act.now, updatedAt: act.now, updatedBy: act.actor! }
  await act.tx.insert(fiscalLayouts).values({ id, partnerId, ...laid, ...stamps })
  await record(act, 'fiscal-layout.added', { kind: 'fiscal-layout', id })
  return id
}

export async function changeLayout(act: Act, of: Which, version: number, laid: Laid): Promise<void> {
  await write(act, of, version, laid)
  await record(act, 'fiscal-layout.changed', { kind: 'fiscal-layout', id: of.id })
}

/** What was sent in this layout stays as it was sent; it is only no longer offered. */
export async function removeLayout(act: Act, of: Which, version: number): Promise<void> {
  await write(act, of, version, { removedAt: act.now })
  await record(act, 'fiscal-layout.removed', { kind: 'fiscal-layout', id: of.id })
}

type Which = { readonly id: string; readonly partnerId: string }

async function write(act: Act, { id, partnerId }: Which, version: number, set: Partial<Laid> & { removedAt?: Date }) {
  const rows = await act.tx
    .update(fiscalLayouts)
    .set({ ...set, updatedAt: act.now, updatedBy: act.actor!, version: sql`${fiscalLayouts.version} + 1` })
    .where(
      and(
        ...[eq(fiscalLayouts.id, id), eq(fiscalLayouts.partnerId, partnerId), isNull(fiscalLayouts.removedAt)],
        eq(fiscalLayouts.version, version),
      ),
    )
    .returning({ id: fiscalLayouts.id })
  if (rows.length === 0) {
    const next = { href: `/partners/${partnerId}/fiscal-layouts`, label: '様式の一覧' }
    throw new TooLate('この様式は、ほかの方が変えたところです。', next)
  }
}
