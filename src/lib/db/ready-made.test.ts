import { PGlite } from '@electric-sql/pglite'
import { dataDir } from '@electric-sql/pglite-prepopulatedfs'
import { expect, test } from 'vitest'

/** These hold passwords, statistics, and numbers of transactions. */
const OF_ONE_DATABASE = ['pg_authid', 'pg_class', 'pg_database', 'pg_statistic']

/** What a database is made of before anybody made a table in it. */
async function beginning(lite: PGlite): Promise<string[]> {
  const { rows: tables } = await lite.query<{ name: string }>(`
    select relname as name from pg_class where relnamespace = 'pg_catalog'::regnamespace and relkind = 'r' order by 1`)
  const lines: string[] = []
  for (const { name } of tables.filter((table) => !OF_ONE_DATABASE.includes(table.name))) {
    const { rows } = await lite.query<{ line: string }>(`
      select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as line from ${name} t`)
    lines.push(`${name} ${rows[0]?.line}`)
  }
  const { rows: settings } = await lite.query<{ line: string }>(`
    select name || '=' || setting as line from pg_settings where name !~ '(?i)timezone' order by 1`)
  const { rows: databases } = await lite.query<{ line: string }>(`
    select concat_ws(chr(32), datname, datcollate, datctype, encoding, datlocprovider) as line from pg_database order by 1`)
  return [...lines, ...[...settings, ...databases].map(({ line }) => line)]
}

test('the ready-made beginning of a database is the one that PGlite makes by itself', { timeout: 60_000 }, async () => {
  const ready = await PGlite.create({ loadDataDir: await dataDir() })
  const own = await PGlite.create()
  try {
    const found = await beginning(ready)
    expect(found.length).toBeGreaterThan(400)
    expect(found).toEqual(await beginning(own))
  } finally {
    await ready.close()
    await own.close()
  }
})
