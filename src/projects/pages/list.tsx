import type { ComponentChildren } from 'preact'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { japaneseDate, today } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Excerpt } from '../../ui/marked.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag, TagList } from '../../ui/tag.tsx'
import type { AskedCode } from '../rules/codes.ts'
import { filterWords } from '../rules/filter-words.ts'
import { addressOf, type Filters, isFiltered, narrowedBy, without } from '../rules/filters.ts'
import { type Found, type FoundCode, PAGE } from '../rules/search/answering.ts'
import type { Seeker } from '../rules/search/question.ts'
import { phrasesOf, reasonsOf } from '../rules/search/reasons.ts'
import type { Wider } from '../rules/search/wider.ts'
import { isOpen } from '../rules/state.ts'
import type { Project } from '../schema.ts'
import { Chips } from './chips.tsx'
import { ProjectGlance } from './facts.tsx'
import { FilterForm } from './filter-form.tsx'
import { whereAndWhat } from './posting.tsx'

type ProjectListProps = {
  filters: Filters
  seeker: Seeker
  found: Found
  projects: readonly Project[]
  codes: ReadonlyMap<string, readonly AskedCode[]>
  wider: readonly Wider[]
  programmes: readonly { slug: string; title: string }[]
  /** How to be told of new ones. */
  follow?: ComponentChildren
  /** A few lines of other rooms that answer too. */
  beside?: ComponentChildren
  now: Date
}

const SHOWN_CODES = 3

/** The search: projects that answer, with why, and where to go on. */
export function ProjectList(props: ProjectListProps) {
  const { filters, seeker, found, projects, wider, follow, beside, programmes, now } = props
  const { answer } = found
  const what = filters.over ? '案件' : '募集中の案件'
  const narrowed = narrowedBy(filters)
  const filtered = isFiltered(filters)
  const said = filtered ? `条件に合う、${what}` : filters.over || answer.count === 0 ? what : `いま${what}`
  return (
    <Layout
      title="案件をさがす"
      lead={answer.count === 0 ? `${said}は、いまはありません。` : `${said}が${answer.count}件あります。`}
      width="page"
      description="地方の会社が、副業で手伝ってくれる人を探しています。場所、仕事、報酬でさがせます。"
      feed={{ address: addressOf(filters, 1), title: '新しい案件' }}
    >
      <FilterForm {...{ filters, seeker, programmes, now }} countOf={answer.countOf} over={answer.over} />
      <Chips
        chosen={narrowed.map((name) => ({
          words:
            (name === 'programme' && programmes.find(({ slug }) => slug === filters.programme)?.title) ||
            filterWords(filters, name),
          without: addressOf(without(filters, name)),
        }))}
        bare={addressOf(narrowed.reduce(without, filters))}
      />
      <Understanding found={found} />
      {projects.length > 0 && follow}
      {projects.length === 0 && <Nothing filters={filters} wider={wider} follow={follow} />}
      {projects.length > 0 && <Cards {...props} />}
      <Pagination
        page={filters.page}
        pages={Math.ceil(answer.count / PAGE)}
        href={(page) => addressOf(filters, page)}
      />
      {wider.length > 0 && projects.length > 0 && <WiderLists wider={wider} />}
      <NearCodes codes={found.codes} />
      {beside}
    </Layout>
  )
}

/** How the words were taken, where that is not plain. */
function Understanding({ found }: Pick<ProjectListProps, 'found'>) {
  const { understood, answer } = found
  const taken = understood.flatMap(({ word, takenFor }) =>
    takenFor === null ? [] : [`「${word}」は見つからないので、「${takenFor}」でさがしました。`],
  )
  const isPartly = understood.length > 1 && answer.count > answer.full
  const partly =
    answer.full === 0
      ? 'すべての言葉に合う案件はないので、言葉のいくつかに合う案件を並べています。'
      : `すべての言葉に合うのは${answer.full}件です。そのあとに、言葉のいくつかに合う案件が並びます。`
  const lines = [...taken, ...(isPartly ? [partly] : [])]
  if (lines.length === 0) return null
  return <p role="status">{lines.join('')}</p>
}

