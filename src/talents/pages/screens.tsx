import type { ComponentChildren } from 'preact'
import type { Leaf } from '../../jobcodes/rules/release.ts'
import type { LegalDate } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import type { OwnTalent } from '../rules/profile.ts'
import { placeOf, withNext } from '../rules/screens.ts'
import { valuesOf } from '../rules/values.ts'
import { CodeQuestions, PaceQuestions, PlaceQuestions, WishesQuestions, WorkQuestions } from './questions.tsx'
import { AnotherTie } from './ties.tsx'

export type QuestionProps = {
  talent: OwnTalent
  values?: FormValues
  errors?: FormErrors
  /** The page from which somebody came to fill in what is missing. */
  next?: string | null
}

export function WorkScreen(props: QuestionProps) {
  return (
    <Question
      {...props}
      path="work"
      title="何をしてきましたか"
      lead="役に立つか分からない、狭い仕事こそ書いてください。"
    >
      <WorkQuestions alone />
    </Question>
  )
}

export function CodeScreen({ leaf, today, ...props }: QuestionProps & { leaf: Leaf; today: LegalDate }) {
  return (
    <Question
      {...props}
      path={`codes/${leaf.id}`}
      title={leaf.name}
      eyebrow="選んだ仕事について"
      lead={leaf.definition}
    >
      <CodeQuestions leaf={leaf} today={today} />
    </Question>
  )
}

export function PaceScreen(props: QuestionProps) {
  return (
    <Question {...props} path="pace" title="時間と報酬" lead="あとから、いつでも変えられます。">
      <PaceQuestions />
    </Question>
  )
}

export function PlaceScreen({ today, more, ...props }: QuestionProps & { today: LegalDate; more: boolean }) {
  return (
    <Question
      {...props}
      path="place"
      title="土地とのつながり"
      more={<AnotherTie talent={props.talent} />}
      lead="会社に見えるのは、都道府県までです。"
    >
      <PlaceQuestions today={today} more={more} />
    </Question>
  )
}

export function WishesScreen(props: QuestionProps) {
  return (
    <Question {...props} path="wishes" title="望むことと、知っている業種" lead="なければ、そのまま次へ進んでください。">
      <WishesQuestions />
    </Question>
  )
}

type Props = QuestionProps & {
  path: string
  title: string
  eyebrow?: string
  lead?: string
  more?: ComponentChildren
  children: ComponentChildren
}

function Question({ talent, path, values, errors, next, more, children, ...head }: Props) {
  return (
    <Layout {...head} step={placeOf(path)} failed={Boolean(errors)}>
      <Form
        action={withNext(`/me/profile/${path}`, next)}
        autosave={`/me/profile/draft?of=${path}`}
        version={talent.version}
        values={values ?? valuesOf(talent)}
        errors={errors}
        submit={placeOf(path) ? '次へ' : '保存する'}
        back="submit"
        more={
          <>
            {more}
            <Leaving path={path} next={next} />
          </>
        }
      >
        {children}
      </Form>
    </Layout>
  )
}

/** Passes a question over, or keeps what is there and stops here. One of the five is passed over; the others can be left. */
export function Leaving({ path, next }: Pick<QuestionProps, 'next'> & { path: string }) {
  const skips = placeOf(path) !== undefined
  return (
    <>
      {skips && (
        <Button kind="plain" name="go" value="skip">
          いまは答えずに次へ
        </Button>
      )}
      {(!skips || next) && (
        <Button kind="plain" name="go" value="list">
          {next ? 'ここまでにして、もとの画面へ' : 'ここまでにして一覧へ'}
        </Button>
      )}
    </>
  )
}
