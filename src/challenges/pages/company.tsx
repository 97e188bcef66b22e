import { ButtonLink } from '../../ui/button.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { HiddenField } from '../../ui/fields/hidden-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'

type Props = {
  worryId: string
  companies: readonly { id: string; name: string }[]
  /** The roles that it may be divided into are looked at next, before there is a draft. */
  roles: boolean
  values?: FormValues
  errors?: FormErrors
}

/** For which of the person's companies the project is made; who has only one just goes on. */
export function ChooseCompany({ worryId, companies, roles, values, errors }: Props) {
  const [only, ...others] = companies
  const back = { href: `/worries/${worryId}`, label: '整理した内容' }
  const action = `/worries/${worryId}/company`
  const go = roles ? '役の分け方を見る' : '案件を作る'
  if (only && others.length === 0 && !errors) {
    return (
      <Layout
        title={`${only.name}の案件を作ります`}
        lead={roles ? '役の分け方をお見せします。' : '下書きを作ります。あとから全部直せます。'}
        back={back}
      >
        <PostButton action={action} kind="main" fields={{ company: only.id, ...(roles && { roles: 'yes' }) }} wide>
          {go}
        </PostButton>
        <p>
          <Another worryId={worryId} roles={roles} />
        </p>
      </Layout>
    )
  }
  return (
    <Layout title="どの会社の案件にしますか" back={back} failed={Boolean(errors)}>
      <Form
        action={action}
        submit={go}
        values={values ?? {}}
        errors={errors}
        more={<Another worryId={worryId} roles={roles} />}
      >
        {roles && <HiddenField name="roles" value="yes" />}
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

/** Somebody who may only look: the worry is kept, and the owner goes on from the sheet. */
export function OnlyReads({ worryId, company }: { worryId: string; company: string }) {
  return (
    <Layout
      title="代表の方にお願いしてください"
      lead={`${company}の案件は、代表か担当の方が作ります。`}
      back={{ href: `/worries/${worryId}`, label: '整理した内容' }}
    >
      <p>書いたことは残っています。紙か番号で渡すと、代表の方が続きから進められます。</p>
      <p class="actions">
        <ButtonLink href={`/worries/${worryId}/sheet`}>紙と番号を出す</ButtonLink>
      </p>
      <p>
        <Another worryId={worryId} />
      </p>
    </Layout>
  )
}

function Another({ worryId, roles = false }: { worryId: string; roles?: boolean }) {
  return (
    <a class="button" data-kind="plain" href={`/companies/new?worry=${worryId}${roles ? '&roles=yes' : ''}`}>
      別の会社を登録する
    </a>
  )
}
