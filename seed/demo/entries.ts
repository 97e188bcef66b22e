import { companyKeys } from '../../src/companies/rules/keys.ts'
import { KEYS_VERSION } from '../../src/companies/schema.ts'
import type { Secrets } from '../../src/lib/secrets.ts'
import { addDays, today } from '../../src/lib/time.ts'
import { nameBasedId } from '../ids.ts'
import { type By, later, type Stage } from './rows.ts'
import type { DemoCompany, DemoTalent } from './shapes.ts'
import { emailOf } from './staff.ts'

const SAME_DAY = { between: (from: number) => from }

/** Everything about one professional, from sign-up to the published profile. */
export function talentRows(stage: Stage, secrets: Secrets, talent: DemoTalent, joinedAt: Date): void {
  const { rows, now } = stage
  const [id, account] = [nameBasedId(talent.key), nameBasedId(`${talent.key}:account`)]
  const stamps = { createdAt: joinedAt, updatedAt: joinedAt }
  const email = emailOf(talent)
  rows.accounts.push({ id: account, email, emailVerified: true, name: '', power: 'person', ...stamps })
  const { familyName, givenName, familyKana, givenKana, phone } = talent
  rows.people.push({ accountId: account, familyName, givenName, familyKana, givenKana, phone, updatedAt: joinedAt })
  const by: By = { actor: account, organisation: null }
  const subject = { kind: 'talent', id }
  const publishedAt = later(joinedAt, 0, SAME_DAY)
  stage.done(joinedAt, 'talent.started', subject, by)
  stage.done(new Date(publishedAt.getTime() - 90_000), 'talent.employer-answered', subject, by)
  const published = stage.done(publishedAt, 'talent.published', subject, by)
  rows.talents.push({
    ...{ id, accountId: account, headline: talent.headline, about: talent.about, prefecture: talent.prefecture },
    ...{
      municipality: talent.municipality,
      hours: talent.hours,
      times: timesOf(talent),
      fee: talent.fee,
      style: talent.style,
    },
    ...{ availability: talent.availability, motives: talent.motives, industries: talent.industries },
    employerAnsweredAt: published ? publishedAt : null,
    publishedAt: published ? publishedAt : null,
    hiddenAt: null,
    activeOn: monthBefore(now, talent.activeMonthsAgo, joinedAt),
    ...stamps,
    version: 1,
  })
  const year = Number(today(now).slice(0, 4))
  rows.talentCodes.push(
    ...talent.codes.map(({ code, level, years, lastYearsAgo, evidence }, position) => {
      return { talentId: id, code, level, years, lastYear: year - lastYearsAgo, evidence, position }
    }),
  )
  rows.ties.push(
    ...talent.ties.map(({ kind, prefecture, municipality, yearsAgo }, n) => {
      const lastYear = yearsAgo === null ? null : year - yearsAgo
      return { id: nameBasedId(`${talent.key}:tie:${n}`), talentId: id, kind, prefecture, municipality, lastYear }
    }),
  )
  const { employer } = talent
  const sealed = employer && secrets.seal(employer.name, `employers:sealed:${id}`)
  rows.employers.push({
    ...{ talentId: id, none: employer === null, sealed, updatedAt: publishedAt },
    keysVersion: KEYS_VERSION,
  })
  const keys = employer ? companyKeys({ name: employer.name, domains: [employer.domain] }) : []
  rows.employerBlocks.push(...keys.map((key) => ({ talentId: id, keyHash: secrets.hash(key, 'company') })))
}

/** Everything about one firm and its owner. */
export function companyRows(stage: Stage, secrets: Secrets, company: DemoCompany, foundedAt: Date): void {
  const { rows } = stage
  const [id, owner] = [nameBasedId(company.key), nameBasedId(`${company.key}:owner`)]
  const stamps = { createdAt: foundedAt, updatedAt: foundedAt }
  const { familyName, givenName, familyKana, givenKana } = company.owner
  const email = `info@${company.domain}`
  rows.accounts.push({ id: owner, email, emailVerified: true, name: '', power: 'person', ...stamps })
  rows.people.push({
    accountId: owner,
    familyName,
    givenName,
    familyKana,
    givenKana,
    phone: company.phone,
    updatedAt: foundedAt,
  })
  rows.organisations.push({ id, kind: 'company', createdAt: foundedAt })
  rows.memberships.push({
    id: nameBasedId(`${company.key}:membership`),
    accountId: owner,
    organisationId: id,
    role: 'owner',
    since: foundedAt,
    until: null,
  })
  rows.companies.push({
    // Written in bulk, so the database's own default would have all of them made anew at the first start.
    keysVersion: KEYS_VERSION,
    ...{ id, name: company.name, nameKana: company.nameKana, corporateNumber: company.corporateNumber },
    ...{ prefecture: company.prefecture, municipality: company.municipality, industry: company.industry },
    ...{
      employees: company.employees,
      officers: company.officers,
      about: company.about,
      verifiedAt: foundedAt,
      ...stamps,
    },
    version: 1,
  })
  const contactName = `${familyName} ${givenName}`
  rows.companyContacts.push({
    companyId: id,
    contactName,
    address: company.address,
    phone: company.phone,
    email,
    updatedAt: foundedAt,
  })
  const keys = companyKeys({ name: company.name, corporateNumber: company.corporateNumber, domains: [company.domain] })
  rows.companyKeys.push(...keys.map((key) => ({ companyId: id, keyHash: secrets.hash(key, 'company') })))
  stage.done(
    foundedAt,
    'company.founded',
    { kind: 'company', id },
    { actor: owner, organisation: id },
    { prefecture: company.prefecture },
  )
}

/** The first day of a month, never before somebody joined. */
function monthBefore(now: Date, months: number, joinedAt: Date): string {
  const month = today(new Date(now.getTime() - months * 30 * 86_400_000)).slice(0, 7)
  const joined = today(joinedAt).slice(0, 7)
  return addDays(`${month < joined ? joined : month}-01` as ReturnType<typeof today>, 0)
}

/** Whoever has a main job has the evenings and the weekend. */
function timesOf({ employer }: DemoTalent): string[] {
  return employer ? ['evening', 'weekend'] : ['daytime']
}
