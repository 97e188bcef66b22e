import { ROLES } from '../../accounts/rules/invitations.ts'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { Member, MembersProps as Props } from './member-shapes.ts'

export function InvitationForm(props: Props) {
  return (
    <Form
      action={`/companies/${props.companyId}/members`}
      submit="招待を送る"
      values={{ role: 'member', ...props.inviting?.values }}
      errors={props.inviting?.errors}
      sticky
    >
      <TextField name="email" label="招く方のメールアドレス" type="email" inputMode="email" />
      <PlaceFields {...props} />
    </Form>
  )
}

export function ChangeForm(props: Props & { member: Member }) {
  const { companyId, member, changing } = props
  return (
    <Form
      action={`/companies/${companyId}/members/${member.accountId}/membership`}
      submit="この役目にする"
      values={changing?.values ?? { role: member.role, department: member.departmentId ?? '' }}
      errors={changing?.errors}
      sticky
    >
      <PlaceFields {...props} />
    </Form>
  )
}

function PlaceFields({ departments: { list } }: Props) {
  return (
    <>
      <ChoiceCards
        name="role"
        label="役目"
        choices={ROLES.map(({ role, name, may }) => ({ value: role, label: name, note: may }))}
      />
      {list.length > 0 && (
        <SelectField
          name="department"
          label="部署"
          empty="会社全体"
          options={list.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </>
  )
}
