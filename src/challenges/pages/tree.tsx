import type { ComponentChildren } from 'preact'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Tree, type TreeNode } from '../../ui/tree.tsx'
import { citedNumber } from '../rules/cited.ts'
import { citedLine, type ReadLine } from '../rules/dialogue.ts'
import { lineField } from '../rules/entered.ts'
import { isAnswered } from '../rules/nodes.ts'
import { answererOf, authorOf, isLooker, type Names, type Writer, writerInWords } from '../rules/writers.ts'
import type { ChallengeNode } from '../schema.ts'

const KINDS = {
  symptom: { kind: 'お困りのこと', tone: 'accent' },
  cause: { kind: '考えられるわけ', tone: 'sun' },
  work: { kind: '役に立つ仕事', tone: 'main' },
  outcome: { kind: 'こう変わる', tone: undefined },
  scope: { kind: 'はじめの三か月', tone: undefined },
  exclusion: { kind: '頼まないこと', tone: undefined },
} as const

/** What has to be known to say where each line comes from. */
export type Origins = {
  /** Who looks. */
  looker: Writer
  names: Names
  /** Who typed a line for the owner, by its field. */
  marks?: Readonly<Record<string, string>>
  /** The published cases that lines cite, by number. */
  cited: ReadonlyMap<number, { id: string; title: string }>
  /** Lines of a sheet from which the worry was begun. */
  sheet?: readonly ReadLine[]
}

type Props = {
  nodes: readonly ChallengeNode[]
  label: string
  /** Left out for paper: no links, no explanations. */
  origins?: Origins
  /** Where answers go; none: read only. */
  address?: string
}

/** Worry → probable cause → work that helps → what would be different, each line with where it comes from and its answer. */
export function ChallengeLines(props: Props) {
  return <Tree label={props.label} nodes={below(null, props)} />
}

function below(parent: string | null, props: Props): TreeNode[] {
  const { nodes, origins } = props
  const here = nodes.filter((node) => node.parentId === parent)
  return here
    .filter((node) => parent === null || !isLine(node))
    .map((node) => {
      const lines = node.kind === 'work' ? nodes.filter((line) => line.parentId === node.id && isLine(line)) : []
      return {
        ...leafOf(node, props),
        ...(!origins && lines.length > 0 && { detail: <PlainLines lines={lines} /> }),
        ...(origins && lines.length > 0 && { folded: foldedOf(lines, props) }),
        children: below(node.id, props),
      }
    })
}

/** What comes first and what is not asked for: short lines of the main work itself. */
function isLine({ kind }: ChallengeNode): boolean {
  return kind === 'scope' || kind === 'exclusion'
}

function leafOf(node: ChallengeNode, { address, origins, nodes }: Props): TreeNode {
  return {
    id: node.id,
    ...KINDS[node.kind],
    title: titleOf(node),
    ...(origins && {
      origin: originOf(node, origins, nodes),
      detail: detailOf(node, origins),
      controls: answersTo(node, origins, address && `${address}/${node.id}`),
    }),
  }
}

function foldedOf(lines: readonly ChallengeNode[], props: Props) {
  const inOrder = [...lines].sort((a, b) => Number(b.kind === 'scope') - Number(a.kind === 'scope'))
  const exclusions = lines.filter(({ kind }) => kind === 'exclusion').length
  const counted = [
    lines.length > exclusions && `はじめの三か月（${lines.length - exclusions}つ）`,
    exclusions > 0 && `頼まないこと（${exclusions}つ）`,
  ]
  return {
    title: counted.filter(Boolean).join('・'),
    open: lines.some((line) => isAnswered(line) || line.source === 'person'),
    nodes: inOrder.map((line) => leafOf(line, props)),
  }
}

function PlainLines({ lines }: { lines: readonly ChallengeNode[] }) {
  return (
    <>
      {(['scope', 'exclusion'] as const).map((kind) => {
        const own = lines.filter((line) => line.kind === kind)
        return own.length === 0 ? null : (
          <div key={kind}>
            <p>{KINDS[kind].kind}</p>
            <ul>
              {own.map((line) => (
                <li key={line.id}>{line.text}</li>
              ))}
            </ul>
          </div>
        )
      })}
    </>
  )
}

