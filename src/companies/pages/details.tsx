import { municipalitiesOf, prefectureName } from '../../lib/regions.ts'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { INDUSTRY_CHOICES, PREFECTURE_CHOICES } from './choices.ts'
import { CorporateNumber } from './new.tsx'

type Props = {
  id: string
  version: number
  prefecture: number
  values: FormValues
  errors?: FormErrors
  saved?: boolean
}

/** What a company says about itself. */
export function CompanyDetails({ id, version, prefecture, values, errors, saved }: Props) {
  return (
    <Layout
      title="会社のこと"
      lead="会社の名前・場所・業種・紹介は、だれでも見られます。"
      back={{ href: `/companies/${id}`, label: '会社のページ' }}
      failed={Boolean(errors)}
    >
      {saved && <Notice kind="success" live title="保存しました" />}
      <Form
        action={`/companies/${id}/details`}
        submit="保存する"
        values={values}
        errors={errors}
        version={version}
        sticky
      >
        <TextField name="name" label="会社の名前" autoComplete="organization" required />
        <TextField name="nameKana" label="名前の読み" required={false} />
        <SelectField name="prefecture" label="都道府県" options={PREFECTURE_CHOICES} required />
        <SelectField
          name="municipality"
          label="市区町村"
          hint={`いまは${prefectureName(prefecture)}から選べます。県を変えたら、保存してから選んでください。`}
          options={municipalitiesOf(prefecture).map(({ code, name }) => ({ value: code, label: name }))}
          required={false}
        />
        <SelectField name="industry" label="業種" options={INDUSTRY_CHOICES} required />
        <CorporateNumber />
        <TextField
          name="employees"
          label="働いている人の数"
          inputMode="numeric"
          unit="人"
          size="short"
          required={false}
        />
        <TextField name="officers" label="役員の数" inputMode="numeric" unit="人" size="short" required={false} />
        <TextArea name="about" label="会社の紹介" rows={5} max={1000} required={false} />
        <TextField name="contactName" label="連絡を受ける方の名前" autoComplete="name" required={false} />
        <TextField name="address" label="住所" autoComplete="street-address" required={false} />
        <TextField name="phone" label="電話番号" type="tel" inputMode="tel" autoComplete="tel" required={false} />
        <TextField name="email" label="メールアドレス" type="email" inputMode="email" required={false} />
      </Form>
    </Layout>
  )
}
