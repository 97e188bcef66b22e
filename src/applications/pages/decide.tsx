import { Fragment } from 'preact'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { declineChoices } from '../rules/decline.ts'
import { WORDS_MAX } from '../rules/forms.ts'
import { companyPath } from '../rules/state.ts'
import type { SlotDay } from '../rules/times.ts'
import type { Application } from '../schema.ts'

type Props = { application: Application; values?: FormValues; errors?: FormErrors }

/** Two times and a place; the person chooses one. */
export function InterviewPage({ application, days, values, errors }: Props & { days: readonly SlotDay[] }) {
  const home = companyPath(application)
  return (
    <Layout
      title="面談の日時を出す"
      lead="2つ選ぶと、ご本人がどちらかに決めます。"
      back={{ href: home, label: '応募にもどる' }}
      failed={Boolean(errors)}
    >
      <Form
        action={`${home}/interview`}
        submit="この2つを伝える"
        version={application.version}
        values={values}
        errors={errors}
        sticky
      >
        {[1, 2].map((n) => (
          <Fragment key={n}>
            <SelectField name={`time${n}`} label={`${n}つ目`} options={days} required />
            <TextField
              name={`typed${n}`}
              label={`${n}つ目が、ほかの日時のとき`}
              hint="例：12月3日 午後3時。書くと、上で選んだ日時のかわりになります。"
              required={false}
              size="short"
            />
          </Fragment>
        ))}
        <TextField name="place" label="場所" hint="会って話すときの場所" required={false} size="long" />
        <TextField
          name="link"
          label="画面で話すときのリンク"
          hint="例：https://で始まる、ビデオ通話の住所。ご本人だけに見えます。"
          required={false}
          size="long"
        />
      </Form>
    </Layout>
  )
}

/** A refusal is said with its reason, and kindly. */
export function DeclinePage({ application, codes, values, errors }: Props & { codes: readonly string[] }) {
  const home = companyPath(application)
  return (
    <Layout
      title="見送る理由を教えてください"
      lead="ご本人に、選んだ理由とひとことが届きます。"
      back={{ href: home, label: '応募にもどる' }}
      failed={Boolean(errors)}
    >
      <Form
        action={`${home}/decline`}
        submit="見送る"
        version={application.version}
        values={values}
        errors={errors}
        back={{ href: home, label: 'やめる' }}
        sticky
      >
        <ChoiceCards name="reason" label="理由" labelHidden choices={declineChoices(codes)} />
        <TextArea name="words" label="ひとこと" required={false} max={WORDS_MAX} rows={3} />
      </Form>
    </Layout>
  )
}
