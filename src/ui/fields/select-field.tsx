import { Field, type FieldProps, useField } from './field.tsx'

export interface SelectOption {
  value: string
  label: string
}

export interface SelectGroup {
  group: string
  options: readonly SelectOption[]
}

export interface SelectFieldProps extends FieldProps {
  options: readonly (SelectOption | SelectGroup)[]
  /** The first line, which stands for no answer. */
  empty?: string
}

export function SelectField(props: SelectFieldProps) {
  const state = useField(props)
  return (
    <Field {...props} state={state}>
      <Select
        id={state.id}
        name={props.name}
        value={state.value}
        options={props.options}
        empty={props.empty ?? '選んでください'}
        describedBy={state.describedBy}
        invalid={Boolean(state.error)}
      />
    </Field>
  )
}

export interface SelectProps {
  id: string
  name: string
  value: string
  options: readonly (SelectOption | SelectGroup)[]
  empty: string
  label?: string
  describedBy?: string
  invalid?: boolean
}

/** The bare control, for fields made of several. */
export function Select({ value, options, empty, label, describedBy, invalid, ...rest }: SelectProps) {
  return (
    <span class="select">
      <select
        class="input"
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        {...rest}
      >
        <option value="">{empty}</option>
        {options.map((option) =>
          'group' in option ? (
            <optgroup key={option.group} label={option.group}>
              {option.options.map((inner) => (
                <Line key={inner.value} {...inner} chosen={value} />
              ))}
            </optgroup>
          ) : (
            <Line key={option.value} {...option} chosen={value} />
          ),
        )}
      </select>
    </span>
  )
}

function Line({ value, label, chosen }: SelectOption & { chosen: string }) {
  return (
    <option value={value} selected={value === chosen}>
      {label}
    </option>
  )
}
