import { UNDO_MINUTES } from '../../lib/undo.ts'
import type { Project } from '../../projects/schema.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { HiddenField } from '../../ui/fields/hidden-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { markOf, waitInWords } from '../rules/choosing.ts'
import { declineChoices, readReason, writtenReason } from '../rules/decline.ts'
import { WORDS_MAX } from '../rules/forms.ts'
import { applicationNumber, stateOf } from '../rules/state.ts'
import { WORDS } from '../rules/words.ts'
import type { Applied } from './applicants.tsx'
import { Lines } from './apply.tsx'

/** Of somebody who can be declined. */
type Candidate = Pick<Applied, 'application' | 'card' | 'selection'>

type Props = {
  project: Project
  codes: readonly string[]
  /** Those who can be declined, whom the company passed over first. */
  open: readonly Candidate[]
  now: Date
  values?: FormValues
  errors?: FormErrors
}

/** A person with the version that was on the screen. */
export function seenAs({ application }: Pick<Applied, 'application'>): string {
  return `${application.id}.${application.version}`
}

/** One reason for several: who they are, and why. */
export function DeclinesPage({ project, codes, open, now, values, errors }: Props) {
  const list = listOf(project)
  const passed = open.filter(({ application, selection }) => markOf(application, selection) === 'pass')
  return (
    <Layout
      title="まとめて見送る"
      lead="同じ理由の方を選びます。次の画面で、手紙を直せます。"
      back={{ href: list, label: '届いた応募' }}
      failed={Boolean(errors)}
    >
      {open.length === 0 ? (
        <EmptyState title="返事を待っている方はいません" action={<ButtonLink href={list}>応募の一覧へ</ButtonLink>}>
          新しい応募が届くと、メールでお知らせします。
        </EmptyState>
      ) : (
        <Form
          action={`/companies/${project.companyId}/projects/${project.id}/declines/letter`}
          submit="手紙を見る"
          values={{ people: passed.map(seenAs), ...values }}
          errors={errors}
          back={{ href: list, label: 'やめる' }}
          sticky
        >
          <CheckboxList
            name="people"
            label="見送る方"
            choices={open.map((line) => ({
              value: seenAs(line),
              label: line.card!.headline,
              note: [
                applicationNumber(line.application),
                WORDS.company[stateOf(line.application)],
                waitInWords(line.application, now),
              ].join('　'),
            }))}
          />
          <ChoiceCards name="reason" label="理由" required choices={declineChoices(codes)} />
        </Form>
      )}
    </Layout>
  )
}

type Letter = {
  project: Project
  people: readonly string[]
  reason: string
  /** As they were typed, and as the person will read them. */
  words: string
  told: string
  errors?: FormErrors
}

/** The letter as each of them will read it, and the last chance to put it in the own words. */
export function DeclineLetter({ project, people, reason, words, told, errors }: Letter) {
  const path = `/companies/${project.companyId}/projects/${project.id}/declines`
  return (
    <Layout
      title={`${people.length}人への手紙`}
      lead={`送ってから${UNDO_MINUTES}分は取り消せます。そのあと、ご本人に届きます。`}
      back={{ href: path, label: '選びなおす' }}
      failed={Boolean(errors)}
    >
      <Form
        action={path}
        submit="返事をする"
        values={{ words }}
        errors={errors}
        sticky
        more={
          <Button kind="quiet" formAction={`${path}/letter`}>
            直した手紙を見る
          </Button>
        }
      >
        {people.map((one) => (
          <HiddenField key={one} name="people" value={one} />
        ))}
        <HiddenField name="reason" value={reason} />
        <TextArea
          name="words"
          label="ひとこと"
          hint="電話番号やメールアドレスは、伏せて届きます。"
          required={false}
          max={WORDS_MAX}
          rows={5}
        />
        <Card title="ご本人が読む手紙" level={2} tone="accent">
          <p>
            <strong>今回は見送りになりました</strong>
          </p>
          <p>{readReason(writtenReason(reason, ''))!.sentence}</p>
          {told && <Lines text={told} />}
          <p>同じ仕事を頼みたい、ほかの会社の案件を3つまで添えます。</p>
        </Card>
      </Form>
    </Layout>
  )
}

export function listOf(project: Pick<Project, 'id' | 'companyId'>): string {
  return `/companies/${project.companyId}/projects/${project.id}/applications`
}
