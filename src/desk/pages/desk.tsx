import type { VNode } from 'preact'
import { ReadyCase } from '../../cases/pages/desk.tsx'
import { ReadyStory } from '../../cases/pages/story-making.tsx'
import { consentedAt } from '../../cases/rules/openness.ts'
import type { StoryToPublish } from '../../cases/rules/stories.ts'
import type { Case } from '../../cases/schema.ts'
import { AskedCard, type AskedWorry } from '../../challenges/pages/together.tsx'
import type { Resting } from '../../lib/jobs.ts'
import { businessDaysAfter, japaneseDate, japaneseDateTime, today } from '../../lib/time.ts'
import { HandoverNotice, type HandoversWaiting } from '../../partners/pages/handover-notice.tsx'
import { projectNumber, REVIEW_DAYS } from '../../projects/rules/state.ts'
import { FirstCallCard } from '../../referrals/pages/desk.tsx'
import type { WaitingReferral } from '../../referrals/rules/slip.ts'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { SheetLinks } from '../../ui/sheet-links.tsx'
import { Tag } from '../../ui/tag.tsx'
import { jobInWords } from '../rules.ts'
import { CallCard, type ListedCall } from './calls.tsx'
import { OverdueCard, type OverdueCompany } from './overdue.tsx'
import { LetterCard } from './people.tsx'
import { ReportCard, type SeenReport } from './report.tsx'
import { SigningCallCard, type WaitingSigningCall } from './signing.tsx'
import { TypingCard, type WorryToType } from './typing.tsx'
import { Watching } from './watching.tsx'

type WaitingProject = {
  id: string
  number: number
  title: string | null
  unsure: readonly string[]
  submittedAt: Date | null
  company: string
}
type RestingJob = Resting & { reference: string | null }

type Props = {
  projects: readonly WaitingProject[]
  calls: readonly ListedCall[]
  resting: readonly RestingJob[]
  signing: readonly WaitingSigningCall[]
  letters: Parameters<typeof LetterCard>[0]['letter'][]
  /** Cases that both sides let be read. */
  cases: readonly Case[]
  /** Stories that everybody in them agreed to. */
  stories: readonly StoryToPublish[]
  /** Companies that let the day of a promised answer pass. */
  overdue: readonly OverdueCompany[]
  /** Worries that somebody wants to look at together. */
  worries: readonly AskedWorry[]
  /** Companies that a partner brought and that nobody has rung yet. */
  referrals: readonly WaitingReferral[]
  /** Photos of notes that nobody typed yet. */
  typing: readonly WorryToType[]
  /** What somebody told of a message. */
  reports: readonly SeenReport[]
  /** What the rules found in messages: numbers only. */
  counts: Parameters<typeof Watching>[0]['counts']
  handovers: HandoversWaiting
  /** Runs the instance: sees what only that person may see. */
  isAdministrator: boolean
  now: Date
}

