import { FIELD_WORDS, FIELDS } from '../../partners/rules/consent.ts'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { TERMS } from '../rules/forms.ts'
import { DRAFT_DAYS, PURPOSE_WORDS, PURPOSES } from '../rules/slip.ts'

type Props = { partnerId: string; partner: string; values?: FormValues; errors?: FormErrors }

/** A slip for one company: what is written here is what is passed on, and no more. */
export function NewSlip({ partnerId, partner, values = { purpose: 'listen', term: '365' }, errors }: Props) {
  return (
    <Layout
      title="お取次ぎの同意書を作る"
      eyebrow={partner}
      lead={`ここに書いたことだけを、会社の同意のあとで事務局に伝えます。同意がなければ、${DRAFT_DAYS}日で消えます。`}
      back={{ href: `/partners/${partnerId}/referrals`, label: 'お取次ぎの一覧' }}
      failed={Boolean(errors)}
    >
      <Form action={`/partners/${partnerId}/referrals`} submit="同意書を作る" values={values} errors={errors}>
        <TextField name="firm" label="会社の名前" autoComplete="off" required />
        <TextField
          name="corporateNumber"
          label="法人番号"
          inputMode="numeric"
          required={false}
          hint="めぐりを使っている会社なら、代表の方にもすぐ届きます。"
        />
        <TextField name="contact" label="担当の方の名前" autoComplete="off" required={false} />
        <TextField name="phone" label="電話番号" type="tel" inputMode="tel" autoComplete="off" required={false} />
        <TextArea
          name="note"
          label="お聞きした困りごと"
          hint="会社の方のことばのまま。同意した会社の方の、困りごとの下書きになります。"
          rows={4}
          max={400}
          required={false}
        />
        <CheckboxList
          name="readBack"
          label="困りごとを書いたとき"
          choices={[{ value: 'yes', label: '読み上げて、このとおりでよいと言われました' }]}
          required={false}
        />
        <ChoiceCards
          name="purpose"
          label="お取次ぎの目的"
          choices={PURPOSES.map((value) => ({ value, label: PURPOSE_WORDS[value] }))}
          required
        />
        <CheckboxList
          name="back"
          label="窓口に知らせること"
          hint="どこまで進んだかと日付は、いつも知らせます。それより多くは、会社がよいと言ったものだけ選んでください。"
          choices={FIELDS.map((value) => ({ value, label: FIELD_WORDS[value] }))}
          required={false}
        />
        <ChoiceCards name="term" label="期間" choices={TERMS} columns={3} required />
      </Form>
    </Layout>
  )
}
