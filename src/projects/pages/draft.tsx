import type { ComponentChildren } from 'preact'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { LiveLines } from '../../ui/live-lines.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { liveWords } from '../rules/lint.ts'
import { STEPS, type Step, type StepName, stepBefore } from '../rules/steps.ts'
import type { DraftView } from './draft-view.ts'
import { StepFields } from './fields.tsx'
import { FromTemplate } from './template.tsx'

const LEADS: Readonly<Record<StepName, string>> = {
  background: 'ふだんの言葉でだいじょうぶです。',
  work: '下書きができています。違うところだけ直してください。',
  goal: '目に見えることで書くと、来る人に伝わります。',
  hours: '迷ったら、少なめから始められます。',
  fee: '月3万円から5万円の会社が多いです。',
  place: '一度来てもらうと、現場のことが伝わります。',
  period: 'まずは短く。続けるかは、あとで決められます。',
  contact: '法律で、募集にのせる決まりです。',
}

/** The questions whose answers decide how many people fit. */
export const ASKS_WHOM: readonly StepName[] = ['work', 'hours', 'fee', 'place']

type Props = {
  base: string
  draft: DraftView
  /** How many people fit, in words. */
  people: readonly string[]
  /** What others did, under the question. */
  beside?: ComponentChildren
  /** Photos of the sheet that is typed, over the form. */
  sheet?: ComponentChildren
}

/** One question. */
export function DraftStep({ base, draft, step, people, beside, sheet }: Props & { step: Step }) {
  const at = STEPS.indexOf(step)
  const before = stepBefore(step.step)
  return (
    <Layout
      title={step.title}
      lead={LEADS[step.step]}
      step={{ step: at + 1, total: STEPS.length }}
      failed={Boolean(draft.errors)}
    >
      {sheet}
      <Form
        action={`${base}/draft/${step.step}`}
        autosave={`${base}/draft/autosave?step=${step.step}`}
        submit="つぎへ"
        back={before ? 'submit' : { href: base, label: '案件にもどる' }}
        values={draft.values}
        {...(draft.errors && { errors: draft.errors })}
        version={draft.version}
        {...(draft.marks && { marks: draft.marks })}
        sticky
      >
        <Changed draft={draft} />
        {draft.untouched.includes(step.step) && <FromTemplate />}
        <StepFields step={step.step} draft={draft} alone />
        {ASKS_WHOM.includes(step.step) && <LiveLines name="people" words={people} />}
        <LiveLines name="words" words={liveWords(draft.findings, step.step)} />
        <Later />
      </Form>
      {beside}
      <ul class="link-list">
        <li>
          <a href={`${base}/draft`}>全部を一枚で見る</a>
        </li>
      </ul>
    </Layout>
  )
}

/** Everything on one page, over the same draft. */
export function WholeDraft({ base, draft, people, beside, sheet }: Props) {
  return (
    <Layout
      title="案件の下書き"
      lead="書いたところから、ひとりでに保存されます。"
      back={{ href: base, label: '案件にもどる' }}
      failed={Boolean(draft.errors)}
    >
      {sheet}
      <Form
        action={`${base}/draft`}
        autosave={`${base}/draft/autosave`}
        submit="保存して確かめる"
        values={draft.values}
        {...(draft.errors && { errors: draft.errors })}
        version={draft.version}
        {...(draft.marks && { marks: draft.marks })}
        sticky
      >
        <Changed draft={draft} />
        {STEPS.map((step) => (
          <Section key={step.step} id={step.step} title={step.title}>
            {draft.untouched.includes(step.step) && <FromTemplate />}
            <StepFields step={step.step} draft={draft} alone />
          </Section>
        ))}
        <LiveLines name="people" words={people} />
        <LiveLines name="words" words={liveWords(draft.findings, null)} />
        <Later />
      </Form>
      {beside}
    </Layout>
  )
}

/** Not among the buttons that stay in view: it is the way out, not the next step. */
function Later() {
  return (
    <p>
      <Button kind="plain" name="go" value="later">
        あとで続ける
      </Button>
    </p>
  )
}

/** Said above the fields when a colleague was faster. */
export function Changed({ draft }: { draft: DraftView }) {
  if (!draft.changed) return null
  return (
    <Notice kind="warning" title="ほかの人が、さきほど書きかえました" live>
      いま画面にあるのは、あなたの書いた内容です。もう一度送ると、この内容になります。
    </Notice>
  )
}
