import { japaneseDate, japaneseDateTime, today } from '../../lib/time.ts'
import type { Project } from '../../projects/schema.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import {
  APART,
  CRITERIA_MAX,
  changedAfter,
  draftCriteria,
  inForce,
  pointsInWords,
  type Sum,
  together,
  WEIGHTS,
} from '../rules/scoring.ts'
import { applicationNumber, companyPath } from '../rules/state.ts'
import type { Assessment, Criterion, ScoringRound } from '../schema.ts'
import type { Applied } from './applicants.tsx'
import { listOf } from './declines.tsx'

type ScoresProps = {
  project: Project
  codes: readonly string[]
  /** Everything that was ever declared. */
  rows: readonly Criterion[]
  /** As the reader may see them. */
  given: readonly Assessment[]
  round: ScoringRound | null
  /** Those who can still be chosen. */
  applicants: readonly Applied[]
  /** The first of two to be compared was picked. */
  picked: string | undefined
  nameOf: (accountId: string) => string
  mayAct: boolean
  values?: FormValues
  errors?: FormErrors
}

type Scored = { readonly line: Applied; readonly sum: Sum }

/** What is looked at, declared before anybody looks; then everybody's points together. */
export function ScoresPage(props: ScoresProps) {
  const { project, rows, mayAct, errors } = props
  const declared = inForce(rows)
  return (
    <Layout
      title={declared.length > 0 ? 'みんなの点' : '見るところを決める'}
      lead={
        declared.length > 0
          ? '先に自分の点をつけると、ほかの人の点が見えます。'
          : '応募を読む前に、何を大事に見るかを決めておきます。'
      }
      width={declared.length > 0 ? 'wide' : 'text'}
      back={{ href: listOf(project), label: '届いた応募' }}
      failed={Boolean(errors)}
    >
      {declared.length > 0 ? (
        <>
          <Together {...props} declared={declared} />
          <Declared {...props} declared={declared} />
        </>
      ) : mayAct ? (
        <CriteriaForm {...props} declared={declared} />
      ) : (
        <p>まだ決まっていません。</p>
      )}
    </Layout>
  )
}

type Declared = ScoresProps & { declared: readonly Criterion[] }

function Together(props: Declared) {
  const { project, applicants, given, declared, round, picked, mayAct, nameOf } = props
  const scores = `/companies/${project.companyId}/projects/${project.id}/scores`
  const scored = applicants
    .map((line): Scored => {
      const own = given.filter(({ applicationId }) => applicationId === line.application.id)
      return { line, sum: together(own, declared) }
    })
    .toSorted((a, b) => (b.sum.mean ?? 0) - (a.sum.mean ?? 0))
  const first = applicants.find(({ application }) => application.id === picked)
  return (
    <>
      {scored.length === 0 && <p>いま、点をつける応募はありません。</p>}
      {first && <Notice title={`${applicationNumber(first.application)}の方とくらべる方を選んでください`} />}
      <Table<Scored>
        caption="合わせた点の高い順"
        captionHidden
        stack
        rows={scored}
        rowKey={({ line }) => line.application.id}
        columns={[
          {
            head: '応募',
            cell: ({ line: { application, card } }) => (
              <ButtonLink kind="plain" href={companyPath(application)}>
                {`${applicationNumber(application)}　${card?.headline ?? ''}`}
              </ButtonLink>
            ),
          },
          {
            head: '合わせた点',
            cell: ({ sum }) => (
              <div>
                <strong>{pointsInWords(sum.mean)}</strong>
                {sum.count > 0 && `（${sum.count}人）`}
                {sum.spread >= APART && <p>{`意見が分かれています（点の差${sum.spread.toFixed(1)}）`}</p>}
                {sum.count > 1 && sum.spread < APART && <p>{`点の差${sum.spread.toFixed(1)}`}</p>}
              </div>
            ),
          },
          {
            head: '見るところ',
            cell: ({ sum }) => (
              <ul>
                {declared.map(({ key, name }, at) => (
                  <li key={key}>{`${name}　${pointsInWords(sum.each[at] ?? null)}`}</li>
                ))}
              </ul>
            ),
          },
          { head: '結論', cell: ({ line }) => line.selection?.consensus ?? 'まだ' },
          {
            head: 'くらべる',
            cell: ({ line: { application } }) => (
              <div>
                {application.id === picked ? (
                  '選んだ方'
                ) : (
                  <ButtonLink
                    kind="plain"
                    href={first ? `${scores}?a=${picked}&b=${application.id}` : `${scores}?a=${application.id}`}
                    label={`${applicationNumber(application)}の方とくらべる`}
                  >
                    くらべる
                  </ButtonLink>
                )}
              </div>
            ),
          },
        ]}
      />
      {round ? (
        <p>{`${japaneseDateTime(round.openedAt)}に、${nameOf(round.openedBy)}が、みんなの点を見せ合うことにしました。`}</p>
      ) : (
        mayAct &&
        scored.length > 0 &&
        given.length > 0 && (
          <More title="みんなの点を、いま見せ合う">
            <p>まだ点をつけていない人にも、ほかの人の点が見えるようになります。元には戻せません。</p>
            <PostButton action={`${scores}/opening`}>みんなの点を見せ合う</PostButton>
          </More>
        )
      )}
    </>
  )
}

