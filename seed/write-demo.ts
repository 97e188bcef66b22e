import type { Table } from 'drizzle-orm'
import { accounts, consents, memberships, organisations, people } from '../src/accounts/schema.ts'
import { applications, interviews } from '../src/applications/schema.ts'
import { cases } from '../src/cases/schema.ts'
import { companies, companyContacts, companyKeys } from '../src/companies/schema.ts'
import { contracts, contractVersions } from '../src/contracts/schema.ts'
import { history } from '../src/history/schema.ts'
import type { Tx } from '../src/lib/db.ts'
import { messages } from '../src/messages/schema.ts'
import { projectCodes, projects } from '../src/projects/schema.ts'
import { employerBlocks, employers, talentCodes, talents, ties } from '../src/talents/schema.ts'
import { reviews, visits, workMonths } from '../src/works/schema.ts'
import { insertAll } from './demo/bulk.ts'
import type { DemoRows } from './demo/rows.ts'

/** In the order of their foreign keys. */
const TABLES = {
  ...{ accounts, people, organisations, memberships, companies, companyContacts, companyKeys },
  ...{ talents, talentCodes, ties, employers, employerBlocks, projects, projectCodes, applications, consents },
  ...{ interviews, messages, contracts, contractVersions, workMonths, visits, reviews, cases, history },
} satisfies Record<keyof DemoRows, Table>

/** Writes a generated demo in bulk, as the owner, beside the cast that is there. */
export async function writeDemo(tx: Tx, rows: DemoRows): Promise<void> {
  for (const name of Object.keys(TABLES) as (keyof DemoRows)[]) await insertAll(tx, TABLES[name], rows[name])
}
