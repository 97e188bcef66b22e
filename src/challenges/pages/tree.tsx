import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Tree, type TreeNode } from '../../ui/tree.tsx'
import { isAnswered } from '../rules/nodes.ts'
import type { ChallengeNode } from '../schema.ts'

const KINDS = {
  symptom: { kind: 'お困りのこと', tone: 'accent' },
  cause: { kind: '考えられるわけ', tone: 'sun' },
  work: { kind: '役に立つ仕事', tone: 'main' },
  outcome: { kind: 'こう変わる', tone: undefined },
  scope: { kind: 'はじめの三か月', tone: undefined },
  exclusion: { kind: '頼まないこと', tone: undefined },
} as const

type Props = {
  nodes: readonly ChallengeNode[]
  label: string /** Where answers go; none: read only. */
  address?: string
  /** For paper: no links, no explanations. */
  brief?: boolean
}

/** Worry → probable cause → work that helps → what would be different, each line with its answer. */
export function ChallengeLines(props: Props) {
  return <Tree label={props.label} nodes={below(null, props)} />
}

function below(parent: string | null, props: Props): TreeNode[] {
  const { nodes, address, brief } = props
  return nodes
    .filter((node) => node.parentId === parent)
    .map((node) => ({
      id: node.id,
      ...KINDS[node.kind],
      title: titleOf(node),
      detail: node.kind === 'work' && node.code && !brief ? <WorkDetail node={node} code={node.code} /> : undefined,
      controls: address && <Answer node={node} address={`${address}/${node.id}`} />,
      children: below(node.id, props),
    }))
}

/** A work is called by the name of its job code; every other line by its words. */
export function titleOf({ kind, code, text }: Pick<ChallengeNode, 'kind' | 'code' | 'text'>): string {
  return (kind === 'work' && code && jobCodes().leaf(code)?.name) || text
}

/** The phrase is the job code's own: what others say who need this work. */
function WorkDetail({ node, code }: { node: ChallengeNode; code: string }) {
  return (
    <>
      {!node.changedAt && <p>{becauseOf(node.phrase, code)}</p>}
      <p>
        {node.text} <a href={`/job-codes/${code}`}>この仕事について</a>
      </p>
    </>
  )
}

function becauseOf(phrase: string, code: string): string {
  const isSaid = jobCodes().leaf(code)?.phrases.includes(phrase)
  return isSaid ? `「${phrase}」というお困りごとに近いと考えました。` : `「${phrase}」に近い仕事と考えました。`
}

function Answer({ node, address }: { node: ChallengeNode; address: string }) {
  const name = titleOf(node)
  if (isAnswered(node)) {
    return (
      <>
        <Tag tone="main">{node.changedAt ? '直しました' : 'はい'}</Tag>
        <PostButton action={`${address}/retraction`} kind="plain" label={`「${name}」の答えを取り消す`}>
          取り消し
        </PostButton>
      </>
    )
  }
  return (
    <>
      <PostButton action={`${address}/confirmation`} label={`「${name}」は、はい`}>
        はい
      </PostButton>
      <ButtonLink kind="quiet" href={address} label={`「${name}」は、少し違う`}>
        少し違う
      </ButtonLink>
      <PostButton action={`${address}/removal`} label={`「${name}」は、いいえ`}>
        いいえ
      </PostButton>
    </>
  )
}
