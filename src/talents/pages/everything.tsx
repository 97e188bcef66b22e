import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { LegalDate } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import { withNext } from '../rules/screens.ts'
import { valuesOf } from '../rules/values.ts'
import { CodeQuestions, PaceQuestions, PlaceQuestions, WishesQuestions, WorkQuestions } from './questions.tsx'
import type { QuestionProps } from './screens.tsx'
import { AnotherTie } from './ties.tsx'

/** All questions on one page, over the same draft as the single ones. */
export function Everything({
  talent,
  today,
  more,
  values,
  errors,
  next,
}: QuestionProps & { today: LegalDate; more: boolean }) {
  return (
    <Layout
      title="全部を1枚で書く"
      lead="1問ずつの画面と同じ内容です。どちらで書いても構いません。"
      back={{ href: withNext('/me/profile', next), label: 'プロフィール' }}
      failed={Boolean(errors)}
    >
      <Form
        action={withNext('/me/profile/everything', next)}
        autosave="/me/profile/draft?of=everything"
        version={talent.version}
        values={values ?? valuesOf(talent)}
        errors={errors}
        submit="保存する"
        more={<AnotherTie talent={talent} />}
      >
        <WorkQuestions />
        {talent.codes.map(({ code }) => {
          const leaf = jobCodes().leaf(code)
          return (
            leaf && (
              <Section key={code} title={leaf.name} lead={leaf.definition}>
                <CodeQuestions leaf={leaf} today={today} />
              </Section>
            )
          )
        })}
        <PaceQuestions />
        <PlaceQuestions today={today} more={more} />
        <WishesQuestions />
      </Form>
      <p class="actions">
        <ButtonLink kind="quiet" href={withNext('/me/profile/codes', next)}>
          仕事を選びなおす
        </ButtonLink>
        <ButtonLink kind="quiet" href={withNext('/me/profile/employer', next)}>
          勤め先の答えを見る
        </ButtonLink>
      </p>
    </Layout>
  )
}
