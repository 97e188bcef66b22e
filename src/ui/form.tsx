import type { ComponentChildren } from 'preact'
import { Button, ButtonLink } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { HiddenField } from './fields/hidden-field.tsx'
import { FormContext, type FormErrors, type FormValues } from './form-state.ts'
import { type NavLink, useFrame } from './frame.tsx'

export interface FormProps {
  action: string
  children: ComponentChildren
  /** Words of the main button, a verb. */
  submit: string
  /** Different for each form of one page; the ids of the fields begin with it. */
  id?: string
  values?: FormValues
  errors?: FormErrors
  /** Who wrote a field in an assisted session: said beside it. */
  marks?: Readonly<Record<string, string>>
  /** The version of the record this form was made from. */
  version?: number
  /** Address that takes the same fields as a draft while somebody types. */
  autosave?: string
  /** Shown beside the main button: a link, or a submit that posts `go=back` so that nothing typed is lost. */
  back?: NavLink | 'submit'
  submitKind?: 'main' | 'quiet' | 'danger'
  /** More buttons under the main one. */
  more?: ComponentChildren
  /** Keeps the main button in view on a small screen. */
  sticky?: boolean
  upload?: boolean
}

/** A form that works without scripts, keeps every value, and says what is missing. */
export function Form(props: FormProps) {
  const { id = 'form', values = {}, errors = {}, autosave } = props
  const form = (
    <form
      class="form"
      id={id}
      method="post"
      action={props.action}
      novalidate
      enctype={props.upload ? 'multipart/form-data' : undefined}
      data-once=""
    >
      <OnceFields version={props.version} />
      {/* The enter key means the first button of the source, also where a search stands further up on the screen. */}
      <button class="enter-key" type="submit" tabIndex={-1} aria-hidden="true" />
      <ErrorSummary form={id} errors={errors} />
      {props.children}
      <FormActions {...props} />
    </form>
  )
  return (
    <FormContext.Provider value={{ id, values, errors, ...(props.marks && { marks: props.marks }) }}>
      {autosave ? (
        <draft-form data-autosave={autosave}>
          {form}
          <p class="draft-status" role="status" data-status="" />
        </draft-form>
      ) : (
        form
      )}
    </FormContext.Provider>
  )
}

/** A form that is only a button: 「取り消す」「候補に残す」. */
export function PostButton(props: {
  action: string
  children: string
  kind?: 'main' | 'quiet' | 'danger' | 'plain'
  fields?: Readonly<Record<string, string | number>>
  version?: number
  label?: string
  wide?: boolean
}) {
  return (
    <form class="post-button" method="post" action={props.action} data-once="">
      <OnceFields version={props.version} />
      {Object.entries(props.fields ?? {}).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <Button kind={props.kind ?? 'quiet'} label={props.label} wide={props.wide}>
        {props.children}
      </Button>
    </form>
  )
}

function OnceFields({ version }: { version?: number }) {
  return (
    <>
      <HiddenField name="_once" value={useFrame().once()} />
      {version !== undefined && <HiddenField name="version" value={version} />}
    </>
  )
}

/** The main button comes first. */
function FormActions({ submit, submitKind = 'main', back, more, sticky }: FormProps) {
  return (
    <div class="form-actions" data-sticky={sticky ? '' : undefined}>
      <Button kind={submitKind}>{submit}</Button>
      {back === 'submit' && (
        <Button kind="quiet" name="go" value="back">
          前にもどる
        </Button>
      )}
      {back && back !== 'submit' && (
        <ButtonLink kind="quiet" href={back.href}>
          {back.label}
        </ButtonLink>
      )}
      {more}
    </div>
  )
}
