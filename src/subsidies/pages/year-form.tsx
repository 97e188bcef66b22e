import { Fragment } from 'preact'
import { fiscalYearInWords } from '../../law/fiscal-year.ts'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import { More } from '../../ui/more.tsx'
import type { Subsidy } from '../rules/subsidies.ts'
import { ceilingLabel, lineNames, rateLabel, valuesOfYear, YEAR_DAY_NAMES } from '../rules/year-form.ts'
import { type EnteredYear, enteredYear } from '../rules/years.ts'
import type { Failed } from './view.ts'

type YearFormProps = {
  partnerId: string
  /** The rule as its file says it. */
  subsidy: Subsidy
  year: number
  years: readonly EnteredYear[]
  failed: Failed | undefined
}

/** The office's own days and amounts of one year; until it wrote them those of the year before stand in the form. */
export function YearForm({ partnerId, subsidy, year, years, failed }: YearFormProps) {
  const name = `${subsidy.id}-${year}`
  const own = failed?.form === name ? failed : null
  const entered = enteredYear(subsidy, years, year)
  return (
    <More title={`${fiscalYearInWords(year)}の決まりを${entered ? '直す' : '入れる'}`} open={own !== null}>
      <p>
        {entered
          ? '直すと、会社の「使える補助」に、すぐ出ます。'
          : '前の決まりを写してあります。要綱を見て、変わったところを直してください。入れると、会社の「使える補助」に出ます。'}
      </p>
      <Form
        id={`year-${name}`}
        action={`/partners/${partnerId}/subsidies/${subsidy.id}/years/${year}`}
        submit="この決まりにする"
        submitKind="quiet"
        version={entered?.version ?? 0}
        values={own?.values ?? valuesOfYear(subsidy, years, year)}
        {...(own && { errors: own.errors })}
      >
        <ChoiceCards
          name="offered"
          label="この年度の募集"
          columns={2}
          required
          choices={[
            { value: 'yes', label: '募集する' },
            { value: 'no', label: '募集しない' },
          ]}
        />
        {YEAR_DAY_NAMES.map((one) => (
          <DateField key={one.name} {...one} years={[year, year + 1]} required />
        ))}
        {subsidy.costs.map((line) => {
          const names = lineNames(line)
          return (
            <Fragment key={names.rate}>
              <TextField name={names.rate} label={rateLabel(line)} hint="例：2/3" size="short" required />
              <TextField
                name={names.ceiling}
                label={ceilingLabel(line)}
                inputMode="numeric"
                unit="円"
                size="short"
                required={false}
              />
            </Fragment>
          )
        })}
        <TextField
          name="ceiling"
          label="一つの会社への上限"
          inputMode="numeric"
          unit="円"
          size="short"
          required={false}
        />
        <TextField name="budget" label="年度の予算" inputMode="numeric" unit="円" size="short" required={false} />
        <TextField
          name="outline"
          label="もとにした要綱"
          hint="会社に見えます。例：令和9年度 外の力活用補助 交付要綱"
          required
        />
        <TextField name="url" label="要綱のページ" hint="あれば。https:// ではじまる住所" required={false} />
      </Form>
    </More>
  )
}
