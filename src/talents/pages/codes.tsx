import { Button, ButtonLink } from '../../ui/button.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { askedBefore, askedTogether, type CodeOffer, fieldOf } from '../rules/offers.ts'
import { CODES } from '../rules/profile.ts'
import { placeOf, withNext } from '../rules/screens.ts'
import { givenUp } from './questions.tsx'
import { Leaving, type QuestionProps } from './screens.tsx'

/** A job code on offer, with what led to it and how many projects asked for it so far. */
export type Offer = CodeOffer & { readonly projects: number }

type Props = QuestionProps & {
  offers: readonly Offer[]
  query: string
  /** Past projects that asked for any of these. */
  together: number
}

/** The job codes that the person's own words speak of, each to be answered; others are found by plain words. */
export function PickCodes({ talent, offers, query, together, values, errors, next }: Props) {
  const asked = askedTogether(together)
  return (
    <Layout
      title="当てはまる仕事はどれですか"
      lead={`あなたの言葉から見つけました。「はい」は${CODES}つまで。`}
      step={placeOf('codes')}
      failed={Boolean(errors)}
    >
      {offers.length === 0 && (
        <Notice kind="info" title="まだ見つかっていません" action={<Rewrite next={next} />}>
          してきたことを話すか、経歴書を貼ってください。下でさがすこともできます。
        </Notice>
      )}
      {asked && <Notice kind="success" title={asked} />}
      <Form
        action={withNext(`/me/profile/codes${query ? `?q=${encodeURIComponent(query)}` : ''}`, next)}
        version={talent.version}
        values={values ?? { ...Object.fromEntries(talent.codes.map(({ code }) => [fieldOf(code), 'yes'])), q: query }}
        errors={errors}
        submit="次へ"
        back="submit"
        more={<Leaving path="codes" next={next} />}
      >
        {offers.map((offer) => (
          <ChoiceCards
            key={offer.code}
            name={fieldOf(offer.code)}
            label={offer.name}
            hint={whyOf(offer)}
            choices={YES_OR_NO}
            columns={2}
          />
        ))}
        <TextField
          name="q"
          label="ほかの言葉でさがす"
          required={false}
          type="search"
          hint="例：値段の決め方、チラシづくり、機械の修理"
        />
        <p class="actions">
          <Button kind="quiet" name="go" value="search">
            さがして足す
          </Button>
          <ButtonLink kind="quiet" href={withNext('/me/profile/cv', next)}>
            経歴書から見つける
          </ButtonLink>
        </p>
      </Form>
    </Layout>
  )
}

const YES_OR_NO = [
  { value: 'yes', label: 'はい' },
  { value: 'no', label: '違う' },
]

function whyOf({ group, phrase, found, successors, projects }: Offer): string {
  if (successors) return givenUp(successors)
  const why = phrase ? `あなたの言葉「${phrase}」から` : found ? 'さがした言葉から' : ''
  return [group, why, askedBefore(projects)].filter(Boolean).join('。')
}

function Rewrite({ next }: Pick<Props, 'next'>) {
  return (
    <>
      <ButtonLink kind="quiet" href={withNext('/me/profile/work', next)}>
        してきたことを話す
      </ButtonLink>
      <ButtonLink kind="quiet" href={withNext('/me/profile/cv', next)}>
        経歴書から見つける
      </ButtonLink>
    </>
  )
}
