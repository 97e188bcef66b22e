import { type ComponentChildren, Fragment } from 'preact'
import { japaneseDateTime } from '../../lib/time.ts'
import { UNDO_MINUTES } from '../../lib/undo.ts'
import type { Project } from '../../projects/schema.ts'
import { TalentCard } from '../../talents/pages/talent-card.tsx'
import type { TalentCardData } from '../../talents/rules/card.ts'
import { Board } from '../../ui/board.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { SheetLinks } from '../../ui/sheet-links.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { markOf, ORDERS, type Order, waitInWords } from '../rules/choosing.ts'
import { applicationNumber, canUndo, companyPath, isUnanswered, stateOf } from '../rules/state.ts'
import { GROUPS, type GroupId, groupOf, WORDS } from '../rules/words.ts'
import type { Application, Selection } from '../schema.ts'
import { Answers } from './apply.tsx'

export type Applied = {
  readonly application: Application
  readonly card: TalentCardData | null
  readonly selection: Selection | null
  readonly unread: number
  /** As the engine counts it; null where hours or visits do not meet. */
  readonly fit: number | null
  /** The strongest reason in words, and all of them with the doubt, as they are shown. */
  readonly reason: string | null
  readonly reasons: ComponentChildren
}

type Props = {
  project: Project
  /** In the order that was asked for. */
  applicants: readonly Applied[]
  /** One stage in full; null: all of them, in short. */
  group: GroupId | null
  /** Of a stage in full, from 1. */
  page: number
  order: Order
  /** Those who were just given one answer together. */
  told: { readonly batch: string; readonly together: readonly Application[] } | null
  now: Date
  mayAct: boolean
}

const ORDER_WORDS: Readonly<Record<Order, string>> = { fit: '合う順', sent: '届いた順', answer: '返事の期限順' }
/** A stage shows so many in short. */
const SHORT = 12
/** A page shows so many in full. */
const PAGE = 30

/** Who applied, by stage: what they can do and how they answered, without names. */
export function Applicants(props: Props) {
  const { project, applicants, group } = props
  const inGroup = (id: GroupId) => applicants.filter(({ application }) => groupOf(stateOf(application)) === id)
  const shown = group === null ? applicants : inGroup(group)
  const pages = Math.max(1, Math.ceil(shown.length / PAGE))
  const page = Math.min(props.page, pages)
  return (
    <Layout
      title="届いた応募"
      lead={applicants.length > 0 ? '名前は伏せてあります。まず、経験と答えを読んでください。' : undefined}
      width={group === null && applicants.length > 0 ? 'wide' : 'page'}
      back={{ href: `/companies/${project.companyId}/projects/${project.id}`, label: '案件にもどる' }}
    >
      {applicants.length === 0 ? (
        <EmptyState title="まだ応募はありません" picture="empty">
          応募が届くと、メールでお知らせします。
        </EmptyState>
      ) : (
        <>
          <Told {...props} />
          <NextStep {...props} />
          <Tabs
            label="応募の段階"
            tabs={[
              { href: addressOf(props, null), label: 'すべて', count: applicants.length, current: group === null },
              ...GROUPS.map(({ id, name }) => ({
                href: addressOf(props, id),
                label: name,
                count: inGroup(id).length,
                current: id === group,
              })),
            ]}
          />
          <Ordering {...props} />
          <p>
            <a href={`/companies/${project.companyId}/projects/${project.id}/scores`}>点をつける・2人をくらべる</a>
          </p>
          {group === null ? (
            <Board
              columns={GROUPS.map(({ id, name }) => ({
                id,
                title: name,
                count: inGroup(id).length,
                children: <Short {...props} id={id} lines={inGroup(id)} />,
              }))}
            />
          ) : (
            <>
              {shown.length === 0 && <p>ここには、いま応募はありません。</p>}
              <CardList>
                {shown.slice((page - 1) * PAGE, page * PAGE).map((line) => (
                  <ApplicantCard key={line.application.id} project={project} now={props.now} line={line} />
                ))}
              </CardList>
              <Pagination page={page} pages={pages} href={(to) => `${addressOf(props, group)}&page=${to}`} />
            </>
          )}
          <More title="表計算や紙で見る">
            <SheetLinks href={addressOf(props, null)} of="届いた応募" />
          </More>
        </>
      )}
    </Layout>
  )
}

function addressOf({ project, order }: Props, stage: GroupId | null, wished: Order = order): string {
  const asked = [stage && `stage=${stage}`, wished !== 'fit' && `order=${wished}`].filter(Boolean).join('&')
  return `/companies/${project.companyId}/projects/${project.id}/applications${asked && `?${asked}`}`
}

