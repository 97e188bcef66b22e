import { INVITATION_DAYS } from '../../src/accounts/rules/invitations.ts'
import { nameBasedId } from '../ids.ts'
import { randomFrom } from '../random.ts'
import { later, type Stage } from './rows.ts'
import type { DemoCompany, DemoTalent } from './shapes.ts'

/** Share of those who could: their home, trade and main job fit a firm of the demo. */
const OF_A_FIRM = 0.25

/** Who works for which firm of the demo, by the key of the person. */
export type Staff = ReadonlyMap<string, DemoCompany>

/**
 * Some of the professionals have their main job in a firm that asks for help here itself: people who saw from inside how it goes,
 * and go out to help others. Their firm stands in the place of the employer that they had.
 */
export function employ(talents: readonly DemoTalent[], companies: readonly DemoCompany[]): [DemoTalent[], Staff] {
  const staff = new Map<string, DemoCompany>()
  const firms = Map.groupBy(companies, ({ prefecture, industry }) => `${prefecture} ${industry}`)
  const employed = talents.map((talent) => {
    const possible = firms.get(`${talent.prefecture} ${talent.industries[0]}`)
    const random = randomFrom(`staff/${talent.key}`)
    if (!talent.employer || !possible || !random.chance(OF_A_FIRM)) return talent
    const firm = random.pick(possible)
    staff.set(talent.key, firm)
    return { ...talent, employer: { name: firm.name, domain: firm.domain } }
  })
  return [employed, staff]
}

/** The firm has invited them, and they are among its people. */
export function joinFirm(stage: Stage, talent: DemoTalent, firm: DemoCompany, joinedAt: Date, foundedAt: Date): void {
  const random = randomFrom(`joins/${talent.key}`)
  const [organisation, actor] = [nameBasedId(firm.key), nameBasedId(`${talent.key}:account`)]
  const [first, last] = [Math.max(joinedAt.getTime(), foundedAt.getTime()), random.between(2, 60)]
  const made = later(new Date(first), last, random)
  const accepted = later(made, random.between(0, 3), random)
  if (accepted > stage.now) return
  const [id, membership] = [nameBasedId(`${talent.key}:invitation`), nameBasedId(`${talent.key}:membership`)]
  const owner = nameBasedId(`${firm.key}:owner`)
  stage.rows.invitations.push({
    ...{ id, organisationId: organisation, email: emailOf(talent), role: 'member', tokenHash: `unsent:${id}` },
    ...{ invitedBy: owner, createdAt: made, acceptedAt: accepted },
    expiresAt: new Date(made.getTime() + INVITATION_DAYS * 86_400_000),
  })
  stage.rows.memberships.push({
    ...{ id: membership, accountId: actor, organisationId: organisation, role: 'member', since: accepted, until: null },
  })
  const subject = { kind: 'invitation', id }
  stage.done(made, 'invitation.made', subject, { actor: owner, organisation }, { role: 'member' })
  stage.done(accepted, 'invitation.accepted', subject, { actor, organisation }, { role: 'member' })
}

export function emailOf({ key }: DemoTalent): string {
  return `${nameBasedId(key).slice(0, 13)}@people.example`
}
