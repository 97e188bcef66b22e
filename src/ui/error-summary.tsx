import { type FormErrors, fieldId } from './form-state.ts'
import { Phrase } from './phrase.tsx'

/** What to mend, on top of the form, each line a link to its field. */
export function ErrorSummary({ form, errors }: { form: string; errors: FormErrors }) {
  const lines = Object.entries(errors).filter((entry): entry is [string, string] => Boolean(entry[1]))
  if (lines.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabIndex={-1} data-error-summary="">
      <h2>{lines.length}か所、確かめてください</h2>
      <ul>
        {lines.map(([name, sentence]) => (
          <li key={name}>
            <a href={`#${fieldId(form, name)}`}>
              <Phrase>{sentence}</Phrase>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
