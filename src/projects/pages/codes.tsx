import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'

/** From any of our sheets, without its camera picture. */
export function TypeCode({ values, errors }: { values?: FormValues; errors?: FormErrors }) {
  return (
    <Layout title="紙の番号を入れる" lead="紙に書かれた8つの文字を入れてください。" failed={Boolean(errors)}>
      <Form action="/p" submit="開く" {...(values && { values })} {...(errors && { errors })}>
        <TextField name="code" label="番号" size="short" spellcheck={false} hint="例: ABCD-2345" />
      </Form>
    </Layout>
  )
}
