import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'

type Props = { values?: FormValues; errors?: FormErrors }

/** The first screen of an owner: one big box. */
export function NewWorry({ values, errors }: Props) {
  return (
    <Layout
      title="いま、お困りのことは"
      lead="ふだんの言葉で、ひとことでも大丈夫です。"
      failed={Boolean(errors)}
      description="お困りのことをふだんの言葉で書くと、頼める仕事に整理します。登録はいりません。"
    >
      <Form
        action="/worries"
        autosave="/worries/draft"
        submit="課題を整理する"
        values={values}
        errors={errors}
        more={
          <a class="button" data-kind="plain" href="/resume">
            番号で続きを開く
          </a>
        }
      >
        <WorryBox rows={4} />
      </Form>
      <p>書いたことは、ほかの人には見えません。</p>
      <Examples />
    </Layout>
  )
}

/** The same box for words that already have their tree. */
export function Reword({ id, version, values, errors }: Props & { id: string; version: number }) {
  return (
    <Layout
      title="言葉を直す"
      lead="書き足しても、書きなおしても大丈夫です。"
      back={{ href: `/worries/${id}`, label: '整理した内容' }}
      failed={Boolean(errors)}
    >
      <Form
        action={`/worries/${id}/words`}
        autosave={`/worries/${id}/draft`}
        submit="もう一度整理する"
        values={values}
        errors={errors}
        version={version}
      >
        <WorryBox rows={6} />
      </Form>
    </Layout>
  )
}

/** What others said: nobody has to begin with an empty head. */
export function Examples() {
  return (
    <Section title="たとえば" tone="band">
      <ul>
        <li>「ひとつ作るのに、いくらかかっているのか分からない」</li>
        <li>「取引先から、環境の証明書を出すように言われた」</li>
        <li>「ホームページが古いままで、問い合わせが来ない」</li>
      </ul>
    </Section>
  )
}

function WorryBox({ rows }: { rows: number }) {
  return <TextArea name="text" label="お困りのこと" labelHidden rows={rows} />
}