function Cards({ found, projects, codes, now }: ProjectListProps) {
  const marked = phrasesOf(found.understood)
  const hits = new Map(found.answer.hits.map((hit) => [hit.id, hit]))
  return (
    <CardList columns={2}>
      {projects.map((project) => {
        const hit = hits.get(project.id)
        return (
          <ProjectCard
            key={project.id}
            project={project}
            codes={codes.get(project.id) ?? []}
            marked={marked}
            reasons={hit ? reasonsOf(found.understood, hit) : []}
            over={!isOpen(project, now)}
          />
        )
      })}
    </CardList>
  )
}

type CardProps = {
  project: Project
  codes: readonly AskedCode[]
  /** What was looked for, and why this answers. */
  marked?: readonly string[]
  reasons?: readonly string[]
  /** Nobody can apply any more. */
  over?: boolean
}

/** A project among others, with the words that were looked for in another light. */
export function ProjectCard({ project, codes, marked = [], reasons = [], over = false }: CardProps) {
  return (
    <Card
      title={project.title ?? ''}
      marked={marked}
      href={`/projects/${project.id}`}
      eyebrow={
        <>
          {whereAndWhat(project)} {over && <Tag tone="line">募集は終わりました</Tag>}
        </>
      }
      foot={
        <span>
          {project.posterName}
          {project.publishedAt && (
            <>
              {'　'}
              <span class="part">{`${japaneseDate(today(project.publishedAt))}から`}</span>
            </>
          )}
        </span>
      }
    >
      <ProjectGlance project={project} />
      {reasons.length > 0 && (
        <p>
          {reasons.join('。')}。
          <Around project={project} marked={marked} />
        </p>
      )}
      <TagList>
        {codes.slice(0, SHOWN_CODES).map(({ code }) => (
          <Tag key={code} tone="main">
            {jobCodes().leaf(code)?.name}
          </Tag>
        ))}
      </TagList>
    </Card>
  )
}

/** The words around what was looked for, from the first text in which it stands. */
function Around({ project, marked }: { project: Project; marked: readonly string[] }) {
  for (const text of [project.work, project.goal, project.background]) {
    const excerpt = text ? Excerpt({ text, of: marked }) : null
    if (excerpt) return <span class="field-hint">　{excerpt}</span>
  }
  return null
}

function WiderLists({ wider }: { wider: readonly Wider[] }) {
  return (
    <Section title="もう少し広くさがす">
      <WiderLinks wider={wider} />
    </Section>
  )
}

function WiderLinks({ wider }: { wider: readonly Wider[] }) {
  return (
    <ul class="link-list">
      {wider.map(({ label, href, count }) => (
        <li key={href}>
          <a href={href}>{`${label}（${count}件）`}</a>
        </li>
      ))}
    </ul>
  )
}

/** The kinds of work that the words lead to. */
function NearCodes({ codes }: { codes: readonly FoundCode[] }) {
  if (codes.length === 0) return null
  return (
    <Section title="近い仕事の種類">
      <ul class="link-list">
        {codes.map(({ code }) => (
          <li key={code}>
            <a href={`/job-codes/${code}`}>{jobCodes().leaf(code)?.name}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Nothing({ filters, wider, follow }: Pick<ProjectListProps, 'filters' | 'wider' | 'follow'>) {
  if (!isFiltered(filters) && filters.page === 1) {
    return (
      <EmptyState
        title="いま募集中の案件はありません"
        action={
          follow ?? (
            <ButtonLink kind="quiet" href="/me/profile">
              仕事の紹介を書いておく
            </ButtonLink>
          )
        }
      >
        {follow ? '新しい案件が出たら、メールでお知らせします。' : '書いておくと、合う案件が出たときにお知らせします。'}
      </EmptyState>
    )
  }
  const isPast = filters.page > 1
  return (
    <EmptyState
      title={isPast ? 'このページには案件がありません' : '合う案件が、いまは見つかりません'}
      action={
        <div class="actions">
          {!isPast && follow}
          <ButtonLink kind="quiet" href={isPast ? addressOf(filters, 1) : '/projects'}>
            {isPast ? 'はじめのページを見る' : 'すべての案件を見る'}
          </ButtonLink>
        </div>
      }
    >
      {wider.length > 0 ? <WiderLinks wider={wider} /> : null}
    </EmptyState>
  )
}
