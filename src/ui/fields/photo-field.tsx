import { Field, type FieldProps, useField } from './field.tsx'

/** One photo, from the camera or from those that are there. Its form needs `upload`. */
export function PhotoField(props: FieldProps) {
  const state = useField(props)
  return (
    <Field {...props} state={state}>
      <photo-size>
        <input
          class="input"
          id={state.id}
          name={props.name}
          type="file"
          accept="image/*"
          aria-describedby={state.describedBy}
          aria-invalid={state.error ? true : undefined}
        />
        <p class="voice-status" role="status" data-photo-status="" />
      </photo-size>
    </Field>
  )
}
