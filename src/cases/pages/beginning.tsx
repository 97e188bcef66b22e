import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import type { ShownCase } from './card.tsx'

type Props = {
  row: ShownCase
  background: string
  companies: readonly { id: string; name: string }[]
  errors?: FormErrors
}

/** Before a draft is begun from a case: for which company, and what goes into it. */
export function BeginFromCase({ row, background, companies, errors }: Props) {
  const only = companies.length === 1 ? companies[0]!.id : null
  return (
    <Layout
      title="この事例から始めます"
      lead="下書きを作ります。全部直せます。"
      back={{ href: `/cases/${row.id}`, label: '事例にもどる' }}
      failed={Boolean(errors)}
    >
      <Form action={`/cases/${row.id}/project`} submit="下書きを作る" values={{ company: only }} errors={errors}>
        <ChoiceCards
          name="company"
          label="会社"
          required
          choices={companies.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form>
      <Section title="下書きに入ること">
        <p>{background}</p>
      </Section>
    </Layout>
  )
}
