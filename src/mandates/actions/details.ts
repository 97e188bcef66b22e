import { and, eq, sql } from 'drizzle-orm'
import type { AssistedDetails } from '../../companies/rules/forms.ts'
import { type Company, companies, companyContacts } from '../../companies/schema.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { writtenSince } from '../queries/entries.ts'
import { type Contacts, changedDetails, type Details, detailsOf } from '../rules/details.ts'
import { entryCopies } from '../schema.ts'
import { markEntered, ownEntries } from './entering.ts'

type Known = { readonly company: Company; readonly contacts: Contacts | undefined }

/**
 * What somebody types of a company in an assisted session. Never its name, how that is read, and its number, by which people hide from it and
 * it is made sure of, and never its telephone and mail, by which it is asked whether it agrees: whoever could change those could agree in its
 * place. For the program, which has checked what the session lets be written.
 */
export async function saveDetailsFor(act: Act, known: Known, version: number, answers: Partial<AssistedDetails>) {
  const { id } = known.company
  const before = detailsOf(known.company, known.contacts)
  const changed = changedDetails(before, answers)
  await write(act, id, version, Object.fromEntries(changed.map((name) => [name, answers[name]])))
  await act.tx
    .insert(entryCopies)
    .values({ sessionId: act.assisted!, subjectId: id, companyId: id, content: before, at: act.now })
    .onConflictDoNothing()
  await markEntered(act, { kind: 'company', id }, changed)
}

/** What the company's own people wrote over is theirs. */
export async function ownDetails(act: Act, { company, contacts }: Known, details: Partial<AssistedDetails>) {
  await ownEntries(act, company.id, changedDetails(detailsOf(company, contacts), details))
}

/** Back to how it was before the session, but for what somebody wrote over since. */
export async function takeBackDetails(act: Act, companyId: string, sessionId: string, fields: readonly string[]) {
  const [copy] = await act.tx
    .select()
    .from(entryCopies)
    .where(and(eq(entryCopies.subjectId, companyId), eq(entryCopies.sessionId, sessionId)))
  const [company] = await act.tx.select().from(companies).where(eq(companies.id, companyId))
  if (!copy) return
  const over = await writtenSince(act.tx, companyId, sessionId, fields)
  const was = copy.content as Details
  const back = fields.filter((field) => !over.includes(field) && Object.hasOwn(was, field))
  if (back.length === 0) return
  const { version } = found(company)
  await write(act, companyId, version, Object.fromEntries(back.map((name) => [name, was[name as keyof Details]])))
}

type Set = { [K in keyof Details]?: Details[K] | undefined }

async function write(act: Act, id: string, version: number, { contactName, address, ...own }: Set): Promise<void> {
  const saved = await act.tx
    .update(companies)
    .set({ ...(own as Partial<Company>), updatedAt: act.now, version: sql`${companies.version} + 1` })
    .where(and(eq(companies.id, id), eq(companies.version, version)))
    .returning({ id: companies.id })
  if (saved.length === 0)
    throw new TooLate('ほかの方が、先に直しています。', { href: `/companies/${id}/details`, label: 'いまの内容を見る' })
  const contacts = {
    ...(contactName !== undefined && { contactName: contactName as string | null }),
    ...(address !== undefined && { address: address as string | null }),
    updatedAt: act.now,
  }
  await act.tx
    .insert(companyContacts)
    .values({ companyId: id, ...contacts })
    .onConflictDoUpdate({ target: companyContacts.companyId, set: contacts })
  await record(act, 'company.changed', { kind: 'company', id })
}
