import type { ComponentChildren } from 'preact'
import { fieldId, useForm } from '../form-state.ts'
import { Phrase } from '../phrase.tsx'

export interface FieldProps {
  name: string
  label: string
  /** 必須 or 任意 beside the label; neither when left out (the only question of a page). */
  required?: boolean
  hint?: ComponentChildren
  /** Overrides the value of the form around. */
  value?: string | number | readonly string[] | null
  /** Overrides the error of the form around. */
  error?: string
  /** The title of the page already asks: the label is for screen readers only. */
  labelHidden?: boolean
}

export interface FieldState {
  id: string
  value: string
  values: readonly string[]
  error?: string
  /** Ids of hint and error for aria-describedby. */
  describedBy?: string
}

/** What a control needs to know about itself, from its own properties or from the form around. */
export function useField({ name, value, error, hint }: FieldProps): FieldState {
  const form = useForm()
  const id = fieldId(form.id, name)
  const given = value === undefined ? form.values[name] : value
  const problem = error ?? form.errors[name]
  const described = [hint ? `${id}-hint` : '', problem ? `${id}-error` : ''].filter(Boolean).join(' ')
  const values = given === null || given === undefined ? [] : typeof given === 'object' ? given : [String(given)]
  return { id, value: values[0] ?? '', values, error: problem, describedBy: described || undefined }
}

/** Label → 必須/任意 → support text → error → control. */
export function Field(props: FieldProps & { state: FieldState; children: ComponentChildren }) {
  const { state } = props
  return (
    <div class="field" data-error={state.error ? '' : undefined}>
      <label class="field-label" data-hidden={props.labelHidden ? '' : undefined} for={state.id}>
        <LabelWords {...props} />
      </label>
      <Support {...props} />
      {props.children}
    </div>
  )
}

/** The same for several controls that answer one question. */
export function FieldGroup(
  props: FieldProps & { state: FieldState; children: ComponentChildren; role?: 'radiogroup' },
) {
  const { state } = props
  return (
    <fieldset
      class="field"
      data-error={state.error ? '' : undefined}
      aria-describedby={state.describedBy}
      role={props.role}
    >
      <legend class="field-label" data-hidden={props.labelHidden ? '' : undefined}>
        <LabelWords {...props} />
      </legend>
      <Support {...props} />
      {props.children}
    </fieldset>
  )
}

function LabelWords({ label, required }: FieldProps) {
  return (
    <>
      <Phrase>{label}</Phrase>
      {required !== undefined && (
        <span class="field-need" data-need={required ? 'required' : 'optional'}>
          {required ? '必須' : '任意'}
        </span>
      )}
    </>
  )
}

function Support({ name, hint, state }: FieldProps & { state: FieldState }) {
  const mark = useForm().marks?.[name]
  return (
    <>
      {mark && <p class="field-hint">{`${mark}が入力`}</p>}
      {hint && (
        <p class="field-hint" id={`${state.id}-hint`}>
          {typeof hint === 'string' ? <Phrase>{hint}</Phrase> : hint}
        </p>
      )}
      {state.error && (
        <p class="field-error" id={`${state.id}-error`}>
          <Phrase>{state.error}</Phrase>
        </p>
      )}
    </>
  )
}
