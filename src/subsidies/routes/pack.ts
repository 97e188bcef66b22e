import { documentOf } from '../../contracts/queries/one.ts'
import { contractNumber } from '../../contracts/rules/state.ts'
import { csv } from '../../lib/csv.ts'
import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { reader } from '../../lib/web/guard.ts'
import { get, type Route } from '../../lib/web/route.ts'
import { disposition } from '../../lib/web/to-keep.ts'
import { type Packed, zip } from '../../lib/zip.ts'
import { type Evidence, evidenceOfGrant, filesOfGrant } from '../queries/evidence.ts'
import { grantOfCompany } from '../queries/grants.ts'
import { evidenceOf, fileName } from '../rules/evidence.ts'
import { evidenceRows, monthRows, visitRows } from '../rules/pack.ts'
import { subsidyOf } from '../rules/subsidies.ts'

export const packRoutes: Route[] = [
  get('/companies/:companyId/grants/:grantId/evidence.zip', reader('companyId'), download),
]

/** Everything for the hand-in that is there, under names by which an office files it. */
async function download(call: Call) {
  const companyId = call.id('companyId')
  const day = today(call.now)
  const { row, evidence, document, files } = await call.read(async (tx) => {
    const row = found(await grantOfCompany(tx, companyId, call.id('grantId')))
    const evidence = await evidenceOfGrant(tx, row.grant, day)
    const { contract } = evidence
    return {
      ...{ row, evidence },
      document: contract && (await documentOf(tx, { side: 'company', companyId }, contract.id)),
      files: await filesOfGrant(tx, row.grant.id),
    }
  })
  const { grant, companyName } = row
  const items = evidenceOf(found(subsidyOf(grant.subsidyId)), evidence.held)
  const other = evidence.contract?.terms.talentName || companyName
  const named = (on: string, what: string, end: string, yen: number | null = null) =>
    fileName({ day: on, other, what, yen, end })
  const packed: Packed[] = [
    { name: named(day, '出すものの一覧', 'csv'), bytes: bytesOf(evidenceRows(items)) },
    ...(document ? [contractFile(document, evidence, named)] : []),
    ...tables(evidence, day, named),
    ...files.flatMap(({ heldAt, what, kind, content }) =>
      kind && content ? [{ name: named(today(heldAt), what, kind), bytes: content }] : [],
    ),
  ]
  const name = fileName({ day, other: companyName, what: '補助の書類', yen: grant.grantedYen, end: 'zip' })
  return call.c.body(Uint8Array.from(zip(packed, day)), 200, {
    'content-type': 'application/zip',
    'content-disposition': disposition(name, `hojo-${grant.number}.zip`),
  })
}

type Named = (on: string, what: string, end: string, yen?: number | null) => string
type Document = NonNullable<Awaited<ReturnType<typeof documentOf>>>

function contractFile({ number, pdf, sealedAt }: Document, { contract }: Evidence, named: Named): Packed {
  const yen = contract?.terms.feeYen ?? null
  return { name: named(today(sealedAt), `契約${contractNumber(number)}`, 'pdf', yen), bytes: pdf }
}

function tables({ months }: Evidence, day: string, named: Named): Packed[] {
  if (months.length === 0) return []
  return [
    { name: named(day, '月の記録', 'csv'), bytes: bytesOf(monthRows(months)) },
    { name: named(day, '訪れた日', 'csv'), bytes: bytesOf(visitRows(months)) },
  ]
}

function bytesOf(rows: Parameters<typeof csv>[0]): Buffer {
  return Buffer.from(csv(rows), 'utf8')
}
