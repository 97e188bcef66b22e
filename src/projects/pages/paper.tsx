import { japaneseDate, today } from '../../lib/time.ts'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { PrintSheet, TickBoxes } from '../../ui/print-sheet.tsx'
import { feeChoices, hoursChoices, monthsChoices, STYLES } from '../rules/choices.ts'
import { projectNumber } from '../rules/state.ts'
import type { Project } from '../schema.ts'
import { PaperByPhoto, PaperPhotos } from './paper-photos.tsx'

const ANY = { fee: null, hours: null, contractKind: 'direct' } as const
const WORDS = [
  ['いま、何に困っていますか', 5],
  ['三か月後、どうなっていたいですか', 4],
] as const
const CHOICES = [
  ['月に何時間くらい', hoursChoices(null)],
  ['お礼は、月にいくら（税別）', feeChoices(ANY)],
  ['どこで働いてもらいますか', STYLES],
  ['どのくらいの間', monthsChoices(null)],
] as const

type PaperProps = {
  base: string
  project: Project
  company: string
  url: string | null
  until: Date
  /** To be typed where no camera helps. */
  short?: { readonly code: string; readonly address: string } | undefined
  photos: Parameters<typeof PaperPhotos>[0]['photos']
  away?: string | undefined
}

/** The questions of a draft on one sheet: to be answered by hand, or from the phone. */
export function QuestionPaper({ base, project, company, url, until, short, photos, away }: PaperProps) {
  return (
    <Layout
      title="質問の紙"
      eyebrow={company}
      lead={
        url ? '印刷して、手で書くか、QRコードから答えられます。' : '印刷して、会社の方に手で書いてもらってください。'
      }
      back={{ href: base, label: '案件にもどる' }}
      reference={projectNumber(project)}
    >
      {url && !short && <PostButton action={`${base}/sheet`}>カメラのない方のための番号もつける</PostButton>}
      <PrintSheet
        title={`${company}の案件のための質問`}
        names={[company]}
        {...(url && { url })}
        code={short?.code ?? projectNumber(project)}
        {...(short && { address: short.address })}
        way="スマートフォンのカメラをかざすと、そのまま答えられます。手で書いたときは、写真か紙を、手伝う人か事務局に渡してください。"
        until={`QRコードは${japaneseDate(today(until))}まで使えます。`}
        letters={900}
      >
        {WORDS.map(([question, lines]) => (
          <section key={question}>
            <h3>
              <Phrase>{question}</Phrase>
            </h3>
            {Array.from({ length: lines }, (_, line) => (
              <div key={line} class="sheet-line" />
            ))}
          </section>
        ))}
        {CHOICES.map(([question, choices]) => (
          <section key={question}>
            <h3>
              <Phrase>{question}</Phrase>
            </h3>
            <TickBoxes words={[...choices.map(({ label }) => label), 'わからない']} />
          </section>
        ))}
      </PrintSheet>
      {url && (
        <p>
          <a href={url}>この機器で答える</a>
        </p>
      )}
      <PaperPhotos {...{ base, photos, away }} sheet="draft" mayTakeAway={url !== null} />
    </Layout>
  )
}

type AnswerProps = { token: string; company: string; values?: FormValues; errors?: FormErrors }

/** From the QR code, without signing in: the questions, and nothing of what stands in the draft. */
export function AnswerFromPaper({ token, company, values, errors }: AnswerProps) {
  return (
    <Layout
      title="質問に答える"
      eyebrow={company}
      lead="答えられるものだけで、だいじょうぶです。"
      failed={Boolean(errors)}
    >
      <Form
        action={`/answers/${token}`}
        submit="答えを送る"
        sticky
        {...(values && { values })}
        {...(errors && { errors })}
      >
        <AskedFields />
      </Form>
      <PaperByPhoto action={`/answers/${token}/photos`} />
    </Layout>
  )
}

/** The questions of the sheet, to be answered on a screen by whoever holds it or types it. */
export function AskedFields() {
  const desk = '事務局が一緒に決めます'
  const [hours, fee, style, months] = CHOICES
  return (
    <>
      <TextArea name="background" label={WORDS[0][0]} rows={5} max={2000} />
      <TextArea name="goal" label={WORDS[1][0]} rows={4} max={1000} />
      <ChoiceCards name="hours" label={hours[0]} choices={hours[1]} unsure={desk} />
      <ChoiceCards name="fee" label={fee[0]} choices={fee[1]} unsure={desk} />
      <ChoiceCards name="style" label={style[0]} choices={style[1]} unsure={desk} />
      <ChoiceCards name="months" label={months[0]} choices={months[1]} unsure={desk} />
    </>
  )
}

/** What happens next, and who does it. */
export function Answered({ company, byPhoto, lead }: { company: string; byPhoto: boolean; lead?: string }) {
  return (
    <Layout
      title={byPhoto ? '写真を受け取りました' : '答えを受け取りました'}
      eyebrow={company}
      lead={
        byPhoto
          ? '事務局か手伝う人が書き写します。会社の方が、画面で確かめます。'
          : (lead ?? '案件の下書きに入りました。会社の方が、画面で確かめます。')
      }
    >
      <p>この画面は閉じてかまいません。答えなおすときは、もう一度、紙のQRコードか番号から開いてください。</p>
    </Layout>
  )
}
