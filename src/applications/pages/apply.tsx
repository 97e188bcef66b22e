import type { ComponentChildren } from 'preact'
import { ProjectGlance } from '../../projects/pages/facts.tsx'
import type { Project } from '../../projects/schema.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { Section } from '../../ui/section.tsx'
import { type DisclosedLine, NOT_DISCLOSED } from '../rules/disclosure.ts'
import { ANSWER_MAX } from '../rules/forms.ts'
import { appliedInWords, type Missing } from '../rules/standing.ts'
import { MONTHLY_CAP } from '../rules/state.ts'
import { questionsOf } from '../rules/words.ts'

type Apply = {
  project: Project
  companyName: string
  sentThisMonth: number
  /** Applications of others so far. */
  others: number
  odds: string | null
  values: FormValues
  errors?: FormErrors
  /** The event whose page led here, and what is said of it. */
  event?: { id: string; said: ComponentChildren }
}

/** Two answers, and nothing else to write: the profile goes with them. */
export function ApplyPage({ project, companyName, sentThisMonth, others, odds, values, errors, event }: Apply) {
  const path = `/me/projects/${project.id}/application`
  const from = event ? `?event=${event.id}` : ''
  return (
    <Layout
      title="応募する"
      lead="2つの質問に答えます。お金はかかりません。書いた文は自動で残ります。"
      back={{ href: `/projects/${project.id}`, label: '案件にもどる' }}
      failed={Boolean(errors)}
    >
      <Card title={project.title ?? ''} eyebrow={companyName} level={2}>
        <ProjectGlance project={project} />
      </Card>
      {event?.said}
      <Section title="2つの質問">
        <Form
          action={path + from}
          autosave={`${path}/draft${from}`}
          submit="送る前に確かめる"
          values={values}
          errors={errors}
        >
          <AnswerFields project={project} />
        </Form>
      </Section>
      <p>
        <Phrase>{appliedInWords(others, project.applicationLimit)}</Phrase>
      </p>
      {odds && (
        <p>
          <Phrase>{odds}</Phrase>
        </p>
      )}
      <p>{`応募は、ひと月に${MONTHLY_CAP}件までです。今月はあと${Math.max(0, MONTHLY_CAP - sentThisMonth)}件送れます。`}</p>
    </Layout>
  )
}

export function AnswerFields({ project }: { project: Pick<Project, 'question1' | 'question2'> }) {
  const hint = '300字くらいが読みやすい長さです。'
  return (
    <>
      {questionsOf(project).map((question, at) => (
        <TextArea key={at} name={`answer${at + 1}`} label={question} hint={hint} required max={ANSWER_MAX} rows={8} />
      ))}
    </>
  )
}

type Check = {
  project: Project
  companyName: string
  answers: readonly [string, string]
  lines: readonly DisclosedLine[]
  version: number
}

/** Before anything leaves: who gets it, and exactly what they will see. */
export function CheckPage({ project, companyName, answers, lines, version }: Check) {
  const path = `/me/projects/${project.id}/application`
  return (
    <Layout
      title="送る前に確かめる"
      lead={`送ると、${companyName}の方が、下の内容を見られるようになります。`}
      back={{ href: path, label: '答えを直す' }}
    >
      <Disclosure {...{ project, companyName, lines }} />
      <Section title="あなたの答え">
        <Answers project={project} answers={answers} />
      </Section>
      <Notice kind="info" title="見えないもの">
        {`${NOT_DISCLOSED.join('、')}は見えません。応募を取り下げると、名前もまた見えなくなります。`}
      </Notice>
      <Form
        action={`${path}/sending`}
        submit="この内容で応募する"
        version={version}
        back={{ href: path, label: '答えを直す' }}
      >
        {null}
      </Form>
    </Layout>
  )
}

/** Who will see what, from the yes on. */
export function Disclosure({ project, companyName, lines }: Pick<Check, 'project' | 'companyName' | 'lines'>) {
  return (
    <>
      <Section title="届く先">
        <DefinitionList
          items={[
            { term: '企業', value: companyName },
            { term: '案件', value: project.title },
            { term: '返事', value: `${project.answerDays}日以内に返事をする約束です` },
          ]}
        />
      </Section>
      <Section title="見えるようになるもの">
        <DefinitionList items={lines.map(({ term, value }) => ({ term, value: <Value value={value} /> }))} />
        <p>
          <a href="/me/profile">プロフィールを直す</a>
        </p>
      </Section>
    </>
  )
}

/** The two questions with what was answered. */
export function Answers(props: {
  project: Pick<Project, 'question1' | 'question2'>
  answers: readonly [string, string]
}) {
  return (
    <DefinitionList
      items={questionsOf(props.project).map((term, at) => ({
        term,
        value: <Lines text={props.answers[at] || 'まだ書かれていません。'} />,
      }))}
    />
  )
}

export function Lines({ text }: { text: string }) {
  return (
    <>
      {text.split('\n').map((line, at) => (
        <p key={at}>{line}</p>
      ))}
    </>
  )
}

function Value({ value }: { value: DisclosedLine['value'] }) {
  return typeof value === 'string' ? <Lines text={value} /> : <Lines text={value.join('\n')} />
}

const MISSING: Readonly<Record<Missing, { title: string; detail: string; path: string; label: string }>> = {
  codes: {
    title: 'できる仕事',
    detail: 'どんな仕事ができるかを、ひとつから選びます。',
    path: '/me/profile',
    label: 'できる仕事を選ぶ',
  },
  employer: {
    title: '勤務先に知られないための質問',
    detail: '勤務先を書くと、その会社からは見えなくなります。勤めていない方も、そのことを答えてください。',
    path: '/me/profile',
    label: '質問に答える',
  },
  name: {
    title: '名前',
    detail: '応募した企業だけに伝わります。',
    path: '/me/person',
    label: '名前を書く',
  },
}

/** What has to be there first, with the way there; what was answered waits here. */
export function MissingPage({
  missing,
  project,
  back,
  title = '応募の前に、あと少し',
  lead = '書いた答えは残っています。終わったら「応募した案件」から続けられます。',
}: {
  missing: readonly Missing[]
  project: Project
  back: string
  title?: string
  lead?: string
}) {
  const [first, ...others] = missing
  const item = (name: Missing, main: boolean) => (
    <Card key={name} title={MISSING[name].title} level={2} tone={main ? 'main' : 'plain'}>
      <p>{MISSING[name].detail}</p>
      <ButtonLink kind={main ? 'main' : 'quiet'} href={`${MISSING[name].path}?next=${encodeURIComponent(back)}`}>
        {MISSING[name].label}
      </ButtonLink>
    </Card>
  )
  return (
    <Layout title={title} lead={lead} back={{ href: `/projects/${project.id}`, label: '案件にもどる' }}>
      {first && item(first, true)}
      {others.map((name) => item(name, false))}
      <p>
        <a href={back}>終わったので、続ける</a>
      </p>
    </Layout>
  )
}

/** Why it is not possible, said as it is. */
export function RefusedPage(props: { project: Project; sentence: string }) {
  return (
    <Layout
      title="この案件には応募できません"
      lead={props.sentence}
      back={{ href: `/projects/${props.project.id}`, label: '案件にもどる' }}
    >
      <p>
        <ButtonLink href="/projects">ほかの案件を見る</ButtonLink>
      </p>
    </Layout>
  )
}
