import { sql, type Table } from 'drizzle-orm'
import { accounts, consents, invitations, memberships, organisations, people } from '../src/accounts/schema.ts'
import { applications, assessments, criteria, interests, interviews } from '../src/applications/schema.ts'
import { cases, stories } from '../src/cases/schema.ts'
import { challengeNodes, dialogueLines, dialogues, worries } from '../src/challenges/schema.ts'
import { companies, companyContacts, companyKeys, partnerCompanies } from '../src/companies/schema.ts'
import { contracts, contractVersions } from '../src/contracts/schema.ts'
import { consultations } from '../src/desk/schema.ts'
import { eventAnswers, eventProjects, events, registrations, travelSupports } from '../src/events/schema.ts'
import { history } from '../src/history/schema.ts'
import { commendations } from '../src/ladder/schema.ts'
import type { Tx } from '../src/lib/db.ts'
import { assistedSessions, entries, mandates } from '../src/mandates/schema.ts'
import { messages } from '../src/messages/schema.ts'
import { notices } from '../src/notices/schema.ts'
import { partnerLogos, programmes } from '../src/partners/schema.ts'
import { askings, projectCodes, projects, questions } from '../src/projects/schema.ts'
import { handoverReceipts, handovers, referrals } from '../src/referrals/schema.ts'
import { scouts } from '../src/scouts/schema.ts'
import { grants, subsidyLedgers } from '../src/subsidies/schema.ts'
import { employerBlocks, employers, talentCodes, talents, ties } from '../src/talents/schema.ts'
import { watches } from '../src/watches/schema.ts'
import { reviews, visits, workMonths } from '../src/works/schema.ts'
import { insertAll, takeOff } from './demo/bulk.ts'
import type { DemoRows } from './demo/rows.ts'

/** In the order of their foreign keys. */
const TABLES = {
  ...{ accounts, people, organisations, memberships, invitations, companies, companyContacts, companyKeys },
  ...{ partnerLogos, programmes, partnerCompanies, referrals, handovers, handoverReceipts, dialogues, dialogueLines },
  ...{ worries, challengeNodes },
  ...{ events, registrations, travelSupports, eventAnswers },
  ...{ mandates, assistedSessions, entries },
  ...{
    talents,
    talentCodes,
    ties,
    employers,
    employerBlocks,
    projects,
    eventProjects,
    projectCodes,
    questions,
    askings,
    applications,
  },
  ...{ criteria, assessments, scouts, interests, watches, notices, consents, commendations },
  ...{ interviews, messages, contracts, contractVersions, workMonths, visits, reviews, cases, stories },
  ...{ grants, subsidyLedgers, consultations, history },
} satisfies Record<keyof DemoRows, Table>

/**
 * Writes a generated demo in bulk, as the owner, beside the cast that is there: each part while the next is being made.
 * `before` is what has to be written first. How many rows of history it has.
 */
export async function writeDemo(
  tx: Tx,
  parts: Iterable<DemoRows | undefined>,
  before: Promise<unknown> = Promise.resolve(),
): Promise<number> {
  const restore = before.then(() => takeOff(tx, Object.values(TABLES)))
  let written: Promise<unknown> = restore
  let acts = 0
  for (const part of parts) {
    // A failure is thrown where it is waited for; until then it must not end the program.
    written.catch(() => undefined)
    if (part) {
      await written
      acts += part.history.length
      written = writePart(tx, part)
    } else await new Promise((resolve) => setImmediate(resolve))
  }
  await written
  for (const statement of await restore) await tx.execute(sql.raw(statement))
  return acts
}

async function writePart(tx: Tx, rows: DemoRows): Promise<void> {
  for (const name of Object.keys(TABLES) as (keyof DemoRows)[]) await insertAll(tx, TABLES[name], rows[name])
}
