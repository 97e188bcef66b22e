import { fiscalYearOf } from '../../law/fiscal-year.ts'
import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { member, reader } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { partnerOf } from '../../partners/queries.ts'
import { addLayout, changeLayout, removeLayout } from '../actions/layouts.ts'
import { FiscalLayouts } from '../pages/layouts.tsx'
import { layoutsOf } from '../queries/layouts.ts'
import { laidOut, layoutForm, valuesOf } from '../rules/layout.ts'
import { reportOfYear } from './counted.ts'

const ADDRESS = '/partners/:partnerId/fiscal-layouts'

/** The columns of an office's own table. */
export const layoutRoutes: Route[] = [
  get(ADDRESS, reader('partnerId'), async (call) => {
    const asked = call.query('layout')
    return call.page(<FiscalLayouts {...(await seenLayouts(call, asked))} />)
  }),

  post(ADDRESS, member('partnerId'), async (call) => {
    const form = call.form(layoutForm)
    if (!form.ok) return call.page(<FiscalLayouts {...(await seenLayouts(call))} {...form} />, { status: 422 })
    return call.act(async (act) => homeOf(call, await addLayout(act, call.id('partnerId'), form.data)))
  }),

  post(`${ADDRESS}/:layoutId`, member('partnerId'), async (call) => {
    const which = { id: call.id('layoutId'), partnerId: call.id('partnerId') }
    const seen = await seenLayouts(call, which.id)
    const form = call.form(layoutForm)
    if (!form.ok) return call.page(<FiscalLayouts {...seen} {...form} />, { status: 422 })
    return call.act(async (act) => {
      await changeLayout(act, which, call.version, form.data)
      return homeOf(call, which.id)
    })
  }),

  post(`${ADDRESS}/:layoutId/removal`, member('partnerId'), async (call) => {
    const which = { id: call.id('layoutId'), partnerId: call.id('partnerId') }
    found((await seenLayouts(call, which.id)).layout)
    return call.act(async (act) => {
      await removeLayout(act, which, call.version)
      return `/partners/${which.partnerId}/fiscal-layouts`
    })
  }),
]

function homeOf(call: Call, id: string): string {
  return `/partners/${call.id('partnerId')}/fiscal-layouts?layout=${id}`
}

async function seenLayouts(call: Call, asked?: string) {
  const partnerId = call.id('partnerId')
  const { partner, layouts } = await call.read(async (tx) => ({
    partner: found(await partnerOf(tx, partnerId)),
    layouts: await layoutsOf(tx, partnerId),
  }))
  const layout = asked === undefined ? null : found(layouts.find(({ id }) => id === asked))
  // A year that is over has all its months.
  const year = fiscalYearOf(today(call.now)) - 1
  const preview = layout && laidOut(layout, await reportOfYear(call, partner, year), partner.name)
  return {
    ...{ partner, layouts, layout, preview, year, mayChange: call.who.role !== 'viewer' },
    ...(layout && { values: valuesOf(layout) }),
  }
}
