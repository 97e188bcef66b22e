import { japaneseDate, today } from '../../lib/time.ts'
import { PaperByPhoto, PaperPhotos } from '../../projects/pages/paper-photos.tsx'
import type { Choice } from '../../projects/rules/paper.ts'
import { CHOICE_WORDS, CHOICES, PAPER_DAYS } from '../../projects/rules/paper.ts'
import { projectNumber } from '../../projects/rules/state.ts'
import type { Paper, Project } from '../../projects/schema.ts'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { Form } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { PrintSheet, TickBoxes } from '../../ui/print-sheet.tsx'
import type { Proposed } from './proposals.tsx'

type PaperProps = {
  project: Project
  /** Each with the number that stands on the paper. */
  people: readonly (Proposed & { readonly number: number })[]
  url: string
  code: string
  address: string
  until: Date
  photos: Parameters<typeof PaperPhotos>[0]['photos']
  away?: string | undefined
}

const BOXES = CHOICES.map((choice) => CHOICE_WORDS[choice])
const REASONS = 2
/** More than these are printed smaller, so that they stay on one sheet. */
const FEW = 2

/** The people proposed for a project on one sheet, as the screen shows them: nobody's name, employer or town. */
export function ProposalPaper({ project, people, url, code, address, until, photos, away }: PaperProps) {
  const own = `/companies/${project.companyId}/projects/${project.id}`
  return (
    <Layout
      title="合いそうな人の紙"
      eyebrow={project.title ?? undefined}
      lead="印刷して、手で印をつけるか、QRコードから答えられます。"
      back={{ href: `${own}/proposals`, label: '合いそうな人' }}
      reference={projectNumber(project)}
    >
      <PrintSheet
        title={`「${project.title ?? projectNumber(project)}」に合いそうな人`}
        url={url}
        code={code}
        address={address}
        way="スマートフォンのカメラをかざすと、印をつけられます。手でつけたときは、写真か紙を、手伝う人に渡してください。"
        until={`${japaneseDate(today(until))}まで使えます。印をつけても、相手には何も届きません。`}
        letters={people.length > FEW ? 900 : 0}
      >
        {people.map(({ card, told, number }) => (
          <section key={card.id}>
            <h3>
              <Phrase>{`${number}人目　${card.headline}`}</Phrase>
            </h3>
            <p>
              {[card.prefecture, card.hours, card.fee, ...card.codes.slice(0, 2).map(({ name }) => name)]
                .filter(Boolean)
                .join('・')}
            </p>
            <ul>
              {told.reasons.slice(0, REASONS).map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
            {told.doubt && <p>{`確かめたいこと：${told.doubt}`}</p>}
            <TickBoxes words={BOXES} />
          </section>
        ))}
      </PrintSheet>
      <PaperPhotos base={own} sheet="proposals" {...{ photos, away }} mayTakeAway />
    </Layout>
  )
}

type AnswerProps = {
  token: string
  company: string
  project: string
  /** How many stand on the paper; and what was marked before. */
  marked: readonly Choice[]
}

/** From the QR code or the number, without signing in: the paper has the people, the screen only their numbers. */
export function MarkFromPaper({ token, company, project, marked }: AnswerProps) {
  return (
    <Layout title="紙に印をつける" eyebrow={company} lead={`${project}の紙を見ながら選んでください。`}>
      <Form
        action={`/choices/${token}`}
        submit="印を送る"
        sticky
        values={Object.fromEntries(marked.map((choice, at) => [nameOf(at), choice]))}
      >
        <MarkFields marked={marked} />
      </Form>
      <PaperByPhoto action={`/choices/${token}/photos`} />
    </Layout>
  )
}

/** One question for each who stands on the paper, by number. */
export function MarkFields({ marked }: Pick<AnswerProps, 'marked'>) {
  return (
    <>
      {marked.map((_, at) => (
        <ChoiceCards
          key={nameOf(at)}
          name={nameOf(at)}
          label={`${at + 1}人目`}
          choices={CHOICES.map((choice) => ({ value: choice, label: CHOICE_WORDS[choice] }))}
        />
      ))}
    </>
  )
}

export function nameOf(at: number): string {
  return `person${at + 1}`
}

/** What was marked beside each who stands on a paper. */
export function choicesIn({ people }: Pick<Paper, 'people'>, body: Readonly<Record<string, unknown>>): Choice[] {
  return people.map((_, at) => CHOICES.find((one) => one === body[nameOf(at)]) ?? 'open')
}

/** What happens next, and what does not. */
export function Marked({ company, byPhoto }: { company: string; byPhoto: boolean }) {
  return (
    <Layout
      title={byPhoto ? '写真を受け取りました' : '印を受け取りました'}
      eyebrow={company}
      lead={
        byPhoto
          ? '事務局が書き写すと、会社の「合いそうな人」に出ます。まだ、だれにも声はかかっていません。'
          : '会社の「合いそうな人」に出ます。まだ、だれにも声はかかっていません。'
      }
    >
      <p>{`声をかけるときは、会社の方が画面で言葉をそえて送ります。${PAPER_DAYS}日のあいだは、同じ紙から選びなおせます。`}</p>
    </Layout>
  )
}
