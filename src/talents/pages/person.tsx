import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { withNext } from '../rules/screens.ts'

type Props = { values: FormValues; errors?: FormErrors; saved?: boolean; next?: string | null }

/** Who somebody is: shown only to a company to which they apply; the contract prints it. */
export function PersonPage({ values, errors, saved, next }: Props) {
  return (
    <Layout
      title="名前と連絡先"
      lead="名前が伝わるのは、あなたが応募した会社だけです。住所と電話は契約のときに使います。"
      back={next ? { href: next, label: 'もとの画面' } : { href: '/me', label: '自分のページ' }}
      failed={Boolean(errors)}
    >
      {saved && (
        <Notice kind="success" live>
          保存しました。
        </Notice>
      )}
      <Form
        action={withNext('/me/person', next)}
        submit={next ? '保存して続ける' : '保存する'}
        values={values}
        errors={errors}
      >
        <TextField name="familyName" label="姓" required autoComplete="family-name" />
        <TextField name="givenName" label="名" required autoComplete="given-name" />
        <TextField name="familyKana" label="姓のふりがな" required={false} />
        <TextField name="givenKana" label="名のふりがな" required={false} />
        <TextField
          name="phone"
          label="電話番号"
          required={false}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          hint="例：090-1234-5678"
        />
        <TextField
          name="address"
          label="住所"
          required={false}
          autoComplete="street-address"
          size="long"
          hint="契約の書類に印刷します。"
        />
      </Form>
    </Layout>
  )
}
