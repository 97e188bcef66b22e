import { and, eq } from 'drizzle-orm'
import { companies, programmeSuggestions } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import type { LegalDate } from '../../lib/time.ts'
import { runningProgrammes } from '../../partners/queries/programmes.ts'
import { partners, programmes } from '../../partners/schema.ts'
import { isFor, JOINING } from '../rules/programme.ts'
import { stateOf } from '../rules/state.ts'
import type { Project } from '../schema.ts'

/** What a project is part of, and what it could become part of: suggested ones first. For the company itself. */
export async function programmesFor(tx: Tx, project: Project, day: LegalDate) {
  const [company] = await tx
    .select({ prefecture: companies.prefecture, municipality: companies.municipality })
    .from(companies)
    .where(eq(companies.id, project.companyId))
  const rows = JOINING.includes(stateOf(project)) && company ? await runningProgrammes(tx, day) : []
  const suggested = await tx
    .select({ id: programmeSuggestions.programmeId })
    .from(programmeSuggestions)
    .where(eq(programmeSuggestions.companyId, project.companyId))
  const choices = rows
    .filter(({ programme, partner }) => programme.id !== project.programmeId && isFor(partner, project, company!))
    .map(({ programme, partner }) => ({
      ...{ id: programme.id, slug: programme.slug, title: programme.title, partner: partner.name },
      isSuggested: suggested.some(({ id }) => id === programme.id),
    }))
  return {
    current: await currentOf(tx, project.programmeId),
    choices: choices.toSorted((a, b) => Number(b.isSuggested) - Number(a.isSuggested)),
  }
}

async function currentOf(tx: Tx, id: string | null) {
  if (id === null) return null
  const [row] = await tx
    .select({ id: programmes.id, slug: programmes.slug, title: programmes.title, partner: partners.name })
    .from(programmes)
    .innerJoin(partners, eq(partners.id, programmes.partnerId))
    .where(and(eq(programmes.id, id)))
  return row ?? null
}
