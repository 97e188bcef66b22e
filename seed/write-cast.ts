import { accounts, memberships, organisations, people } from '../src/accounts/schema.ts'
import { companyKeys } from '../src/companies/rules/keys.ts'
import { companies, companyContacts, companyKeys as keyTable, partnerCompanies } from '../src/companies/schema.ts'
import type { Tx } from '../src/lib/db.ts'
import type { Secrets } from '../src/lib/secrets.ts'
import { partners } from '../src/partners/schema.ts'
import { type Employer, writeEmployer } from '../src/talents/rules/employer.ts'
import { employerBlocks, employers, talentCodes, talents, ties } from '../src/talents/schema.ts'
import type { CompanySeed, PartnerSeed, PersonSeed, TalentSeed } from './cast/types.ts'
import {
  accountId,
  type CastName,
  COMPANIES,
  companyId,
  type FirmName,
  PARTNERS,
  type PartnerName,
  PEOPLE,
  partnerId,
  talentId,
} from './cast.ts'
import { nameBasedId } from './ids.ts'

const keysOf = <K extends string>(record: Record<K, unknown>) => Object.keys(record) as K[]

/** Writes the cast into an empty database, in bulk, as the owner. `now` is when they joined. */
export async function writeCast(tx: Tx, secrets: Secrets, now: Date): Promise<void> {
  const stamps = { createdAt: now, updatedAt: now }
  await writeOrganisations(tx, secrets, now)
  for (const name of keysOf(PEOPLE)) {
    const person: PersonSeed = PEOPLE[name]
    const id = accountId(name)
    const power = person.power ?? 'person'
    await tx
      .insert(accounts)
      .values({ id, email: person.email, emailVerified: true, name: person.role, power, ...stamps })
    await tx.insert(people).values({
      accountId: id,
      familyName: person.familyName,
      givenName: person.givenName,
      familyKana: person.familyKana,
      givenKana: person.givenKana,
      phone: person.phone,
      updatedAt: now,
    })
    await writeMemberships(tx, name, person, now)
    if (person.talent) await writeTalent(tx, secrets, name, person.talent, now)
  }
}

async function writeOrganisations(tx: Tx, secrets: Secrets, now: Date) {
  for (const name of keysOf(COMPANIES)) {
    const { contactName, address, phone, email, ...company }: CompanySeed = COMPANIES[name]
    const id = companyId(name)
    await tx.insert(organisations).values({ id, kind: 'company', createdAt: now })
    await tx.insert(companies).values({ id, ...company, verifiedAt: now, createdAt: now, updatedAt: now })
    await tx.insert(companyContacts).values({ companyId: id, contactName, address, phone, email, updatedAt: now })
    const keys = companyKeys({ name: company.name, corporateNumber: company.corporateNumber, domains: [email] })
    await tx.insert(keyTable).values(keys.map((key) => ({ companyId: id, keyHash: secrets.hash(key, 'company') })))
  }
  for (const name of keysOf(PARTNERS)) {
    const { companies: brought, ...partner }: PartnerSeed = PARTNERS[name]
    const id = partnerId(name)
    await tx.insert(organisations).values({ id, kind: 'partner', createdAt: now })
    await tx.insert(partners).values({ id, ...partner, area: [...partner.area], createdAt: now })
    await tx
      .insert(partnerCompanies)
      .values(brought.map((firm) => ({ partnerId: id, companyId: companyId(firm as FirmName), consentedAt: now })))
  }
}

async function writeMemberships(tx: Tx, name: CastName, person: PersonSeed, now: Date) {
  const joined = [
    ...(person.company ? [{ organisationId: companyId(person.company[0] as FirmName), role: person.company[1] }] : []),
    ...(person.partner
      ? [
          {
            organisationId: partnerId(person.partner[0] as PartnerName),
            role: person.partner[1],
            side: PARTNERS[person.partner[0] as PartnerName].kind === 'bank' ? ('support' as const) : null,
          },
        ]
      : []),
  ]
  for (const membership of joined) {
    const id = nameBasedId(`cast:membership:${name}:${membership.organisationId}`)
    await tx.insert(memberships).values({ id, accountId: accountId(name), ...membership, since: now })
  }
}

async function writeTalent(tx: Tx, secrets: Secrets, name: CastName, talent: TalentSeed, now: Date) {
  const id = talentId(name)
  const { codes, ties: bonds, employer, ...profile } = talent
  await tx.insert(talents).values({
    id,
    accountId: accountId(name),
    ...profile,
    times: employer ? ['evening', 'weekend'] : ['daytime'],
    motives: [...profile.motives],
    industries: [...profile.industries],
    employerAnsweredAt: now,
    publishedAt: now,
    createdAt: now,
    updatedAt: now,
  })
  if (codes.length > 0) {
    await tx.insert(talentCodes).values(
      codes.map(([code, level, years, evidence], position) => ({
        talentId: id,
        code,
        level,
        years,
        evidence,
        position,
      })),
    )
  }
  if (bonds.length > 0) {
    await tx.insert(ties).values(
      bonds.map(([kind, prefecture, lastYear], n) => ({
        id: nameBasedId(`cast:tie:${name}:${n}`),
        talentId: id,
        kind,
        prefecture,
        lastYear,
      })),
    )
  }
  await tx.insert(employers).values({
    talentId: id,
    none: employer === null,
    sealed: secrets.seal(writeEmployer(employerOf(employer)), `employers:sealed:${id}`),
    updatedAt: now,
  })
  const keys = employer ? companyKeys({ name: employer.name, domains: employer.domain ? [employer.domain] : [] }) : []
  if (keys.length > 0) {
    await tx.insert(employerBlocks).values(keys.map((key) => ({ talentId: id, keyHash: secrets.hash(key, 'company') })))
  }
}

function employerOf(employer: TalentSeed['employer']): Employer {
  return { employer: employer && { corporateNumber: '', domain: '', ...employer }, others: [] }
}
