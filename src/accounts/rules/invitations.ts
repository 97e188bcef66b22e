import { z } from 'zod'
import { choice, email, text } from '../../lib/input.ts'
import type { Membership } from '../schema.ts'

/** Days that an invitation is good for. */
export const INVITATION_DAYS = 7
/** Letters of invitation that one address gets in a day, whoever invites. */
export const INVITED_A_DAY = 3
/** So many may a company invite in a week before the desk has made sure that it exists. */
export const UNKNOWN_INVITES = 10

type Role = Membership['role']

/** What somebody may do in an organisation, as the screen says it. */
export const ROLES: readonly { readonly role: Role; readonly name: string; readonly may: string }[] = [
  { role: 'member', name: '担当', may: '案件を作り、人とやりとりします。' },
  { role: 'signatory', name: '契約の担当', may: '担当と同じことに加えて、契約に同意します。' },
  { role: 'viewer', name: '見るだけ', may: '見ることだけできます。' },
  { role: 'owner', name: '代表', may: 'すべてできます。人を招くこともできます。' },
]

export function roleName(role: Role): string {
  return ROLES.find((one) => one.role === role)!.name
}

export const MEMBERS_A_PAGE = 30

/** Departments that a company may have at a time. */
export const MOST_DEPARTMENTS = 50

const place = {
  role: choice({ label: '役目', options: ['member', 'signatory', 'viewer', 'owner'] }),
  department: text({ label: '部署', max: 36, required: false }),
}

export const invitationForm = z.object({ email: email({ label: 'メールアドレス' }), ...place })
export const membershipForm = z.object(place)
export const departmentForm = z.object({ name: text({ label: '部署の名前', max: 40 }) })
