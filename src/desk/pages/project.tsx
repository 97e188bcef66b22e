import { industryName } from '../../companies/rules/industries.ts'
import type { Affiliate, Company } from '../../companies/schema.ts'
import { prefectureName } from '../../lib/regions.ts'
import { japaneseDateTime } from '../../lib/time.ts'
import { canStillUndo } from '../../lib/undo.ts'
import { Changed } from '../../projects/pages/draft.tsx'
import type { DraftView } from '../../projects/pages/draft-view.ts'
import { StepFields } from '../../projects/pages/fields.tsx'
import { Findings } from '../../projects/pages/findings.tsx'
import { Posting } from '../../projects/pages/posting.tsx'
import type { AskedCode } from '../../projects/rules/codes.ts'
import type { Poster } from '../../projects/rules/draft.ts'
import { RETURN_REASONS } from '../../projects/rules/forms.ts'
import { type Finding, stopsPublication } from '../../projects/rules/lint.ts'
import { STATE_WORDS, stateOf } from '../../projects/rules/state.ts'
import type { StepName } from '../../projects/rules/steps.ts'
import type { Project } from '../../projects/schema.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Affiliates } from './affiliates.tsx'
import { Telephone } from './telephone.tsx'
import { Verification } from './verification.tsx'

export type DeskProjectProps = {
  project: Project
  codes: readonly AskedCode[]
  company: Company
  poster: Poster
  findings: readonly Finding[]
  draft: DraftView
  /** The screens on which something is missing or was left to the desk. */
  gaps: readonly StepName[]
  affiliates: readonly Affiliate[]
  /** Something of the company has been published. */
  published: boolean
  now: Date
  sent?: { values: FormValues; errors: FormErrors }
  named?: { values: FormValues; errors: FormErrors }
}

/** A project as the desk reads it: what is missing, who asks, fill in, publish or send back. */
export function DeskProject(props: DeskProjectProps) {
  const { project, codes, company, findings, affiliates, named } = props
  const state = stateOf(project)
  return (
    <Layout
      title={project.title ?? '題のない案件'}
      eyebrow={STATE_WORDS[state]}
      back={{ href: '/desk', label: '事務局' }}
      width="page"
      failed={Boolean(props.sent ?? named ?? props.draft.errors)}
    >
      {state === 'submitted' && <Submitted {...props} />}
      {state === 'published' && <Published {...props} />}
      <Section title="会社のこと">
        <CompanyFacts {...props} />
        <Affiliates affiliates={affiliates} projectId={project.id} {...(named && { sent: named })} />
      </Section>
      {state !== 'submitted' && findings.length > 0 && <Findings findings={findings} hrefOf={() => '#posting'} />}
      <Section title="募集の内容" id="posting">
        <Posting project={project} codes={codes} verified={company.verifiedAt !== null} />
      </Section>
    </Layout>
  )
}

function Submitted(props: DeskProjectProps) {
  const { project, company, poster, findings, draft, gaps, sent, published, now } = props
  const stops = stopsPublication(findings)
  const base = `/desk/projects/${project.id}`
  return (
    <>
      <Verification {...{ company, poster, project, published, now }} />
      {stops.length === 0 ? (
        company.verifiedAt && (
          <PostButton action={`${base}/publication`} kind="main" version={project.version}>
            公開する
          </PostButton>
        )
      ) : (
        <Notice kind="warning" title={`公開の前に、あと${stops.length}つ決めてください`} />
      )}
      <Findings findings={findings} hrefOf={({ step }) => (gaps.includes(step) ? `#${step}` : '#posting')} />
      {gaps.length > 0 && (
        <Section title="書きたす" lead="会社に聞いてから書きたしてください。" id="gaps">
          <Form
            id="gaps-form"
            action={`${base}/completion`}
            submit="書きたす"
            values={draft.values}
            {...(draft.errors && { errors: draft.errors })}
            version={draft.version}
          >
            <Changed draft={draft} />
            {gaps.map((step) => (
              <div class="stack" key={step} id={step}>
                <StepFields step={step} draft={draft} open />
              </div>
            ))}
          </Form>
        </Section>
      )}
      <More title="会社に返す" open={Boolean(sent)}>
        <Form
          id="return"
          action={`${base}/return`}
          submit="会社に返す"
          submitKind="danger"
          version={project.version}
          {...(sent && { values: sent.values, errors: sent.errors })}
        >
          <CheckboxList
            name="reasons"
            label="理由"
            choices={Object.entries(RETURN_REASONS).map(([value, label]) => ({ value, label }))}
          />
          <TextArea name="words" label="会社に伝える言葉（任意）" rows={4} max={500} />
        </Form>
      </More>
    </>
  )
}

function Published({ project, now }: DeskProjectProps) {
  return (
    <Notice
      kind="success"
      title="公開しています"
      action={
        canStillUndo(project.publishedAt, now) ? (
          <PostButton action={`/desk/projects/${project.id}/retraction`} version={project.version}>
            公開を取り消す
          </PostButton>
        ) : (
          <ButtonLink kind="quiet" href={`/projects/${project.id}`}>
            公開のページを見る
          </ButtonLink>
        )
      }
    >
      {project.publishedAt &&
        `${japaneseDateTime(project.publishedAt)}から。${canStillUndo(project.publishedAt, now) ? '30分のあいだは取り消せます。' : ''}`}
    </Notice>
  )
}

function CompanyFacts({ company, poster }: DeskProjectProps) {
  return (
    <DefinitionList
      items={[
        { term: '会社', value: company.name, note: company.verifiedAt ? '確かめました' : 'まだ確かめていません' },
        { term: '法人番号', value: company.corporateNumber },
        { term: '都道府県', value: prefectureName(company.prefecture) },
        { term: '業種', value: industryName(company.industry) },
        { term: '社員', value: company.employees === null ? null : `${company.employees}人` },
        { term: '住所', value: poster.address },
        { term: '担当', value: poster.contactName },
        { term: '電話', value: poster.phone && <Telephone number={poster.phone} /> },
        { term: 'メール', value: poster.email },
        { term: '会社の紹介', value: company.about },
      ]}
    />
  )
}
