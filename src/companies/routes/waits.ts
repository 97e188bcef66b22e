import type { Waiting } from '../../applications/queries/applications.ts'
import { talkState } from '../../applications/rules/talks.ts'
import { momentInWords } from '../../applications/rules/times.ts'
import type { Talk } from '../../applications/schema.ts'
import type { StoryToAnswer } from '../../cases/rules/stories.ts'
import { worryInWords } from '../../challenges/rules/photos.ts'
import type { Worry } from '../../challenges/schema.ts'
import type { ContractLine } from '../../contracts/queries/lists.ts'
import { STATE_WORDS as CONTRACT_WORDS } from '../../contracts/rules/state.ts'
import { japaneseDate, monthName, today } from '../../lib/time.ts'
import { mayDo } from '../../lib/web/guard.ts'
import { type GroupKind, groupPath, KIND_WORDS } from '../../projects/rules/group.ts'
import { projectNumber, STATE_WORDS, type State, stateOf } from '../../projects/rules/state.ts'
import type { Project, Question } from '../../projects/schema.ts'
import { subsidyOf } from '../../subsidies/rules/subsidies.ts'
import type { Grant } from '../../subsidies/schema.ts'
import { truncate } from '../../text/truncate.ts'
import { unreviewed } from '../../works/rules/reviews.ts'
import type { Review, WorkMonth } from '../../works/schema.ts'
import type { Line, Part, Wait } from '../pages/home.tsx'

export type Things = {
  readonly worries: readonly Worry[]
  readonly projects: readonly Project[]
  /** Challenges that several roles share. */
  readonly groups: readonly { id: string; kind: GroupKind; worry: string; roles: number }[]
  readonly applications: readonly Waiting[]
  /** Questions that wait for an answer, the most urgent first. */
  readonly questions: readonly { question: Pick<Question, 'answerBy'>; project: Project }[]
  /** People who asked for a talk before applying. */
  readonly talks: readonly { talk: Talk; title: string | null }[]
  /** Threads with words that nobody of the company has read. */
  readonly threads: readonly { applicationId: string; title: string | null; unread: number }[]
  readonly contracts: readonly ContractLine[]
  /** Reports that the company has not confirmed. */
  readonly months: readonly Pick<WorkMonth, 'contractId' | 'month'>[]
  /** What the company has looked back on. */
  readonly reviews: readonly Pick<Review, 'contractId' | 'side'>[]
  /** A session in which somebody typed for the company, and which nobody has confirmed. */
  readonly entered: string | undefined
  /** Sheets that partners wrote down of a talk, which nobody has answered. */
  readonly dialogues: readonly { id: string; partner: string }[]
  /** Subsidies to be applied for, or to be reported on. */
  readonly grants: readonly Grant[]
  /** What the desk told of the company, and nobody of it has answered. */
  readonly stories: readonly StoryToAnswer[]
}

/** Of what waits, what somebody was given to do. */
export function forTasks(things: Things, who: Parameters<typeof mayDo>[0]): Things {
  const [posts, chooses] = [mayDo(who, 'post'), mayDo(who, 'choose')]
  return {
    ...things,
    ...(!posts && {
      worries: [],
      projects: [],
      groups: [],
      questions: [],
      dialogues: [],
      grants: [],
      entered: undefined,
    }),
    ...(!chooses && { applications: [], talks: [] }),
  }
}

const SHORT = 30
const untitled = '題のない案件'

