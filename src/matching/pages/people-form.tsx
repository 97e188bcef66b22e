import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { PREFECTURES } from '../../lib/regions.ts'
import { projectNumber } from '../../projects/rules/state.ts'
import type { Project } from '../../projects/schema.ts'
import { Button } from '../../ui/button.tsx'
import { HiddenField } from '../../ui/fields/hidden-field.tsx'
import { SelectField, type SelectGroup, type SelectOption } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { FormContext } from '../../ui/form-state.ts'
import { More } from '../../ui/more.tsx'
import {
  LESS_FEE,
  lessFee,
  MORE_HOURS,
  moreHours,
  narrowedBy,
  type PeopleFilters,
  STYLES,
} from '../rules/people-filters.ts'
import type { PeopleCounts } from '../rules/people-search.ts'

type ProjectToFill = Pick<Project, 'id' | 'number' | 'title' | 'publishedAt'>

export type PeopleFormProps = {
  companyId: string
  filters: PeopleFilters
  projects: readonly ProjectToFill[]
  project: ProjectToFill
  counts: PeopleCounts
}

/** One form, one address: every choice says how many people it leaves, in fives. */
export function PeopleForm({ companyId, filters, projects, project, counts }: PeopleFormProps) {
  const values = Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, String(value ?? '')]))
  const places = (count: (id: number) => number | null) =>
    PREFECTURES.map(({ id, name }) => counted(String(id), name, count(id)))
  return (
    <FormContext.Provider value={{ id: 'form', values: { ...values, project: project.id }, errors: {} }}>
      <form class="form" method="get" action={`/companies/${companyId}/talents`}>
        {projects.length === 1 && <HiddenField name="project" value={project.id} />}
        <TextField
          name="words"
          label="仕事や土地の言葉"
          type="search"
          required={false}
          placeholder="例：ネット販売、山形"
        />
        <More title="条件でしぼる" open={narrowedBy(filters).length > 0 || filters.sort !== null}>
          {projects.length > 1 && (
            <SelectField
              name="project"
              label="どの案件に合う人"
              empty="新しい案件"
              options={projects.map(projectOption)}
            />
          )}
          <div class="choices" data-columns="2">
            <SelectField name="code" label="できる仕事" empty="なんでも" options={codeOptions(filters.code, counts)} />
            <SelectField name="prefecture" label="住まい" empty="どこでも" options={places(counts.prefecture)} />
            <SelectField name="tied" label="ゆかりのある県" empty="どこでも" options={places(counts.tied)} />
            <SelectField
              name="hours"
              label="使える時間"
              empty="何時間でも"
              options={MORE_HOURS.map((hours) => counted(String(hours), moreHours(hours), counts.hours(hours)))}
            />
            <SelectField
              name="fee"
              label="報酬の希望"
              empty="いくらでも"
              options={LESS_FEE.map((fee) => counted(String(fee), lessFee(fee), counts.fee(fee)))}
            />
            <SelectField
              name="style"
              label="働き方"
              empty="どちらでも"
              options={(['remote', 'visits'] as const).map((style) =>
                counted(style, STYLES[style], counts.style(style)),
              )}
            />
            <SelectField
              name="sort"
              label="並べ方"
              empty="案件に合う順"
              options={[{ value: 'new', label: '新しく入った順' }]}
            />
          </div>
        </More>
        <p>
          <Button>さがす</Button>
        </p>
      </form>
    </FormContext.Provider>
  )
}

function counted(value: string, label: string, people: number | null): SelectOption {
  return { value, label: people === null ? label : `${label}（${people}人以上）` }
}

function projectOption(project: ProjectToFill): SelectOption {
  const { id, title, publishedAt } = project
  return { value: id, label: `${title ?? `案件 ${projectNumber(project)}`}${publishedAt ? '' : '（下書き）'}` }
}

/** Majors and their middles, and the leaves beside the one that is chosen. */
function codeOptions(chosen: string | null, counts: PeopleCounts): SelectGroup[] {
  const tree = jobCodes()
  const option = ({ id, name }: { id: string; name: string }) => counted(id, name, counts.code(id))
  const [major, middle] = chosen === null ? [] : [...tree.ancestors(chosen), chosen]
  const leaves = chosen === null || (major === chosen && middle === undefined) ? [] : tree.leavesOf(middle ?? chosen)
  const own = chosen === null ? undefined : tree.leaf(chosen)
  const shown = [...(own && !leaves.some(({ id }) => id === own.id) ? [own] : []), ...leaves]
  return [
    ...(shown.length > 0 ? [{ group: 'くわしい仕事', options: shown.map(option) }] : []),
    ...tree.majors.map((one) => ({ group: one.name, options: [option(one), ...one.middles.map(option)] })),
  ]
}
