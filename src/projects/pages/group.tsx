import { japaneseDate, type LegalDate } from '../../lib/time.ts'
import { truncate } from '../../text/truncate.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/tag.tsx'
import { monthsInWords } from '../rules/choices.ts'
import { type GroupKind, KIND_WORDS } from '../rules/group.ts'
import { STATE_WORDS, type State, stateOf } from '../rules/state.ts'
import type { Project } from '../schema.ts'

/** The contract that a role led to. */
export type RoleContract = {
  readonly id: string
  readonly words: string
  /** The last day that was agreed. */
  readonly last: LegalDate | null
  readonly hasNote: boolean
}

export type GroupRole = {
  readonly project: Project
  readonly contract: RoleContract | null
  /** When it would best begin, once the contract before it says so; null when nothing says it better than the project. */
  readonly begins: LegalDate | null
}

type Props = {
  companyId: string
  group: { kind: GroupKind; worry: string }
  roles: readonly GroupRole[]
  mayAct: boolean
  /** Whether they see who applies and with whom there is a contract. */
  seesPeople: boolean
}

const WORRY_LETTERS = 60

/** The roles of one challenge, in order, each with where it stands and what comes next for it. */
export function GroupPage({ companyId, group, roles, mayAct, seesPeople }: Props) {
  const left = roles.filter(({ project }) => project.withdrawnAt === null)
  const at = mayAct ? left.findIndex((role) => nextOf(companyId, role)?.ours) : -1
  const next = left[at] && nextOf(companyId, left[at])
  return (
    <Layout
      title={`${left.length}つの役に分けた仕事`}
      eyebrow={KIND_WORDS[group.kind]}
      lead={group.kind === 'relay' ? '上から順に、ひとりずつ頼みます。' : 'できた役から、同時に頼めます。'}
      back={{ href: `/companies/${companyId}`, label: '会社のページ' }}
    >
      {next && (
        <p>
          <ButtonLink href={next.href}>{`${at + 1}つめの役${next.ours}`}</ButtonLink>
        </p>
      )}
      <CardList>
        {left.map((role, at) => (
          <RoleCard
            key={role.project.id}
            {...{ companyId, role, at, mayAct, seesPeople }}
            before={left[at - 1]}
            kind={group.kind}
          />
        ))}
      </CardList>
      <Section title="もとのお困りごと">
        <p>{truncate(group.worry, WORRY_LETTERS)}</p>
      </Section>
    </Layout>
  )
}

type CardProps = {
  companyId: string
  kind: GroupKind
  role: GroupRole
  before: GroupRole | undefined
  at: number
  mayAct: boolean
  seesPeople: boolean
}

function RoleCard({ companyId, kind, role, before, at, mayAct, seesPeople }: CardProps) {
  const { project, contract } = role
  const step = nextOf(companyId, role)
  return (
    <Card
      title={`${at + 1}．${project.title ?? '題のない案件'}`}
      href={`/companies/${companyId}/projects/${project.id}`}
      eyebrow={<Tag tone={step?.ours ? 'accent' : 'plain'}>{contract?.words ?? STATE_WORDS[stateOf(project)]}</Tag>}
      foot={step && (mayAct || !step.writes) && (seesPeople || !step.ofPeople) && <a href={step.href}>{step.label}</a>}
    >
      <p>{sizeOf(project)}</p>
      {kind === 'relay' && before && !contract && <p>{beginningOf(role, before, at)}</p>}
      {contract?.hasNote && (
        <p>
          <a href={`/companies/${companyId}/contracts/${contract.id}/handover`}>引きつぎメモを読む</a>
        </p>
      )}
    </Card>
  )
}

function sizeOf({ hours, months }: Project): string {
  const parts = [hours !== null && `月${hours}時間`, months !== null && monthsInWords(months)]
  return parts.filter(Boolean).join('、')
}

/** From when on a role of a relay is due, and why. */
function beginningOf({ project, begins }: GroupRole, before: GroupRole, at: number): string {
  const month = (day: string) => japaneseDate(day as LegalDate).replace(/\d+日.*$/, '')
  if (begins && before.contract?.last)
    return `${at}つめの契約は${month(before.contract.last)}までです。${month(begins)}からが、よさそうです。`
  return project.startOn
    ? `${at}つめの役のあと、${month(project.startOn)}ごろから始めます。`
    : `${at}つめの役のあとに始めます。`
}

type Step = {
  readonly href: string
  readonly label: string
  /** It waits for the company: what to do, after the name of the role. */
  readonly ours?: string
  readonly writes: boolean
  readonly ofPeople?: true
}

const STEPS: Readonly<Partial<Record<State, Omit<Step, 'href'> & { path: string }>>> = {
  draft: { path: '/draft/background', label: 'つづきを書く', ours: 'の下書きを書く', writes: true },
  returned: { path: '/draft/background', label: '直す', ours: 'を直す', writes: true },
  submitted: { path: '/preview', label: '送った内容を見る', writes: false },
  published: { path: '/applications', label: '届いた応募を見る', writes: false, ofPeople: true },
  closed: { path: '/applications', label: '届いた応募を見る', writes: false, ofPeople: true },
  filled: { path: '/applications', label: '応募と契約を見る', writes: false, ofPeople: true },
}

function nextOf(companyId: string, { project, contract }: GroupRole): Step | null {
  if (contract) {
    const href = `/companies/${companyId}/contracts/${contract.id}`
    return { href, label: '契約を見る', writes: false }
  }
  const step = STEPS[stateOf(project)]
  return step ? { ...step, href: `/companies/${companyId}/projects/${project.id}${step.path}` } : null
}
