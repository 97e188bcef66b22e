import type { ComponentChildren } from 'preact'
import { Gallery } from '../../challenges/pages/photos.tsx'
import type { PhotoNote } from '../../challenges/rules/photos.ts'
import type { Worry } from '../../challenges/schema.ts'
import { japaneseDateTime } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { HiddenField } from '../../ui/fields/hidden-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'

/** `isPaper`: of a filled sheet of a project, and no notes of a worry. */
export type WorryToType = { id: string; company: string | null; photos: number; since: Date | null; isPaper?: true }

/** Photos that wait for somebody to type them. */
export function TypingCard({ worry }: { worry: WorryToType }) {
  return (
    <Card
      level={2}
      title={worry.isPaper ? '書いた紙の写真を、書き写す' : 'メモの写真を、文字に書き写す'}
      href={`/desk/${worry.isPaper ? 'papers' : 'worries'}/${worry.id}/typing`}
      eyebrow={worry.since ? `${japaneseDateTime(worry.since)}から` : ''}
    >
      <p>
        {worry.company ?? '会社をまだ決めていない方'}　写真{worry.photos}枚
      </p>
    </Card>
  )
}

type Props = {
  worry: Worry
  photos: readonly PhotoNote[]
  values?: FormValues
  errors?: FormErrors
  /** The owner wrote on meanwhile; what was typed is still here. */
  changed?: boolean
}

/** The pictures, and a box for what they say. */
export function TypePhotos({ worry, photos, values, errors, changed }: Props) {
  const home = `/desk/worries/${worry.id}`
  return (
    <Layout
      title="メモの写真を書き写す"
      lead="書いてあるとおりに写してください。直さなくてかまいません。"
      back={{ href: '/desk', label: '事務局' }}
      failed={Boolean(errors)}
    >
      {changed && (
        <Notice kind="warning" live title="書き写しているあいだに、言葉か写真が変わりました">
          写した言葉は残っています。写真を確かめて、もう一度送ってください。
        </Notice>
      )}
      <TypingForm {...{ home, photos, values, errors }}>
        <TextArea name="text" label="写真の言葉" rows={10} />
      </TypingForm>
      {worry.text !== '' && (
        <Section title="いまの言葉" lead="書き写した言葉は、この下に足されます。">
          <p>{worry.text}</p>
        </Section>
      )}
    </Layout>
  )
}

type FormProps = Omit<Props, 'worry' | 'changed'> & {
  home: string
  /** What the photos show, where it is not notes. */
  name?: string
  children: ComponentChildren
}

/** Photos, and below them what is typed from them; or that nobody can read them. */
export function TypingForm({ home, photos, name, values = {}, errors, children }: FormProps) {
  return (
    <>
      <Gallery {...{ photos, home, name }} mayTakeAway={false} />
      <Form
        action={`${home}/typing`}
        submit="書き写しを終える"
        values={values}
        errors={errors}
        more={
          <Button kind="quiet" formAction={`${home}/typing/unreadable`}>
            読めないので、撮りなおしてもらう
          </Button>
        }
      >
        <HiddenField name="photos" value={photos.map(({ id }) => id).join(' ')} />
        {children}
      </Form>
    </>
  )
}
