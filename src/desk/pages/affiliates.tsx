import type { Affiliate } from '../../companies/schema.ts'
import { japaneseDate, today } from '../../lib/time.ts'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { More } from '../../ui/more.tsx'

type Props = {
  projectId: string
  affiliates: readonly Affiliate[]
  sent?: { values: FormValues; errors: FormErrors }
}

/** The companies of the same group: whoever hides from one of them is hidden from this one too. */
export function Affiliates({ projectId, affiliates, sent }: Props) {
  return (
    <More title="同じグループの会社" open={Boolean(sent)}>
      <p>親会社や子会社を足すと、そこに勤める人は、この会社からも見えなくなります。会社には伝わりません。</p>
      {affiliates.length > 0 && (
        <ul>
          {affiliates.map(({ id, name, corporateNumber, namedAt }) => (
            <li key={id}>
              {[name, corporateNumber, `${japaneseDate(today(namedAt))}から`].filter(Boolean).join('、')}
            </li>
          ))}
        </ul>
      )}
      <Form
        id="affiliate"
        action={`/desk/projects/${projectId}/affiliates`}
        submit="グループに足す"
        submitKind="quiet"
        {...(sent && { values: sent.values, errors: sent.errors })}
      >
        <TextField name="name" label="会社の名前" />
        <TextField name="corporateNumber" label="法人番号" required={false} inputMode="numeric" />
        <TextField name="domain" label="会社のメールの、@より後ろ" required={false} inputMode="url" />
      </Form>
    </More>
  )
}
