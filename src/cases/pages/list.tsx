import { INDUSTRIES, INDUSTRY_GROUPS } from '../../companies/rules/industries.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { PREFECTURES, REGIONS } from '../../lib/regions.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { FormContext } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { CAUSES } from '../rules/causes.ts'
import { SIZE_WORDS } from '../rules/draft.ts'
import { ANY_FAILURE, addressOf, type CaseFilter } from '../rules/filter.ts'
import { CASE_OUTCOME_WORDS, CASE_OUTCOMES } from '../rules/outcomes.ts'
import type { FoundCases } from '../rules/search.ts'
import { CaseCard, type ShownCase } from './card.tsx'
import { FailureLibrary } from './failures.tsx'

type ListProps = {
  rows: readonly ShownCase[]
  total: number
  filter: CaseFilter
  taken: FoundCases['taken']
  /** By cause; null unless what failed was asked for. */
  counts: ReadonlyMap<string, number> | null
  page: number
  pages: number
  href: (page: number) => string
}

/** What others have done before: to find the firm that is like one's own. */
export function CaseList({ rows, total, filter, taken, counts, page, pages, href }: ListProps) {
  return (
    <Layout
      title="事例をさがす"
      lead="うまくいった話も、いかなかった話もあります。"
      width="page"
      description="副業の方が地方の会社を手伝った事例です。困りごと、したこと、結果、かかった時間と報酬が分かります。"
      feed={{ address: addressOf(filter, 1), title: '新しい事例' }}
    >
      <Filters filter={filter} />
      {!filter.outcome && (
        <p>
          <a href="/cases?outcome=failed">うまくいかなかった事例と、そのわけ</a>
        </p>
      )}
      {!filter.outcome && (
        <p>
          <a href="/stories">読みもの：名前を出して語られた事例</a>
        </p>
      )}
      {taken.map(([word, as]) => (
        <p key={word}>{`「${word}」は見つからないので、「${as}」でさがしました。`}</p>
      ))}
      {counts && <FailureLibrary counts={counts} open={filter.cause === null} />}
      {total > 0 && <p role="status">{total}件あります</p>}
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

function Filters({ filter }: { filter: CaseFilter }) {
  const used = Object.entries(filter).some(([name, value]) => value && name !== 'outcome')
  const named = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <More title="しぼりこむ" open={used}>
      <FormContext.Provider value={{ id: 'filter', values: { ...filter, ...placeOf(filter) }, errors: {} }}>
        <form class="form" method="get" action="/cases" id="filter">
          <TextField name="words" label="言葉" type="search" placeholder="原価　手作業" />
          <SelectField
            name="outcome"
            label="結果"
            empty="すべて"
            options={[
              { value: ANY_FAILURE, label: 'うまくいかなかったものすべて' },
              ...CASE_OUTCOMES.map((value) => ({ value, label: CASE_OUTCOME_WORDS[value] })),
            ]}
          />
          <SelectField name="cause" label="うまくいかなかったわけ" empty="すべて" options={named(CAUSES)} />
          <SelectField name="code" label="仕事" empty="すべて" options={named([...chosenCode(filter), ...majors()])} />
          <SelectField
            name="industry"
            label="業種"
            empty="すべて"
            options={named([...chosenIndustry(filter), ...INDUSTRY_GROUPS])}
          />
          <SelectField
            name="size"
            label="会社の大きさ"
            empty="すべて"
            options={Object.entries(SIZE_WORDS).map(([value, label]) => ({ value, label }))}
          />
          <SelectField name="region" label="地方" empty="すべて" options={named(REGIONS)} />
          <SelectField
            name="prefecture"
            label="会社のある県"
            empty="すべて"
            options={PREFECTURES.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          <div class="form-actions">
            <Button>さがす</Button>
          </div>
        </form>
      </FormContext.Provider>
    </More>
  )
}

const majors = () => jobCodes().majors

function placeOf({ prefecture }: CaseFilter) {
  return { prefecture: prefecture === null ? null : String(prefecture) }
}

/** A kind of work from whose own page somebody came stays chosen, an industry too. */
function chosenCode({ code }: CaseFilter): { id: string; name: string }[] {
  const node = code === null || majors().some(({ id }) => id === code) ? undefined : jobCodes().node(code)
  return node ? [node] : []
}

function chosenIndustry({ industry }: CaseFilter): { id: string; name: string }[] {
  return INDUSTRIES.filter(({ id }) => id === industry)
}
