import type { Fields } from './kept-draft.ts'

/** What somebody can type or choose; the token of a submit stays with the submit. */
export function fieldsOf(form: HTMLFormElement): Fields {
  return [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== '_once',
  )
}

/** The same without the version, which the server counts up. */
export function typedOf(form: HTMLFormElement): Fields {
  return fieldsOf(form).filter(([name]) => name !== 'version')
}

export function putBack(form: HTMLFormElement, fields: Fields) {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')) {
      control.checked = fields.some(([name, value]) => name === control.name && value === control.value)
    } else if (isBox(control)) {
      const found = fields.find(([name]) => name === control.name)
      if (!found) continue
      control.value = found[1]
      control.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }
}

function isBox(control: Element): control is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  if (control instanceof HTMLInputElement) return control.type !== 'hidden' && control.type !== 'file'
  return control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement
}
