import { ButtonLink } from '../../ui/button.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { CONFIRM_DAYS, LONGEST } from '../rules/forms.ts'
import type { Event } from '../schema.ts'

type Props = {
  event: Pick<Event, 'id' | 'choosing' | 'capacity' | 'seats' | 'travelCeiling'> & { host: string }
  known: FormValues | null
  errors: FormErrors
  values?: FormValues | undefined
}

/** A name and where to write to: nothing more is asked of anybody. */
export function RegisterForm({ event, known, errors, values }: Props) {
  const isFull = event.choosing === 'first' && event.seats >= event.capacity
  return (
    <Form
      action={`/events/${event.id}/registrations#registration`}
      submit={isFull ? 'キャンセル待ちを申し込む' : '申し込む'}
      values={values ?? known ?? {}}
      errors={errors}
    >
      <TextField name="name" label="お名前" autoComplete="name" required />
      <TextField name="kana" label="ふりがな" hint="受付でさがすために使います。" required />
      {known === null && (
        <TextField
          name="email"
          label="メールアドレス"
          type="email"
          inputMode="email"
          autoComplete="email"
          hint="確認のメールを送ります。この催しのことだけに使います。"
          required
        />
      )}
      <TextField name="affiliation" label="会社や団体の名前" autoComplete="organization" required={false} />
      {event.choosing === 'selection' && (
        <TextArea
          name="words"
          label="参加したいわけ"
          hint="してみたいこと、できることを、短く。"
          rows={4}
          max={LONGEST.words}
          required
        />
      )}
      <p>
        {`お名前は、主催の「${event.host}」だけが見ます。参加する会社には、人数だけが伝わります。終わって三か月で消します。`}
        {event.travelCeiling !== null && '旅費の補助を受けた方のお名前は、支払いの記録に残ります。'}
      </p>
    </Form>
  )
}

/** The same whatever is known of the address. */
export function Asked() {
  return (
    <Layout
      title="メールを確かめてください"
      lead={`届いたメールのリンクを開いて「申し込みをすませる」を押すと、席が決まります。リンクは${CONFIRM_DAYS}日のあいだ使えます。`}
    >
      <p>届かないときは、迷惑メールの箱も見てください。</p>
      <ButtonLink kind="quiet" href="/events">
        催しの一覧
      </ButtonLink>
    </Layout>
  )
}
