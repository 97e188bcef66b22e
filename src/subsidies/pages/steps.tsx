import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import { may, stateOf } from '../rules/grant.ts'
import type { GrantPageProps } from './view.ts'

/** The one thing that the company does next, as a form; nothing while the office has it. */
export function NextStep(props: GrantPageProps) {
  const { grant } = props
  if (may('apply', grant, 'company')) return <Apply {...props} />
  if (may('decide', grant, 'company')) return <Decide {...props} />
  if (may('claim', grant, 'company'))
    return <Day {...props} path="claim" label="実績を出した日" submit="実績を出しました" />
  if (may('pay', grant, 'company')) return <Pay {...props} />
  return stateOf(grant) === 'applied' ? <p>窓口が決めると、メールでお知らせします。</p> : null
}

function formOf({ base, grant, today, failed }: GrantPageProps, path: string, start: Record<string, string> = {}) {
  const own = failed?.form === path ? failed : null
  return {
    ...{ action: `${base}/${path}`, version: grant.version, sticky: true },
    values: own?.values ?? { on: today, ...start },
    ...(own && { errors: own.errors }),
  }
}

const yearsOf = ({ today }: GrantPageProps) => [Number(today.slice(0, 4)) - 1, Number(today.slice(0, 4))]

function Apply(props: GrantPageProps) {
  const { grant, officeName } = props
  return (
    <Form {...formOf(props, 'application', { share: '' })} submit="申し込みました">
      <DateField name="on" label="申し込んだ日" years={yearsOf(props)} required />
      {grant.partnerId && officeName && (
        <ChoiceCards
          name="share"
          required
          label={`${officeName}に、ここでも知らせますか`}
          hint="見えるのは、会社の名前、補助の名前、見込みの額、日付です。契約や人のことは見えません。"
          choices={[
            { value: 'here', label: '知らせる', note: '返事も、ここに届きます。' },
            { value: 'direct', label: '知らせない' },
          ]}
        />
      )}
    </Form>
  )
}

function Decide(props: GrantPageProps) {
  return (
    <Form {...formOf(props, 'decision')} submit="窓口の返事を書く">
      <ChoiceCards
        name="answer"
        label="窓口の返事"
        columns={2}
        required
        choices={[
          { value: 'yes', label: '認められた' },
          { value: 'no', label: '認められなかった' },
        ]}
      />
      <TextField name="yen" label="決まった額" inputMode="numeric" unit="円" size="short" />
      <DateField name="on" label="決まった日" years={yearsOf(props)} required />
    </Form>
  )
}

function Day({ path, label, submit, ...props }: GrantPageProps & { path: string; label: string; submit: string }) {
  return (
    <Form {...formOf(props, path)} submit={submit}>
      <DateField name="on" label={label} years={yearsOf(props)} required />
    </Form>
  )
}

function Pay(props: GrantPageProps) {
  return (
    <Form {...formOf(props, 'payment', { yen: String(props.grant.grantedYen ?? '') })} submit="受け取りました">
      <TextField name="yen" label="受け取った額" inputMode="numeric" unit="円" size="short" required />
      <DateField name="on" label="受け取った日" years={yearsOf(props)} required />
    </Form>
  )
}
