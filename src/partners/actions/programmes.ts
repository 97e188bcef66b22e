import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { isTaken } from '../../lib/db.ts'
import { today } from '../../lib/time.ts'
import { TooLate } from '../../lib/web/errors.ts'
import type { ProgrammeAnswers } from '../rules/forms.ts'
import type { MilestoneAnswers, Milestones } from '../rules/milestones.ts'
import { begunFrom, type Template } from '../rules/templates.ts'
import { type Partner, type Programme, programmes } from '../schema.ts'

/** Another programme has this address: nothing is written. */
export class SlugTaken extends Error {
  constructor() {
    super('A programme with this address is there')
  }
}

/** A draft with the usual words and goals. Its id. */
export async function beginProgramme(act: Act, partner: Partner, template: Template, year: number): Promise<string> {
  const id = act.newId()
  await act.tx.insert(programmes).values({
    ...{ id, partnerId: partner.id, slug: `p-${id.slice(-12)}`, ...begunFrom(template, year) },
    ...{ contact: `${partner.name}（${partner.phone}）`, createdAt: act.now, updatedAt: act.now },
  })
  await record(act, 'programme.begun', { kind: 'programme', id }, { template: template.id, year })
  return id
}

/** Its address stays once it is published: it stands on leaflets. */
export async function saveProgramme(act: Act, programme: Programme, version: number, answers: ProgrammeAnswers) {
  const { slug, ...said } = answers
  const isFixed = programme.publishedAt !== null || slug === ''
  const set = isFixed ? said : { ...said, slug }
  await change(act, 'programme.changed', { ...programme, version }, set).catch((error: unknown) => {
    throw isTaken(error) ? new SlugTaken() : error
  })
}

/** The office's year around it; what has no day is not done. */
export async function saveMilestones(act: Act, programme: Programme, version: number, days: MilestoneAnswers) {
  const milestones = Object.fromEntries(Object.entries(days).filter(([, day]) => day !== null)) as Milestones
  await change(act, 'programme.milestones-changed', { ...programme, version }, { milestones })
}

export async function publishProgramme(act: Act, programme: Programme, version: number): Promise<void> {
  const seen = { ...programme, version }
  await change(act, 'programme.published', seen, { publishedAt: act.now }, isNull(programmes.publishedAt))
}

/** Takes no projects any more; its page stays. */
export async function closeProgramme(act: Act, programme: Programme): Promise<void> {
  const only = and(isNotNull(programmes.publishedAt), isNull(programmes.closedAt))
  await change(act, 'programme.closed', programme, { closedAt: act.now }, only)
}

export async function reopenProgramme(act: Act, programme: Programme): Promise<void> {
  const only = and(isNotNull(programmes.closedAt), sql`${programmes.lastDay} >= ${today(act.now)}`)
  await change(act, 'programme.reopened', programme, { closedAt: null }, only)
}

async function change(act: Act, name: string, programme: Programme, set: Partial<Programme>, only?: SQL) {
  const { id, partnerId, version } = programme
  const changed = await act.tx
    .update(programmes)
    .set({ ...set, updatedAt: act.now, version: sql`${programmes.version} + 1` })
    .where(and(eq(programmes.id, id), eq(programmes.partnerId, partnerId), eq(programmes.version, version), only))
    .returning({ id: programmes.id })
  if (changed.length === 0) {
    const link = { href: `/partners/${partnerId}/programmes/${id}`, label: 'いまの様子を見る' }
    throw new TooLate('この事業は、さきほど別の画面で変わりました。', link)
  }
  await record(act, name, { kind: 'programme', id })
}
