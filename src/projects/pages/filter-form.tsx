import { INDUSTRIES } from '../../companies/rules/industries.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { PREFECTURES } from '../../lib/regions.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { SelectField, type SelectGroup, type SelectOption } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { FormContext } from '../../ui/form-state.ts'
import { More } from '../../ui/more.tsx'
import {
  CONTRACT_CHOICES,
  hourlyWords,
  hoursWords,
  lengthWords,
  SORT_WORDS,
  STYLE_CHOICES,
  startWords,
} from '../rules/filter-words.ts'
import { type Filters, narrowedBy, type Sort, townsOf } from '../rules/filters.ts'
import { comingMonths, HOURLY, HOURS, MONTHS, SOON, startsBy } from '../rules/search/bands.ts'
import { codeValues, type Seeker, sortOf } from '../rules/search/question.ts'

export type FilterFormProps = {
  filters: Filters
  seeker: Pick<Seeker, 'tied'>
  /** How many there would be with this value too. */
  countOf: (column: string, value: string) => number
  /** What partners run, with projects or without. */
  programmes: readonly { slug: string; title: string }[]
  /** How many more there are with what is over. */
  over: number
  now: Date
}

/** One form, one page: every choice says how many projects it leaves. */
export function FilterForm({ filters, seeker, countOf, programmes, over, now }: FilterFormProps) {
  const counted = (value: string | number, label: string, count: number): SelectOption => ({
    ...{ value: String(value), label: `${label}（${count}件）` },
  })
  const of = (column: string, value: string | number, label: string) =>
    counted(value, label, countOf(column, String(value)))
  const towns = townsOf(filters).filter(
    ({ code }) => code === filters.municipality || countOf('municipality', code) > 0,
  )
  const running = programmes.filter(({ slug }) => slug === filters.programme || countOf('programme', slug) > 0)
  const tied = (seeker.tied ?? []).reduce((sum, id) => sum + countOf('home', String(id)), 0)
  const starts = [SOON, ...comingMonths(now)]
  const values = { ...filters, sort: sortOf(filters), tied: filters.tied ? 'yes' : '', over: filters.over ? 'yes' : '' }
  return (
    <FormContext.Provider value={{ id: 'form', values, errors: {} }}>
      <form class="form" method="get" action="/projects">
        <TextField name="words" label="言葉でさがす" type="search" placeholder="例：どんぶり勘定、肥料" />
        <More title="場所や仕事でしぼる" open={narrowedBy(filters).length > 0 || filters.over || filters.sort !== null}>
          <div class="choices" data-columns="2">
            <SelectField
              name="prefecture"
              label="都道府県"
              empty="どこでも"
              options={PREFECTURES.map(({ id, name }) => of('prefecture', id, name))}
            />
            {filters.prefecture !== null && (
              <SelectField
                name="municipality"
                label="市町村"
                empty="県のどこでも"
                options={towns.map(({ code, name }) => of('municipality', code, name))}
              />
            )}
            <SelectField
              name="code"
              label="仕事の種類"
              empty="なんでも"
              options={codeOptions(filters.code, (id, name) =>
                counted(
                  id,
                  name,
                  codeValues(id).reduce((sum, value) => Math.max(sum, countOf('code', value)), 0),
                ),
              )}
            />
            <SelectField
              name="industry"
              label="会社の業種"
              empty="なんでも"
              options={INDUSTRIES.map(({ id, name }) => of('industry', id, name))}
            />
            <SelectField
              name="style"
              label="働き方"
              empty="どちらでも"
              options={(['remote', 'visits'] as const).map((value) => of('style', value, STYLE_CHOICES[value]))}
            />
            <SelectField
              name="hours"
              label="使える時間"
              empty="何時間でも"
              options={HOURS.map((value) => of('hours', value, hoursWords(value)))}
            />
            <SelectField
              name="hourly"
              label="1時間あたりの報酬"
              empty="いくらでも"
              options={HOURLY.map((value) => of('hourly', value, hourlyWords(value)))}
            />
            <SelectField
              name="months"
              label="期間"
              empty="どれだけでも"
              options={MONTHS.map((value) => of('months', value, lengthWords(value)))}
            />
            <SelectField
              name="contract"
              label="契約"
              empty="どちらでも"
              options={(['direct', 'probono'] as const).map((value) => of('contract', value, CONTRACT_CHOICES[value]))}
            />
            <SelectField
              name="start"
              label="始まる時"
              empty="いつでも"
              options={[...new Set([...starts, ...(filters.start ? [filters.start] : [])])].map((value) => {
                const count = startsBy(value, now).reduce((sum, month) => sum + countOf('start', month), 0)
                return counted(value, startWords(value), count)
              })}
            />
            {running.length > 0 && (
              <SelectField
                name="programme"
                label="地域の事業"
                empty="どれでも"
                options={running.map(({ slug, title }) => of('programme', slug, title))}
              />
            )}
            <SelectField name="sort" label="並べ方" empty="おまかせ" options={sortOptions(filters, seeker)} />
          </div>
          {(seeker.tied?.length ?? 0) > 0 && (
            <CheckboxList
              name="tied"
              label="地元・ゆかりの地"
              choices={[{ value: 'yes', label: `ゆかりのある県だけ（${tied}件）` }]}
            />
          )}
          <CheckboxList
            name="over"
            label="終わった案件"
            choices={[
              { value: 'yes', label: filters.over ? '終わった案件も見る' : `終わった案件も見る（あと${over}件）` },
            ]}
          />
        </More>
        <p>
          <Button>さがす</Button>
        </p>
      </form>
    </FormContext.Provider>
  )
}

function sortOptions({ words }: Filters, { tied }: Pick<Seeker, 'tied'>): SelectOption[] {
  const sorts: readonly Sort[] = [
    ...(words ? (['best'] as const) : []),
    ...(tied ? (['fit'] as const) : []),
    'new',
    'due',
  ]
  return sorts.map((value) => ({ value, label: SORT_WORDS[value] }))
}

/** Majors and their middles, and the leaves beside the one that is chosen; an old leaf that somebody came with stays chosen. */
function codeOptions(chosen: string | null, option: (id: string, name: string) => SelectOption): SelectGroup[] {
  const tree = jobCodes()
  const node = chosen === null ? undefined : tree.node(chosen)
  const [major, above] = chosen === null ? [] : tree.ancestors(chosen)
  const middle = above ?? (major && chosen ? chosen : undefined)
  const leaves = middle === undefined ? [] : tree.leavesOf(middle)
  const own = node && tree.leaf(node.id) && !leaves.some(({ id }) => id === node.id) ? [node] : []
  const shown = [...own, ...leaves]
  return [
    ...(shown.length > 0
      ? [{ group: 'いまの仕事のくわしい種類', options: shown.map(({ id, name }) => option(id, name)) }]
      : []),
    ...tree.majors.map(({ id, name, middles }) => ({
      group: name,
      options: [option(id, `${name}のすべて`), ...middles.map((one) => option(one.id, one.name))],
    })),
  ]
}
