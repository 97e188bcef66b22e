import { type FormValues, useForm } from '../form-state.ts'
import { FieldGroup, type FieldProps, useField } from './field.tsx'
import { Select } from './select-field.tsx'

export interface DateFieldProps extends FieldProps {
  /** The years on offer, in order. */
  years: readonly number[]
}

const MONTHS = numbers(12)
const DAYS = numbers(31)

/** A day as year, month and day to choose: posts `name.year`, `name.month`, `name.day`. */
export function DateField(props: DateFieldProps) {
  const state = useField(props)
  const { values } = useForm()
  const [year = '', month = '', day = ''] = state.value.split('-')
  const part = (key: string, given: string) => String(values[`${props.name}.${key}`] ?? given.replace(/^0/, ''))
  const invalid = Boolean(state.error)
  return (
    <FieldGroup {...props} state={state}>
      <div class="date-parts">
        <Select
          id={state.id}
          name={`${props.name}.year`}
          label="年"
          empty="年"
          value={part('year', year)}
          invalid={invalid}
          options={props.years.map((y) => ({ value: String(y), label: `${y}年` }))}
        />
        <Select
          id={`${state.id}-month`}
          name={`${props.name}.month`}
          label="月"
          empty="月"
          value={part('month', month)}
          invalid={invalid}
          options={MONTHS.map((m) => ({ value: m, label: `${m}月` }))}
        />
        <Select
          id={`${state.id}-day`}
          name={`${props.name}.day`}
          label="日"
          empty="日"
          value={part('day', day)}
          invalid={invalid}
          options={DAYS.map((d) => ({ value: d, label: `${d}日` }))}
        />
      </div>
    </FieldGroup>
  )
}

/**
 * The posted parts as 'YYYY-MM-DD'. Empty when nothing was chosen; as it stands (2026-02-31, 2026--5) when the day does
 * not exist or a part is missing, so that the form's own rule can say so.
 */
export function dayFromParts(values: FormValues, name: string): string {
  const parts = ['year', 'month', 'day'].map((key) => String(values[`${name}.${key}`] ?? ''))
  if (parts.every((part) => part === '')) return ''
  return parts.map((part, index) => (index === 0 || part === '' ? part : part.padStart(2, '0'))).join('-')
}

function numbers(last: number): string[] {
  return Array.from({ length: last }, (_, index) => String(index + 1))
}
