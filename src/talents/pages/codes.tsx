import { Button, ButtonLink } from '../../ui/button.tsx'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import type { Choice } from '../../ui/fields/choice-cards.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { CodeOffer } from '../rules/offers.ts'
import { CODES } from '../rules/profile.ts'
import { placeOf, withNext } from '../rules/screens.ts'
import { givenUp } from './questions.tsx'
import { type QuestionProps, ToList } from './screens.tsx'

/** A job code on offer, with what led to it. */
export type Offer = CodeOffer & { readonly projects: number }

type Props = QuestionProps & { offers: readonly Offer[]; query: string }

/** The job codes that the person's own words speak of; others are found by plain words. */
export function PickCodes({ talent, offers, query, values, errors, next }: Props) {
  return (
    <Layout
      title="当てはまる仕事を選んでください"
      lead={`あなたの言葉から見つけました。${CODES}つまで選べます。`}
      step={placeOf(talent, 'codes')}
      failed={Boolean(errors)}
    >
      {offers.length === 0 && (
        <Notice kind="info" title="まだ見つかっていません" action={<Rewrite next={next} />}>
          前の画面の言葉を足すか、下でさがしてください。
        </Notice>
      )}
      <Form
        action={withNext(`/me/profile/codes${query ? `?q=${encodeURIComponent(query)}` : ''}`, next)}
        version={talent.version}
        values={values ?? { codes: talent.codes.map(({ code }) => code), q: query }}
        errors={errors}
        submit="選んだものでよい"
        back="submit"
        more={<ToList next={next} />}
      >
        {offers.length > 0 && (
          <CheckboxList name="codes" label="当てはまる仕事" labelHidden choices={offers.map(choiceOf)} />
        )}
        <TextField
          name="q"
          label="ほかの言葉でさがす"
          required={false}
          type="search"
          hint="例：値段の決め方、チラシづくり、機械の修理"
        />
        <p>
          <Button kind="quiet" name="go" value="search">
            さがして足す
          </Button>
        </p>
      </Form>
    </Layout>
  )
}

function choiceOf({ code, name, group, phrase, found, successors, projects }: Offer): Choice {
  if (successors) return { value: code, label: name, note: givenUp(successors) }
  const why = phrase ? `「${phrase}」から` : found ? 'さがした言葉から' : ''
  const used = projects > 0 ? `これまでの案件 ${projects}件` : ''
  return { value: code, label: name, note: [group, why, used].filter(Boolean).join('　') }
}

function Rewrite({ next }: Pick<Props, 'next'>) {
  return (
    <ButtonLink kind="quiet" href={withNext('/me/profile/work', next)}>
      言葉を足す
    </ButtonLink>
  )
}