function originOf(node: ChallengeNode, origins: Origins, nodes: readonly ChallengeNode[]): string | undefined {
  const origin = ownOriginOf(node, origins)
  const line = origins.sheet && sheetLineOf(node, origins.sheet, nodes)
  if (!line) return origin
  const cited = `対話シートの「${line}」から`
  return node.source === 'owner' && !node.changedAt ? cited : `${origin}（${cited}）`
}

/** The line of the sheet that led to this one: its own words, or those of what it hangs on. */
function sheetLineOf(node: ChallengeNode, sheet: readonly ReadLine[], nodes: readonly ChallengeNode[]): string | null {
  if (node.source === 'person') return null
  const own = node.source === 'owner' ? citedLine(node.phrase, sheet) : null
  const above = own === null ? nodes.find(({ id }) => id === node.parentId) : undefined
  return above ? sheetLineOf(above, sheet, nodes) : own
}

function ownOriginOf(node: ChallengeNode, { looker, names, marks = {} }: Origins): string | undefined {
  const typed = marks[lineField(node.id)]
  if (typed) return `${typed}が入力`
  const author = authorOf(node)
  const answerer = answererOf(node)
  if (node.changedAt && answerer) return `${writerInWords(answerer, looker, names)}が直しました`
  if (author) return `${writerInWords(author, looker, names)}が足しました`
  if (node.source === 'owner') return 'お話から'
  if (node.source === 'case') return '事例から'
  return node.kind === 'cause' || node.kind === 'work' ? 'よくある声から' : 'この仕事の説明から'
}

/** A work is called by the name of its job code; every other line by its words. */
export function titleOf({ kind, code, text }: Pick<ChallengeNode, 'kind' | 'code' | 'text'>): string {
  return (kind === 'work' && code && jobCodes().leaf(code)?.name) || text
}

function detailOf(node: ChallengeNode, origins: Origins): ComponentChildren {
  const number = citedNumber(node)
  const cited = number === null ? undefined : origins.cited.get(number)
  if (cited) {
    return (
      <p>
        <a href={`/cases/${cited.id}`}>事例：{cited.title}</a>
      </p>
    )
  }
  return node.kind === 'work' && node.code ? <WorkDetail node={node} code={node.code} /> : undefined
}

/** The phrase is the job code's own: what others say who need this work. */
function WorkDetail({ node, code }: { node: ChallengeNode; code: string }) {
  return (
    <>
      {!node.changedAt && node.source !== 'person' && (
        <p>
          <Phrase>{becauseOf(node.phrase, code)}</Phrase>
        </p>
      )}
      <p>
        <Phrase>{node.text}</Phrase> <a href={`/job-codes/${code}`}>この仕事について</a>
      </p>
    </>
  )
}

function becauseOf(phrase: string, code: string): string {
  const isSaid = jobCodes().leaf(code)?.phrases.includes(phrase)
  return isSaid ? `「${phrase}」というお困りごとに近いと考えました。` : `「${phrase}」に近い仕事と考えました。`
}

/** The answer that was given, or the three that may be; nothing for whoever only reads a line without one. */
function answersTo(node: ChallengeNode, origins: Origins, address: string | undefined): ComponentChildren {
  const name = titleOf(node)
  if (isAnswered(node)) {
    return (
      <>
        <Tag tone="main">{answerOf(node, origins)}</Tag>
        {address && (
          <PostButton action={`${address}/retraction`} kind="plain" label={`「${name}」の答えを取り消す`}>
            取り消し
          </PostButton>
        )}
      </>
    )
  }
  if (!address) return undefined
  const author = authorOf(node)
  // Nobody has to agree with what they said themselves.
  if (author && isLooker(author, origins.looker)) {
    return (
      <>
        <ButtonLink kind="quiet" href={address} label={`「${name}」を直す`}>
          直す
        </ButtonLink>
        <PostButton action={`${address}/removal`} label={`「${name}」を消す`}>
          消す
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

function answerOf(node: ChallengeNode, { looker, names }: Origins): string {
  if (node.changedAt) return '直しました'
  const answerer = answererOf(node)
  if (!answerer || isLooker(answerer, looker)) return 'はい'
  return `はい（${writerInWords(answerer, looker, names)}）`
}
