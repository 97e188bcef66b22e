import type { Major } from '../../jobcodes/rules/release.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { PREFECTURES } from '../../lib/regions.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { FormContext } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { OUTCOME_WORDS, OUTCOMES } from '../../works/rules/reviews.ts'
import { addressOf, type CaseFilter } from '../rules/forms.ts'
import { CaseCard, type ShownCase } from './card.tsx'

type ListProps = {
  rows: readonly ShownCase[]
  total: number
  filter: CaseFilter
  majors: readonly Major[]
  page: number
  pages: number
  href: (page: number) => string
}

/** What others have done before: to find the firm that is like one's own. */
export function CaseList({ rows, total, filter, majors, page, pages, href }: ListProps) {
  return (
    <Layout
      title="事例をさがす"
      lead="うまくいった話も、いかなかった話もあります。"
      width="page"
      description="副業の方が地方の会社を手伝った事例です。困りごと、したこと、結果、かかった時間と報酬が分かります。"
      feed={{ address: addressOf(filter, 1), title: '新しい事例' }}
    >
      <Filters filter={filter} majors={majors} />
      <p role="status">{total}件あります</p>
      {rows.length === 0 ? (
        <EmptyState
          title="あてはまる事例はまだありません"
          action={
            <ButtonLink href="/cases" kind="quiet">
              すべての事例を見る
            </ButtonLink>
          }
        >
          言葉を短くするか、選んだものをはずしてみてください。
        </EmptyState>
      ) : (
        <CardList columns={2}>
          {rows.map((row) => (
            <CaseCard key={row.id} row={row} />
          ))}
        </CardList>
      )}
      <Pagination page={page} pages={pages} href={href} />
    </Layout>
  )
}

function Filters({ filter, majors }: { filter: CaseFilter; majors: readonly Major[] }) {
  const values = { ...filter }
  const used = [filter.words, filter.major, filter.prefecture, filter.outcome].some(Boolean)
  return (
    <More title="しぼりこむ" open={used}>
      <FormContext.Provider value={{ id: 'filter', values, errors: {} }}>
        <form class="form" method="get" action="/cases" id="filter">
          <TextField name="words" label="言葉" type="search" placeholder="原価　手作業" />
          <SelectField
            name="major"
            label="仕事"
            empty="すべて"
            options={[...chosenCode(filter, majors), ...majors].map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            name="prefecture"
            label="会社のある県"
            empty="すべて"
            options={PREFECTURES.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          <SelectField
            name="outcome"
            label="結果"
            empty="すべて"
            options={OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value] }))}
          />
          <div class="form-actions">
            <Button>さがす</Button>
          </div>
        </form>
      </FormContext.Provider>
    </More>
  )
}

/** A kind of work from whose own page somebody came stays chosen. */
function chosenCode({ major }: CaseFilter, majors: readonly Major[]): { id: string; name: string }[] {
  const node = majors.some(({ id }) => id === major) ? undefined : jobCodes().node(major)
  return node ? [node] : []
}
