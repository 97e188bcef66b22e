import { japaneseDate } from '../../lib/time.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { PostButton } from '../../ui/form.tsx'
import { FormContext, type FormErrors, type FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import type { Eligibility } from '../rules/eligibility.ts'
import { STATE_WORDS, stateOf } from '../rules/grant.ts'
import type { Grant } from '../schema.ts'
import { SubsidyCard } from './card.tsx'

export type FinderProps = {
  base: string
  title: string
  here: readonly Eligibility[]
  elsewhere: readonly Eligibility[]
  values: FormValues
  errors?: FormErrors
  /** The grants of this project that still live. */
  grants: readonly Grant[]
  mayAct: boolean
}

/** What a company could use for a project, and why, before it signs anything. */
export function SubsidyFinder(props: FinderProps) {
  const { base, title, here, elsewhere, values, errors } = props
  const usable = here.filter(({ answer }) => answer === 'yes')
  const old = here.filter(({ answer }) => answer === 'last-year')
  const others = here.filter(({ answer }) => answer === 'later' || answer === 'no')
  const first = usable.flatMap(({ applyBy }) => applyBy ?? []).sort()[0]
  return (
    <Layout
      title="使える補助"
      eyebrow={title}
      lead={usable.length > 0 ? undefined : '額は見込みです。決めるのは窓口です。'}
      back={{ href: base, label: '案件にもどる' }}
      failed={Boolean(errors)}
    >
      {first && usable.length > 1 && (
        <Notice kind="info" title={`使えそうな補助が${usable.length}つあります`}>
          {`いちばん早い申し込みは、${japaneseDate(first)}までです。`}
        </Notice>
      )}
      {here.length === 0 && <p>この地域の補助は、まだ入っていません。市役所や県の窓口にも聞いてみてください。</p>}
      {usable.map((one) => (
        <SubsidyCard key={one.subsidy.id} level={2} found={one} act={<Act found={one} {...props} />} />
      ))}
      <CostForm base={base} values={values} errors={errors} />
      {old.length > 0 && (
        <Section title="前の年度の決まりで見たもの" lead="今年度の決まりは、まだここにありません。">
          {old.map((one) => (
            <SubsidyCard key={one.subsidy.id} found={one} act={<Act found={one} {...props} />} />
          ))}
        </Section>
      )}
      {others.length > 0 && (
        <Section title="いまは使えないもの">
          {others.map((one) => (
            <SubsidyCard key={one.subsidy.id} found={one} act={<Act found={one} {...props} />} />
          ))}
        </Section>
      )}
      {elsewhere.length > 0 && (
        <More title={`ほかの地域の補助（${elsewhere.length}）`}>
          <ul>
            {elsewhere.map(({ subsidy, findings }) => (
              <li
                key={subsidy.id}
              >{`${subsidy.name}：${findings.find(({ rule }) => rule === 'area')?.sentence ?? ''}`}</li>
            ))}
          </ul>
        </More>
      )}
      <p>ここにあるのは、窓口の案内を写したものです。申し込む前に、窓口に確かめてください。</p>
    </Layout>
  )
}

/** Begins a grant, or leads to the one there is. What was typed goes with it. */
function Act({ found, base, values, grants, mayAct }: FinderProps & { found: Eligibility }) {
  const { id } = found.subsidy
  const grant = grants.find(({ subsidyId }) => subsidyId === id)
  if (grant) {
    return (
      <p>
        <ButtonLink kind="quiet" href={`/companies/${grant.companyId}/grants/${grant.id}`}>
          {`${STATE_WORDS[stateOf(grant)]}：つづきを見る`}
        </ButtonLink>
      </p>
    )
  }
  if (!mayAct || found.answer !== 'yes') return null
  const typed = Object.fromEntries(
    ['travel', 'lodging', 'platform', 'elsewhere'].flatMap((name) =>
      values[name] ? [[name, String(values[name])]] : [],
    ),
  )
  return (
    <PostButton action={`${base}/grants`} fields={{ subsidy: id, ...typed }} kind="main">
      申し込む予定にする
    </PostButton>
  )
}

/** In all, not a month. Nothing is kept: the address holds it. */
function CostForm({ base, values, errors = {} }: Pick<FinderProps, 'base' | 'values' | 'errors'>) {
  return (
    <More title="交通費などの見込みを入れて計算する" open={Object.keys(errors).length > 0}>
      <FormContext.Provider value={{ id: 'costs', values, errors }}>
        <form class="form" method="get" action={`${base}/subsidies`} id="costs">
          <TextField name="travel" label="交通費（全部で）" inputMode="numeric" unit="円" size="short" />
          <TextField name="lodging" label="宿泊費（全部で）" inputMode="numeric" unit="円" size="short" />
          <TextField name="platform" label="紹介の手数料・利用料" inputMode="numeric" unit="円" size="short" />
          <CheckboxList
            name="elsewhere"
            label="同じ仕事のほかの補助"
            choices={[{ value: 'yes', label: '国や県などの、ほかの補助を受ける' }]}
          />
          <div class="form-actions">
            <Button>計算する</Button>
          </div>
        </form>
      </FormContext.Provider>
    </More>
  )
}
