import type { ComponentChildren } from 'preact'
import { graphemeCount, truncate } from '../../text/truncate.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { PostButton } from '../../ui/form.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { liveNodes } from '../rules/nodes.ts'
import { answererOf, writerInWords } from '../rules/writers.ts'
import type { ChallengeNode, Worry } from '../schema.ts'
import { type Origins, titleOf } from './tree.tsx'

/** What stands under a tree. */
type Shown = { worry: Worry; nodes: readonly ChallengeNode[]; mayWrite: boolean }

/** `home` is where the worry stands for whoever looks. */
function PutBack({ home, node, children }: { home: string; node: ChallengeNode; children: string }) {
  return (
    <PostButton action={`${home}/nodes/${node.id}/retraction`} label={`「${titleOf(node)}」を元にもどす`}>
      {children}
    </PostButton>
  )
}

/** Just after a line was taken away. */
export function JustRemoved({ home, node }: { home: string; node: ChallengeNode }) {
  const undo = (
    <PutBack home={home} node={node}>
      取り消し
    </PutBack>
  )
  return <Notice kind="success" live title={`「${titleOf(node)}」を外しました`} action={undo} />
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

export function Removed({ worry, nodes, mayWrite, home, origins }: Shown & { home: string; origins: Origins }) {
  const removed = nodes.filter((node) => node.reading === worry.reading && node.removedAt)
  if (removed.length === 0 || !mayWrite) return null
  return (
    <Section title="外したもの">
      <ul>
        {removed.map((node) => (
          <li key={node.id}>
            {titleOf(node)}
            {removerOf(node, origins)}
            <PutBack home={home} node={node}>
              もどす
            </PutBack>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Said only of somebody else: what oneself took away needs no word. */
function removerOf(node: ChallengeNode, { looker, names }: Origins): string {
  const answerer = answererOf(node)
  const who = answerer && writerInWords(answerer, looker, names)
  return who && who !== 'あなた' ? `（${who}が外しました）` : ''
}

/** More than a phone shows is folded: whoever looks for the tree below a long talk must not lose the way. */
const FOLDED_FROM = 400
const BEGINNING = 160

export function OwnWords({
  worry: { id, text },
  mayWrite,
  home = `/worries/${id}`,
  mark,
}: Omit<Shown, 'nodes'> & {
  home?: string
  /** Who typed them for the owner. */
  mark?: string | undefined
}) {
  if (text === '') return null
  const letters = text.length > FOLDED_FROM ? graphemeCount(text) : 0
  return (
    <Section title="もとの言葉">
      {mark && <p>{`${mark}が入力`}</p>}
      {letters > FOLDED_FROM ? (
        <>
          <Lines>{truncate(text, BEGINNING)}</Lines>
          <More title={`全部を読む（${letters.toLocaleString('ja-JP')}字）`}>
            <Lines>{text}</Lines>
          </More>
        </>
      ) : (
        <Lines>{text}</Lines>
      )}
      {mayWrite && (
        <ButtonLink kind="quiet" href={`${home}/words`}>
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
