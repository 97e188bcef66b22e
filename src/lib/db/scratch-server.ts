import { sql } from 'drizzle-orm'
import { asActor, asOwner } from './actor.ts'
import { openDatabase } from './open.ts'

// A server for tests to kill: it has one table with one committed row and says so.
const db = await openDatabase({ dataDir: process.argv[2] ?? '' })
await asOwner(db, (tx) => tx.execute(sql`create table things (id int)`))
await asActor(db, { id: null, power: 'system' }, null, (tx) => tx.execute(sql`insert into things values (1)`))
console.log('ready')
setInterval(() => {}, 1000)
