import { japaneseDate, japaneseDateTime, type LegalDate } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { PrintSheet } from '../../ui/print-sheet.tsx'
import { Prose } from '../../ui/prose.tsx'
import { HANDOVER, HANDOVER_LETTERS } from '../rules/handover.ts'
import type { HandoverNote } from '../schema.ts'

const CONTRACT = '契約のページ'

type FormProps = {
  base: string
  /** Was it handed over before? */
  sent: boolean
  /** The last day for changes; null while the contract runs. */
  until: LegalDate | null
  values: FormValues
  errors?: FormErrors
}

/** The five things that whoever comes next has to know. */
export function HandoverForm({ base, sent, until, values, errors }: FormProps) {
  return (
    <Layout
      title={sent ? '引きつぎメモを直す' : '引きつぎメモを書く'}
      lead="つぎの役の人と、会社が読みます。一つ二、三行でかまいません。"
      back={sent ? { href: `${base}/handover`, label: '引きつぎメモ' } : { href: base, label: CONTRACT }}
      failed={Boolean(errors)}
    >
      <Form
        action={`${base}/handover`}
        autosave={`${base}/handover/draft`}
        submit={sent ? 'この内容に直す' : '引きつぎメモを渡す'}
        values={values}
        errors={errors}
        sticky
      >
        {HANDOVER.map(({ name, label, hint }) => (
          <TextArea key={name} {...{ name, label, hint }} rows={4} max={HANDOVER_LETTERS} required />
        ))}
      </Form>
      <p>{until ? `${japaneseDate(until)}まで直せます。` : '契約が終わって14日のあいだまで、直せます。'}</p>
    </Layout>
  )
}

type NoteProps = {
  note: HandoverNote
  /** Of which role it is. */
  title: string
  back: { href: string; label?: string }
  /** Where its writer may still change it. */
  change?: string | null
}

/** A note as it is read, on one sheet of paper too. */
export function Handover({ note, title, back, change }: NoteProps) {
  return (
    <Layout title="引きつぎメモ" eyebrow={title} back={{ label: CONTRACT, ...back }}>
      {change && (
        <p>
          <ButtonLink kind="quiet" href={change}>
            引きつぎメモを直す
          </ButtonLink>
        </p>
      )}
      <PrintSheet title={title} letters={HANDOVER.reduce((sum, { name }) => sum + note[name].length, 0)}>
        <DefinitionList
          items={HANDOVER.map(({ name, label }) => ({ term: label, value: <Prose text={note[name]} /> }))}
        />
        <p>{japaneseDateTime(note.writtenAt)}に書かれました。</p>
      </PrintSheet>
    </Layout>
  )
}
