import { gte, type SQL, sql } from 'drizzle-orm'
import { applications } from '../../applications/schema.ts'
import { companies } from '../../companies/schema.ts'
import { contracts } from '../../contracts/schema.ts'
import { history } from '../../history/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { neighboursOf, PREFECTURES } from '../../lib/regions.ts'
import { type LegalDate, startOfDay } from '../../lib/time.ts'
import { projectCodes, projects } from '../../projects/schema.ts'
import { talents } from '../../talents/schema.ts'
import { handoverNotes, reviews } from '../../works/schema.ts'
import { flows } from '../schema.ts'

/**
 * For the program: writes the flows of everybody whose contract (or the review of whose contract) is called so, as they follow
 * from the rows by now. All of a person's at once, since which company is the second hangs on the others. Twice gives the same.
 */
export async function keepFlows(tx: Tx, subjectId: string): Promise<void> {
  // Two questions: with one over both tables the database would read all of them.
  const whose = sql`select account_id from contracts where id = ${subjectId}
    union select account_id from reviews where id = ${subjectId}`
  await writeFlows(tx, sql`${contracts.accountId} in (${whose})`)
}

/** All that were sealed from a month on as they follow from the rows by now: nothing hangs on a job that was lost. */
export async function renewFlows(tx: Tx, from: LegalDate): Promise<void> {
  await writeFlows(tx, gte(contracts.sealedAt, startOfDay(from))!)
}

/** All of them from nothing but the rows they follow from. */
export async function rebuildFlows(tx: Tx): Promise<void> {
  await tx.delete(flows)
  await writeFlows(tx, sql`true`)
}

/** What a release counts of a flow, in the order in which `writeFlows` selects it. */
const COUNTED = [
  ...['company_id', 'month', 'codes', 'from_prefecture', 'from_industry', 'to_prefecture', 'to_industry', 'nth'],
  ...['ended_at', 'left_at', 'introduced', 'returned'],
]

/** The columns that are counted, of a table where one is named. */
export function counted(of?: string): SQL {
  return sql.raw(COUNTED.map((name) => (of ? `${of}.${name}` : name)).join(', '))
}

/** Prefectures in which a runner-up of one is shown to companies of the other. */
const NEAR = PREFECTURES.flatMap(({ id }) => [id, ...neighboursOf(id)].map((other) => [id, other] as const))

/**
 * What history wrote down when the contract was sealed comes before what a profile says today. A note that is still being typed
 * (version 0) leaves nothing yet.
 */
async function writeFlows(tx: Tx, which: SQL): Promise<void> {
  const told = (name: string) => sql.raw(`(sealed.data->>'${name}')`)
  const knows = (name: string) => sql.raw(`sealed.data ? '${name}'`)
  await tx.execute(sql`
    insert into ${flows} (contract_id, sealed_at, ${counted()})
    select ${contracts.id}, ${contracts.sealedAt}, ${contracts.companyId},
      date_trunc('month', ${contracts.sealedAt} at time zone 'Asia/Tokyo')::date,
      case when ${knows('codes')} then array(select jsonb_array_elements_text(sealed.data->'codes')) else coalesce((
        select array_agg(${projectCodes.code} order by ${projectCodes.position}, ${projectCodes.code})
        from ${projectCodes} where ${projectCodes.projectId} = ${contracts.projectId}), '{}') end,
      case when ${knows('from')} then ${told('from')}::int else ${talents.prefecture} end,
      case when ${knows('fromIndustry')} then ${told('fromIndustry')} else ${talents.industries}[1] end,
      coalesce(${told('to')}::int, ${companies.prefecture}), coalesce(${told('toIndustry')}, ${companies.industry}),
      1 + (select count(distinct before.company_id)::int from ${contracts} before
        where before.account_id = ${contracts.accountId} and before.company_id <> ${contracts.companyId}
          and (before.sealed_at, before.number) < (${contracts.sealedAt}, ${contracts.number})),
      coalesce(${contracts.endedAt}, ${contracts.endedEarlyAt}),
      least(
        (select ${handoverNotes.writtenAt} from ${handoverNotes}
          where ${handoverNotes.contractId} = ${contracts.id} and ${handoverNotes.version} > 0),
        (select min(${reviews.submittedAt}) from ${reviews}
          where ${reviews.contractId} = ${contracts.id} and ${reviews.side} = 'company' and ${reviews.gained} <> '')),
      exists (select 1 from ${applications} marked join consents agreed on agreed.subject_id = marked.id
        join ${projects} there on there.id = marked.project_id
        join ${applications} bid on bid.id = ${contracts.applicationId}
        join ${projects} here on here.id = ${contracts.projectId}
        join unnest(${sql.param(NEAR.map(([a]) => a))}::int[], ${sql.param(NEAR.map(([, b]) => b))}::int[]) near(a, b)
          on (near.a, near.b) = (there.prefecture, here.prefecture)
        where marked.account_id = ${contracts.accountId} and marked.company_id <> ${contracts.companyId}
          and marked.runner_up_at is not null and agreed.account_id = marked.account_id and agreed.purpose = 'runner-up'
          and agreed.given_at < bid.created_at and agreed.until > bid.created_at
          and (agreed.revoked_at is null or agreed.revoked_at > bid.created_at)),
      exists (select 1 from memberships staff join ${contracts} helped on helped.company_id = staff.organisation_id
        where staff.account_id = ${contracts.accountId} and staff.organisation_id <> ${contracts.companyId}
          and staff.since <= ${contracts.sealedAt} and (staff.until is null or staff.until > ${contracts.sealedAt})
          and helped.sealed_at < ${contracts.sealedAt} and helped.account_id <> ${contracts.accountId})
    from ${contracts}
    join ${companies} on ${companies.id} = ${contracts.companyId}
    join ${talents} on ${talents.id} = ${contracts.talentId}
    left join lateral (select ${history.data} as data from ${history}
      where ${history.subjectId} = ${contracts.id} and ${history.act} = 'contract.sealed'
      order by ${history.id} limit 1) sealed on true
    where ${contracts.sealedAt} is not null and ${which}
    on conflict (contract_id) do update set (sealed_at, ${counted()}) = (excluded.sealed_at, ${counted('excluded')})
    where (flows.sealed_at, ${counted('flows')}) is distinct from (excluded.sealed_at, ${counted('excluded')})`)
}
