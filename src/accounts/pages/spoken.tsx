import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'

type Props = { next: string; values?: FormValues; errors?: FormErrors }

/** For somebody without a mail address: the number that the desk read out or printed. */
export function EnterSpokenCode({ next, values, errors }: Props) {
  return (
    <Layout
      title="聞いた番号で入る"
      lead="メールのない方は、事務局にお電話ください。番号をお伝えします。"
      back={{ href: `/sign-in?next=${encodeURIComponent(next)}`, label: 'メールで入る' }}
      failed={Boolean(errors)}
    >
      <Form action={`/sign-in/spoken?next=${encodeURIComponent(next)}`} submit="入る" values={values} errors={errors}>
        <TextField
          name="code"
          label="8桁の番号"
          inputMode="numeric"
          autoComplete="off"
          size="short"
          required
          hint="例：4821-9037"
        />
      </Form>
    </Layout>
  )
}
