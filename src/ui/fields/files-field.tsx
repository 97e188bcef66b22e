import { Field, type FieldProps, useField } from './field.tsx'

/** Several files; pictures among them are made smaller before they are sent. Its form needs `upload`. */
export function FilesField(props: FieldProps & { accept: string }) {
  return <Chosen {...props} multiple />
}

/** One photo, from the camera or from those that are there. Its form needs `upload`. */
export function PhotoField(props: FieldProps) {
  return <Chosen {...props} accept="image/*" multiple={false} />
}

function Chosen({ accept, multiple, ...props }: FieldProps & { accept: string; multiple: boolean }) {
  const state = useField(props)
  return (
    <Field {...props} state={state}>
      <photo-size>
        <input
          class="input"
          id={state.id}
          name={props.name}
          type="file"
          multiple={multiple}
          accept={accept}
          aria-describedby={state.describedBy}
          aria-invalid={state.error ? true : undefined}
        />
        <p class="voice-status" role="status" data-photo-status="" />
      </photo-size>
    </Field>
  )
}
