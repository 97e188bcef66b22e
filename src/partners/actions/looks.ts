import { type PartnerLook, partnerLooks } from '../../companies/schema.ts'
import type { Act } from '../../lib/act.ts'
import { today } from '../../lib/time.ts'

type Look = { readonly companyId: string; readonly fields: readonly PartnerLook['field'][] }

/** Writes down what somebody of a partner is shown, once a day: the company may read it. */
export async function noteLooks(act: Act, partnerId: string, looks: readonly Look[]): Promise<void> {
  const day = today(act.now)
  const rows = looks.flatMap(({ companyId, fields }) =>
    fields.map((field) => ({ partnerId, companyId, day, field, at: act.now })),
  )
  if (rows.length > 0) await act.tx.insert(partnerLooks).values(rows).onConflictDoNothing()
}
