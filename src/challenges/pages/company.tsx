import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'

type Props = {
  worryId: string
  companies: readonly { id: string; name: string }[]
  values?: FormValues
  errors?: FormErrors
}

/** For which of the person's companies the project is made; who has only one just goes on. */
export function ChooseCompany({ worryId, companies, values, errors }: Props) {
  const [only, ...others] = companies
  const back = { href: `/worries/${worryId}`, label: '整理した内容' }
  const action = `/worries/${worryId}/company`
  if (only && others.length === 0 && !errors) {
    return (
      <Layout title={`${only.name}の案件を作ります`} lead="下書きを作ります。あとから全部直せます。" back={back}>
        <PostButton action={action} kind="main" fields={{ company: only.id }} wide>
          案件を作る
        </PostButton>
        <p>
          <Another worryId={worryId} />
        </p>
      </Layout>
    )
  }
  return (
    <Layout title="どの会社の案件にしますか" back={back} failed={Boolean(errors)}>
      <Form
        action={action}
        submit="案件を作る"
        values={values ?? {}}
        errors={errors}
        more={<Another worryId={worryId} />}
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

function Another({ worryId }: { worryId: string }) {
  return (
    <a class="button" data-kind="plain" href={`/companies/new?worry=${worryId}`}>
      別の会社を登録する
    </a>
  )
}
