import type { ComponentChildren } from 'preact'
import { BEGUN } from '../../mandates/rules.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PostButton } from '../../ui/form.tsx'
import { CONSULT, useFrame } from '../../ui/frame.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { crisisLines, isCryForHelp } from '../rules/crisis.ts'
import { WORDS } from '../rules/entered.ts'
import type { Answered } from '../rules/listening.ts'
import { isAnswered, liveNodes } from '../rules/nodes.ts'
import { isUnreadable, type PhotoNote, waitsForTyping } from '../rules/photos.ts'
import { isCryOf, isLittle } from '../rules/said.ts'
import type { ChallengeNode, Worry } from '../schema.ts'
import { Elsewhere, JustRemoved, OtherReading, OwnWords, Removed } from './beside.tsx'
import { TooLarge } from './large.tsx'
import { AskMore, GivenAnswers, hasQuestions } from './listening.tsx'
import { PhotoAway, PhotoOnly, Photos, TYPED_WORDS } from './photos.tsx'
import { Asked, type AskedParty, Together } from './together.tsx'
import { ChallengeLines, type Origins } from './tree.tsx'
import { Examples } from './write.tsx'

type Props = {
  worry: Worry
  nodes: readonly ChallengeNode[]
  /** What was answered when asked back. */
  answers: readonly Answered[]
  /** Whoever is asked back: the owner. */
  mayAnswer: boolean
  /** Nobody may change what they may only read. */
  mayWrite: boolean
  origins: Origins
  /** Who was asked to look at it together. */
  asked?: AskedParty | null
  /** The only company of the person who is signed in: no need to ask which. */
  company: { id: string; name: string } | null
  /** Photos of notes. */
  photos: readonly PhotoNote[]
  /** Who typed what for the owner, by field; and where all of it is read and confirmed. */
  marks?: Readonly<Record<string, string>>
  entered?: string | undefined
  /** What others did with such a worry. */
  beside?: ComponentChildren
  /** The node that was just removed. */
  removed?: string
  /** The photo that was just taken away, as long as it can be put back. */
  away?: string
}

export function WorryPage(props: Props) {
  const { worry, nodes, answers, mayWrite } = props
  const live = liveNodes(nodes, worry.reading)
  const asks = hasQuestions(props)
  const little = asks && isLittle(worry.text, answers)
  if (isCryOf(worry.text, answers)) return <Listening {...props} found={live.length > 0} />
  if (waitsForTyping(worry, props.photos) || isUnreadable(worry, props.photos)) {
    return <PhotoOnly {...props} home={`/worries/${worry.id}`} />
  }
  if (live.length === 0) return <NothingFound {...props} />
  const more = asks && (
    <p>
      <AskMore {...props} main={little} />
    </p>
  )
  return (
    <Layout
      title="こう受けとめました"
      lead={mayWrite ? '違うところだけ直せます。そのままでも進めます。' : 'お話を、このように整理しました。'}
      {...(props.photos.some(({ typedAt }) => typedAt) && { eyebrow: TYPED_WORDS })}
    >
      {props.entered && <TypedForYou {...props} href={props.entered} />}
      {little && more}
      {mayWrite && <Next {...props} touched={nodes.some(isAnswered)} quiet={little} />}
      {!little && more}
      <Changes {...props} />
      {mayWrite && props.asked && <Asked worry={worry} {...props.asked} />}
      <ChallengeLines
        nodes={live}
        label="課題の整理"
        origins={props.origins}
        {...(mayWrite && { address: `/worries/${worry.id}/nodes` })}
      />
      {worry.modelHelpedAt && <p>整理のいくつかは、人工知能の道具が手伝いました。違うところは直せます。</p>}
      {mayWrite && <TooLarge {...props} live={live} />}
      {mayWrite && <Together worry={worry} home={`/worries/${worry.id}`} />}
      {props.beside}
      <OtherReading {...props} />
      <Removed {...props} home={`/worries/${worry.id}`} />
      <OwnWords {...props} mark={markOfWords(props)} />
      <Photos {...props} home={`/worries/${worry.id}`} />
      <GivenAnswers {...props} />
      {mayWrite && <Elsewhere worry={worry} />}
    </Layout>
  )
}

