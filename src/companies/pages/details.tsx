import type { ComponentChildren } from 'preact'
import { municipalitiesOf, prefectureName } from '../../lib/regions.ts'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type ASSISTED_DETAILS, PUBLIC_DETAILS } from '../rules/forms.ts'
import { INDUSTRY_CHOICES, PREFECTURE_CHOICES } from './choices.ts'
import { CorporateNumber } from './new.tsx'

type Props = {
  id: string
  version: number
  prefecture: number
  values: FormValues
  errors?: FormErrors
  /** Who typed which field for the company. */
  marks?: Readonly<Record<string, string>>
  saved?: boolean
}

/** What a company says about itself. */
export function CompanyDetails(props: Props) {
  const { id } = props
  return (
    <Layout
      title="会社のこと"
      lead="会社の名前・場所・業種・紹介は、だれでも見られます。"
      back={{ href: `/companies/${id}`, label: '会社のページ' }}
      failed={Boolean(props.errors)}
    >
      <DetailsForm {...props}>
        <TextField name="name" label="会社の名前" autoComplete="organization" required />
        <TextField name="nameKana" label="名前の読み" required={false} />
        <SelectField name="prefecture" label="都道府県" options={PREFECTURE_CHOICES} required />
        {FIELDS.municipality(props)}
        {FIELDS.industry(props)}
        <CorporateNumber />
        {FIELDS.employees(props)}
        {FIELDS.officers(props)}
        {FIELDS.about(props)}
        {FIELDS.contactName(props)}
        {FIELDS.address(props)}
        <TextField name="phone" label="電話番号" type="tel" inputMode="tel" autoComplete="tel" required={false} />
        <TextField name="email" label="メールアドレス" type="email" inputMode="email" required={false} />
      </DetailsForm>
    </Layout>
  )
}

type Name = (typeof ASSISTED_DETAILS)[number]

/** The same to whoever types for it: as much of it as the session lets be written. */
export function DetailsFor(props: Props & { company: string; names: readonly Name[] }) {
  const isPublic = PUBLIC_DETAILS.some((name) => props.names.includes(name))
  return (
    <Layout
      title="会社のこと"
      eyebrow={props.company}
      lead={
        isPublic ? '場所・業種・紹介は、保存するとすぐ、だれでも見られます。' : 'だれでも見られるところは、書けません。'
      }
      back={{ href: `/companies/${props.id}/assistance`, label: 'この会社の作業' }}
      failed={Boolean(props.errors)}
    >
      <DetailsForm {...props}>{props.names.map((name) => FIELDS[name](props))}</DetailsForm>
      <p>会社の名前・読み・法人番号・電話・メールは、会社の方だけが直せます。</p>
    </Layout>
  )
}

function DetailsForm(props: Props & { children: ComponentChildren }) {
  const { id, version, values, errors, marks, saved, children } = props
  return (
    <>
      {saved && <Notice kind="success" live title="保存しました" />}
      <Form
        action={`/companies/${id}/details`}
        submit="保存する"
        values={values}
        errors={errors}
        {...(marks && { marks })}
        version={version}
        sticky
      >
        {children}
      </Form>
    </>
  )
}

const FIELDS: Readonly<Record<Name, (props: Props) => ComponentChildren>> = {
  municipality: ({ prefecture }) => (
    <SelectField
      name="municipality"
      label="市区町村"
      hint={`いまは${prefectureName(prefecture)}から選べます。県を変えたら、保存してから選んでください。`}
      options={municipalitiesOf(prefecture).map(({ code, name }) => ({ value: code, label: name }))}
      required={false}
    />
  ),
  industry: () => <SelectField name="industry" label="業種" options={INDUSTRY_CHOICES} required />,
  employees: () => <People name="employees" label="働いている人の数" />,
  officers: () => <People name="officers" label="役員の数" />,
  about: () => <TextArea name="about" label="会社の紹介" rows={5} max={1000} required={false} />,
  contactName: () => <TextField name="contactName" label="連絡を受ける方の名前" autoComplete="name" required={false} />,
  address: () => <TextField name="address" label="住所" autoComplete="street-address" required={false} />,
}

function People({ name, label }: { name: string; label: string }) {
  return <TextField name={name} label={label} inputMode="numeric" unit="人" size="short" required={false} />
}
