import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { PREFECTURES } from '../../lib/regions.ts'
import { japaneseDate, today } from '../../lib/time.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { SelectField, type SelectGroup } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { Tag, TagList } from '../../ui/tag.tsx'
import { inYen } from '../rules/choices.ts'
import type { AskedCode } from '../rules/codes.ts'
import { addressOf, type Filters, HOURLY, isFiltered } from '../rules/filters.ts'
import type { Project } from '../schema.ts'
import { ProjectGlance } from './facts.tsx'
import { whereAndWhat } from './posting.tsx'

type Listed = Pick<
  Project,
  'id' | 'title' | 'industry' | 'hours' | 'fee' | 'style' | 'prefecture' | 'contractKind' | 'posterName' | 'publishedAt'
>

type Props = {
  filters: Filters
  projects: readonly Listed[]
  codes: ReadonlyMap<string, readonly AskedCode[]>
  count: number
  pages: number
  byPrefecture: ReadonlyMap<number, number>
}

const SHOWN_CODES = 3

/** The projects to which people may apply now. */
export function ProjectList({ filters, projects, codes, count, pages, byPrefecture }: Props) {
  return (
    <Layout
      title="案件をさがす"
      lead={`${isFiltered(filters) ? '条件に合う、募集中の' : 'いま募集中の'}案件が${count}件あります。`}
      width="page"
      description="地方の会社が、副業で手伝ってくれる人を探しています。場所、仕事、報酬でさがせます。"
      feed={{ address: addressOf(filters, 1), title: '新しい案件' }}
    >
      <FilterForm filters={filters} byPrefecture={byPrefecture} />
      {projects.length === 0 ? (
        <Nothing filters={filters} />
      ) : (
        <CardList columns={2}>
          {projects.map((project) => (
            <ProjectCard key={project.id} project={project} codes={codes.get(project.id) ?? []} />
          ))}
        </CardList>
      )}
      <Pagination page={filters.page} pages={pages} href={(page) => addressOf(filters, page)} />
    </Layout>
  )
}

/** A project among others. */
export function ProjectCard({ project, codes }: { project: Listed; codes: readonly AskedCode[] }) {
  return (
    <Card
      title={project.title ?? ''}
      href={`/projects/${project.id}`}
      eyebrow={whereAndWhat(project)}
      foot={
        <span>
          {project.posterName}
          {project.publishedAt && <span class="phrase">{`　${japaneseDate(today(project.publishedAt))}から`}</span>}
        </span>
      }
    >
      <ProjectGlance project={project} />
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

function FilterForm({ filters, byPrefecture }: Pick<Props, 'filters' | 'byPrefecture'>) {
  const { prefecture, code, remote, hourly, words } = filters
  return (
    <form class="form" method="get" action="/projects">
      <TextField
        name="words"
        label="言葉でさがす"
        type="search"
        value={words}
        placeholder="例：原価、肥料、ネット販売"
      />
      <More title="場所や仕事でしぼる" open={Boolean(prefecture || code || remote || hourly)}>
        <SelectField
          name="prefecture"
          label="都道府県"
          empty="どこでも"
          value={prefecture === null ? '' : String(prefecture)}
          options={PREFECTURES.map(({ id, name }) => ({
            value: String(id),
            label: `${name}（${byPrefecture.get(id) ?? 0}件）`,
          }))}
        />
        <SelectField name="code" label="仕事の種類" empty="なんでも" value={code ?? ''} options={codeOptions(code)} />
        <SelectField
          name="hourly"
          label="1時間あたりの報酬"
          empty="いくらでも"
          value={hourly === null ? '' : String(hourly)}
          options={[...new Set([...HOURLY, ...(hourly === null ? [] : [hourly])])]
            .sort((a, b) => a - b)
            .map((yen) => ({ value: String(yen), label: `${inYen(yen)}から` }))}
        />
        <CheckboxList
          name="remote"
          label="働き方"
          value={remote ? ['yes'] : []}
          choices={[{ value: 'yes', label: '離れたまま働ける' }]}
        />
      </More>
      <p>
        <Button>さがす</Button>
      </p>
    </form>
  )
}

/** Majors and their middles; a leaf that somebody came with stays chosen. */
function codeOptions(chosen: string | null): SelectGroup[] {
  const tree = jobCodes()
  const leaf = chosen === null ? undefined : tree.leaf(chosen)
  return [
    ...(leaf ? [{ group: 'いまの条件', options: [{ value: leaf.id, label: leaf.name }] }] : []),
    ...tree.majors.map(({ id, name, middles }) => ({
      group: name,
      options: [
        { value: id, label: `${name}のすべて` },
        ...middles.map((middle) => ({ value: middle.id, label: middle.name })),
      ],
    })),
  ]
}

function Nothing({ filters }: { filters: Filters }) {
  if (!isFiltered(filters) && filters.page === 1) {
    return (
      <EmptyState
        title="いま募集中の案件はありません"
        action={<ButtonLink href="/me/profile">仕事の紹介を書いておく</ButtonLink>}
      >
        書いておくと、合う案件が出たときにお知らせします。
      </EmptyState>
    )
  }
  const wider: Filters[] = [
    { ...filters, page: 1, hourly: null },
    { ...filters, page: 1, prefecture: null },
    { ...filters, page: 1, words: '' },
  ]
  const next = wider.find((other) => addressOf(other) !== addressOf(filters))
  return (
    <EmptyState
      title="合う案件が、いまは見つかりません"
      action={<ButtonLink href={next ? addressOf(next) : '/projects'}>条件をゆるめて見る</ButtonLink>}
    >
      <p>
        <a href="/projects">すべての案件を見る</a>
      </p>
    </EmptyState>
  )
}
