import type { ComponentChildren } from 'preact'
import { ButtonLink } from '../../ui/button.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Section } from '../../ui/section.tsx'
import { liveNodes } from '../rules/nodes.ts'
import type { ChallengeNode, Worry } from '../schema.ts'
import { titleOf } from './tree.tsx'

/** What stands under a tree. */
type Shown = { worry: Worry; nodes: readonly ChallengeNode[]; mayWrite: boolean }

export function PutBack({ worry, node, children }: { worry: Worry; node: ChallengeNode; children: string }) {
  return (
    <PostButton action={`/worries/${worry.id}/nodes/${node.id}/retraction`} label={`「${titleOf(node)}」を元にもどす`}>
      {children}
    </PostButton>
  )
}

/** The second tree, by its works. */
export function OtherReading({ worry, nodes, mayWrite }: Shown) {
  const reading = worry.reading === 0 ? 1 : 0
  const works = liveNodes(nodes, reading).filter(({ kind }) => kind === 'work')
  if (works.length === 0) return null
  return (
    <Section title="別の受けとめ方" lead="こちらの仕事のほうが近いこともあります。">
      <ul>
        {works.map((work) => (
          <li key={work.id}>{titleOf(work)}</li>
        ))}
      </ul>
      {mayWrite && (
        <PostButton action={`/worries/${worry.id}/reading`} fields={{ reading }}>
          こちらに替える
        </PostButton>
      )}
    </Section>
  )
}

export function Removed({ worry, nodes, mayWrite }: Shown) {
  const removed = nodes.filter((node) => node.reading === worry.reading && node.removedAt)
  if (removed.length === 0 || !mayWrite) return null
  return (
    <Section title="外したもの">
      <ul>
        {removed.map((node) => (
          <li key={node.id}>
            {titleOf(node)}
            <PutBack worry={worry} node={node}>
              もどす
            </PutBack>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function OwnWords({ worry, mayWrite }: Omit<Shown, 'nodes'>) {
  return (
    <Section title="もとの言葉">
      <Lines>{worry.text}</Lines>
      {mayWrite && (
        <ButtonLink kind="quiet" href={`/worries/${worry.id}/words`}>
          言葉を直す
        </ButtonLink>
      )}
    </Section>
  )
}

export function Lines({ children }: { children: string }): ComponentChildren {
  return children.split(/\n+/).map((line, at) => <p key={`${at}`}>{line}</p>)
}

export function Elsewhere({ worry }: { worry: Worry }) {
  return (
    <Section title="あとで続ける">
      <p>紙に刷るか、番号を控えると、ほかの機器でも続けられます。</p>
      <ButtonLink kind="quiet" href={`/worries/${worry.id}/sheet`}>
        紙と番号を出す
      </ButtonLink>
    </Section>
  )
}