/** Somebody speaks of dying: no work is proposed before that. */
function Listening(props: Props & { found: boolean }) {
  const { worry, mayWrite, found } = props
  return (
    <Layout
      title="ひとりで抱えないでください"
      lead="いま、話を聞いてくれる人がいます。お名前は言わなくてかまいません。"
    >
      <ul class="plain-list">
        {crisisLines().map(({ name, phone, hours }, at) => (
          <li key={phone}>
            <p>
              {name}（{hours}）
            </p>
            <ButtonLink kind={at === 0 ? 'main' : 'quiet'} href={`tel:${phone}`}>
              {phone}
            </ButtonLink>
          </li>
        ))}
      </ul>
      <ByVoice />
      <OwnWords {...props} />
      <GivenAnswers {...props} />
      {mayWrite && found && (
        <Section title="仕事の困りごととして進む">
          {isCryForHelp(worry.text) ? (
            <>
              <p>言葉を直すと、仕事の整理に進みます。</p>
              <ButtonLink kind="quiet" href={`/worries/${worry.id}/words`}>
                言葉を直す
              </ButtonLink>
            </>
          ) : (
            <p>上の「お答え」を直すと、仕事の整理に進みます。</p>
          )}
        </Section>
      )}
    </Layout>
  )
}

/** Nothing was recognised, or everything was taken away. */
function NothingFound(props: Props) {
  const { worry, nodes, mayWrite } = props
  const asks = hasQuestions(props)
  return (
    <Layout
      title="もう少し聞かせてください"
      lead={worry.text === '' ? 'まだ、言葉がありません。' : 'まだ、どんな仕事が役に立つか分かりませんでした。'}
    >
      <EmptyState
        title="だれが、何に困っているかを、ひとこと足してみてください。"
        picture="talk"
        action={
          mayWrite && (
            <p class="actions">
              {asks && <AskMore {...props} main />}
              <ButtonLink kind={asks ? 'quiet' : 'main'} href={`/worries/${worry.id}/words`}>
                言葉を足す
              </ButtonLink>
            </p>
          )
        }
      >
        <ByVoice />
      </EmptyState>
      {props.entered && <TypedForYou {...props} href={props.entered} />}
      <Changes {...props} />
      {mayWrite && props.asked && <Asked worry={worry} {...props.asked} />}
      {mayWrite && worry.structuredAt && <Together worry={worry} home={`/worries/${worry.id}`} />}
      {nodes.length > 0 && <OtherReading {...props} />}
      <Removed {...props} home={`/worries/${worry.id}`} />
      <OwnWords {...props} mark={markOfWords(props)} />
      <Photos {...props} home={`/worries/${worry.id}`} />
      <GivenAnswers {...props} />
      <Examples />
      {mayWrite && (
        <Section title="このまま進む">
          <Next {...props} touched={false} quiet />
        </Section>
      )}
    </Layout>
  )
}

/** Somebody typed for the owner, and nobody has confirmed it yet. */
function TypedForYou({ href, mayWrite }: { href: string; mayWrite: boolean }) {
  return (
    <Notice
      kind="warning"
      title="代わりに入力したところがあります"
      action={
        <ButtonLink kind="quiet" href={href}>
          {mayWrite ? '読んで確かめる' : '読む'}
        </ButtonLink>
      }
    />
  )
}

function markOfWords({ marks = {} }: Props): string | undefined {
  return marks[WORDS] ?? marks[BEGUN]
}

/** Some say it better than they write it. */
function ByVoice() {
  const { phone, phoneHours, consult = CONSULT } = useFrame()
  return (
    <p>
      お話しいただくほうが早いこともあります。
      {phone && (
        <>
          <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>（{phoneHours}）
        </>
      )}
      <a href={consult.href}>{consult.label}</a>
    </p>
  )
}

function Next({ worry, company, touched, quiet }: Props & { touched: boolean; quiet?: boolean }) {
  const words = touched ? 'この内容で案件を作る' : 'このまま案件を作る'
  const kind = quiet ? 'quiet' : 'main'
  if (worry.companyId) {
    return (
      <PostButton kind={kind} action={`/companies/${worry.companyId}/projects`} fields={{ worry: worry.id }}>
        {words}
      </PostButton>
    )
  }
  const address = `/worries/${worry.id}/company`
  return company ? (
    <PostButton kind={kind} action={address} fields={{ company: company.id }}>
      {words}
    </PostButton>
  ) : (
    <ButtonLink kind={kind} href={address}>
      {words}
    </ButtonLink>
  )
}

/** What just happened, or what waits because the words went on. */
function Changes({ worry, nodes, mayWrite, removed, away }: Props) {
  const gone = nodes.find(({ id, removedAt }) => id === removed && removedAt)
  if (!mayWrite) return null
  if (away) return <PhotoAway home={`/worries/${worry.id}`} photoId={away} />
  if (gone) return <JustRemoved home={`/worries/${worry.id}`} node={gone} />
  if (!worry.structuredAt || worry.updatedAt <= worry.structuredAt) return null
  return (
    <Notice
      kind="info"
      title="言葉を書きかけです"
      action={
        <ButtonLink kind="quiet" href={`/worries/${worry.id}/words`}>
          続きを書いて整理する
        </ButtonLink>
      }
    />
  )
}
