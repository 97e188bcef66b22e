import { dateInWords } from '../../law/dates.ts'
import { dayOfFiscalYear, fiscalYearInWords, fiscalYearOf } from '../../law/fiscal-year.ts'
import { telephoneNumber } from '../../lib/ids.ts'
import type { LegalDate } from '../../lib/time.ts'
import type { Partner } from '../../partners/schema.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { HiddenField } from '../../ui/fields/hidden-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Money } from '../../ui/money.tsx'
import { More } from '../../ui/more.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { Section } from '../../ui/section.tsx'
import { SheetLinks } from '../../ui/sheet-links.tsx'
import { Table } from '../../ui/table.tsx'
import { may, STATE_WORDS, stateOf } from '../rules/grant.ts'
import type { Budget, ShownGrant } from '../rules/office.ts'
import { subsidyOf } from '../rules/subsidies.ts'
import type { EnteredYear } from '../rules/years.ts'
import type { Failed } from './view.ts'
import { YearForm } from './year-form.tsx'

export type OfficePageProps = {
  partner: Partner
  budgets: readonly Budget[]
  years: readonly EnteredYear[]
  grants: readonly ShownGrant[]
  mayAct: boolean
  today: LegalDate
  failed?: Failed | undefined
}

/** The office's own subsidies: what is left of each budget, who applied, and its answer. */
export function OfficeSubsidies(props: OfficePageProps) {
  const { partner, budgets, grants, today, failed } = props
  const waiting = grants.filter(({ grant }) => may('decide', grant, 'office'))
  return (
    <Layout
      title="補助"
      eyebrow={partner.name}
      lead={
        waiting.length > 0 ? `返事を待つ申し込みが${waiting.length}件あります。` : '返事を待つ申し込みは、ありません。'
      }
      back={{ href: `/partners/${partner.id}`, label: 'わたしたちの企業' }}
      width="page"
      failed={Boolean(failed)}
    >
      {budgets.length === 0 && (
        <EmptyState title="この窓口の補助は、まだ入っていません" picture="region">
          補助の決まりを入れると、ここに予算と申し込みが並びます。めぐりを動かしている方に頼んでください。
        </EmptyState>
      )}
      {budgets.map((budget) => (
        <SubsidyPart key={`${budget.subsidy.id}-${budget.fiscalYear}`} {...props} budget={budget} />
      ))}
      {budgets.length > 0 && (
        <>
          <SheetLinks href={`/partners/${partner.id}/subsidies`} of="補助の申し込み" />
          <p>{`${dateInWords(today)}の一覧です。ここに出るのは、会社が「窓口に知らせる」を選んだ申し込みだけです。契約や、仕事をする人のことは出ません。`}</p>
        </>
      )}
    </Layout>
  )
}

function SubsidyPart({ budget, ...props }: OfficePageProps & { budget: Budget }) {
  const { subsidy, fiscalYear } = budget
  const { partner, mayAct, failed, years } = props
  const grants = props.grants.filter(({ grant }) => grant.subsidyId === subsidy.id && grant.fiscalYear === fiscalYear)
  const waiting = grants.filter(({ grant }) => may('decide', grant, 'office'))
  return (
    <Section title={subsidy.name} lead={fiscalYearInWords(fiscalYear)}>
      <DefinitionList compact items={[...linesOf(budget), ...termsOf(budget)]} />
      {mayAct &&
        waiting.map((one) => <DecideForm key={one.grant.id} {...one} partnerId={partner.id} failed={failed} />)}
      {grants.length === 0 ? (
        <p>申し込みは、まだありません。</p>
      ) : (
        <Table
          caption={`${subsidy.name}の申し込み`}
          captionHidden
          columns={[
            { head: '番号', cell: ({ grant }: ShownGrant) => telephoneNumber(grant.number) },
            {
              head: '会社',
              cell: ({ companyName }) => <Phrase names={[companyName]}>{companyName}</Phrase>,
              name: true,
            },
            { head: 'いま', cell: ({ grant }) => STATE_WORDS[stateOf(grant)] },
            {
              head: '申し込み',
              cell: ({ grant }) => <span class="figure">{dateInWords(grant.appliedOn as LegalDate)}</span>,
            },
            { head: '見込み', cell: ({ grant }) => <Money yen={grant.expectedYen} />, figure: true },
            {
              head: '決めた額',
              cell: ({ grant }) => grant.grantedYen && <Money yen={grant.grantedYen} />,
              figure: true,
            },
          ]}
          rows={grants}
          rowKey={({ grant }) => grant.id}
          stack
        />
      )}
      {mayAct && <OutsideForm budget={budget} partnerId={partner.id} failed={failed} />}
      {mayAct &&
        yearsToWrite(budget, props).map((year) => (
          <YearForm
            key={year}
            partnerId={partner.id}
            subsidy={subsidyOf(subsidy.id) ?? subsidy}
            {...{ year, years, failed }}
          />
        ))}
    </Section>
  )
}

