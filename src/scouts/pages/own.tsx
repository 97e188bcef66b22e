import type { ComponentChildren } from 'preact'
import { Disclosure } from '../../applications/pages/apply.tsx'
import { type DisclosedLine, NOT_DISCLOSED } from '../../applications/rules/disclosure.ts'
import { japaneseDate, today } from '../../lib/time.ts'
import { UNDO_MINUTES } from '../../lib/undo.ts'
import { ProjectGlance } from '../../projects/pages/facts.tsx'
import type { Project } from '../../projects/schema.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { canUndo, REFUSAL_REASONS, stateOf } from '../rules.ts'
import type { Scout } from '../schema.ts'
import { PERSON_WORDS } from './words.ts'

type Props = {
  scout: Scout
  project: Project
  companyName: string
  /** Why the project fits, in the words of a proposal. */
  reasons: ComponentChildren
  applicationId: string | null
  now: Date
  errors?: FormErrors
}

/** A company asks: its words, the project, why it fits; a yes leads to what would be seen, a no is one tap. */
export function OwnScout(props: Props) {
  const { scout, project, companyName, reasons, applicationId, now } = props
  const path = `/me/scouts/${scout.id}`
  const state = stateOf(scout, now)
  return (
    <Layout
      title="会社から、声がかかりました"
      eyebrow={companyName}
      lead={state === 'sent' ? 'まだ、名前も勤め先も伝わっていません。' : PERSON_WORDS[state]}
      back={{ href: '/me', label: '自分のページ' }}
    >
      <Section title="会社からの言葉">
        {scout.words.split('\n').map((line, at) => (
          <p key={at}>{line}</p>
        ))}
      </Section>
      {state === 'sent' && (
        <>
          <p>
            <ButtonLink href={`${path}?step=accept`}>見えるものを確かめて、応じる</ButtonLink>
          </p>
          <div class="tag-list">
            <PostButton action={`${path}/refusal`} version={scout.version} fields={{ told: 'yes' }}>
              断る（会社にていねいに伝えます）
            </PostButton>
            <PostButton action={`${path}/refusal`} version={scout.version} fields={{ told: 'no' }} kind="plain">
              会社には何も伝えずに断る
            </PostButton>
          </div>
          <p>{`${japaneseDate(today(scout.expiresAt))}まで待っています。返事をしなくても、不利になることはありません。`}</p>
        </>
      )}
      {state === 'refused' && <Refused {...props} path={path} />}
      {state === 'accepted' && applicationId && (
        <p>
          <ButtonLink href={`/me/applications/${applicationId}`}>応募のようすを見る</ButtonLink>
        </p>
      )}
      <Section title="誘われた案件">
        <Card title={project.title ?? ''} href={`/projects/${project.id}`} eyebrow={companyName} level={3}>
          <ProjectGlance project={project} />
          {reasons}
        </Card>
      </Section>
      <More title="声かけを減らしたいとき">
        <p>
          <a href="/me/profile/employer">この会社や、ほかの会社に見せない</a>
        </p>
        <PostButton action="/me/scouts/stopping">会社からの声かけを、すべて止める</PostButton>
      </More>
    </Layout>
  )
}

function Refused({ scout, now, errors, path }: Props & { path: string }) {
  const undo = canUndo(scout, now) && (
    <PostButton action={`${path}/cancellation`} version={scout.version}>
      取り消す
    </PostButton>
  )
  const told = scout.refusalTold
    ? `${UNDO_MINUTES}分たつと、会社に「今回は見送り」とだけ伝わります。`
    : '会社には何も伝わりません。返事がなかったのと同じに見えます。'
  return (
    <>
      <Notice kind="success" title="お断りしました" action={undo} live>
        {told}
      </Notice>
      {scout.refusalTold && !scout.refusalReason && canUndo(scout, now) && (
        <More title="理由をひとこと添える（任意）" open={Boolean(errors)}>
          <Form
            action={`${path}/reason`}
            submit="理由を添える"
            submitKind="quiet"
            version={scout.version}
            {...(errors && { errors })}
          >
            <ChoiceCards
              name="reason"
              label="理由"
              choices={REFUSAL_REASONS.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form>
        </More>
      )}
    </>
  )
}

type AcceptProps = Pick<Props, 'scout' | 'project' | 'companyName'> & { lines: readonly DisclosedLine[] }

/** Before the yes: who will see it, and exactly what. */
export function AcceptScout({ scout, project, companyName, lines }: AcceptProps) {
  const path = `/me/scouts/${scout.id}`
  return (
    <Layout
      title="応じる前に確かめる"
      lead={`応じると、${companyName}の方が、下の内容を見られるようになります。`}
      back={{ href: path, label: '会社からの言葉' }}
    >
      <Disclosure {...{ project, companyName, lines }} />
      <Notice title="見えないもの">{`${NOT_DISCLOSED.join('、')}は見えません。取り下げると、名前もまた見えなくなります。`}</Notice>
      <Form
        action={`${path}/acceptance`}
        submit="この内容を見せて、応じる"
        version={scout.version}
        back={{ href: path, label: 'やめておく' }}
      >
        {null}
      </Form>
    </Layout>
  )
}

/** Beside an application: it began with the company's own words. */
export function BegunByScout({ words, of }: { words: string; of: 'company' | 'talent' }) {
  return (
    <Notice title={of === 'company' ? 'こちらから声をかけた方です' : '会社から声がかかって始まった応募です'}>
      {`「${words}」`}
    </Notice>
  )
}
