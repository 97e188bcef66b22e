import type { Side } from '../../contracts/rules/side.ts'
import type { Event } from '../../events/schema.ts'
import { municipalityName, prefectureName } from '../../lib/regions.ts'
import { japaneseDate, type LegalDate, today } from '../../lib/time.ts'
import type { Subsidy } from '../../subsidies/rules/subsidies.ts'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Money } from '../../ui/money.tsx'
import { More } from '../../ui/more.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/tag.tsx'
import { costOf, planStateOf } from '../rules/visit-plans.ts'
import type { VisitPlan } from '../schema.ts'
import type { Town } from './report.tsx'

/** What else is on the way around one plan. */
export type Around = {
  readonly plan: VisitPlan
  readonly events: readonly Pick<Event, 'id' | 'title' | 'beginsAt'>[]
  /** The person's own, for other contracts. */
  readonly own: readonly VisitPlan[]
  /** Others on the way in the same week, in fives; null below five. */
  readonly others: number | null
}

export type VisitPlansProps = {
  base: string
  side: Side
  plans: readonly Around[]
  /** Who pays for the way, as the contract says. */
  expenses: string
  subsidies: readonly Subsidy[]
  /** Where the company sees what a subsidy would pay. */
  finder: string | null
  places: readonly Town[]
  day: LegalDate
  mayAct: boolean
  mayPlan: boolean
  values: FormValues
  errors?: FormErrors
}

/** 訪問の予定: when, what it costs and who pays, and what else is on the way. */
export function VisitPlans(props: VisitPlansProps) {
  const { base, side, plans, expenses, subsidies, finder, mayPlan, errors } = props
  return (
    <Layout
      title="訪問の予定"
      lead={
        side === 'company'
          ? 'よい日なら、「待っています」と答えてください。'
          : '行く日と、かかるお金の見込みを、会社に知らせます。'
      }
      back={{ href: base, label: '契約のページ' }}
      failed={Boolean(errors)}
    >
      {plans.length === 0 ? (
        <EmptyState title="まだ予定はありません" picture="region">
          {side === 'company' ? '届いたら、メールでお知らせします。' : '決まったら、下から知らせてください。'}
        </EmptyState>
      ) : (
        <CardList>
          {plans.map((around) => (
            <PlanCard key={around.plan.id} around={around} {...props} />
          ))}
        </CardList>
      )}
      {mayPlan && <Planning {...props} />}
      <Section title="お金のこと">
        <p>{expenses}</p>
        {subsidies.length > 0 && (
          <>
            <p>この土地には、旅費を補助する決まりがあります。申し込むのは会社です。</p>
            <ul>
              {subsidies.map(({ id, name, office }) => (
                <li key={id}>{`${name}（窓口：${office}）`}</li>
              ))}
            </ul>
            {finder && (
              <p>
                <a href={finder}>この予定で、いくら補助されるかを見る</a>
              </p>
            )}
          </>
        )}
      </Section>
    </Layout>
  )
}

const STATES = {
  planned: ['返事を待っています', 'sun'],
  agreed: ['会社が待っています', 'main'],
  over: ['終わりました', 'plain'],
  cancelled: ['取りやめました', 'plain'],
} as const

function PlanCard({ around, base, side, day, mayAct }: { around: Around } & VisitPlansProps) {
  const { plan, events, own, others } = around
  const state = planStateOf(plan, day)
  const [words, tone] = STATES[state]
  const path = `${base}/visits/${plan.id}`
  const date = japaneseDate(plan.visitOn as LegalDate)
  return (
    <Card title={date} eyebrow={<Tag tone={tone}>{words}</Tag>}>
      <DefinitionList
        compact
        items={[
          { term: '行く所', value: prefectureName(plan.prefecture) + (municipalityName(plan.municipality) ?? '') },
          { term: 'すること', value: plan.purpose },
          { term: '泊まる夜', value: plan.nights > 0 ? `${plan.nights}泊` : '日帰り' },
          {
            term: 'お金の見込み',
            value: <Money yen={costOf(plan)} />,
            note: (
              <>
                交通費 <Money yen={plan.fare} />
                、宿泊費 <Money yen={plan.lodging} />
              </>
            ),
          },
        ]}
      />
      {state !== 'over' && (events.length > 0 || own.length > 0 || others !== null) && (
        <>
          <h3>ついでに寄れるもの</h3>
          <ul>
            {events.map(({ id, title, beginsAt }) => (
              <li key={id}>
                <a href={`/events/${id}`}>{title}</a> {japaneseDate(today(beginsAt))}
              </li>
            ))}
            {own.map(({ id, visitOn, municipality }) => (
              <li
                key={id}
              >{`ほかの契約での訪問：${japaneseDate(visitOn as LegalDate)} ${municipalityName(municipality) ?? ''}`}</li>
            ))}
            {others !== null && <li>{`同じ週に、この県へ行く方が、ほかに${others}人以上います。`}</li>}
          </ul>
        </>
      )}
      {mayAct && (state === 'planned' || state === 'agreed') && (
        <div class="actions">
          {side === 'company' && state === 'planned' && (
            <PostButton
              action={`${path}/agreement`}
              version={plan.version}
              kind="main"
              label={`${date}に、待っています`}
            >
              この日で、待っています
            </PostButton>
          )}
          <PostButton
            action={`${path}/cancellation`}
            version={plan.version}
            kind="plain"
            label={`${date}の訪問を取りやめる`}
          >
            取りやめる
          </PostButton>
        </div>
      )}
    </Card>
  )
}

function Planning({ base, places, day, plans, values, errors }: VisitPlansProps) {
  const year = Number(day.slice(0, 4))
  const groups = places.map(({ prefecture, towns }) => ({
    group: prefecture.name,
    options: towns.map(({ code, name }) => ({ value: code, label: name })),
  }))
  return (
    <More title="訪問の予定を知らせる" open={plans.length === 0 || Boolean(errors)}>
      <Form action={`${base}/visits`} submit="会社に知らせる" values={values} {...(errors && { errors })}>
        <DateField name="visitOn" label="行く日" years={[year, year + 1]} required />
        <SelectField name="town" label="行く市町村" options={groups} required />
        <TextField name="purpose" label="何をしに行くか" hint="例：工房で、手の時間を測る" required size="long" />
        <TextField name="nights" label="泊まる夜" inputMode="numeric" unit="泊" size="short" required />
        <TextField
          name="fare"
          label="交通費の見込み"
          hint="行き帰りの合計"
          inputMode="numeric"
          unit="円"
          size="short"
          required
        />
        <TextField
          name="lodging"
          label="宿泊費の見込み"
          hint="日帰りは0"
          inputMode="numeric"
          unit="円"
          size="short"
          required
        />
      </Form>
    </More>
  )
}