/** What only this company can bring on, the most urgent first: people who wait, then papers, then drafts. */
export function waitsOf(companyId: string, things: Things, now: Date): Wait[] {
  const own = `/companies/${companyId}`
  const inState = (state: State) => things.projects.filter((project) => stateOf(project) === state)
  return [
    ...perProject(own, things.applications, now),
    ...things.talks
      .filter(({ talk }) => talkState(talk, now) === 'asked')
      .map(({ talk, title }) => ({
        title: `「${truncate(title || untitled, SHORT)}」について、話したい方がいます。${until(talk.answerBy, now)}`,
        href: `${own}/talks/${talk.id}`,
        label: '日時を出す',
      })),
    ...things.threads.map(({ applicationId, title, unread }) => ({
      title: `「${truncate(title || untitled, SHORT)}」に応募した方から、新しいメッセージが${unread}通あります。`,
      href: `${own}/applications/${applicationId}/messages`,
      label: 'メッセージを読む',
    })),
    ...firstOfEach(things.questions).map(({ question, project }) => ({
      title: `「${truncate(project.title || untitled, SHORT)}」に質問が届いています。${until(question.answerBy, now)}`,
      href: `${own}/projects/${project.id}/questions`,
      label: '質問に答える',
    })),
    ...things.contracts
      .filter(({ turn }) => turn === 'company')
      .map(({ id, title }) => ({
        title: `「${truncate(title || untitled, SHORT)}」の契約が、あと少しで決まります。`,
        href: `${own}/contracts/${id}`,
        label: '契約を進める',
      })),
    ...reports(own, things),
    ...unreviewed(things.contracts, 'company', things.reviews).map(({ id, title }) => ({
      title: `「${truncate(title || untitled, SHORT)}」の仕事が終わりました。ふりかえりをお願いします。`,
      href: `${own}/contracts/${id}/review`,
      label: 'ふりかえりを書く',
    })),
    ...(things.entered
      ? [
          {
            title: '代わりに入力してもらったところがあります。読んで、確かめてください。',
            href: `${own}/assistance/${things.entered}`,
            label: '読んで確かめる',
          },
        ]
      : []),
    ...things.grants.flatMap((grant) => subsidyWait(own, grant, things.contracts)),
    ...things.dialogues.map(({ id, partner }) => ({
      title: `${partner}から、対話シートが届いています。`,
      href: `${own}/dialogues/${id}`,
      label: '使う行を選ぶ',
    })),
    ...things.stories.map(({ title, contractId, projectId }) => ({
      title: `読みもの「${truncate(title, SHORT)}」ができました。公開してよいか、お聞かせください。`,
      href: `${own}/${contractId ? `contracts/${contractId}` : `projects/${projectId}`}/case#story`,
      label: '記事を読む',
    })),
    ...inState('returned').map(({ id, title }) => ({
      title: `「${truncate(title ?? untitled, SHORT)}」に、直してほしいところがあります。`,
      href: `${own}/projects/${id}`,
      label: '直すところを見る',
    })),
    ...things.groups
      .filter((group) => inState('draft').some(({ groupId }) => groupId === group.id))
      .map(({ id, worry }) => ({
        title: `「${truncate(worryInWords({ text: worry }), SHORT)}」を分けた役に、書きかけがあります。`,
        href: groupPath(companyId, id),
        label: '役の一覧を見る',
      })),
    ...alone(inState('draft')).map(({ id, title }) => ({
      title: `「${truncate(title ?? untitled, SHORT)}」が書きかけです。`,
      href: `${own}/projects/${id}/draft`,
      label: '下書きの続きを書く',
    })),
    ...unused(things).map((worry) => ({
      title: `「${truncate(worryInWords(worry), SHORT)}」から、案件を作れます。`,
      href: `/worries/${worry.id}`,
      label: '整理した内容を見る',
    })),
  ]
}

/** A subsidy waits to be applied for; once granted, until the work is over, for what it brought. */
function subsidyWait(own: string, grant: Grant, contracts: Things['contracts']): Wait[] {
  const name = subsidyOf(grant.subsidyId)?.name
  if (name === undefined) return []
  const href = `${own}/grants/${grant.id}`
  if (!grant.appliedAt) return [{ title: `「${name}」に申し込む予定です。`, href, label: '申し込みを進める' }]
  const of = contracts.filter(({ projectId }) => projectId === grant.projectId)
  if (!of.some(({ endedAt }) => endedAt !== null)) return []
  return [{ title: `「${name}」の実績を出すと、補助を受け取れます。`, href, label: '実績を出す' }]
}

