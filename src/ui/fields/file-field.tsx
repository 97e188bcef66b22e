import { Field, type FieldProps, useField } from './field.tsx'

/** One file. Its form needs `upload`; what is in it says which kind it is, `accept` only helps to find it. */
export function FileField(props: FieldProps & { accept: string }) {
  const state = useField(props)
  return (
    <Field {...props} state={state}>
      <input
        class="input"
        id={state.id}
        name={props.name}
        type="file"
        accept={props.accept}
        aria-describedby={state.describedBy}
        aria-invalid={state.error ? true : undefined}
      />
    </Field>
  )
}
