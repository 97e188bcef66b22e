import { termsHash } from '../../../src/contracts/rules/canonical.ts'
import { firstTerms } from '../../../src/contracts/rules/prefill.ts'
import type { contracts } from '../../../src/contracts/schema.ts'
import type { Terms } from '../../../src/law/terms.ts'
import { addDays, type LegalDate, today } from '../../../src/lib/time.ts'
import type { Project } from '../../../src/projects/schema.ts'
import { nameBasedId } from '../../ids.ts'
import type { Random } from '../../random.ts'
import { type By, later, type Stage } from '../rows.ts'
import { type Accepted, consent } from './applications.ts'
import { endProject, type Told } from './project.ts'

export type ContractFacts = typeof contracts.$inferInsert & { id: string }
/** A contract whose work began: its first and last day, who they are. */
export type Working = { row: ContractFacts; terms: Terms; from: LegalDate; to: LegalDate; company: By; person: By }

const SYSTEM: By = { actor: null, organisation: null }

/** From yes to a sealed contract; null when it is not sealed by now. */
export function makeContract(stage: Stage, told: Told, accepted: Accepted, random: Random): Working | null {
  const { row: application, talent, acceptedAt } = accepted
  const { plan, row: project } = told
  const ids = { companyId: application.companyId, accountId: application.accountId }
  const id = nameBasedId(`${application.id}:contract`)
  const subject = { kind: 'contract', id }
  const person: By = { actor: talent.accountId, organisation: null }
  const drafted = new Date(acceptedAt.getTime() + 2000)
  if (!stage.done(drafted, 'contract.drafted', subject, SYSTEM, { applicationId: application.id })) return null
  const row: ContractFacts = {
    ...{ id, applicationId: application.id, projectId: project.id, talentId: talent.id, ...ids, createdAt: drafted },
    ...{ sealedAt: null, endedAt: null, endedEarlyAt: null, endReason: null, version: 1 },
    ...{ endNoticeAt: null, endNoticeBy: null, endsOn: null },
  }
  stage.rows.contracts.push(row)
  const proposed = later(drafted, random.between(0, 2), random)
  const terms = termsOf(told, accepted, proposed)
  const versionId = nameBasedId(`${id}:1`)
  const version: Stage['rows']['contractVersions'][number] = {
    ...{ id: versionId, contractId: id, ...ids, n: 1, terms, createdAt: drafted, sha256: null },
    ...{ proposedAt: null, proposedBy: null, companyAgreedAt: null, companyAgreedBy: null },
    ...{ talentAgreedAt: null, talentAgreedBy: null, supersededAt: null },
  }
  stage.rows.contractVersions.push(version)
  if (!stage.done(proposed, 'contract.proposed', subject, told.by, { versionId, n: 1 })) return null
  const sha256 = termsHash(terms)
  Object.assign(version, { proposedAt: proposed, proposedBy: 'company', sha256 })
  Object.assign(row, { version: 2 })

  const signed = later(proposed, random.between(0, 2), random)
  if (!stage.done(signed, 'contract.signed', subject, person, { versionId, n: 1, side: 'talent', sha256 })) return null
  Object.assign(version, { talentAgreedAt: signed, talentAgreedBy: talent.accountId })
  consent(stage, application, 'contract', ['name'], signed, id)
  const agreed = later(signed, random.between(0, 1), random)
  if (!stage.done(agreed, 'contract.agreed', subject, told.by, { versionId, n: 1, side: 'company', sha256 }))
    return null
  Object.assign(version, { companyAgreedAt: agreed, companyAgreedBy: told.by.actor })
  const sealed = new Date(agreed.getTime() + 45_000)
  const places = {
    ...{ codes: plan.codes.map(({ code }) => code), from: talent.demo.prefecture },
    ...{
      fromIndustry: talent.demo.industries[0] ?? null,
      to: plan.company.prefecture,
      toIndustry: plan.company.industry,
    },
  }
  if (!stage.done(sealed, 'contract.sealed', subject, SYSTEM, { versionId, sha256, ...places })) return null
  row.sealedAt = sealed
  endProject(stage, told, 'filled', new Date(sealed.getTime() + 3000))
  const [from, to] = [terms.periodFrom as LegalDate, terms.periodTo as LegalDate]
  return { row, terms, from, to, company: told.by, person: { ...person, organisation: null } } satisfies Working & {
    company: typeof plan | By
  }
}

/** The end of the work: on its last day, or with notice before. Null when it goes on. */
export function endContract(stage: Stage, working: Working, random: Random): { at: Date; on: LegalDate } | null {
  const { row, to, from, company } = working
  const subject = { kind: 'contract', id: row.id }
  if (random.chance(0.04)) {
    const notice = later(new Date(`${addDays(from, 25)}T09:00:00+09:00`), random.between(0, 6), random)
    const endsOn = addDays(today(notice), 31)
    if (endsOn >= to) return null
    if (!stage.done(notice, 'contract.notice-given', subject, company, { side: 'company', endsOn })) return null
    Object.assign(row, { endNoticeAt: notice, endNoticeBy: 'company', endsOn, version: row.version! + 1 })
    row.endReason = '社内の事情が変わり、続けるのが難しくなりました。'
    const at = new Date(`${addDays(endsOn, 1)}T00:05:00+09:00`)
    if (!stage.done(at, 'contract.ended-early', subject, SYSTEM)) return null
    Object.assign(row, { endedEarlyAt: at, version: row.version! + 1 })
    return { at, on: endsOn }
  }
  const at = later(new Date(`${addDays(to, 1)}T09:00:00+09:00`), random.between(0, 4), random)
  if (!stage.done(at, 'contract.ended', subject, company, { side: 'company' })) return null
  Object.assign(row, { endedAt: at, version: row.version! + 1 })
  return { at, on: to }
}

function termsOf(told: Told, { talent }: Accepted, at: Date): Terms {
  const { row, plan } = told
  const sources = {
    project: row as Project,
    company: { name: plan.company.name },
    companyAddress: plan.company.address,
    person: { familyName: talent.demo.familyName, givenName: talent.demo.givenName },
  }
  const terms = firstTerms(sources, today(at))
  return { ...terms, ip: 'none', expenses: terms.expenses ?? 'included' }
}
