import { sql } from 'drizzle-orm'
import { asOwner, type Db } from '../../src/lib/db.ts'

/**
 * To the demo copies of its published projects until there are so many: each in another town, published on another day, all of
 * them open; and people who do nothing but be there.
 */
export async function fillLarge(db: Db, size: { projects: number; people: number }) {
  await asOwner(db, async (tx) => {
    const { rows } = await tx.execute<{ n: number }>(
      sql`select count(*)::int as n from projects where published_at is not null`,
    )
    const copies = Math.max(0, Math.ceil((size.projects - rows[0]!.n) / rows[0]!.n))
    await tx.execute(sql`create temporary table towns on commit drop as
      select row_number() over (order by municipality) - 1 as n, municipality, prefecture
      from (select distinct municipality, prefecture from projects where municipality is not null) as known`)
    const { rows: towns } = await tx.execute<{ n: number }>(sql`select count(*)::int as n from towns`)
    await tx.execute(sql`
      insert into projects (id, company_id, created_by, title, background, goal, work, excluded, industry, openings, hours, fee,
        travel_paid, style, place, prefecture, municipality, start_on, months, contract_kind, ending, poster_name,
        poster_address, poster_contact, question1, question2, answer_days, created_at, updated_at, submitted_at, published_at)
      select md5(p.id::text || c)::uuid, company_id, created_by, title, background, goal, work, excluded, industry, openings,
        hours, fee, travel_paid, style, place, t.prefecture, t.municipality, start_on, months, contract_kind, ending, poster_name,
        poster_address, poster_contact, question1, question2, answer_days, created_at, updated_at, submitted_at,
        published_at - make_interval(mins => (c * 7919) % 500000)
      from projects p cross join generate_series(1, ${copies}::int) c
      join towns t on t.n = (p.number * 31 + c * 17) % ${towns[0]!.n}::int
      where p.published_at is not null`)
    await tx.execute(sql`
      insert into project_codes (project_id, code, level, must, position)
      select md5(p.id::text || c)::uuid, k.code, k.level, k.must, k.position
      from projects p join project_codes k on k.project_id = p.id cross join generate_series(1, ${copies}::int) c
      where p.published_at is not null and exists (select 1 from projects q where q.id = md5(p.id::text || c)::uuid)`)
    await addPeople(tx, size.people)
  })
  await asOwner(db, (tx) => tx.execute(sql`analyze`))
}

const AT_ONCE = 100_000

async function addPeople(tx: Parameters<Parameters<typeof asOwner>[1]>[0], people: number) {
  for (let from = 0; from < people; from += AT_ONCE) {
    const numbers = sql`generate_series(${from}::int, ${Math.min(people, from + AT_ONCE) - 1}::int) n`
    await tx.execute(sql`
      insert into accounts (id, email, email_verified, created_at, updated_at)
      select md5('account' || n)::uuid, 'p' || n || '@many.example', true, now(), now() from ${numbers}`)
    await tx.execute(sql`
      insert into talents (id, account_id, headline, prefecture, hours, employer_answered_at, published_at, created_at, updated_at)
      select md5('talent' || n)::uuid, md5('account' || n)::uuid, '経理と原価の仕事', 1 + n % 47, 10, now(), now(), now(), now()
      from ${numbers}`)
  }
}
