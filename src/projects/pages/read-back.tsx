import { japaneseDate, japaneseDateTime, today } from '../../lib/time.ts'
import { ENTRY_DAYS } from '../../mandates/rules.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PrintSheet } from '../../ui/print-sheet.tsx'
import type { ReadBack } from '../rules/entered.ts'

export type EnteredProject = {
  readonly id: string
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
  projects: readonly EnteredProject[]
  settled: 'open' | 'confirmed' | 'undone' | 'late'
  /** Until when it can be taken back; null where nothing waits. */
  until: Date | null
  mayAct: boolean
}

/** What somebody typed for the owner, in plain words: to be read, read aloud, or printed, and confirmed or taken back. */
export function ReadBackPage(props: Props) {
  const { base, company, projects, settled, mayAct } = props
  return (
    <Layout
      title="代わりに入力した内容"
      eyebrow={company}
      lead={
        mayAct && settled === 'open'
          ? '読んで、違うところがないか確かめてください。'
          : '会社の方に、読んで聞かせてください。'
      }
      back={{ href: base, label: mayAct ? '人に手伝ってもらう' : 'この会社の作業' }}
    >
      {mayAct && <Settle {...props} />}
      {projects.length === 0 ? <EmptyState title="書きかえたものはありません" /> : <Sheet {...props} />}
    </Layout>
  )
}

const SETTLED = {
  confirmed: 'このままでよいと、確かめました。',
  undone: '取り消しました。もとの内容にもどっています。',
  late: '取り消せる日が過ぎました。違うところは、下書きから直せます。',
} as const

function Settle({ base, sessionId, settled, until, projects }: Props) {
  if (projects.length === 0) return null
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

function Sheet({ who, startedAt, projects, url, company, mayAct }: Props) {
  const letters = projects
    .flatMap(({ lines }) => lines)
    .reduce((sum, { label, words }) => sum + label.length + words.length, 0)
  return (
    <PrintSheet
      title={`${who}が、${japaneseDate(today(startedAt))}に入力しました`}
      url={url}
      way={`違うところがあれば、${ENTRY_DAYS}日のあいだ、この画面か電話で取り消せます。`}
      letters={letters}
    >
      <p>{company}</p>
      {projects.map((project) => (
        <section key={project.id}>
          <h3>{mayAct ? <a href={`${base(url)}/projects/${project.id}`}>{project.title}</a> : project.title}</h3>
          {project.begun && <p>下書きを新しく作りました。</p>}
          <DefinitionList items={project.lines.map(({ label, words }) => ({ term: label, value: words }))} />
          {project.sent && <p>事務局に送りました。</p>}
        </section>
      ))}
    </PrintSheet>
  )
}

/** /companies/… of the address of the sheet. */
function base(url: string): string {
  return new URL(url).pathname.split('/').slice(0, 3).join('/')
}
