import { ChoiceWords } from './choice-words.tsx'
import { FieldGroup, type FieldProps, useField } from './field.tsx'

export interface Choice {
  value: string
  label: string
  /** A line under the label. */
  note?: string
}

/** The value of 「わからない」: somebody else fills it in. */
export const UNSURE = 'unsure'

export interface ChoiceCardsProps extends FieldProps {
  choices: readonly Choice[]
  /** Adds 「わからない」; give a sentence to say what then happens. */
  unsure?: boolean | string
  /** Side by side where there is room: for short words only. */
  columns?: 2 | 3
}

/** One answer out of a few, each as large as a thumb. */
export function ChoiceCards(props: ChoiceCardsProps) {
  const state = useField(props)
  const unsure: Choice[] = props.unsure
    ? [{ value: UNSURE, label: 'わからない', note: typeof props.unsure === 'string' ? props.unsure : undefined }]
    : []
  return (
    <FieldGroup {...props} state={state} role="radiogroup">
      <div class="choices" data-columns={props.columns}>
        {[...props.choices, ...unsure].map((choice, index) => (
          <label class="choice" key={choice.value} data-unsure={choice.value === UNSURE ? '' : undefined}>
            <input
              type="radio"
              id={index === 0 ? state.id : `${state.id}-${index + 1}`}
              name={props.name}
              value={choice.value}
              checked={state.value === choice.value}
              required={props.required}
            />
            <ChoiceWords {...choice} />
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
