import { changeInWords, versionInWords } from '../../jobcodes/rules/change-words.ts'
import type { Change, Version } from '../../jobcodes/rules/changes.ts'
import { peopleOrFew } from '../../jobcodes/rules/people.ts'
import type { Plan } from '../../jobcodes/rules/plan.ts'
import type { CodeTree } from '../../jobcodes/rules/tree.ts'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'

type Use = { projects: number; open: number; cases: number; people: number; trees: number }

type Props = {
  tree: CodeTree
  /** Where a number is written down. */
  useOf: (code: string) => Use
  /** Numbers that are written down somewhere and stand in no list. */
  strays: readonly string[]
  /** What somebody would change. */
  plan?: Plan
  values?: FormValues
  errors?: FormErrors
}

export const MOST_PLANNED = 100_000

/** The versions of the job codes: what became of the numbers, who still has old ones, and what a next version would touch. */
export function DeskJobCodes({ tree, useOf, strays, plan, values, errors }: Props) {
  const inForce = tree.versions.at(-1)
  const past = tree.versions.filter(({ changes }) => changes.length > 0).reverse()
  return (
    <Layout
      title="ジョブコードの版"
      lead={inForce && `いま使っているのは、${versionInWords(inForce)}からの一覧です。`}
      back={{ href: '/desk', label: '事務局' }}
      width="page"
      failed={Boolean(errors)}
    >
      {plan && plan.versions.length > 0 && <Planned plan={plan} tree={tree} useOf={useOf} />}
      <Section title="次の版を試す" lead="ここでは何も変わりません。何がいくつ変わるかだけを見ます。">
        {plan && plan.findings.length > 0 && <Findings findings={plan.findings} />}
        <Form
          action="/desk/job-codes"
          submit="変わることを見る"
          {...(values && { values })}
          {...(errors && { errors })}
        >
          <TextArea
            name="changes"
            label="次の版の内容"
            hint="reference/job-code-changes.yaml に書き足すところを、そのまま貼ってください。"
            rows={12}
          />
        </Form>
      </Section>
      {past.map((version) => (
        <Section key={version.version} title={`変わったこと　${versionInWords(version)}`}>
          <p>{version.note}</p>
          <Changes version={version} tree={tree} useOf={useOf} />
        </Section>
      ))}
      {strays.length > 0 && (
        <Section title="どの版にもない番号" lead="書かれていますが、名前を出せません。版の記録に書き足してください。">
          <UseTable caption="どの版にもない番号" rows={strays.map((code) => ({ code, name: '' }))} useOf={useOf} />
        </Section>
      )}
      <ul class="link-list">
        <li>
          <a href="/job-codes/changes">みなさんに見える「変わったこと」</a>
        </li>
      </ul>
    </Layout>
  )
}

function Findings({ findings }: { findings: readonly string[] }) {
  return (
    <Notice kind="error" title={`直すところが${findings.length}つあります`} live>
      <ul class="plain-list">
        {findings.map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
      </ul>
    </Notice>
  )
}

function Planned({ plan, tree, useOf }: Pick<Props, 'tree' | 'useOf'> & { plan: Plan }) {
  return (
    <Section title="この版にすると変わること">
      {plan.versions.map((version) => (
        <div class="stack" key={version.version}>
          <h3>{versionInWords(version)}</h3>
          <p>{version.note}</p>
          {version.changes.length === 0 ? (
            <p>番号や名前は、何も変わりません。</p>
          ) : (
            <Changes version={version} tree={tree} useOf={useOf} planned />
          )}
        </div>
      ))}
    </Section>
  )
}

/** What is done to the numbers, and how much there is of each before anything is done. */
function Changes({
  version: { version, changes },
  tree,
  useOf,
  planned,
}: Pick<Props, 'tree' | 'useOf'> & { version: Version; planned?: boolean }) {
  const rows = changes.flatMap(({ from }) => from)
  return (
    <>
      <ul class="plain-list">
        {changes.map((change) => (
          <li key={keyOf(change)}>
            {changeInWords(change, tree, planned)}
            {change.why}
          </li>
        ))}
      </ul>
      <UseTable
        caption={planned ? `第${version}版で変わる番号が、いま書かれている数` : 'この番号のまま残っている数'}
        rows={rows}
        useOf={useOf}
      />
    </>
  )
}

function UseTable({
  caption,
  rows,
  useOf,
}: Pick<Props, 'useOf'> & { caption: string; rows: readonly { code: string; name: string }[] }) {
  return (
    <Table
      caption={caption}
      stack
      rows={[...new Map(rows.map((row) => [row.code, row])).values()]}
      rowKey={({ code }) => code}
      columns={[
        { head: '番号', cell: ({ code, name }) => `${name}（${code}）` },
        { head: '案件', figure: true, cell: ({ code }) => `${useOf(code).projects}件` },
        { head: 'うち募集中', figure: true, cell: ({ code }) => `${useOf(code).open}件` },
        { head: '事例', figure: true, cell: ({ code }) => `${useOf(code).cases}件` },
        { head: '人材', figure: true, cell: ({ code }) => peopleOrFew(useOf(code).people) },
        { head: '困りごと', figure: true, cell: ({ code }) => `${useOf(code).trees}件` },
      ]}
    />
  )
}

function keyOf({ kind, from }: Change): string {
  return `${kind}${from.map(({ code }) => code).join()}`
}