/** The running year and the next, each under the budget that it belongs to; what has no budget yet, under the last. */
function yearsToWrite({ subsidy, fiscalYear }: Budget, { budgets, today }: OfficePageProps): number[] {
  const known = budgets.filter((one) => one.subsidy.id === subsidy.id).map((one) => one.fiscalYear)
  const running = fiscalYearOf(today)
  return [running, running + 1].filter(
    (year) => year === fiscalYear || (!known.includes(year) && fiscalYear === known.at(-1)),
  )
}

/** What companies read of the year, so that the office sees what it says. */
function termsOf({ subsidy, fiscalYear }: Budget) {
  const { period, entered } = subsidy
  if (entered?.offered === false) return [{ term: '受付', value: 'この年度は募集しません' }]
  const day = (monthDay: string) => dateInWords(dayOfFiscalYear(fiscalYear, monthDay))
  return [
    { term: '受付', value: `${day(period.applyFrom)}から${day(period.applyUntil)}まで` },
    { term: '決まり', value: entered ? `${dateInWords(entered.on)}に入れたもの` : 'めぐりに写してあるもの' },
  ]
}

function linesOf({ budget, granted, outside, left }: Budget) {
  return [
    ...(left === null
      ? []
      : [
          {
            term: '残り',
            value: (
              <strong>
                <Money yen={left} />
              </strong>
            ),
          },
        ]),
    ...(budget === null ? [] : [{ term: '予算', value: <Money yen={budget} /> }]),
    { term: 'ここで決めた額', value: <Money yen={granted} /> },
    { term: 'めぐりの外で決めた額', value: <Money yen={outside} /> },
  ]
}

type DecideProps = ShownGrant & { partnerId: string; failed: Failed | undefined }

function DecideForm({ grant, companyName, partnerId, failed }: DecideProps) {
  const own = failed?.form === grant.id ? failed : null
  return (
    <More title={`${companyName}に返事をする`} open={own !== null}>
      <Form
        id={`decide-${grant.number}`}
        action={`/partners/${partnerId}/grants/${grant.id}/decision`}
        submit="この返事を送る"
        version={grant.version}
        values={own?.values ?? { yen: grant.expectedYen.toLocaleString('ja-JP') }}
        {...(own && { errors: own.errors })}
      >
        <ChoiceCards
          name="answer"
          label="返事"
          columns={2}
          required
          choices={[
            { value: 'yes', label: '交付する' },
            { value: 'no', label: '認められない' },
          ]}
        />
        <TextField name="yen" label="交付する額" inputMode="numeric" unit="円" size="short" />
        <TextArea name="reason" label="認められないとき、そのわけ" hint="会社が読みます。" rows={3} max={300} />
      </Form>
    </More>
  )
}

/** Whoever applied on paper takes from the same budget. */
function OutsideForm({ budget, partnerId, failed }: { budget: Budget; partnerId: string; failed: Failed | undefined }) {
  const { id } = budget.subsidy
  const form = `${id}-${budget.fiscalYear}-outside`
  const own = failed?.form === form ? failed : null
  return (
    <More title="めぐりの外で決めた額を書く" open={own !== null}>
      <Form
        id={`outside-${id}-${budget.fiscalYear}`}
        action={`/partners/${partnerId}/subsidies/outside`}
        submit="この額にする"
        submitKind="quiet"
        values={own?.values ?? { yen: budget.outside.toLocaleString('ja-JP') }}
        {...(own && { errors: own.errors })}
      >
        <HiddenField name="subsidy" value={id} />
        <HiddenField name="fiscalYear" value={String(budget.fiscalYear)} />
        <TextField name="yen" label="この年度に、あわせて" inputMode="numeric" unit="円" size="short" required />
      </Form>
    </More>
  )
}
