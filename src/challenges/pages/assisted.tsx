import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import type { Answered } from '../rules/listening.ts'
import { liveNodes } from '../rules/nodes.ts'
import type { PhotoNote } from '../rules/photos.ts'
import { isCryOf } from '../rules/said.ts'
import type { ChallengeNode, Worry } from '../schema.ts'
import { JustRemoved, OwnWords, Removed } from './beside.tsx'
import { Lifelines } from './lifelines.tsx'
import { AskMore, GivenAnswers, hasQuestions } from './listening.tsx'
import { Photos } from './photos.tsx'
import { ChallengeLines, type Origins } from './tree.tsx'

type Props = {
  worry: Worry
  nodes: readonly ChallengeNode[]
  answers: readonly Answered[]
  photos: readonly PhotoNote[]
  origins: Origins
  /** /companies/… */
  base: string
  company: string
  mayWrite: boolean
  removed?: string | undefined
}

/** A worry to whoever types for its company: everything that the owner would say, and nothing that only the owner may decide. */
export function AssistedWorry(props: Props) {
  const { worry, nodes, answers, origins, base, company, mayWrite, removed } = props
  const home = `${base}/worries/${worry.id}`
  const live = liveNodes(nodes, worry.reading)
  const gone = mayWrite && nodes.find(({ id, removedAt }) => id === removed && removedAt)
  const cry = isCryOf(worry.text, answers)
  const asks = !cry && hasQuestions({ ...props, mayAnswer: mayWrite })
  return (
    <Layout
      title="こう受けとめました"
      eyebrow={company}
      lead={mayWrite ? '会社の方に読んで聞かせ、違うところを直してください。' : 'お話を、このように整理してあります。'}
      back={{ href: `${base}/assistance`, label: 'この会社の作業' }}
    >
      {cry && <Lifelines title="入力より先に、相談の電話をお伝えください" />}
      {gone && <JustRemoved home={home} node={gone} />}
      {mayWrite && !cry && live.length > 0 && (
        <PostButton kind="main" action={`${base}/projects`} fields={{ worry: worry.id }}>
          この内容で案件の下書きを作る
        </PostButton>
      )}
      {asks && (
        <p class="actions">
          <AskMore {...{ worry, answers, home }} main={live.length === 0} />
          <ButtonLink kind="quiet" href={`${home}/questions?paper=1`}>
            質問を紙に印刷する
          </ButtonLink>
        </p>
      )}
      {live.length === 0 ? (
        <EmptyState title="まだ行がありません">言葉を足すか、質問に答えると、整理が進みます。</EmptyState>
      ) : (
        <ChallengeLines
          nodes={live}
          label="課題の整理"
          origins={origins}
          {...(mayWrite && { address: `${home}/nodes` })}
        />
      )}
      {mayWrite && (
        <p>
          <ButtonLink kind="quiet" href={`${home}/lines/new`}>
            行を足す
          </ButtonLink>
        </p>
      )}
      <Removed {...{ worry, nodes, mayWrite, home, origins }} />
      <OwnWords {...{ worry, mayWrite, home }} />
      <Photos {...props} home={home} mayTakeAway={false} />
      <GivenAnswers {...{ worry, answers, home }} mayAnswer={mayWrite} />
    </Layout>
  )
}
