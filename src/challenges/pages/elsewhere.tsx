import { japaneseDate, type LegalDate } from '../../lib/time.ts'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { PrintSheet } from '../../ui/print-sheet.tsx'
import { shownCode } from '../rules/forms.ts'
import type { Answered } from '../rules/listening.ts'
import { liveNodes } from '../rules/nodes.ts'
import type { ChallengeNode, Worry } from '../schema.ts'
import { Lines } from './beside.tsx'
import { PrintedAnswers } from './listening.tsx'
import { ChallengeLines } from './tree.tsx'

/** Before there is a code: making one is an act. */
export function AskForSheet({ id }: { id: string }) {
  return (
    <Layout
      title="紙と番号を出す"
      lead="紙の番号を使うと、ほかの機器でも続けられます。"
      back={{ href: `/worries/${id}`, label: '整理した内容' }}
    >
      <PostButton action={`/worries/${id}/sheet`} kind="main">
        番号を作る
      </PostButton>
    </Layout>
  )
}

type SheetProps = {
  worry: Worry
  nodes: readonly ChallengeNode[]
  answers: readonly Answered[]
  code: string
  url: string
  address: string
  /** Until when it is kept; null once it is somebody's own. */
  until: LegalDate | null
}

/** What the frame of a line takes beside its words, in letters. */
const FRAME = 60

export function Sheet({ worry, nodes, answers, code, url, address, until }: SheetProps) {
  const shown = liveNodes(nodes, worry.reading)
  const words = [...shown.map(({ text }) => text), ...answers.map(({ question, text }) => question + text)]
  return (
    <Layout
      title="紙と番号"
      lead="この番号で、ほかの機器でも続けられます。"
      back={{ href: `/worries/${worry.id}`, label: '整理した内容' }}
    >
      <PrintSheet
        title="お困りのことの整理"
        url={url}
        code={shownCode(code)}
        address={address}
        letters={words.reduce((sum, line) => sum + line.length + FRAME, worry.text.length)}
        until={until ? `${japaneseDate(until)}まで使えます。` : '入った方の番号です。続きは、入ってから開けます。'}
      >
        <Lines>{worry.text}</Lines>
        <PrintedAnswers answers={answers} />
        <ChallengeLines nodes={shown} label="課題の整理" />
      </PrintSheet>
    </Layout>
  )
}

export function Resume({ values, errors }: { values?: FormValues; errors?: FormErrors }) {
  return (
    <Layout title="番号で続きを開く" lead="紙に書かれた8つの文字を入れてください。" failed={Boolean(errors)}>
      <Form action="/resume" submit="続きを開く" values={values} errors={errors}>
        <TextField name="code" label="番号" size="short" spellcheck={false} hint="例: ABCD-2345" />
      </Form>
    </Layout>
  )
}

/** From the QR code. Opening a page changes nothing, so one button does it. */
export function ResumeByCode({ code }: { code: string }) {
  return (
    <Layout title="続きを開きます" lead={`番号 ${shownCode(code)} の続きを、この機器で開きます。`}>
      <PostButton action="/resume" kind="main" fields={{ code }}>
        続きを開く
      </PostButton>
    </Layout>
  )
}
