import { Field, type FieldProps, useField } from './field.tsx'

export interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search'
  /** numeric: a number keyboard, while 「３万」 may still be typed on others. */
  inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'url'
  autoComplete?: string
  placeholder?: string
  /** Unit behind the box: 円, 時間. */
  unit?: string
  size?: 'short' | 'long'
  spellcheck?: boolean
}

export function TextField(props: TextFieldProps) {
  const state = useField(props)
  return (
    <Field {...props} state={state}>
      <span class="input-row">
        <input
          class="input"
          data-size={props.size}
          id={state.id}
          name={props.name}
          type={(props.type ?? 'text') as 'text'}
          inputmode={props.inputMode}
          autocomplete={props.autoComplete}
          placeholder={props.placeholder}
          spellcheck={props.spellcheck}
          value={state.value}
          required={props.required}
          aria-describedby={state.describedBy}
          aria-invalid={state.error ? true : undefined}
        />
        {props.unit && <span class="input-unit">{props.unit}</span>}
      </span>
    </Field>
  )
}