/** What waits for the desk: whoever has waited longest stands first. */
export function Desk(props: Props) {
  const { projects, calls, resting, signing, letters, cases, overdue, worries, typing, isAdministrator, now } = props
  const waiting: { since: Date; card: VNode }[] = [
    ...projects.map((project) => ({
      since: project.submittedAt ?? now,
      card: <ProjectCard key={project.id} project={project} now={now} />,
    })),
    ...calls.map((call) => ({ since: call.createdAt, card: <CallCard key={call.id} call={call} level={3} /> })),
    ...signing.map((call) => ({ since: call.askedAt, card: <SigningCallCard key={call.id} call={call} /> })),
    ...props.reports.map((seen) => ({
      since: seen.report.createdAt,
      card: <ReportCard key={seen.report.id} seen={seen} />,
    })),
    ...letters.map((letter) => ({ since: letter.createdAt, card: <LetterCard key={letter.id} letter={letter} /> })),
    ...cases.map((row) => ({
      since: consentedAt(row) ?? row.createdAt,
      card: <ReadyCase key={row.id} row={row} level={2} />,
    })),
    ...props.stories.map((story) => ({ since: story.since, card: <ReadyStory key={story.id} story={story} /> })),
    ...overdue.map((company) => ({
      since: company.since ?? now,
      card: <OverdueCard key={company.id} company={company} now={now} />,
    })),
    ...worries.map((worry) => ({
      since: worry.helpAskedAt ?? now,
      card: <AskedCard key={worry.id} worry={worry} href={`/desk/worries/${worry.id}`} />,
    })),
    ...props.referrals.map((waiting) => ({
      since: waiting.referral.consentedAt ?? now,
      card: <FirstCallCard key={waiting.referral.id} waiting={waiting} day={today(now)} />,
    })),
    ...typing.map((worry) => ({ since: worry.since ?? now, card: <TypingCard key={worry.id} worry={worry} /> })),
    ...resting.map((job) => ({ since: job.failedAt, card: <JobCard key={job.id} job={job} /> })),
  ].sort((a, b) => a.since.getTime() - b.since.getTime())
  return (
    <Layout title="事務局" lead={`待っていることが${waiting.length}件あります。長く待っている順です。`} width="page">
      <HandoverNotice list="/desk/handovers" waiting={props.handovers} />
      <Places isAdministrator={isAdministrator} />
      {waiting.length === 0 ? (
        <EmptyState title="いま待っていることはありません" picture="done" />
      ) : (
        <CardList>{waiting.map(({ card }) => card)}</CardList>
      )}
      {waiting.length > 0 && <SheetLinks href="/desk" of="待っていること" />}
      <Watching counts={props.counts} />
    </Layout>
  )
}

const PLACES = [
  ['calls', '電話の一覧'],
  ['referrals', 'お取次ぎ'],
  ['runners-up', '次点の方を、近くの会社に'],
  ['cases', '公開を待つ事例'],
  ['people', 'メールのない方'],
  ['assistance', '代わりに入力する'],
  ['partners', '提携先'],
  ['events', '催し'],
  ['handovers', '引継ぎ書'],
  ['market', '一覧の配り方'],
] as const

function Places({ isAdministrator }: Pick<Props, 'isAdministrator'>) {
  const places = isAdministrator ? [...PLACES, ['job-codes', 'ジョブコードの版'] as const] : PLACES
  return (
    <nav aria-label="事務局の仕事">
      <ul class="link-list actions">
        {places.map(([path, label]) => (
          <li key={path}>
            <a href={`/desk/${path}`}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function ProjectCard({ project, now }: { project: WaitingProject; now: Date }) {
  const since = project.submittedAt ?? now
  const by = businessDaysAfter(today(since), REVIEW_DAYS)
  return (
    <Card
      level={2}
      title={project.title ?? '題のない案件'}
      href={`/desk/projects/${project.id}`}
      eyebrow={`${projectNumber(project)}　${japaneseDateTime(since)}から`}
    >
      <p>{project.company}</p>
      <p>
        <Tag tone={by < today(now) ? 'accent' : 'line'}>{japaneseDate(by)}までに返事</Tag>{' '}
        {project.unsure.length > 0 && <Tag tone="sun">わからない：{project.unsure.length}つ</Tag>}
      </p>
    </Card>
  )
}

function JobCard({ job }: { job: RestingJob }) {
  return (
    <Card
      level={2}
      title={`${jobInWords(job.name)}が、うまくいきませんでした`}
      eyebrow={`${japaneseDateTime(job.failedAt)}から　${job.reference ?? ''}`}
      foot={
        <PostButton action={`/desk/jobs/${job.id}/retry`} label={`${jobInWords(job.name)}をもう一度`}>
          もう一度
        </PostButton>
      }
    >
      <p>何度か試しましたが、終わっていません。</p>
    </Card>
  )
}
