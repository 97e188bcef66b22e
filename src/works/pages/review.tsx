import type { Side } from '../../contracts/rules/side.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Prose } from '../../ui/prose.tsx'
import { Section } from '../../ui/section.tsx'
import { OUTCOME_WORDS, OUTCOMES } from '../rules/reviews.ts'
import type { Review } from '../schema.ts'

type FormProps = {
  base: string
  side: Side
  goal: string
  /** What the other side wrote, when it waited long enough: then nothing is said of one another any more. */
  opened?: Review | undefined
  /** What the other side is called. */
  other: string
  values?: FormValues
  errors?: FormErrors
}

/** One side looks back. */
export function ReviewForm({ base, side, goal, opened, other, values, errors }: FormProps) {
  const company = side === 'company'
  return (
    <Layout
      title="ふりかえりを書く"
      lead={
        opened
          ? '相手のふりかえりは、下で読めます。'
          : '両者が書きおえると、おたがいに読めます。2週間たつと、先に書いた方の言葉が読めるようになります。'
      }
      back={{ href: base, label: '契約のページ' }}
      failed={Boolean(errors)}
    >
      {goal && (
        <Notice kind="info" title="はじめの目標">
          <Prose text={goal} />
        </Notice>
      )}
      <Notice kind="info">「ひとこと」のほかは、事例の文章のもとになります。連絡先は書かないでください。</Notice>
      <Form action={`${base}/review`} submit="ふりかえりを送る" values={values} errors={errors} sticky>
        <ChoiceCards
          name="outcome"
          label="目標に届きましたか"
          required
          choices={OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value] }))}
        />
        <TextArea name="result" label="何が変わりましたか" hint="数でも、ようすでも。" rows={4} max={1000} required />
        <TextArea
          name="gained"
          label={company ? '会社に残ったもの' : 'あなたが得たもの'}
          hint={company ? '表、やり方、自信など。' : '経験、つながり、気づきなど。'}
          rows={3}
          max={1000}
          required
        />
        {!opened && <TextArea name="feedback" label="相手へのひとこと" rows={3} max={1000} required />}
      </Form>
      {opened && (
        <Section title={`${other}のふりかえり`}>
          <Written review={opened} />
        </Section>
      )}
    </Layout>
  )
}

type Props = { base: string; side: Side; reviews: readonly Review[]; names: Readonly<Record<Side, string>> }

/** By how many there are to read; without any only somebody who may not write comes here. */
const LEADS = [
  'まだ書かれていません。担当の方が書くと、ここで読めます。',
  '送りました。相手が書くと、おたがいに読めます。書かれなくても、2週間たつと、相手はあなたの言葉を読めます。',
  '両者のふりかえりがそろいました。',
]

/** What was written: one's own at once, the other's when both have. */
export function Reviews({ base, side, reviews, names }: Props) {
  return (
    <Layout title="ふりかえり" lead={LEADS[reviews.length]} back={{ href: base, label: '契約のページ' }}>
      {reviews.length === 2 && (
        <p>
          <ButtonLink href={`${base}/case`}>事例の公開を決める</ButtonLink>
        </p>
      )}
      {reviews.map((review) => (
        <Section
          key={review.id}
          title={review.side === side ? 'あなたのふりかえり' : `${names[review.side]}のふりかえり`}
        >
          <Written review={review} />
          {side === 'talent' && review.side === side && review.feedback !== '' && (
            <Sharing base={base} isShared={review.sharedAt !== null} />
          )}
        </Section>
      ))}
    </Layout>
  )
}

/** The person alone decides whether others who think of applying may read what was said to the company. */
function Sharing({ base, isShared }: { base: string; isShared: boolean }) {
  return (
    <Notice
      kind="info"
      title={isShared ? 'このひとことは、会社の「これまで」に出ています' : '会社の「これまで」にものせられます'}
      action={
        <PostButton action={`${base}/review/sharing`} kind="quiet" fields={{ on: isShared ? 'no' : 'yes' }}>
          {isShared ? '「これまで」から外す' : 'ひとことをのせる'}
        </PostButton>
      }
    >
      だれでも読めます。あなたの名前は出ず、案件の題と並びます。いつでも外せます。
    </Notice>
  )
}

function Written({ review }: { review: Review }) {
  return (
    <DefinitionList
      items={[
        { term: '目標', value: OUTCOME_WORDS[review.outcome] },
        { term: '変わったこと', value: <Prose text={review.result} /> },
        {
          term: review.side === 'company' ? '会社に残ったもの' : '得たもの',
          value: <Prose text={review.gained} />,
        },
        ...(review.feedback ? [{ term: '相手へのひとこと', value: <Prose text={review.feedback} /> }] : []),
      ]}
    />
  )
}
