import { z } from 'zod'
import { choice, choices, email, text } from '../../lib/input.ts'
import { TASKS, type Task } from '../../lib/web/guard.ts'
import type { Membership, Organisation } from '../schema.ts'

/** Days that an invitation is good for. */
export const INVITATION_DAYS = 7
/** Letters of invitation that one address gets in a day, whoever invites. */
export const INVITED_A_DAY = 3
/** So many may a company invite in a week before the desk has made sure that it exists. */
export const UNKNOWN_INVITES = 10

type Role = Membership['role']

/** What somebody may be in an organisation, and what that lets them do, as the screen says it. */
type Seat = { readonly role: Role; readonly name: string; readonly may: string }
type Kind = Organisation['kind']

export const ROLES: Readonly<Record<Kind, readonly Seat[]>> = {
  company: [
    { role: 'member', name: '担当', may: '任せることを、下で選びます。' },
    { role: 'viewer', name: '見るだけ', may: '見ることだけできます。' },
    { role: 'owner', name: '代表', may: 'すべてできます。人を招くこともできます。' },
  ],
  partner: [
    { role: 'member', name: '担当', may: '企業といっしょに進め、事業を動かします。' },
    { role: 'viewer', name: '見るだけ', may: '見ることだけできます。' },
    { role: 'owner', name: '責任者', may: 'すべてできます。人を招くこともできます。' },
  ],
}

/** What a member of a company is given to do, as the screen says it. */
export const TASK_WORDS: Readonly<Record<Task, string>> = {
  post: '案件を出す',
  choose: '応募を読んで選ぶ',
  sign: '契約にサインする',
}

/** The two sides of a bank. */
export const SIDES = [
  { side: 'support', name: '企業を支える側', may: '同意した企業の、案件の進みぐあいが見えます。' },
  { side: 'lending', name: '融資の側', may: '企業のページは開けません。数だけが見えます。' },
] as const

/** 「担当（案件を出す・契約にサインする）」. */
export function roleName({ role, tasks }: { role: Role; tasks: readonly Task[] }, kind: Kind): string {
  const { name } = ROLES[kind].find((one) => one.role === role)!
  if (kind !== 'company' || role !== 'member') return name
  const given = TASKS.filter((task) => tasks.includes(task)).map((task) => TASK_WORDS[task])
  return `${name}（${given.join('・')}）`
}

export const MEMBERS_A_PAGE = 30

/** Departments that a company may have at a time. */
export const MOST_DEPARTMENTS = 50

/** Whose people they are; `isTwoSided`: a bank, which keeps lending apart. */
export type Host = { readonly kind: Kind; readonly isTwoSided: boolean }

function place({ kind, isTwoSided }: Host) {
  return {
    role: choice({ label: '役目', options: ROLES[kind].map(({ role }) => role) }),
    tasks: choices({ label: '任せること', options: TASKS }),
    department: text({ label: '部署', max: 36, required: false }),
    side: choice({
      ...{ label: 'どちらの側の方か', options: SIDES.map(({ side }) => side), required: isTwoSided as boolean },
    }).transform((side) => (isTwoSided ? side : null)),
  }
}

/** Whoever cannot open a company cannot bring people to those who can. */
function isFitting({ role, side }: { role: Role; side: string | null }): boolean {
  return !(role === 'owner' && side === 'lending')
}
const UNFIT = { message: '責任者は、企業を支える側の方にしてください。', path: ['side'] }

/** A member of a company who is given nothing would be no use there. */
function isOfUse({ kind }: Host) {
  return ({ role, tasks }: { role: Role; tasks: readonly Task[] }) =>
    kind !== 'company' || role !== 'member' || tasks.length > 0
}
const NO_USE = { message: '担当の方に任せることを、1つは選んでください。', path: ['tasks'] }

export function invitationForm(host: Host) {
  const form = z.object({ email: email({ label: 'メールアドレス' }), ...place(host) })
  return form.refine(isFitting, UNFIT).refine(isOfUse(host), NO_USE)
}
export function membershipForm(host: Host) {
  return z.object(place(host)).refine(isFitting, UNFIT).refine(isOfUse(host), NO_USE)
}
export const departmentForm = z.object({ name: text({ label: '部署の名前', max: 40 }) })
