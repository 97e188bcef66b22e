import { fiscalYearOf } from '../../law/fiscal-year.ts'
import { renderPdf } from '../../lib/pdf/render.ts'
import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { member, reader } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { pageOrSheet } from '../../lib/web/sheet-answer.ts'
import { disposition } from '../../lib/web/to-keep.ts'
import { partnerOf } from '../../partners/queries.ts'
import type { Partner } from '../../partners/schema.ts'
import { closeYear } from '../actions/closing.ts'
import { FiscalReport, type ReportProps, toldOf } from '../pages/report.tsx'
import { reportSheet } from '../pages/sheet.ts'
import { closingsOf } from '../queries/closings.ts'
import { layoutsOf } from '../queries/layouts.ts'
import { correctionForm } from '../rules/forms.ts'
import { laidOut } from '../rules/layout.ts'
import { printedReport } from '../rules/printed.ts'
import { REPORT_TEMPLATE } from '../rules/template.ts'
import { isSettled, readFiscalYear } from '../rules/year.ts'
import type { FiscalLayout } from '../schema.ts'
import { closedReport, reportOfYear } from './counted.ts'

const ADDRESS = '/partners/:partnerId/fiscal-years/:year'

/** A year of a partner; `now` is the one that runs. */
export const reportRoutes: Route[] = [
  get(ADDRESS, reader('partnerId'), async (call) => {
    const seen = await seenReport(call)
    const { partner, report, previous } = seen
    const told = toldOf(seen)
    if (call.query('format') === 'pdf') {
      const asked = { partner: partner.name, report, previous, told, day: today(call.now) }
      return call.c.body(new Uint8Array(renderPdf(REPORT_TEMPLATE, printedReport(asked))), 200, {
        'content-type': 'application/pdf',
        'content-disposition': disposition(`${partner.name} ${report.year}年度の報告書.pdf`, 'meguri.pdf'),
      })
    }
    return pageOrSheet(
      call,
      () => <FiscalReport {...seen} />,
      () => {
        const own = seen.layouts.find(({ id }) => id === call.query('layout'))
        return own ? laidOut(own, report, partner.name) : reportSheet(partner.name, report, previous, told)
      },
    )
  }),

  post(`${ADDRESS}/closing`, member('partnerId'), async (call) => {
    const seen = await seenReport(call)
    const { partner, closings } = seen
    const year = seen.report.year
    const home = `/partners/${partner.id}/fiscal-years/${year}`
    if (!isSettled(year, call.now))
      throw new TooLate('年度は、終わったあとの5月1日から確定できます。', { href: home, label: '報告書' })
    const form = closings.length > 0 ? call.form(correctionForm) : null
    if (form && !form.ok) return call.page(<FiscalReport {...seen} {...form} />, { status: 422 })
    const told = await call.readAsSystem((tx) => closedReport(tx, found(seen.partner), year, call.now))
    return call.act(async (act) => {
      const reason = form?.ok ? form.data.reason : null
      await closeYear(act, partner.id, { ...told, n: call.version + 1, reason })
      return home
    })
  }),
]

type Seen = Omit<ReportProps, 'partner' | 'layouts'> & { partner: Partner; layouts: readonly FiscalLayout[] }

async function seenReport(call: Call): Promise<Seen> {
  const partnerId = call.id('partnerId')
  const running = fiscalYearOf(today(call.now))
  const word = call.param('year')
  const year = found(word === 'now' ? running : readFiscalYear(word, call.now))
  const { partner, closings, layouts } = await call.read(async (tx) => ({
    partner: found(await partnerOf(tx, partnerId)),
    closings: await closingsOf(tx, partnerId, year),
    layouts: await layoutsOf(tx, partnerId),
  }))
  const asked = call.query('version')
  const closing = asked === undefined ? closings[0] : found(closings.find(({ n }) => String(n) === asked))
  const hadYear = readFiscalYear(String(year - 1), call.now) !== null
  return {
    ...{ partner, closings, layouts },
    report: closing?.report ?? (await reportOfYear(call, partner, year)),
    previous: hadYear ? await reportOfYear(call, partner, year - 1) : null,
    shown: closing?.n ?? null,
    years: [running, running - 1, running - 2, year].filter((one, at, all) => all.indexOf(one) === at),
    isOver: isSettled(year, call.now),
    mayClose: call.who.role !== 'viewer',
    now: call.now,
  }
}
