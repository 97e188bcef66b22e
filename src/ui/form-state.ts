import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

export type FormValue = string | number | readonly string[] | null | undefined
export type FormValues = Readonly<Record<string, FormValue>>
/** Field name → sentence that says what to do. The order is the order of the summary. */
export type FormErrors = Readonly<Record<string, string | undefined>>

export interface FormState {
  id: string
  values: FormValues
  errors: FormErrors
  /** Field name → who wrote it for the owner of the form. */
  marks?: Readonly<Record<string, string>>
}

export const FormContext = createContext<FormState>({ id: 'form', values: {}, errors: {} })

/** Id, values and errors of the form around a field. */
export function useForm(): FormState {
  return useContext(FormContext)
}

/** The id of the control of a field, to which the error summary links. */
export function fieldId(form: string, name: string): string {
  return `${form}-${name}`
}
