import { Fragment } from 'preact'
import type { Prefecture } from '../../lib/regions.ts'
import { monthName } from '../../lib/time.ts'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { SelectField, type SelectGroup } from '../../ui/fields/select-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import { VISITS } from '../rules/months.ts'

export type Town = { prefecture: Pick<Prefecture, 'name'>; towns: readonly { code: string; name: string }[] }

type Props = {
  base: string
  months: readonly string[]
  places: readonly Town[]
  values: FormValues
  errors?: FormErrors
}

const DAYS = Array.from({ length: 31 }, (_, index) => ({ value: String(index + 1), label: `${index + 1}日` }))

/** One minute a month: how long, what, and where somebody went. */
export function ReportForm({ base, months, places, values, errors }: Props) {
  const groups: SelectGroup[] = places.map(({ prefecture, towns }) => ({
    group: prefecture.name,
    options: towns.map(({ code, name }) => ({ value: code, label: name })),
  }))
  return (
    <Layout
      title="今月の記録を書く"
      lead="1分で書けます。0時間の月も、そのまま送れます。"
      back={{ href: `${base}/months`, label: '毎月の記録' }}
      failed={Boolean(errors)}
    >
      <Form action={`${base}/months`} submit="会社に送る" values={values} errors={errors} sticky>
        <ChoiceCards
          name="month"
          label="どの月ですか"
          required
          columns={3}
          choices={months.map((month) => ({ value: month, label: monthName(month) }))}
        />
        <TextField name="hours" label="かかった時間" inputMode="numeric" unit="時間" size="short" required />
        <TextArea name="done" label="したこと" hint="ひとことで。0時間の月は、空けられます。" rows={4} max={1000} />
        <Section title="訪問した日があれば">
          {VISITS.map((n) => (
            <Fragment key={n}>
              <SelectField
                name={`visit${n}Day`}
                label={`${n}回目の日`}
                options={DAYS}
                empty="行っていません"
                required={false}
              />
              <SelectField name={`visit${n}Town`} label={`${n}回目の市町村`} options={groups} required={false} />
            </Fragment>
          ))}
        </Section>
      </Form>
    </Layout>
  )
}