/** The one thing to do: to look at those nobody has looked at, or to answer whom an answer was promised first. */
function NextStep({ project, applicants, mayAct }: Props) {
  const waiting = applicants.filter(({ application, card }) => card && isUnanswered(application))
  const open = waiting.filter(({ application, selection }) => markOf(application, selection) === null)
  const passed = waiting.filter(({ application, selection }) => markOf(application, selection) === 'pass')
  const [urgent] = waiting.toSorted((a, b) => urgency(a) - urgency(b))
  if (mayAct && open.length > 1) {
    return (
      <p class="actions">
        <ButtonLink href={`/companies/${project.companyId}/projects/${project.id}/applications?view=three`}>
          3人ずつ読んで選ぶ
        </ButtonLink>
      </p>
    )
  }
  if (mayAct && passed.length > 0) {
    return (
      <p class="actions">
        <ButtonLink
          href={`/companies/${project.companyId}/projects/${project.id}/declines`}
        >{`見送る${passed.length}人に返事をする`}</ButtonLink>
      </p>
    )
  }
  return urgent ? (
    <p class="actions">
      <ButtonLink href={companyPath(urgent.application)}>期限が近い方に返事をする</ButtonLink>
    </p>
  ) : null
}

/** One answer to several, and the way back as long as it was not told. */
function Told({ project, told, now, mayAct }: Props) {
  if (!told) return null
  const open = told.together.filter((one) => canUndo('application.undeclined', one, now))
  const action = `/companies/${project.companyId}/projects/${project.id}/declines/${told.batch}/cancellation`
  return (
    <Notice
      live
      kind="success"
      title={`${told.together.length}人への返事をうけたまわりました`}
      action={mayAct && open.length > 0 && <PostButton action={action}>まとめて取り消す</PostButton>}
    >
      {open.length > 0 ? `${UNDO_MINUTES}分たつと、ご本人に届きます。` : 'ご本人に届きました。'}
    </Notice>
  )
}

function urgency({ application }: Applied): number {
  return application.answerBy?.getTime() ?? Number.POSITIVE_INFINITY
}

function Ordering(props: Props) {
  return (
    <p>
      {ORDERS.map((order) => (
        <Fragment key={order}>
          {order === props.order ? (
            <strong>{ORDER_WORDS[order]}</strong>
          ) : (
            <a href={addressOf(props, props.group, order)}>{ORDER_WORDS[order]}</a>
          )}
          {'　'}
        </Fragment>
      ))}
      {props.order === 'fit' && '仕事、時間、お礼、土地とのつながりを比べた順です。年齢や性別は使いません。'}
    </p>
  )
}

function Short(props: Props & { id: GroupId; lines: readonly Applied[] }) {
  const more = props.lines.length - SHORT
  return (
    <>
      <CardList>
        {props.lines.slice(0, SHORT).map((line) => (
          <ShortCard key={line.application.id} line={line} now={props.now} />
        ))}
      </CardList>
      {more > 0 && (
        <p>
          <ButtonLink kind="quiet" href={addressOf(props, props.id)}>{`ほかの${more}人も見る`}</ButtonLink>
        </p>
      )}
    </>
  )
}

function ShortCard({ line, now }: { line: Applied; now: Date }) {
  const { application, card, reason } = line
  return (
    <Card
      level={3}
      title={card?.headline ?? 'プロフィールは見られなくなりました'}
      eyebrow={applicationNumber(application)}
      href={companyPath(application)}
    >
      {card && reason && <p>{reason}</p>}
      <Standing line={line} now={now} />
    </Card>
  )
}

const MARKS = { later: 'あとで考える方', pass: '見送るつもりの方' } as const

/** How long somebody waits, until when an answer was promised, what was thought so far. */
function Standing({ line: { application, selection, unread }, now }: { line: Applied; now: Date }) {
  const state = stateOf(application)
  const mark = markOf(application, selection)
  return (
    <>
      {isUnanswered(application) ? (
        <p>
          <strong>{waitInWords(application, now)}</strong>
          {application.answerBy && (
            <>
              {'　'}
              <Phrase>{`${japaneseDateTime(application.answerBy)}までに返事をする約束です`}</Phrase>
            </>
          )}
        </p>
      ) : (
        <p>{WORDS.company[state]}</p>
      )}
      {mark && <p>{MARKS[mark]}</p>}
      {unread > 0 && <p>{`新しいメッセージが${unread}通あります`}</p>}
    </>
  )
}

function ApplicantCard({ project, line, now }: { project: Project; line: Applied; now: Date }) {
  const { application, card } = line
  const href = companyPath(application)
  const eyebrow = `${applicationNumber(application)}　${WORDS.company[stateOf(application)]}`
  if (!card) return <Card title="プロフィールは見られなくなりました" eyebrow={eyebrow} href={href} />
  return (
    <TalentCard
      talent={card}
      eyebrow={eyebrow}
      href={href}
      foot={
        <ButtonLink href={href} kind="quiet">
          くわしく見る・返事をする
        </ButtonLink>
      }
    >
      <Answers project={project} answers={[application.answer1, application.answer2]} />
      {line.reasons}
      <Standing line={line} now={now} />
    </TalentCard>
  )
}
