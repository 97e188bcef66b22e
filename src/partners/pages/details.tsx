import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'

type Props = { id: string; name: string; version: number; values: FormValues; errors?: FormErrors; saved?: boolean }

/** What a partner says about itself. */
export function PartnerDetails({ id, name, version, values, errors, saved }: Props) {
  return (
    <Layout
      title="わたしたちのこと"
      eyebrow={name}
      lead="だれでも見られるページに出ます。"
      back={{ href: `/partners/${id}`, label: 'わたしたちの企業' }}
      failed={Boolean(errors)}
    >
      {saved && <Notice kind="success" live title="保存しました" />}
      <Form
        action={`/partners/${id}/details`}
        submit="保存する"
        {...{ values, version }}
        {...(errors && { errors })}
        sticky
      >
        <TextArea name="about" label="ひとことの紹介" rows={3} max={120} required />
        <TextArea name="message" label="企業と働く方へのことば" rows={8} max={1200} required={false} />
        <TextField name="phone" label="電話番号" type="tel" inputMode="tel" autoComplete="tel" required />
      </Form>
    </Layout>
  )
}