/** One line for each project: to the only one who applied, or to all of them. */
function perProject(own: string, waiting: Things['applications'], now: Date): Wait[] {
  return [...Map.groupBy(waiting, ({ application }) => application.projectId).entries()].map(([id, people]) => {
    const [{ application, title }] = people as [Waiting, ...Waiting[]]
    const several = people.length > 1
    return {
      title: `「${truncate(title || untitled, SHORT)}」に応募が${several ? `${people.length}件` : ''}届いています。${until(application.answerBy, now)}`,
      href: several ? `${own}/projects/${id}/applications` : `${own}/applications/${application.id}`,
      label: '応募を読む',
    }
  })
}

/** One line for each project with questions. */
function firstOfEach(questions: Things['questions']): Things['questions'] {
  return questions.filter((one, at) => questions.findIndex(({ project }) => project.id === one.project.id) === at)
}

/** One line for each contract with months to confirm, the oldest first. */
function reports(own: string, { contracts, months }: Things): Wait[] {
  const ids = [...new Set(months.map(({ contractId }) => contractId))]
  return ids.map((id) => {
    const title = contracts.find((contract) => contract.id === id)?.title
    const names = months.filter(({ contractId }) => contractId === id).map(({ month }) => monthName(month))
    return {
      title: `「${truncate(title || untitled, SHORT)}」の${names.join('、')}の記録が、「確かめました」を待っています。`,
      href: `${own}/contracts/${id}/months`,
      label: '記録を読む',
    }
  })
}

/** Everything a company has going. */
export function partsOf(companyId: string, things: Things): Part[] {
  const own = `/companies/${companyId}`
  return [
    { title: '契約', lines: things.contracts.map((contract) => contractLine(own, contract)) },
    {
      title: 'いくつかの役に分けた仕事',
      lines: things.groups.map(({ id, kind, worry, roles }) => ({
        ...{ id, title: truncate(worryInWords({ text: worry }), SHORT * 2), href: groupPath(companyId, id) },
        state: `${KIND_WORDS[kind]}・${roles}つの役`,
      })),
    },
    {
      title: '応募の前の話',
      lines: things.talks.map(({ talk, title }) => ({
        ...{ id: talk.id, title: title ?? untitled, href: `${own}/talks/${talk.id}` },
        state: talk.chosen
          ? `${momentInWords(talk.chosen)}に話します`
          : talk.times.length > 0
            ? '日時を選んでもらっています'
            : '返事を待っています',
        own: !talk.chosen && talk.times.length === 0,
      })),
    },
    { title: '案件', lines: things.projects.map((project) => projectLine(own, project)) },
    {
      title: '書いたお困りごと',
      lines: unused(things).map(({ id, text }) => ({
        ...{ id, title: truncate(text, SHORT * 2), href: `/worries/${id}`, state: 'まだ案件になっていません' },
      })),
    },
  ]
}

/** Drafts that are no role: those of one group wait together. */
function alone(drafts: readonly Project[]): Project[] {
  return drafts.filter(({ groupId }) => groupId === null)
}

function projectLine(own: string, project: Project): Line {
  const state = stateOf(project)
  return {
    id: project.id,
    title: project.title ?? untitled,
    href: `${own}/projects/${project.id}`,
    state: STATE_WORDS[state],
    own: state === 'returned' || state === 'draft',
    reference: projectNumber(project),
  }
}

function contractLine(own: string, { id, number, title, other, state, turn }: ContractLine): Line {
  return {
    id,
    title: other ? `${title || untitled}（${other}さん）` : title || untitled,
    href: `${own}/contracts/${id}`,
    state: CONTRACT_WORDS[state],
    own: turn === 'company',
    reference: `契約 ${number}`,
  }
}

function unused({ worries, projects }: Things): Worry[] {
  const used = new Set(projects.map(({ worryId }) => worryId))
  return worries.filter(({ id }) => !used.has(id))
}

function until(answerBy: Date | null, now: Date): string {
  if (!answerBy) return ''
  return answerBy < now
    ? 'お返事の約束の日を過ぎています。'
    : `${japaneseDate(today(answerBy))}までに、お返事をお願いします。`
}
