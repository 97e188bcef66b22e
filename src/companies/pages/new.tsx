import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { INDUSTRY_CHOICES, PREFECTURE_CHOICES } from './choices.ts'

type Props = {
  /** The worry that goes into the new company. */
  worryId?: string
  values?: FormValues
  errors?: FormErrors
}

/** As little as a project needs; everything else can wait. */
export function NewCompany({ worryId, values, errors }: Props) {
  return (
    <Layout
      title="会社のことを教えてください"
      lead="案件に載せます。あとから直せます。"
      failed={Boolean(errors)}
      {...(worryId && { back: { href: `/worries/${worryId}`, label: '整理した内容' } })}
    >
      <Form
        action={worryId ? `/companies?worry=${worryId}` : '/companies'}
        submit="つぎへ進む"
        values={values}
        errors={errors}
        sticky
      >
        <TextField name="name" label="会社の名前" autoComplete="organization" required />
        <SelectField name="prefecture" label="都道府県" options={PREFECTURE_CHOICES} required />
        <SelectField name="industry" label="業種" options={INDUSTRY_CHOICES} required />
        <CorporateNumber />
      </Form>
    </Layout>
  )
}

export function CorporateNumber() {
  return (
    <TextField
      name="corporateNumber"
      label="法人番号"
      inputMode="numeric"
      required={false}
      hint="13けたの番号です。分からなければ空けてください。"
    />
  )
}
