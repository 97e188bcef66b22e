import type { Side } from '../../contracts/rules/side.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { CAUSES } from '../rules/causes.ts'
import { type Exposed, exposedWords } from '../rules/exposed.ts'
import { mendedParts } from '../rules/mended.ts'
import { CASE_STATE_WORDS, jointOpenness, OPENNESS, OPENNESS_WORDS, stateOfCase } from '../rules/openness.ts'
import { isFailed } from '../rules/outcomes.ts'
import { wholeFigures } from '../rules/published.ts'
import type { Case } from '../schema.ts'
import { CaseBody, Figures } from './body.tsx'
import { OwnStory, type SeenStory } from './story-making.tsx'

type Props = {
  /** The contract, or the project for which nobody was found. */
  base: string
  side: Side
  row: Case
  /** What in the text leads to one of the sides. */
  exposed: Exposed
  /** What the desk made a story of it. */
  story: SeenStory
  /** A viewer of the company reads only. */
  acts: boolean
  values?: FormValues
  errors?: FormErrors
}

/** One side reads what would be shown and says how far it may be seen. */
export function OwnCase(props: Props) {
  const { base, row, acts } = props
  const state = stateOfCase(row)
  const isOpen = state === 'draft' || state === 'consented'
  const own = props.side === 'company' ? row.companyConsentAt : row.talentConsentAt
  const choose = <Choose {...props} />
  return (
    <Layout
      title="事例の見せ方を決める"
      eyebrow={CASE_STATE_WORDS[state]}
      lead={isOpen && row.accountId ? '選んだうち、せまいほうに合わせます。' : undefined}
      back={{ href: base, label: row.contractId ? '契約のページ' : '案件のページ' }}
      failed={Boolean(props.errors)}
    >
      {state === 'withdrawn' && <Notice kind="info">この事例は取り下げました。だれにも見えません。</Notice>}
      {state === 'published' && (
        <p>
          <ButtonLink kind={props.story ? 'quiet' : 'main'} href={`/cases/${row.id}`}>
            公開した事例を見る
          </ButtonLink>
        </p>
      )}
      {props.story && state === 'published' && <OwnStory {...{ base, acts, side: props.side, story: props.story }} />}
      {isOpen && <Chosen {...props} />}
      {isOpen && acts && (own ? <More title="見せ方を選びなおす">{choose}</More> : choose)}
      {isOpen && <ExposedWords {...props} />}
      <Section title={row.title}>
        <Figures row={wholeFigures(row)} />
      </Section>
      <CaseBody text={row} />
      <Mended row={row} />
      {acts && props.side === 'company' && row.contractId && (
        <PostButton action={`${base}/continuation`} kind="plain">
          この続きを頼む
        </PostButton>
      )}
      {acts && state !== 'withdrawn' && (
        <p>
          <ButtonLink kind="quiet" href={`${base}/case/withdrawal`}>
            事例を取り下げる
          </ButtonLink>
        </p>
      )}
    </Layout>
  )
}

/** The second step of what cannot be undone. */
export function WithdrawCase({ base, row }: Pick<Props, 'base' | 'row'>) {
  return (
    <Layout
      title="事例を取り下げますか"
      lead="取り下げると、元にもどせません。"
      back={{ href: `${base}/case`, label: '事例の見せ方' }}
    >
      <p>
        「{row.title}」は、ほかの人には見えなくなります。{row.accountId && '相手にはメールで知らせます。'}
      </p>
      <Form
        action={`${base}/case/withdrawal`}
        submit="取り下げる"
        submitKind="danger"
        back={{ href: `${base}/case`, label: 'やめる' }}
        sticky
      >
        {null}
      </Form>
    </Layout>
  )
}

/** Ended, but not yet looked back on by both. */
export function NoCaseYet({ base }: { base: string }) {
  return (
    <Layout title="事例の見せ方を決める" back={{ href: base, label: '契約のページ' }}>
      <EmptyState title="事例はまだありません" action={<ButtonLink href={`${base}/review`}>ふりかえりへ</ButtonLink>}>
        両者のふりかえりがそろうと、事例の案ができます。
      </EmptyState>
    </Layout>
  )
}

/** What the desk changed since this side agreed, so that it agrees to what it sees. */
function Mended({ row }: Pick<Props, 'row'>) {
  const parts = mendedParts(row)
  if (parts.length === 0) return null
  return (
    <More title="事務局が直したところ">
      {parts.map(({ part, gone, come }) => (
        <div key={part}>
          <p>{part}</p>
          {gone.map((words) => (
            <p key={words}>
              前：<del>{words}</del>
            </p>
          ))}
          {come.map((words) => (
            <p key={words}>
              今：<ins>{words}</ins>
            </p>
          ))}
        </div>
      ))}
    </More>
  )
}

function Chosen({ side, row }: Props) {
  const own = side === 'company' ? row.companyConsentAt : row.talentConsentAt
  const joint = jointOpenness(row)
  const all = row.accountId ? '両者の返事がそろいました。' : '返事を受け取りました。'
  if (joint === 'private' || joint === 'statistics') {
    return <Notice kind="success">{`${all}文章は公開しません。`}</Notice>
  }
  if (joint) return <Notice kind="success">{`${all}事務局が文章を読んでから公開します（2営業日ほど）。`}</Notice>
  return own ? <Notice kind="success">返事を受け取りました。相手の返事を待っています。</Notice> : null
}

function ExposedWords({ exposed }: Props) {
  const words = [...exposedWords(exposed), ...exposed.copied]
  if (words.length === 0) return null
  return (
    <Notice kind="warning" title="文章に、会社や人にたどりつく言葉があります">
      <p>「{words.join('」「')}」</p>
      <p>名前を出さないときは、事務局が直し、もう一度おたずねします。</p>
    </Notice>
  )
}

function Choose({ base, side, row, values, errors }: Props) {
  const chosen = side === 'company' ? row.companyOpenness : row.talentOpenness
  const reasons = row.companyOpenness ? row.causes : row.suspected
  return (
    <Form
      action={`${base}/case`}
      submit="この見せ方にする"
      version={row.version}
      values={values ?? { openness: chosen, causes: reasons, told: row.told ?? '' }}
      sticky
      {...(errors && { errors })}
    >
      {isFailed(row.outcome) && side === 'company' && (
        <CheckboxList
          name="causes"
          label="どうしてだと思いますか（いくつでも）"
          columns={2}
          choices={CAUSES.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {isFailed(row.outcome) && side === 'talent' && (
        <TextArea name="told" label="どうしてだと思いますか（書かなくてもかまいません）" rows={4} max={1000} />
      )}
      <ChoiceCards
        name="openness"
        label="下の文章を、どこまで見せてよいですか"
        required
        choices={OPENNESS.map((value) => ({
          value,
          label: OPENNESS_WORDS[value][0],
          note: OPENNESS_WORDS[value][1],
        }))}
      />
    </Form>
  )
}
