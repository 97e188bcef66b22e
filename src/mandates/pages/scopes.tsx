import { SCOPES } from '../../lib/web/guard.ts'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { DESK, DESK_NAME, LENGTH_WORDS, SCOPE_NOTES, SCOPE_WORDS } from '../rules.ts'

export type Whom = { readonly id: string; readonly name: string }

export function WhomField({ partners }: { partners: readonly Whom[] }) {
  return (
    <ChoiceCards
      name="whom"
      label="だれに"
      choices={[...partners.map(({ id, name }) => ({ value: id, label: name })), { value: DESK, label: DESK_NAME }]}
    />
  )
}

export function ScopeField() {
  return (
    <ChoiceCards
      name="scope"
      label="どこまで"
      choices={SCOPES.map((scope) => ({ value: scope, label: SCOPE_WORDS[scope], note: SCOPE_NOTES[scope] }))}
    />
  )
}

export function LengthField() {
  return (
    <ChoiceCards
      name="days"
      label="いつまで"
      choices={Object.entries(LENGTH_WORDS).map(([value, label]) => ({ value, label }))}
    />
  )
}
