import { eq, type SQL, sql } from 'drizzle-orm'
import { applications } from '../../applications/schema.ts'
import { worries } from '../../challenges/schema.ts'
import { companies, partnerCompanies } from '../../companies/schema.ts'
import { contracts, contractVersions } from '../../contracts/schema.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { Tx } from '../../lib/db.ts'
import { type LegalDate, startOfDay } from '../../lib/time.ts'
import { inArea } from '../../partners/queries/area.ts'
import { type Partner, partners } from '../../partners/schema.ts'
import { projectCodes, projects } from '../../projects/schema.ts'
import { visits, workMonths } from '../../works/schema.ts'
import type { FigureId } from '../rules/figures.ts'
import type { Fact, Sealed } from '../rules/report.ts'

/** `known`: what was reported or confirmed from then on does not count. */
export type Days = { readonly from: LegalDate; readonly end: LegalDate; readonly known: Date }
type Row = Omit<Fact, 'major' | 'value'> & { code: string | null; value: string }

/**
 * Everything of the days from `from` until before `end` of companies that let this partner see them at that time, so that a
 * month that is over stays as it was when somebody comes or goes. For the program's own eyes: what of it may be shown is for
 * `reportOf` to say.
 */
export async function factsOfPartner(tx: Tx, partnerId: string, days: Days): Promise<Fact[]> {
  return factsIn(
    tx,
    ofPartner(partnerId),
    days,
    sql`select 'companies' as figure, company, min(consented) as at,
    null::uuid as project, 1 as value from scope group by company union all`,
  )
}

/** The same of all companies of an area. */
export async function factsOfArea(tx: Tx, partner: Pick<Partner, 'prefecture' | 'area'>, days: Days): Promise<Fact[]> {
  const scope = sql`select ${companies.id} as company, '-infinity'::timestamptz as since, null::timestamptz as gone
    from ${companies} where ${inArea(partner, companies)}`
  return factsIn(tx, scope, days, sql``)
}

/** The municipalities of every partner of a prefecture; none: all of it. */
export async function areasBeside(tx: Tx, prefecture: number): Promise<string[][]> {
  const rows = await tx
    .selectDistinct({ area: partners.area })
    .from(partners)
    .where(eq(partners.prefecture, prefecture))
  return rows.map(({ area }) => area)
}

/**
 * Since and until when companies let a partner see them, a row for each time. A consent holds from the beginning of its day, but
 * not before the one before it was over.
 */
export function ofPartner(partnerId: string): SQL {
  const { companyId, consentedAt, revokedAt, until, earlier } = partnerCompanies
  return sql`select company, consented, gone, greatest(lag(gone) over (partition by company order by consented),
      date_trunc('day', consented at time zone 'Asia/Tokyo') at time zone 'Asia/Tokyo') as since
    from (select ${companyId} as company, ${consentedAt} as consented, least(${revokedAt}, ${until}) as gone
        from ${partnerCompanies} where ${partnerCompanies.partnerId} = ${partnerId}
      union all select ${companyId}, (span->>0)::timestamptz, (span->>1)::timestamptz
        from ${partnerCompanies}, jsonb_array_elements(${earlier}) span
        where ${partnerCompanies.partnerId} = ${partnerId}) spans`
}

async function factsIn(tx: Tx, scope: SQL, { from, end, known }: Days, more: SQL): Promise<Fact[]> {
  const { rows } = await tx.execute<Row>(sql`
    with scope as (${scope}), dated as (
      ${more}
      select 'worries' as figure, ${worries.companyId} as company, ${worries.createdAt} as at, null::uuid as project,
        1 as value from ${worries}
      union all select 'projects', ${projects.companyId}, ${projects.publishedAt}, ${projects.id}, 1 from ${projects}
      union all select 'applications', ${applications.companyId}, ${applications.sentAt}, ${applications.projectId}, 1
        from ${applications}
      union all select 'contracts', ${contracts.companyId}, ${contracts.sealedAt}, ${contracts.projectId}, 1
        from ${contracts}
      union all select 'visits', ${visits.companyId}, ${visits.visitedOn}::timestamp at time zone 'Asia/Tokyo',
        ${contracts.projectId}, 1
        from ${visits} join ${workMonths} on ${workMonths.id} = ${visits.workMonthId} and ${workMonths.reportedAt} < ${known}
        join ${contracts} on ${contracts.id} = ${workMonths.contractId}
      union all ${fees(known)}
    )
    select figure, company, to_char(at at time zone 'Asia/Tokyo', 'YYYY-MM') as month, ${companies.industry} as industry,
      coalesce(${companies.municipality}, '') as municipality, code, sum(value)::text as value
    from dated join scope using (company) join ${companies} on ${companies.id} = company
    left join lateral (select ${projectCodes.code} as code from ${projectCodes}
      where ${projectCodes.projectId} = project order by ${projectCodes.position}, ${projectCodes.code} limit 1) main on true
    where at >= ${startOfDay(from)} and at < ${startOfDay(end)} and at >= since and (gone is null or at < gone)
    group by 1, 2, 3, 4, 5, 6`)
  const tree = jobCodes()
  return rows.map(({ code, value, figure, ...row }) => ({
    ...row,
    figure: figure as FigureId,
    major: (code && tree.place(code)?.major.id) ?? '',
    value: Number(value),
  }))
}

/** By the terms that both agreed to last. */
function fees(known: Date): SQL {
  return sql`select 'fees', ${workMonths.companyId}, ${workMonths.month}::timestamp at time zone 'Asia/Tokyo',
      ${contracts.projectId}, (case agreed.kind when 'hourly' then agreed.yen * ${workMonths.hours}
        when 'monthly' then agreed.yen when 'total' then agreed.yen * (${workMonths.month} = first.month)::int else 0 end)
    from ${workMonths} join ${contracts} on ${contracts.id} = ${workMonths.contractId}
    join lateral (select ${contractVersions.terms}->>'feeKind' as kind, (${contractVersions.terms}->>'feeYen')::int as yen
      from ${contractVersions} where ${contractVersions.contractId} = ${contracts.id}
        and ${contractVersions.companyAgreedAt} is not null and ${contractVersions.talentAgreedAt} is not null
      order by ${contractVersions.n} desc limit 1) agreed on true
    join lateral (select min(earlier.month) as month from ${workMonths} earlier
      where earlier.contract_id = ${contracts.id} and earlier.confirmed_at < ${known}) first on true
    where ${workMonths.confirmedAt} < ${known}`
}

/** The contracts that are counted in `factsOfPartner`, one by one. */
export async function sealedOfPartner(tx: Tx, partnerId: string, { from, end }: Days): Promise<Sealed[]> {
  const day = (moment: SQL | typeof contracts.sealedAt | typeof projects.publishedAt) =>
    sql`(${moment} at time zone 'Asia/Tokyo')::date`
  const { rows } = await tx.execute<Sealed>(sql`
    with scope as (${ofPartner(partnerId)})
    select ${contracts.companyId} as company, ${day(contracts.sealedAt)} - ${day(projects.publishedAt)} as days,
      exists (select from ${contracts} earlier where earlier.company_id = ${contracts.companyId}
        and earlier.sealed_at < ${contracts.sealedAt}) as again
    from ${contracts} join scope on scope.company = ${contracts.companyId}
    join ${projects} on ${projects.id} = ${contracts.projectId}
    where ${contracts.sealedAt} >= ${startOfDay(from)} and ${contracts.sealedAt} < ${startOfDay(end)}
      and ${contracts.sealedAt} >= since and (gone is null or ${contracts.sealedAt} < gone)`)
  return rows
}
