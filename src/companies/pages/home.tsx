import type { ComponentChildren } from 'preact'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/tag.tsx'

/** Something that only this company can bring on. */
export type Wait = { readonly title: string; readonly href: string; readonly label: string }
export type Line = {
  readonly id: string
  readonly title: string
  readonly href: string
  readonly state: string
  /** It is this company's turn. */
  readonly own?: boolean
  readonly reference?: string
}
export type Part = { readonly title: string; readonly lines: readonly Line[] }

type Props = {
  company: { id: string; name: string }
  /** The most urgent first: it becomes the one main action. */
  waits: readonly Wait[]
  parts: readonly Part[]
  mayWrite: boolean
  /** Whether they may write worries and projects, and whether they see who applies. */
  posts: boolean
  seesPeople: boolean
  founded?: boolean
  /** How it does beside others, as far as that can be told. */
  compared: ComponentChildren
}

export function CompanyHome({ company, waits, parts, mayWrite, posts, seesPeople, founded, compared }: Props) {
  const [first, ...others] = mayWrite ? waits : []
  const lead = first
    ? first.title
    : mayWrite
      ? 'いまお待たせしているものはありません。'
      : '見るだけの役目で開いています。'
  return (
    <Layout title={company.name} eyebrow="会社のページ" lead={lead} width="page">
      {founded && (
        <Notice kind="success" live title="会社を登録しました">
          つぎは、お困りのことから案件を作ります。
        </Notice>
      )}
      {mayWrite && <Main first={first} posts={posts} />}
      {others.length > 0 && (
        <Section title="ほかにお待ちしていること">
          <ul class="plain-list">
            {others.map(({ title, href, label }) => (
              <li key={href}>
                {title}
                <br />
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Parts parts={parts} />
      {seesPeople && parts.some(({ lines }) => lines.length > 0) && (
        <Section title="人をさがす">
          <p>
            <ButtonLink kind="quiet" href={`/companies/${company.id}/talents`}>
              案件に合う人をさがす
            </ButtonLink>
          </p>
          <p>
            <a href={`/companies/${company.id}/scouts`}>声をかけた方</a>
          </p>
        </Section>
      )}
      {compared}
      <Section title="会社のこと">
        <ul class="link-list">
          {ABOUT.filter(([path]) => mayWrite || path !== 'details').map(([path, words]) => (
            <li key={path}>
              <a href={`/companies/${company.id}/${path}`}>{words}</a>
            </li>
          ))}
        </ul>
      </Section>
    </Layout>
  )
}

const ABOUT = [
  ['details', '会社のことを直す'],
  ['members', '一緒に使う人'],
  ['partners', 'ようすを見せている相手'],
  ['assistance', '人に手伝ってもらう'],
] as const

function Main({ first, posts }: { first: Wait | undefined; posts: boolean }) {
  if (!first && !posts) return null
  return first ? (
    <p>
      <ButtonLink href={first.href}>{first.label}</ButtonLink>
    </p>
  ) : (
    <p>
      <ButtonLink href="/worries/new">お困りのことを書く</ButtonLink>
    </p>
  )
}

function Parts({ parts }: { parts: readonly Part[] }) {
  const filled = parts.filter(({ lines }) => lines.length > 0)
  if (filled.length === 0) {
    return <EmptyState title="まだ案件はありません">お困りのことを書くと、案件の下書きができます。</EmptyState>
  }
  return filled.map(({ title, lines }) => (
    <Section title={title} key={title}>
      <CardList columns={2}>
        {lines.map((line) => (
          <Card
            key={line.id}
            level={3}
            title={line.title}
            href={line.href}
            eyebrow={<Tag tone={line.own ? 'accent' : 'plain'}>{line.state}</Tag>}
          >
            {line.reference && <p>{line.reference}</p>}
          </Card>
        ))}
      </CardList>
    </Section>
  ))
}