function Declared(props: Declared) {
  const { declared, rows, given, nameOf, mayAct, errors } = props
  const changed = changedAfter(rows, given)
  const [last] = declared.toSorted((a, b) => b.declaredAt.getTime() - a.declaredAt.getTime())
  return (
    <Section title="見るところと重さ">
      <ul>
        {declared.map(({ key, name, weight }) => (
          <li key={key}>{`${name}（${weightInWords(weight)}）`}</li>
        ))}
      </ul>
      {last && (
        <p>
          <Phrase names={[nameOf(last.declaredBy)]}>
            {`${japaneseDate(today(last.declaredAt))}に、${nameOf(last.declaredBy)}が決めました。`}
          </Phrase>
        </p>
      )}
      {changed.length > 0 && (
        <Notice kind="warning" title="点をつけはじめたあとに変えました">
          <p>{changed.map(japaneseDateTime).join('、')}</p>
          <ul>
            {rows
              .filter(({ endedAt }) => endedAt !== null)
              .map(({ id, name, weight, endedAt }) => (
                <li key={id}>{`${name}（${weightInWords(weight)}）は、${japaneseDateTime(endedAt!)}まで`}</li>
              ))}
          </ul>
        </Notice>
      )}
      {mayAct && (
        <More title="見るところを変える" open={Boolean(errors)}>
          <CriteriaForm {...props} />
        </More>
      )}
    </Section>
  )
}

function CriteriaForm({ project, codes, rows, declared, values, errors }: Declared) {
  const lines = declared.length > 0 ? declared : draftCriteria(codes)
  const first = Object.fromEntries(
    lines.flatMap(({ name, weight }, at) => [
      [`name${at + 1}`, name],
      [`weight${at + 1}`, String(weight)],
    ]),
  )
  return (
    <Form
      id="criteria"
      action={`/companies/${project.companyId}/projects/${project.id}/criteria`}
      submit="これに決める"
      submitKind={declared.length > 0 ? 'quiet' : 'main'}
      sticky={declared.length === 0}
      version={rows.length}
      values={values ?? first}
      errors={errors}
    >
      {Array.from({ length: CRITERIA_MAX }, (_, at) => at + 1).map((n) => (
        <div key={n} class="stack">
          <TextField name={`name${n}`} label={`${n}つ目`} required={n === 1} />
          <SelectField name={`weight${n}`} label={`${n}つ目の重さ`} options={WEIGHTS} required={false} />
        </div>
      ))}
    </Form>
  )
}

function weightInWords(weight: number): string {
  return WEIGHTS.find(({ value }) => value === String(weight))!.label
}
