import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { More } from '../../ui/more.tsx'

type Props = {
  title: string
  action: string
  version: number
  reasons: readonly { readonly id: string; readonly name: string }[]
  back: { values: FormValues; errors: FormErrors } | undefined
}

/** A company says no to whoever asked it something: by one of a few reasons, without words of its own. */
export function DeclineForm({ title, action, version, reasons, back }: Props) {
  return (
    <More title={title} open={Boolean(back)}>
      <Form
        id="decline"
        action={action}
        submit="理由を伝える"
        submitKind="quiet"
        version={version}
        values={back?.values}
        errors={back?.errors}
      >
        <ChoiceCards name="reason" label="理由" choices={reasons.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form>
    </More>
  )
}
