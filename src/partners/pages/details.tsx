import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { FileField } from '../../ui/fields/file-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { LOGO, type LogoMark } from '../rules/logo.ts'
import { COLOUR_WORDS, COLOURS } from '../rules/programmes.ts'

export type PartnerDetailsProps = {
  id: string
  name: string
  version: number
  values: FormValues
  errors?: FormErrors
  saved: boolean
  logo: LogoMark | null
  /** Why a picture that was sent is not taken. */
  logoProblem?: string
}

/** What a partner says about itself. */
export function PartnerDetails({ id, name, version, values, errors, saved, logo, logoProblem }: PartnerDetailsProps) {
  return (
    <Layout
      title="わたしたちのこと"
      eyebrow={name}
      lead="だれでも見られるページに出ます。"
      back={{ href: `/partners/${id}`, label: 'わたしたちの企業' }}
      failed={Boolean(errors ?? logoProblem)}
    >
      {saved && <Notice kind="success" live title="保存しました" />}
      <Form
        action={`/partners/${id}/details`}
        submit="保存する"
        {...{ values, version }}
        {...(errors && { errors })}
        sticky
      >
        <TextArea name="about" label="ひとことの紹介" rows={3} max={120} required />
        <TextArea name="message" label="企業と働く方へのことば" rows={8} max={1200} required={false} />
        <TextField name="phone" label="電話番号" type="tel" inputMode="tel" autoComplete="tel" required />
        <ChoiceCards
          name="colour"
          label="ページの色"
          columns={2}
          choices={COLOURS.map((colour) => ({ value: colour, label: COLOUR_WORDS[colour] }))}
        />
      </Form>
      <Section title="ロゴ" id="logo" lead="わたしたちのページと事業のページ、リンクの横に出る絵に入ります。">
        {logo && (
          <p>
            <img class="logo" {...logo} alt="いまのロゴ" />
          </p>
        )}
        <Form
          id="logo-form"
          action={`/partners/${id}/logo`}
          submit={logo ? 'ロゴを入れかえる' : 'ロゴを入れる'}
          submitKind="quiet"
          upload
          {...(logoProblem && { errors: { [LOGO]: logoProblem } })}
        >
          <FileField
            name={LOGO}
            label="ロゴの絵"
            hint="PNGかJPEGで、2メガバイトまで。"
            accept="image/png,image/jpeg"
            required
          />
        </Form>
        {logo && (
          <PostButton action={`/partners/${id}/logo/removal`} kind="plain">
            ロゴを外す
          </PostButton>
        )}
      </Section>
    </Layout>
  )
}
