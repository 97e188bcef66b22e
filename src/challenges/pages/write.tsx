import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { PhotoField } from '../../ui/fields/files-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { Section } from '../../ui/section.tsx'
import { PHOTO } from '../rules/photos.ts'
import { WHAT_FOR } from './photos.tsx'

/** `model`: a language model was plugged in, which may read along when the owner agrees. */
type Props = { values?: FormValues; errors?: FormErrors; model?: boolean }

/** The first screen of an owner: one big box. */
export function NewWorry({ values, errors, model }: Props) {
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
        upload
        sticky
        values={values}
        errors={errors}
      >
        <WorryBox rows={4} />
        <More title="メモの写真を送る" open={Boolean(errors?.[PHOTO])}>
          <PhotoField name={PHOTO} label="メモの写真" hint={WHAT_FOR} />
        </More>
        {model && <ReadAlong />}
      </Form>
      <p>書いたことは、事務局のほかには見えません。</p>
      <p>
        <a class="button" data-kind="plain" href="/resume">
          番号で続きを開く
        </a>
      </p>
      <Examples />
    </Layout>
  )
}

/** The same box for words that already have their tree. */
export function Reword({
  home,
  version,
  values,
  errors,
  model,
  isOwn = true,
  marks,
}: Props & { home: string; version: number; isOwn?: boolean; marks?: Readonly<Record<string, string>> }) {
  return (
    <Layout
      title="言葉を直す"
      lead="書き足しても、書きなおしても大丈夫です。"
      back={{ href: home, label: '整理した内容' }}
      failed={Boolean(errors)}
    >
      <Form
        action={`${home}/words`}
        {...(isOwn && { autosave: `${home}/draft` })}
        {...(marks && { marks })}
        submit="もう一度整理する"
        sticky
        values={values}
        errors={errors}
        version={version}
      >
        <WorryBox rows={6} />
        {model && <ReadAlong />}
      </Form>
    </Layout>
  )
}

const SAYINGS = [
  { words: 'ひとつ作るのに、いくらかかっているのか分からない', code: '10035' },
  { words: '取引先から、環境の証明書を出すように言われた', code: '56109' },
  { words: 'ホームページが古いままで、問い合わせが来ない', code: '50268' },
] as const

/** The same for whoever types for an owner. Nobody agrees in the owner's place that a tool outside may read it. */
export function NewWorryFor({ base, company, values, errors }: Props & { base: string; company: string }) {
  return (
    <Layout
      title="困りごとを書く"
      eyebrow={company}
      lead="会社の方の言葉を、そのまま書いてください。"
      back={{ href: `${base}/assistance`, label: 'この会社の作業' }}
      failed={Boolean(errors)}
    >
      <Form action={`${base}/worries`} submit="課題を整理する" upload sticky values={values} errors={errors}>
        <WorryBox rows={4} />
        <More title="書いてもらった紙の写真をそえる" open={Boolean(errors?.[PHOTO])}>
          <PhotoField name={PHOTO} label="紙の写真" hint="見ながら書き写せます。" />
        </More>
      </Form>
    </Layout>
  )
}

/** What others said: nobody has to begin with an empty head. */
export function Examples() {
  return (
    <Section title="たとえば" tone="band">
      <ul class="plain-list">
        {SAYINGS.map(({ words, code }) => (
          <li key={code}>
            <Phrase>{`「${words}」`}</Phrase>
            <br />
            <BeginWith code={code} />
          </li>
        ))}
      </ul>
      <p>
        <a href="/job-codes">ほかの仕事の名前から選ぶ</a>
      </p>
    </Section>
  )
}

/** Whoever knows the work already need not tell the worry first. */
function BeginWith({ code }: { code: string }) {
  const [leaf] = jobCodes()
    .current(code)
    .flatMap((one) => jobCodes().leaf(one) ?? [])
  if (!leaf) return null
  return (
    <a
      class="button"
      data-kind="plain"
      href={`/job-codes/${leaf.id}/project`}
      aria-label={`この仕事で案件を書きはじめる（${leaf.name}）`}
    >
      この仕事で案件を書きはじめる
    </a>
  )
}

function WorryBox({ rows }: { rows: number }) {
  return <TextArea name="text" label="お困りのこと" labelHidden rows={rows} voice="声で入れる" />
}

/** Whether somebody outside may read the words is asked each time, and nothing is ticked beforehand. */
function ReadAlong() {
  return (
    <CheckboxList
      name="model"
      label="くわしく整理する"
      required={false}
      choices={[
        {
          value: 'yes',
          label: '外の整理の道具にも読んでもらう',
          note: '人工知能の道具です。お名前や会社の名前、連絡先は除いて送ります。',
        },
      ]}
    />
  )
}
