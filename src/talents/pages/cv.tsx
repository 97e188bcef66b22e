import { FileField } from '../../ui/fields/file-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { CV_MAX } from '../rules/cv.ts'
import { withNext } from '../rules/screens.ts'

type Props = { values?: FormValues; errors?: FormErrors; next: string | null }

/** A CV as it is, so that nobody writes a second one: job codes are found in it, and it is not kept. */
export function CvPage({ values, errors, next }: Props) {
  return (
    <Layout
      title="経歴書から仕事を見つける"
      lead="いまある経歴書を、そのまま貼るか選んでください。見つけた仕事に「はい」か「違う」で答えるだけです。"
      back={{ href: withNext('/me/profile/codes', next), label: '当てはまる仕事' }}
      failed={Boolean(errors)}
    >
      <Form action={withNext('/me/profile/cv', next)} values={values} errors={errors} submit="仕事を見つける" upload>
        <TextArea name="cv" label="経歴書の文" required={false} rows={10} max={CV_MAX} />
        <FileField
          name="file"
          label="または、経歴書のファイル"
          required={false}
          hint="テキスト、Word（.docx）、Excel（.xlsx）、PDF。10MBまで。"
          accept=".txt,.docx,.xlsx,.pdf"
        />
      </Form>
      <p>
        経歴書もファイルも残しません。見つけた仕事と、もとになった短い言葉だけを残します。どの会社にも、事務局にも見えません。
      </p>
    </Layout>
  )
}
