import { ROLES, SIDES, TASK_WORDS } from '../../accounts/rules/invitations.ts'
import { TASKS } from '../../lib/web/guard.ts'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { Member, MembersProps as Props } from './member-shapes.ts'

export function InvitationForm(props: Props) {
  return (
    <Form
      action={`${props.home}/members`}
      submit="招待を送る"
      values={{ role: 'member', tasks: ['post', 'choose'], side: 'support', ...props.inviting?.values }}
      errors={props.inviting?.errors}
      sticky
    >
      <TextField name="email" label="招く方のメールアドレス" type="email" inputMode="email" />
      <PlaceFields {...props} />
    </Form>
  )
}

export function ChangeForm(props: Props & { member: Member }) {
  const { home, member, changing } = props
  return (
    <Form
      action={`${home}/members/${member.accountId}/membership`}
      submit="この役目にする"
      values={
        changing?.values ?? {
          ...{ role: member.role, tasks: member.tasks },
          ...{ department: member.departmentId ?? '', side: member.side ?? 'support' },
        }
      }
      errors={changing?.errors}
      sticky
    >
      <PlaceFields {...props} />
    </Form>
  )
}

function PlaceFields({ departments: { list }, host }: Props) {
  return (
    <>
      <ChoiceCards
        name="role"
        label="役目"
        choices={ROLES[host.kind].map(({ role, name, may }) => ({ value: role, label: name, note: may }))}
      />
      {host.kind === 'company' && (
        <CheckboxList
          name="tasks"
          label="担当の方に任せること"
          choices={TASKS.map((task) => ({ value: task, label: TASK_WORDS[task] }))}
        />
      )}
      {host.isTwoSided && (
        <ChoiceCards
          name="side"
          label="どちらの側の方か"
          choices={SIDES.map(({ side, name, may }) => ({ value: side, label: name, note: may }))}
        />
      )}
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
