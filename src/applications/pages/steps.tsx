import type { ComponentChildren } from 'preact'
import type { Project } from '../../projects/schema.ts'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import type { Application } from '../schema.ts'
import { AnswerFields } from './apply.tsx'

type Corrected = { application: Application; project: Project; values: FormValues; errors?: FormErrors }

export function CorrectAnswers({ application, project, values, errors }: Corrected) {
  const home = `/me/applications/${application.id}`
  return (
    <Layout
      title="答えを直す"
      lead="企業が読むまでは、何度でも直せます。"
      back={{ href: home, label: '応募にもどる' }}
      failed={Boolean(errors)}
    >
      <Form
        action={`${home}/answers`}
        submit="直した答えにする"
        version={application.version}
        values={values}
        errors={errors}
      >
        <AnswerFields project={project} />
      </Form>
    </Layout>
  )
}

type Confirm = {
  application: Application
  title: string
  lead: string
  /** Where the button posts to; the page has the same address. */
  action: string
  home: string
  submit: string
  danger?: boolean
  /** What happens next, in order. */
  steps: readonly { title: string; detail?: ComponentChildren }[]
}

/** The second step of what should not happen by one slip of a thumb. */
export function ConfirmPage({ application, title, lead, action, home, submit, danger, steps }: Confirm) {
  return (
    <Layout title={title} lead={lead} back={{ href: home, label: '応募にもどる' }}>
      <Form
        action={action}
        submit={submit}
        submitKind={danger ? 'danger' : 'main'}
        version={application.version}
        back={{ href: home, label: 'やめる' }}
        sticky
      >
        {steps.length > 0 && <Timeline items={steps.map((step) => ({ ...step, when: 'next' as const }))} />}
      </Form>
    </Layout>
  )
}
