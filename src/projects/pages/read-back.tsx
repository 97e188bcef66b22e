import { japaneseDate, japaneseDateTime, today } from '../../lib/time.ts'
import { ENTRY_DAYS } from '../../mandates/rules.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { PrintSheet } from '../../ui/print-sheet.tsx'
import type { ReadBack } from '../rules/entered.ts'

export type EnteredThing = {
  readonly id: string
  readonly href: string
  readonly title: string
  readonly begun: boolean
  readonly sent: boolean
  readonly lines: readonly ReadBack[]
}

type Props = {
  /** /companies/…/assistance */
  base: string
  /** Where the sheet leads to. */
  url: string
  sessionId: string
  company: string
  who: string
  startedAt: Date
  things: readonly EnteredThing[]
  settled: 'open' | 'confirmed' | 'undone' | 'late'
  /** Until when it can be taken back; null where nothing waits. */
  until: Date | null
  mayAct: boolean
  /** To whoever typed it. */
  typing: boolean
}

/** What somebody typed for the owner, in plain words: to be read, read aloud, or printed, and confirmed or taken back. */
export function ReadBackPage(props: Props) {
  const { base, company, things, settled, mayAct, typing } = props
  return (
    <Layout
      title="代わりに入力した内容"
      eyebrow={company}
      lead={
        typing
          ? '会社の方に、読んで聞かせてください。'
          : mayAct && settled === 'open'
            ? '読んで、違うところがないか確かめてください。'
            : undefined
      }
      back={{ href: base, label: typing ? 'この会社の作業' : '人に手伝ってもらう' }}
    >
      {mayAct && <Settle {...props} />}
      {things.length === 0 ? <EmptyState title="書きかえたものはありません" /> : <Sheet {...props} />}
    </Layout>
  )
}

const SETTLED = {
  confirmed: 'このままでよいと、確かめました。',
  undone: '取り消しました。もとの内容にもどっています。',
  late: '取り消せる日が過ぎました。違うところは、それぞれの画面から直せます。',
} as const

function Settle({ base, sessionId, settled, until, things }: Props) {
  if (things.length === 0) return null
  const here = `${base}/${sessionId}`
  if (settled !== 'open') {
    return (
      <Notice kind={settled === 'late' ? 'info' : 'success'} live title={SETTLED[settled]}>
        {settled === 'late' && <PostButton action={`${here}/confirmation`}>このままでよい</PostButton>}
      </Notice>
    )
  }
  return (
    <>
      <PostButton action={`${here}/confirmation`} kind="main">
        このままでよい
      </PostButton>
      <PostButton action={`${here}/undoing`}>全部、取り消す</PostButton>
      {until && <p>{`取り消せるのは、${japaneseDateTime(until)}までです。`}</p>}
    </>
  )
}

function Sheet({ who, startedAt, things, url, company, mayAct }: Props) {
  const letters = things
    .flatMap(({ lines }) => lines)
    .reduce((sum, { label, words }) => sum + label.length + words.length, 0)
  return (
    <PrintSheet
      title={`${who}が、${japaneseDate(today(startedAt))}に入力しました`}
      names={who.split(/[（）]/)}
      url={url}
      way={`違うところがあれば、${ENTRY_DAYS}日のあいだ、この画面か電話で取り消せます。`}
      letters={letters}
    >
      <p>{company}</p>
      {things.map(({ id, title, href, begun, sent, lines }) => (
        <section key={id}>
          <h3>
            <Phrase>{title}</Phrase>
          </h3>
          {mayAct && (
            <p>
              <a class="button" data-kind="plain" href={href} aria-label={`${title}を開く`}>
                開く
              </a>
            </p>
          )}
          {begun && <p>新しく書きました。</p>}
          <DefinitionList items={lines.map(({ label, words }) => ({ term: label, value: words }))} />
          {sent && <p>事務局に送りました。</p>}
        </section>
      ))}
    </PrintSheet>
  )
}
