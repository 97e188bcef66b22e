import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { INDUSTRY_CHOICES, PREFECTURE_CHOICES } from './choices.ts'

type Props = {
  /** The worry that goes into the new company. */
  worryId?: string
  /** The roles that the worry may be divided into are looked at next. */
  roles?: boolean
  /** The job code that its first project is begun from. */
  code?: string
  values?: FormValues
  errors?: FormErrors
}

/** As little as a project needs; everything else can wait. */
export function NewCompany({ worryId, roles, code, values, errors }: Props) {
  const query = worryId ? `?worry=${worryId}${roles ? '&roles=yes' : ''}` : code ? `?code=${code}` : ''
  return (
    <Layout
      title="会社のことを教えてください"
      lead="案件に載せます。あとから直せます。"
      failed={Boolean(errors)}
      {...(worryId && { back: { href: `/worries/${worryId}`, label: '整理した内容' } })}
      {...(code && { back: { href: `/job-codes/${code}`, label: 'この仕事について' } })}
    >
      <Form action={`/companies${query}`} submit="つぎへ進む" values={values} errors={errors} sticky>
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
