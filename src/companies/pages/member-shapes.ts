import type { Host } from '../../accounts/rules/invitations.ts'
import type { Invitation, Membership } from '../../accounts/schema.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'

export type Member = Pick<Membership, 'accountId' | 'role' | 'tasks' | 'departmentId' | 'side' | 'since' | 'until'> & {
  name: string | null
  email: string
}
export type Department = { id: string; name: string; people: number }
export type Form = { values: FormValues; errors: FormErrors }

export type MembersProps = {
  /** Whose people these are. */
  host: Host
  /** /companies/… or /partners/…. */
  home: string
  members: { list: readonly Member[]; count: number }
  /** What somebody was before. */
  former: readonly Member[]
  invitations: readonly Invitation[]
  departments: { list: readonly Department[]; isSeparate: boolean }
  /** Whether the part about departments is open. */
  isOpen: boolean
  /** Who looks, and whether as an owner. */
  own: string
  isOwner: boolean
  words: string
  page: number
  /** Whose role and department are to be changed. */
  changed: Member | undefined
  done: { title: string; words: string } | undefined
  inviting?: Form
  changing?: Form
  naming?: Form
}
