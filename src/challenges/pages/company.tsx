import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'

type Props = {
  worryId: string
  companies: readonly { id: string; name: string }[]
  values?: FormValues
  errors?: FormErrors
}

/** For which of the person's companies the project is made. */
export function ChooseCompany({ worryId, companies, values, errors }: Props) {
  const only = companies.length === 1 ? companies[0] : undefined
  return (
    <Layout
      title="どの会社の案件にしますか"
      back={{ href: `/worries/${worryId}`, label: '整理した内容' }}
      failed={Boolean(errors)}
    >
      <Form
        action={`/worries/${worryId}/company`}
        submit="案件を作る"
        values={values ?? { company: only?.id }}
        errors={errors}
        more={
          <a class="button" data-kind="plain" href={`/companies/new?worry=${worryId}`}>
            別の会社を登録する
          </a>
        }
      >
        <ChoiceCards
          name="company"
          label="会社"
          labelHidden
          choices={companies.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form>
    </Layout>
  )
}
