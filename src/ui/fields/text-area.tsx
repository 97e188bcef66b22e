import { Field, type FieldProps, useField } from './field.tsx'

export interface TextAreaProps extends FieldProps {
  rows?: number
  /** Most characters; shown and counted, never cut off while typing. */
  max?: number
  placeholder?: string
  /** Words of a button for saying it instead, where the browser can. */
  voice?: string
}

export function TextArea(props: TextAreaProps) {
  const state = useField(props)
  const countId = `${state.id}-count`
  const described = [state.describedBy, props.max ? countId : ''].filter(Boolean).join(' ')
  return (
    <Field {...props} state={state}>
      <textarea
        class="input"
        id={state.id}
        name={props.name}
        rows={props.rows ?? 5}
        placeholder={props.placeholder}
        required={props.required}
        aria-describedby={described || undefined}
        aria-invalid={state.error ? true : undefined}
      >
        {state.value}
      </textarea>
      {props.voice && <voice-input class="voice" data-for={state.id} data-label={props.voice} />}
      {props.max && (
        <char-count class="char-count" id={countId} data-for={state.id} data-max={String(props.max)}>
          {props.max}文字まで
        </char-count>
      )}
    </Field>
  )
}
