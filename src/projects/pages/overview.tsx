import type { VNode } from 'preact'
import { canStillUndo } from '../../lib/undo.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { groupPath, placeInWords } from '../rules/group.ts'
import { isDraft } from '../rules/paper.ts'
import { STATE_WORDS, type State, stateOf } from '../rules/state.ts'
import { UNSURE_WORDS, type UnsureField } from '../rules/steps.ts'
import type { Project } from '../schema.ts'
import { type Approval, ApprovalNote, PrintApproval } from './approval.tsx'
import { ProgrammePart, type ProgrammePartProps } from './programme.tsx'
import type { Among } from './roles.tsx'
import { waySteps } from './way-steps.ts'

type OverviewProps = {
  base: string
  project: Project
  now: Date
  mayAct: boolean
  /** Whether they see who applies. */
  seesPeople: boolean
  among: Among | null
  /** Applications that wait for an answer. */
  waiting: number
  /** How many people marked it, in fives; null for fewer than five. */
  interested: number | null
  /** How often the page that everybody reads was opened, in words. */
  opened: string | null
  /** It ended without anybody, and what is to be learned from it stands on a page of its own. */
  left: boolean
  /** Where what somebody typed for the company waits to be confirmed. */
  entered?: string
  /** The newest paper on which its draft was to be agreed to. */
  approval: Approval | null
  /** For an owner of a company with departments: those there are. */
  departments: readonly { id: string; name: string }[]
  /** What it is or could be part of; null for whoever only looks. */
  programmes: Omit<ProgrammePartProps, 'base'> | null
}

/** A project to its company: what happened, what happens next, who does it, by when. */
export function ProjectOverview(props: OverviewProps) {
  const { project } = props
  const state = stateOf(project)
  return (
    <Layout
      title={project.title ?? '案件の下書き'}
      eyebrow={STATE_WORDS[state]}
      back={{ href: `/companies/${project.companyId}`, label: '会社のページ' }}
    >
      {props.entered && (
        <Notice
          kind="warning"
          title="代わりに入力したところがあります"
          action={
            <ButtonLink kind="quiet" href={props.entered}>
              {props.mayAct ? '読んで確かめる' : '読む'}
            </ButtonLink>
          }
        />
      )}
      {isDraft(project) && <ApprovalNote {...props} send={props.mayAct} />}
      {BODIES[state](props)}
      {props.programmes && <ProgrammePart base={props.base} {...props.programmes} />}
      <Department {...props} />
      <End {...props} />
    </Layout>
  )
}

