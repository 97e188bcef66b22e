import { municipalitiesOf, PREFECTURES } from '../../lib/regions.ts'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { LONGEST } from '../rules/forms.ts'
import { CHOOSING_WORDS, KIND_WORDS, KINDS } from '../rules/words.ts'

type Props = {
  host: string
  /** Where it is sent. */
  action: string
  back: string
  values: FormValues
  errors?: FormErrors
  version?: number
  /** The years that a day may be of. */
  years: readonly number[]
  /** What the host runs, and an event may be a part of. */
  programmes: readonly { id: string; title: string }[]
  /** Null for a new one. */
  published: boolean | null
}

/** What an event says, on one page: clerks print it and fill it in together. */
export function EventForm({ host, action, back, values, errors = {}, version, years, programmes, published }: Props) {
  const towns = municipalitiesOf(Number(values.prefecture))
  return (
    <Layout
      title={published === null ? '新しい催し' : '催しを直す'}
      eyebrow={host}
      lead={published ? '日時か場所を変えると、申し込んだ方みなさんにメールでお知らせします。' : undefined}
      back={{ href: back, label: published === null ? '催しの一覧' : '催しにもどる' }}
      failed={Object.keys(errors).length > 0}
    >
      <Form
        action={action}
        submit={published ? '直して知らせる' : '下書きを保存する'}
        {...{ values, errors }}
        {...(version !== undefined && { version })}
      >
        <ChoiceCards
          name="kind"
          label="開き方"
          columns={3}
          choices={KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))}
          required
        />
        <TextField name="title" label="題名" required />
        <TextArea name="body" label="どんな催しか" rows={7} max={LONGEST.body} required />
        <TextField name="audience" label="どなたのためか" hint="例：人手や後継ぎに悩む、市内の会社の方" required />
        <DateField name="beginsOn" label="始まる日" years={years} required />
        <TextField name="beginsTime" label="始まる時刻" hint="例：13:30" size="short" required />
        <DateField name="endsOn" label="終わる日" years={years} hint="同じ日なら、選ばなくてかまいません。" />
        <TextField name="endsTime" label="終わる時刻" hint="例：15:30" size="short" required />
        <SelectField
          name="prefecture"
          label="都道府県"
          options={PREFECTURES.map(({ id, name }) => ({ value: String(id), label: name }))}
          required
        />
        <SelectField
          name="municipality"
          label="市町村"
          empty="県のどこでも"
          options={towns.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <TextField name="place" label="会場" hint="建物の名前と住所。オンラインなら、いりません。" />
        <TextField name="link" label="オンラインの入り口" type="url" hint="席のある方にだけ伝えます。" />
        <TextField name="capacity" label="定員" inputMode="numeric" unit="人" size="short" required />
        <ChoiceCards
          name="choosing"
          label="決め方"
          choices={(['first', 'selection'] as const).map((value) => ({ value, label: CHOOSING_WORDS[value] }))}
          required
        />
        <DateField
          name="registerOn"
          label="申し込みの締め切り"
          years={years}
          hint="選ばなければ、始まるまで受けつけます。"
        />
        <TextField name="price" label="参加費" hint="無料なら 0" inputMode="numeric" unit="円" size="short" required />
        <TextField
          name="travelCeiling"
          label="旅費の補助の上限"
          hint="ひとり分。補助がなければ、書かないでください。"
          inputMode="numeric"
          unit="円"
          size="short"
        />
        <TextArea name="bring" label="持ち物など" rows={2} max={LONGEST.bring} />
        {programmes.length > 0 && (
          <SelectField
            name="programme"
            label="事業"
            empty="どの事業でもない"
            options={programmes.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
        <TextField name="contact" label="問い合わせ先" hint="電話番号かメールアドレス" required />
      </Form>
    </Layout>
  )
}
