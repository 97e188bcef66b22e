import type { Choice } from './choice-cards.tsx'
import { ChoiceWords } from './choice-words.tsx'
import { FieldGroup, type FieldProps, useField } from './field.tsx'

export interface CheckboxListProps extends FieldProps {
  choices: readonly Choice[]
  columns?: 2 | 3
}

/** Any number of answers. */
export function CheckboxList(props: CheckboxListProps) {
  const state = useField(props)
  return (
    <FieldGroup {...props} state={state}>
      <div class="choices" data-columns={props.columns}>
        {props.choices.map((choice, index) => (
          <label class="choice" key={choice.value}>
            <input
              type="checkbox"
              id={index === 0 ? state.id : `${state.id}-${index + 1}`}
              name={props.name}
              value={choice.value}
              checked={state.values.includes(choice.value)}
            />
            <ChoiceWords {...choice} />
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