/** Whose it is within the company. */
function Department({ base, project, departments }: OverviewProps) {
  if (departments.length === 0) return null
  const name = departments.find(({ id }) => id === project.departmentId)?.name ?? '会社全体'
  return (
    <More title={`部署：${name}`}>
      <Form
        id="department"
        action={`${base}/department`}
        submit="この部署にする"
        submitKind="quiet"
        values={{ department: project.departmentId ?? '' }}
      >
        <SelectField
          name="department"
          label="どの部署の案件ですか"
          {...(project.worryId && { hint: 'もとの悩みと、その悩みから作った案件も、いっしょに移ります。' })}
          empty="会社全体"
          options={departments.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form>
    </More>
  )
}

function approvalLink({ approval }: OverviewProps): (readonly [string, string])[] {
  return approval ? [['/sheet?whole=1', '確かめる紙と、その返事']] : []
}

const BODIES: Readonly<Record<State, (props: OverviewProps) => VNode>> = {
  draft: (props) => (
    <>
      <Main {...props} href="/draft/background" words="つづきを書く" />
      {/* Its short number is made with it. */}
      {props.mayAct && <PostButton action={`${props.base}/sheet`}>質問の紙を出す</PostButton>}
      {props.mayAct && <PrintApproval {...props} />}
      <Links {...props} links={[['/preview', 'どう見えるか確かめる'], ...approvalLink(props)]} />
    </>
  ),
  submitted: (props) => (
    <>
      <Timeline items={waySteps(props.project)} />
      {props.project.unsure.length > 0 && (
        <Notice kind="info" title="事務局が一緒に決めること">
          {props.project.unsure.map((field) => UNSURE_WORDS[field as UnsureField]).join('、')}
        </Notice>
      )}
      {props.mayAct && (
        <PostButton action={`${props.base}/recall`} kind="quiet">
          取り消す
        </PostButton>
      )}
      <Links
        {...props}
        links={[
          ['/preview', '送った内容を見る'],
          ['/draft', '書きなおす'],
        ]}
      />
    </>
  ),
  returned: (props) => (
    <>
      <Notice kind="warning" title="ここを直すと、公開できます">
        <ul>
          {props.project.returnReasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </Notice>
      <Main {...props} href="/draft/background" words="直す" />
      <Links {...props} links={[['/submission', '直したので、送る'], ...approvalLink(props)]} />
    </>
  ),
  published: (props) => (
    <>
      {props.waiting > 0 ? (
        <Main {...props} href="/applications" words={`届いた応募を見る（${props.waiting}件）`} />
      ) : (
        <Main {...props} href="/proposals" words="合いそうな人を見る" />
      )}
      <p>
        {props.waiting === 0 && '応募があったら、メールでお知らせします。'}お返事は{props.project.answerDays}
        日以内にお願いします。
      </p>
      <Links
        {...props}
        links={[
          props.waiting > 0 ? ['/proposals', '合いそうな人を見る'] : ['/applications', '届いた応募を見る'],
          ['/questions', '届いた質問を見る'],
        ]}
        seenByAll
      />
      <Figures {...props} />
    </>
  ),
  closed: (props) => (
    <>
      <p>新しい応募は届きません。届いている応募には、お返事をお願いします。</p>
      <Main {...props} href="/applications" words="届いた応募を見る" />
      <Links {...props} links={[]} />
      {props.mayAct && (
        <>
          <PostButton action={`${props.base}/reopening`}>募集をまた始める</PostButton>
          <PostButton action={`${props.base}/ending`}>今回は決まらなかった</PostButton>
        </>
      )}
    </>
  ),
  filled: (props) => (
    <>
      <Notice kind="success" title="お願いする人が決まりました" />
      <Main {...props} href="/applications" words="応募と契約を見る" />
      <Links {...props} links={[]} />
    </>
  ),
  unfilled: (props) => (
    <>
      <p>おつかれさまでした。中身を少し変えると、人が見つかることがあります。</p>
      <p>
        <ButtonLink href={`/companies/${props.project.companyId}/projects/new`}>新しい案件を作る</ButtonLink>
      </p>
      <Links {...props} links={[]} />
      {props.mayAct && <PostButton action={`${props.base}/reopening`}>募集をまた始める</PostButton>}
    </>
  ),
  withdrawn: (props) => (
    <>
      <Notice
        kind="info"
        title="この案件は取り下げました"
        action={
          props.mayAct &&
          canStillUndo(props.project.withdrawnAt, props.now) && (
            <PostButton action={`${props.base}/restoration`}>取り消す（もとに戻す）</PostButton>
          )
        }
      >
        書いた内容は残っています。
      </Notice>
      <Links {...props} links={[]} />
      <p>
        <ButtonLink href={`/companies/${props.project.companyId}`}>会社のページへ</ButtonLink>
      </p>
    </>
  ),
}

/** Pages for those who choose among people. */
const OF_PEOPLE: readonly string[] = ['/applications', '/proposals']

function Main({ base, href, words, mayAct, seesPeople }: OverviewProps & { href: string; words: string }) {
  if (!mayAct && href.startsWith('/draft')) return null
  if (!seesPeople && OF_PEOPLE.includes(href)) return null
  return (
    <p>
      <ButtonLink href={base + href}>{words}</ButtonLink>
    </p>
  )
}

type LinksProps = OverviewProps & { links: readonly (readonly [string, string])[]; seenByAll?: boolean }

/** Where else it goes from here, in one list: what has to do with its state, then what has not. */
function Links({ base, links, project, among, left, mayAct, seesPeople, seenByAll }: LinksProps) {
  const own = links.filter(([href]) => (OF_PEOPLE.includes(href) ? seesPeople : mayAct || href === '/preview'))
  const all = [
    ...own.map(([href, words]) => [base + href, words] as const),
    ...(seenByAll ? [[`/projects/${project.id}`, 'みんなに見えているページ'] as const] : []),
    ...(left ? [[`${base}/case`, 'うまくいかなかったわけを残す'] as const] : []),
    ...(among && project.groupId !== null
      ? [
          [
            groupPath(project.companyId, project.groupId),
            `${placeInWords(among.at, among.roles.length)}です。役の一覧を見る`,
          ] as const,
        ]
      : []),
    // Before a contract there is time to apply for one.
    ...(OVER.includes(stateOf(project)) ? [] : [[`${base}/subsidies`, '使える補助を見る'] as const]),
  ]
  if (all.length === 0) return null
  return (
    <ul class="link-list">
      {all.map(([href, words]) => (
        <li key={href}>
          <a href={href}>{words}</a>
        </li>
      ))}
    </ul>
  )
}

const OVER: readonly State[] = ['unfilled', 'withdrawn']

/** What is known of who looks at it. */
function Figures({ opened, interested }: OverviewProps) {
  if (!opened && interested === null) return null
  return (
    <div>
      {opened && <p>{opened}</p>}
      {interested !== null && <p>{`${interested}人以上が「気になる」に入れています。`}</p>}
    </div>
  )
}

const MAY_END: readonly State[] = ['draft', 'returned', 'published', 'closed']

/** What is seldom wanted stands last. */
function End({ base, project, mayAct }: OverviewProps) {
  const state = stateOf(project)
  if (!mayAct || !MAY_END.includes(state)) return null
  return (
    <div class="form-actions">
      {state === 'published' && <PostButton action={`${base}/closure`}>募集を終える</PostButton>}
      <ButtonLink kind="plain" href={`${base}/withdrawal`}>
        この案件を取り下げる
      </ButtonLink>
    </div>
  )
}
