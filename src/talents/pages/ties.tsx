import type { LegalDate } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { useForm } from '../../ui/form-state.ts'
import { Section } from '../../ui/section.tsx'
import type { OwnTalent } from '../rules/profile.ts'
import { TIE_NUMBERS } from '../rules/ties.ts'
import { TIE_KINDS } from '../rules/words.ts'
import { PREFECTURE_OPTIONS } from './prefectures.ts'
import { yearsUpTo } from './years.ts'

/** ゆかり: the places that are filled in, and an empty one when there is none or when it was asked for. */
export function TieQuestions({ today, more }: { today: LegalDate; more: boolean }) {
  const { values, errors } = useForm()
  const used = (n: number) =>
    ['kind', 'prefecture', 'town'].some((part) => values[`tie-${part}-${n}`] || errors[`tie-${part}-${n}`])
  const empty = more || !TIE_NUMBERS.some(used) ? TIE_NUMBERS.find((n) => !used(n)) : undefined
  return (
    <>
      {TIE_NUMBERS.filter((n) => n === empty || used(n)).map((n) => (
        <Section
          key={n}
          title={n === 1 ? 'ゆかりのある土地' : `ゆかりのある土地（${n}つ目）`}
          lead={n === 1 ? '近い案件をさがすために使います。なければ空けておいてください。' : undefined}
        >
          <SelectField
            name={`tie-kind-${n}`}
            label="どんなゆかりですか"
            required={false}
            options={TIE_KINDS.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField name={`tie-prefecture-${n}`} label="都道府県" required={false} options={PREFECTURE_OPTIONS} />
          <TextField name={`tie-town-${n}`} label="市町村" required={false} hint="会社には見せません。" />
          <SelectField
            name={`tie-year-${n}`}
            label="さいごに関わった年"
            required={false}
            options={yearsUpTo(Number(today.slice(0, 4)), String(values[`tie-year-${n}`] ?? ''))}
          />
        </Section>
      ))}
    </>
  )
}

/** Keeps what is there and asks for another. */
export function AnotherTie({ talent }: { talent: OwnTalent }) {
  return talent.ties.length === TIE_NUMBERS.length ? null : (
    <Button kind="plain" name="go" value="tie">
      ゆかりをもう1つ書く
    </Button>
  )
}
