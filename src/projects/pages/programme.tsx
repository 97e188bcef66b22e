import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import { More } from '../../ui/more.tsx'

type Listed = { id: string; slug: string; title: string; partner: string }

export type ProgrammePartProps = {
  base: string
  current: Listed | null
  choices: readonly (Listed & { isSuggested: boolean })[]
}

/** Of what somebody runs in the region a project is part, and what its partner then learns. */
export function ProgrammePart({ base, current, choices }: ProgrammePartProps) {
  if (!current && choices.length === 0) return null
  const isSuggested = choices.some((one) => one.isSuggested)
  return (
    <More title={`地域の事業：${current?.title ?? 'まだ入れていません'}`} open={!current && isSuggested}>
      {current && (
        <>
          <p>
            <a href={`/programmes/${current.slug}`}>{current.title}</a>（{current.partner}）
          </p>
          <PostButton action={`${base}/programme/departure`} kind="quiet">
            この事業から外す
          </PostButton>
        </>
      )}
      {!current && (
        <Form
          id="programme"
          action={`${base}/programme`}
          submit="この事業に入れる"
          submitKind="quiet"
          values={{ programme: choices[0]!.id }}
        >
          <ChoiceCards
            name="programme"
            label="事業"
            hint="事業の団体に、進みぐあい、契約と訪問の数が伝わります。"
            choices={choices.map(({ id, title, partner, isSuggested }) => ({
              ...{ value: id, label: title, note: isSuggested ? `${partner}からのおすすめです` : partner },
            }))}
          />
        </Form>
      )}
    </More>
  )
}
